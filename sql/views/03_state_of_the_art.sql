-- The best of the papers' own results for each benchmark, metric and split; of equal ones the earliest.
-- state_of_the_art_at(0.6) is the same over leaderboard_at(0.6).
CREATE OR REPLACE MACRO state_of_the_art_at(min_confidence) AS TABLE
SELECT *
FROM leaderboard_at(min_confidence)
WHERE rank = 1
QUALIFY row_number() OVER (
    PARTITION BY benchmark, metric, split
    ORDER BY published NULLS LAST, claim_id
) = 1;

CREATE OR REPLACE VIEW state_of_the_art AS FROM state_of_the_art_at(NULL);
