-- answers: Methods with claims, spellings that differ only in case, punctuation and spaces combined; most claims first.
-- param search: only names that contain this text; case, punctuation and spaces do not matter (default: null)
-- param limit: maximum number of rows (default: 100)
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
WHERE $search::VARCHAR IS NULL OR contains(method_key, method_key($search::VARCHAR))
ORDER BY system
LIMIT $limit::BIGINT;
