-- answers: Who holds the record on each benchmark, metric and split.
-- param search: only benchmarks whose name or alias contains this text; case, spaces and punctuation do not matter (default: null)
-- param min_confidence: hides claims with a lower confidence, 0 to 1; those without one stay (default: null)
-- param limit: how many rows (default: 1000)
-- column benchmark: the benchmark
-- column metric: the metric
-- column split: the split
-- column method: the system
-- column best: its result on the metric's canonical scale
-- column unit: its unit
-- column direction: whether higher or lower is better
-- column bound: exact, up_to, at_least or about
-- column confidence: the share of claims read the same way that were right in every field on labelled abstracts, 0 to 1
-- column quote: the number as it stands in the abstract
-- column title: the paper's title
-- column year: its year
-- column paper_id: for the paper query
-- column claim_id: the claim
WITH record AS (
    -- The rows of a board lie in the order of their ranks (sql/derived/10_claims.sql), so that its record is the first that counts. Which ones
    -- to show is settled before more than their places is read.
    SELECT min(rowid) AS place
    FROM derived.scores
    WHERE comparable
        AND role = 'proposed'
        AND coalesce(confidence >= $min_confidence::DOUBLE, true)
        AND ($search::VARCHAR IS NULL OR benchmark IN (SELECT named.benchmark FROM benchmarks_named($search::VARCHAR) AS named))
    GROUP BY board
    ORDER BY place
    LIMIT $limit::BIGINT
)
SELECT
    benchmark, metric, split, method, rank_value AS best, canonical_unit AS unit, direction, bound, confidence, quote, title, year,
    paper_id, claim_id
FROM derived.scores AS s
JOIN record ON s.rowid = record.place
ORDER BY record.place;
