-- How much is known: one row for each benchmark (level 'benchmark') and one for everything (level 'total', benchmark null).
CREATE OR REPLACE VIEW coverage AS
SELECT
    'benchmark' AS level,
    benchmark,
    bool_or(registered) AS registered,
    count(DISTINCT claim_id) AS claims,
    count(DISTINCT claim_id) FILTER (kind = 'score') AS scores,
    count(DISTINCT paper_id) AS papers,
    count(DISTINCT metric) FILTER (metric <> 'unspecified') AS metrics,
    min(year) AS first_year,
    max(year) AS last_year
FROM claim_rows
WHERE benchmark IS NOT NULL
GROUP BY benchmark
UNION ALL
SELECT
    'total',
    NULL,
    NULL,
    count(DISTINCT claim_id),
    count(DISTINCT claim_id) FILTER (kind = 'score'),
    count(DISTINCT paper_id),
    count(DISTINCT metric) FILTER (metric <> 'unspecified'),
    min(year),
    max(year)
FROM claim_rows;
