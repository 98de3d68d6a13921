-- answers: Which systems claims are about, the ones with most claims first.
-- param search: only names that contain this text, in any case (default: null)
-- param limit: how many rows (default: 100)
-- column method: the name the text uses
-- column claims: claims about it
-- column benchmarks: benchmarks it has claims on
-- column papers: papers with such claims
-- column own: claims that its own paper makes
SELECT
    method,
    count(DISTINCT claim_id) AS claims,
    count(DISTINCT benchmark) AS benchmarks,
    count(DISTINCT paper_id) AS papers,
    count(DISTINCT claim_id) FILTER (role = 'proposed') AS own
FROM claim_rows
WHERE method IS NOT NULL AND ($search::VARCHAR IS NULL OR contains(lower(method), lower($search::VARCHAR)))
GROUP BY method
ORDER BY claims DESC, method
LIMIT $limit::BIGINT;
