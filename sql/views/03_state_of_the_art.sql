-- The record of each board: the best of the papers' own results that nothing speaks against (doubt is null); of equal ones the earliest.
-- Only boards with results of at least three papers have one. state_of_the_art counts claims with a confidence of at least 0.7 and those
-- without one; state_of_the_art_at(0.6) those of at least 0.6, state_of_the_art_at(NULL) all.
-- The rows of a board are stored in the order of their ranks, so its record is the first row that counts.
CREATE OR REPLACE MACRO state_of_the_art_at(min_confidence) AS TABLE
WITH record AS (
    SELECT board, min(rowid) FILTER (doubt IS NULL) AS place
    FROM derived.scores
    WHERE comparable AND role = 'proposed' AND coalesce(confidence >= min_confidence, true)
    GROUP BY board
    HAVING count(DISTINCT paper_id) >= 3
),
best AS (
    SELECT c.*
    FROM derived.scores AS c
    JOIN record ON c.rowid = record.place
),
better AS (
    SELECT
        b.board,
        count(DISTINCT (c.role, c.paper_id, CASE WHEN c.role <> 'proposed' THEN coalesce(c.method, c.claim_id) END)) AS all_better,
        count(DISTINCT c.paper_id) FILTER (c.role = 'proposed') AS own_better
    FROM derived.scores AS c
    JOIN best AS b USING (board)
    WHERE c.comparable
        AND coalesce(c.confidence >= min_confidence, true)
        AND CASE WHEN b.direction = 'lower' THEN c.rank_value < b.rank_value ELSE c.rank_value > b.rank_value END
    GROUP BY b.board
)
SELECT
    1 + coalesce(better.own_better, 0) AS rank,
    1 + coalesce(better.all_better, 0) AS rank_all,
    false AS folded,
    best.* EXCLUDE (comparable, rank_value),
    best.comparable,
    best.rank_value
FROM best
LEFT JOIN better USING (board);

CREATE OR REPLACE VIEW state_of_the_art AS FROM state_of_the_art_at(0.7);
