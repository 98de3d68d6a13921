-- The fullest board of each benchmark (the one in derived.benchmarks), aggregated by confidence, so that the overview can show hundreds of
-- boards for any minimum confidence. Both tables have a row for each confidence that occurs; the figures for a minimum confidence are the
-- sum, or the best, of the rows at or above it. Scores without a confidence are always included, so their confidence is infinity here.
CREATE TEMPORARY TABLE on_fullest AS
SELECT
    s.board, s.rowid AS place, s.paper_id, s.published, s.direction, coalesce(s.confidence, 'infinity'::DOUBLE) AS confidence,
    s.comparable AND s.role = 'proposed' AS own,
    own AND s.doubt IS NULL AS ranked,
    CASE WHEN s.direction = 'lower' THEN -s.rank_value ELSE s.rank_value END AS goodness
FROM derived.scores AS s
WHERE s.board IN (SELECT board FROM derived.benchmarks);

-- For each confidence: how many results have exactly it, how many papers have it as their highest on this board (with any result, and with
-- an own comparable one), and the best of the papers' own results among these that may hold a record; nth is that result's position on the board, so that the best of several rows is the one with the lowest nth.
CREATE OR REPLACE TABLE derived.levels AS
WITH by_paper AS (
    SELECT board, max(confidence) AS confidence, max(confidence) FILTER (own) AS own_confidence FROM on_fullest GROUP BY board, paper_id
),
papers AS (
    SELECT board, confidence, count(*) AS papers FROM by_paper GROUP BY board, confidence
),
own_papers AS (
    SELECT board, own_confidence AS confidence, count(*) AS own_papers FROM by_paper WHERE own_confidence IS NOT NULL GROUP BY board, own_confidence
),
results AS (
    SELECT board, confidence, count(*) AS results, any_value(direction) AS direction, min(place) FILTER (ranked) AS place
    FROM on_fullest
    GROUP BY board, confidence
)
SELECT
    r.board, r.confidence, r.direction, r.results, coalesce(p.papers, 0) AS papers, coalesce(o.own_papers, 0) AS own_papers,
    r.place - min(r.place) OVER (PARTITION BY r.board) AS nth,
    s.rank_value AS best, s.canonical_unit AS unit, s.bound, s.method, s.paper_id, s.title, s.year
FROM results AS r
LEFT JOIN papers AS p USING (board, confidence)
LEFT JOIN own_papers AS o USING (board, confidence)
LEFT JOIN derived.scores AS s ON s.rowid = r.place
ORDER BY r.board, r.confidence;

-- The results that were better than every earlier one of the same confidence: only these can be a step of the running best.
CREATE OR REPLACE TABLE derived.steps AS
WITH by_day AS (
    SELECT board, confidence, published, max(goodness) AS goodness
    FROM on_fullest
    WHERE ranked AND published IS NOT NULL
    GROUP BY board, confidence, published
)
SELECT board, confidence, published, goodness
FROM by_day
QUALIFY goodness > coalesce(
    max(goodness) OVER (PARTITION BY board, confidence ORDER BY published ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), '-infinity'::DOUBLE
)
ORDER BY board, published;

DROP TABLE on_fullest;
