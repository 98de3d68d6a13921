-- answers: Names of methods with claims, most claims first.
-- param search: only names that contain this text, in any case (default: null)
-- param limit: maximum number of rows (default: 100)
-- column method: the name in the abstract
-- column claims: claims about it
-- column benchmarks: benchmarks it has claims on
-- column papers: papers with claims about it
-- column own: claims in papers that propose it
SELECT method, claims, benchmarks, papers, own
FROM derived.methods
WHERE $search::VARCHAR IS NULL OR contains(lower(method), lower($search::VARCHAR))
ORDER BY claims DESC, method
LIMIT $limit::BIGINT;
