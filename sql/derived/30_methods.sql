-- Each name of a method that has claims, counted as in 20_benchmarks.sql.
CREATE OR REPLACE TABLE derived.methods AS
WITH by_paper AS (
    SELECT method, paper_id, count(*) AS claims, count_if(role = 'proposed') AS own FROM claims WHERE method IS NOT NULL GROUP BY method, paper_id
),
benchmarks_of AS (
    SELECT method, count(*) AS benchmarks
    FROM (
        SELECT method, benchmark FROM derived.scores WHERE method IS NOT NULL
        UNION
        SELECT method, benchmark FROM derived.others WHERE method IS NOT NULL AND benchmark IS NOT NULL
    )
    GROUP BY method
)
SELECT
    p.method, method_key(p.method) AS method_key, sum(p.claims)::BIGINT AS claims,
    coalesce(any_value(b.benchmarks), 0)::BIGINT AS benchmarks, count(*) AS papers, sum(p.own)::BIGINT AS own
FROM by_paper AS p
LEFT JOIN benchmarks_of AS b USING (method)
GROUP BY p.method
ORDER BY claims DESC, p.method;
