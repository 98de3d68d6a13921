-- answers: Which systems claims are about, names that differ only in case, hyphens and blanks taken together, the ones with most claims first.
-- param search: only names that contain this text; case, hyphens and blanks do not matter (default: null)
-- param limit: how many rows (default: 100)
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
WHERE $search::VARCHAR IS NULL OR contains(method_key, method_key($search::VARCHAR))
ORDER BY system
LIMIT $limit::BIGINT;
