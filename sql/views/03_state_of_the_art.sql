-- The best of the papers' own results for each benchmark, metric and split; of equal ones the earliest.
-- state_of_the_art_at(0.6) is the same over leaderboard_at(0.6).
-- The rows of a board are stored in the order of their ranks, so its record is the first row that counts, and only cited baselines can
-- precede it.
CREATE OR REPLACE MACRO state_of_the_art_at(min_confidence) AS TABLE
WITH record AS (
    SELECT board, min(rowid) AS place
    FROM derived.scores
    WHERE comparable AND role = 'proposed' AND coalesce(confidence >= min_confidence, true)
    GROUP BY board
),
best AS (
    SELECT c.*
    FROM derived.scores AS c
    JOIN record ON c.rowid = record.place
),
cited AS (
    SELECT b.board, count(*) AS better
    FROM derived.scores AS c
    JOIN best AS b USING (board)
    WHERE c.comparable
        AND c.role <> 'proposed'
        AND coalesce(c.confidence >= min_confidence, true)
        AND CASE WHEN b.direction = 'lower' THEN c.rank_value < b.rank_value ELSE c.rank_value > b.rank_value END
    GROUP BY b.board
)
SELECT
    1::BIGINT AS rank,
    1 + coalesce(cited.better, 0) AS rank_all,
    best.* EXCLUDE (board, comparable, rank_value),
    best.comparable,
    best.rank_value
FROM best
LEFT JOIN cited USING (board);

CREATE OR REPLACE VIEW state_of_the_art AS FROM state_of_the_art_at(NULL);
