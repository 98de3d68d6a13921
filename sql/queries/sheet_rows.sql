-- answers: Ranked results to check by reading: a random sample, or the records of leaderboards, each with its abstract and its neighbours.
-- param sample: random for a random sample of all ranked results, records for the records of leaderboards (default: random)
-- param seed: which random sample; the same number gives the same rows on the same database (default: 1)
-- param papers: only leaderboards with ranked results of at least so many papers (default: 1)
-- param largest: only the so many leaderboards with the most papers; null for all (default: null)
-- param min_confidence: only claims with at least this confidence, 0 to 1; claims without one are kept (default: null)
-- param limit: maximum number of rows (default: 100)
-- column claim_id: id of the claim
-- column benchmark: the leaderboard's benchmark
-- column task: its task
-- column metric: its metric
-- column split: its split
-- column protocol: its protocol
-- column papers: papers with ranked results on it
-- column rank: rank of the result
-- column doubt: why it holds no record before something confirms it
-- column method: the method
-- column value: the value in the metric's canonical unit
-- column unit: that unit
-- column quote: the number as written
-- column confidence: its confidence
-- column title: the paper's title
-- column abstract: the paper's abstract, the number in it between « and »
-- column neighbours: methods and values of the results ranked next to it
WITH ranked AS (
    SELECT *, row_number() OVER (PARTITION BY board ORDER BY rank, published NULLS LAST, claim_id) AS nth
    FROM leaderboard_at($min_confidence::DOUBLE)
    WHERE rank IS NOT NULL
),
chosen_boards AS (
    SELECT board, count(*) AS papers
    FROM ranked
    GROUP BY board
    HAVING count(*) >= $papers::BIGINT
    QUALIFY $largest::BIGINT IS NULL OR row_number() OVER (ORDER BY count(*) DESC, board) <= $largest::BIGINT
),
records AS (
    SELECT board, min(nth) AS nth FROM ranked WHERE doubt IS NULL GROUP BY board
),
sampled AS (
    SELECT r.*, b.papers
    FROM ranked AS r
    JOIN chosen_boards AS b USING (board)
    LEFT JOIN records AS top USING (board)
    WHERE $sample::VARCHAR = 'random' OR r.nth = top.nth
    ORDER BY md5(r.claim_id || r.benchmark || $seed::BIGINT::VARCHAR)
    LIMIT $limit::BIGINT
)
SELECT
    s.claim_id, s.benchmark, s.task, s.metric, s.split, s.protocol, s.papers, s.rank, s.doubt, s.method,
    s.rank_value AS value, s.canonical_unit AS unit, s.quote, s.confidence, s.title,
    p.abstract[:s.start_offset] || '«' || s.quote || '»' || p.abstract[s.end_offset + 1:] AS abstract,
    (
        SELECT string_agg(coalesce(n.method, 'not named') || ': ' || n.quote, '; ' ORDER BY n.nth)
        FROM ranked AS n
        WHERE n.board = s.board AND n.nth BETWEEN s.nth - 2 AND s.nth + 3 AND n.nth <> s.nth
    ) AS neighbours
FROM sampled AS s
JOIN papers AS p USING (paper_id)
ORDER BY s.benchmark, s.metric, s.rank, s.claim_id;
