-- answers: The record of each leaderboard that has results of at least three papers.
-- param search: only benchmarks whose name or alias contains this text; case, spaces and punctuation do not matter (default: null)
-- param min_confidence: only claims with at least this confidence, 0 to 1; claims without one are kept (default: null)
-- param limit: maximum number of rows (default: 1000)
-- column benchmark: the benchmark
-- column task: the task
-- column metric: the metric
-- column split: the split
-- column protocol: the protocol; ordinary is the usual use of the benchmark
-- column method: the method
-- column best: its result in the metric's canonical unit
-- column unit: its unit
-- column direction: whether higher or lower is better
-- column bound: exact, up_to, at_least or about
-- column confidence: share of labelled claims read the same way that were correct in every field, 0 to 1
-- column quote: the number as written in the abstract
-- column title: the paper's title
-- column year: its year
-- column paper_id: id of the paper
-- column claim_id: id of the claim
WITH record AS (
    -- The rows of a board are stored in the order of their ranks (sql/derived/10_claims.sql), so its record is the first row that counts.
    -- The limit is applied to row ids, before any other column is read.
    SELECT min(rowid) FILTER (doubt IS NULL) AS place
    FROM derived.scores
    WHERE comparable
        AND role = 'proposed'
        AND board IN (SELECT board FROM derived.boards WHERE ranked >= 3)
        AND coalesce(confidence >= $min_confidence::DOUBLE, true)
        AND ($search::VARCHAR IS NULL OR benchmark IN (SELECT named.benchmark FROM benchmarks_named($search::VARCHAR) AS named))
    GROUP BY board
    HAVING place IS NOT NULL AND count(DISTINCT paper_id) >= 3
    ORDER BY place
    LIMIT $limit::BIGINT
)
SELECT
    benchmark, task, metric, split, protocol, method, rank_value AS best, canonical_unit AS unit, direction, bound, confidence, quote, title, year,
    paper_id, claim_id
FROM derived.scores AS s
JOIN record ON s.rowid = record.place
ORDER BY record.place;
