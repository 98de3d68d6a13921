-- Counts of claims and papers: one row for each benchmark (level 'benchmark') and one for everything (level 'total', benchmark null).
CREATE OR REPLACE VIEW coverage AS
SELECT 'benchmark' AS level, benchmark, registered, claims, scores, papers, metrics, first_year, last_year
FROM derived.benchmarks
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
