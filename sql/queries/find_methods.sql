-- answers: Systems that are called like a text: the whole name first, then how it begins, then parts of it.
-- param text: what somebody typed; case, spaces and punctuation do not matter
-- param limit: how many rows (default: 6)
-- column method: the spelling with most claims; names that differ only in case, hyphens and blanks are taken together
-- column fit: 0 for the whole name, 1 for how it begins, 2 for a part of it
-- column found: how many there are, also beyond the limit
-- column claims: claims about it
-- column benchmarks: benchmarks it has claims on
-- column papers: papers with such claims
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
