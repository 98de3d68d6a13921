-- answers: Which systems claims are about, the ones with most claims first.
-- param search: only names that contain this text, in any case (default: null)
-- param limit: how many rows (default: 100)
-- column method: the name the text uses
-- column claims: claims about it
-- column benchmarks: benchmarks it has claims on
-- column papers: papers with such claims
-- column own: claims that its own paper makes
SELECT method, claims, benchmarks, papers, own
FROM derived.methods
WHERE $search::VARCHAR IS NULL OR contains(lower(method), lower($search::VARCHAR))
ORDER BY claims DESC, method
LIMIT $limit::BIGINT;
