-- answers: Benchmarks with claims whose name, or one of whose other names, is most like a text.
-- param name: what somebody typed
-- param limit: how many rows (default: 5)
-- column benchmark: the name to use
-- column likeness: 1 for the same name but for case, spaces and punctuation
-- column claims: claims that name it
WITH names AS (
    SELECT benchmark, benchmark AS spelling, count(DISTINCT claim_id) AS claims
    FROM claim_benchmarks
    GROUP BY benchmark
),
spellings AS (
    SELECT benchmark, spelling, claims FROM names
    UNION ALL
    SELECT n.benchmark, a.alias, n.claims
    FROM names AS n
    JOIN aliases AS a ON a.kind = 'benchmark' AND a.name = n.benchmark
),
compared AS (
    SELECT
        benchmark, claims,
        regexp_replace(lower(spelling), '[^a-z0-9+]', '', 'g') AS key,
        regexp_replace(lower($name::VARCHAR), '[^a-z0-9+]', '', 'g') AS wanted
    FROM spellings
)
SELECT
    benchmark,
    max(CASE WHEN contains(key, wanted) AND key <> wanted AND wanted <> '' THEN 0.95 ELSE jaro_winkler_similarity(key, wanted) END) AS likeness,
    any_value(claims) AS claims
FROM compared
GROUP BY benchmark
HAVING likeness > 0.7
ORDER BY likeness DESC, claims DESC, benchmark
LIMIT $limit::BIGINT;
