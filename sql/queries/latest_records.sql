-- answers: The records that the last load set: its results that beat the best that was known from all loads before it.
-- param min_confidence: leaves out claims with a lower confidence, 0 to 1; those without one stay (default: null)
-- param limit: how many rows, those on the benchmarks with most claims first (default: 10)
-- column benchmark: the benchmark
-- column metric: the metric
-- column split: the split
-- column best: the new best on the metric's canonical scale
-- column unit: its unit
-- column bound: exact, up_to, at_least or about
-- column direction: whether higher or lower is better
-- column method: the system; null where the text gives it no name
-- column paper_id: in which paper
-- column title: that paper's title
-- column year: that paper's year
-- column claim_id: the claim
-- column best_before: the best before
-- column method_before: the system that held it; null where the text gives it no name
-- column title_before: in which paper
-- column found: how many records there are, also beyond the limit
WITH first_of AS (
    -- The rows of a board lie in the order of their ranks (sql/derived/10_claims.sql), so that the first that counts is the best.
    SELECT board, min(rowid) AS place, min(rowid) FILTER (run_id < (SELECT max(run_id) FROM runs)) AS place_before
    FROM derived.scores
    WHERE comparable AND role = 'proposed' AND coalesce(confidence >= $min_confidence::DOUBLE, true)
    GROUP BY board
    HAVING place < place_before
),
beaten AS (
    SELECT new.*, old.rank_value AS best_before, old.method AS method_before, old.title AS title_before, count(*) OVER () AS found
    FROM first_of
    JOIN derived.scores AS new ON new.rowid = first_of.place
    JOIN derived.scores AS old ON old.rowid = first_of.place_before
    WHERE new.rank_value <> old.rank_value
)
SELECT
    r.benchmark, r.metric, r.split, r.rank_value AS best, r.canonical_unit AS unit, r.bound, r.direction, r.method, r.paper_id, r.title,
    r.year, r.claim_id, r.best_before, r.method_before, r.title_before, r.found
FROM beaten AS r
JOIN derived.benchmarks AS b USING (benchmark)
ORDER BY b.claims DESC, r.benchmark, r.metric, r.split
LIMIT $limit::BIGINT;
