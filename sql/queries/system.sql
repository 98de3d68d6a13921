-- answers: One system by any spelling of its name.
-- param method: a name of the system; case, hyphens and blanks do not matter
-- column method: the spelling with most claims
-- column spellings: all spellings, the ones with most claims first
-- column claims: claims about it
-- column benchmarks: benchmarks it has claims on
-- column boards: benchmarks, metrics and splits on which it can be compared with another system
-- column papers: papers with such claims
-- column own: claims that papers make about it as their own system
-- column own_papers: papers with such claims
SELECT method, spellings, claims, benchmarks, boards, papers, own, own_papers
FROM derived.systems
WHERE method_key = method_key($method::VARCHAR);
