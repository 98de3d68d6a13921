-- answers: One method by any spelling of its name.
-- param method: a name of the method; case, punctuation and spaces do not matter
-- column method: the most frequent spelling
-- column spellings: all spellings, most frequent first
-- column claims: claims about it
-- column benchmarks: benchmarks it has claims on
-- column boards: leaderboards (benchmark, metric and split) on which it can be compared with another method
-- column papers: papers with claims about it
-- column own: claims in papers that propose it
-- column own_papers: papers that propose it
SELECT method, spellings, claims, benchmarks, boards, papers, own, own_papers
FROM derived.systems
WHERE method_key = method_key($method::VARCHAR);
