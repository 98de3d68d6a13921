-- answers: New records of the last load: its results that beat the best result of all earlier loads.
-- param min_confidence: only claims with at least this confidence, 0 to 1; claims without one are kept (default: null)
-- param limit: maximum number of rows; benchmarks with the most claims come first (default: 10)
-- column benchmark: the benchmark
-- column metric: the metric
-- column split: the split
-- column task: the task
-- column protocol: the protocol; ordinary is the usual use of the benchmark
-- column best: the new best in the metric's canonical unit
-- column unit: its unit
-- column bound: exact, up_to, at_least or about
-- column direction: whether higher or lower is better
-- column method: the method; null where the abstract does not name it
-- column paper_id: id of its paper
-- column title: that paper's title
-- column year: that paper's year
-- column claim_id: id of the claim
-- column best_before: the best result of earlier loads
-- column method_before: the method that held it; null where the abstract does not name it
-- column title_before: title of the paper that held it
-- column found: total number of new records, including those beyond the limit
WITH first_of AS (
    -- The rows of a board are stored in the order of their ranks (sql/derived/10_claims.sql), so the first row that counts is the best.
    SELECT
        board,
        min(rowid) FILTER (doubt IS NULL) AS place,
        min(rowid) FILTER (doubt IS NULL AND run_id < (SELECT max(run_id) FROM runs)) AS place_before
    FROM derived.scores
    WHERE comparable AND role = 'proposed' AND board IN (SELECT board FROM derived.boards WHERE ranked >= 3) AND coalesce(confidence >= $min_confidence::DOUBLE, true)
    GROUP BY board
    HAVING place < place_before AND count(DISTINCT paper_id) >= 3
),
beaten AS (
    SELECT new.*, old.rank_value AS best_before, old.method AS method_before, old.title AS title_before, count(*) OVER () AS found
    FROM first_of
    JOIN derived.scores AS new ON new.rowid = first_of.place
    JOIN derived.scores AS old ON old.rowid = first_of.place_before
    WHERE new.rank_value <> old.rank_value
)
SELECT
    r.benchmark, r.metric, r.split, r.task, r.protocol, r.rank_value AS best, r.canonical_unit AS unit, r.bound, r.direction, r.method, r.paper_id, r.title,
    r.year, r.claim_id, r.best_before, r.method_before, r.title_before, r.found
FROM beaten AS r
JOIN derived.benchmarks AS b USING (benchmark)
ORDER BY b.claims DESC, r.benchmark, r.metric, r.split, r.task, r.protocol
LIMIT $limit::BIGINT;
