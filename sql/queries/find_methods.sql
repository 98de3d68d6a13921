-- answers: Methods whose name contains a text: whole names first, then names that begin with it, then the others.
-- param text: the text; case, spaces and punctuation do not matter
-- param limit: maximum number of rows (default: 6)
-- column method: the most frequent spelling; names that differ only in case, punctuation and spaces are one method
-- column fit: 0 for the whole name, 1 for its beginning, 2 for a part of it
-- column found: total number of matches, including those beyond the limit
-- column claims: claims about it
-- column benchmarks: benchmarks it has claims on
-- column papers: papers with claims about it
WITH wanted AS (
    SELECT method_key($text::VARCHAR) AS key
)
SELECT
    method, CASE WHEN method_key = key THEN 0 WHEN starts_with(method_key, key) THEN 1 ELSE 2 END AS fit, count(*) OVER () AS found, claims,
    benchmarks, papers
FROM derived.systems, wanted
WHERE key <> '' AND contains(method_key, key)
ORDER BY fit, claims DESC, method
LIMIT $limit::BIGINT;
