-- The best of the papers' own results for each benchmark, metric and split; of equal ones the earliest.
CREATE OR REPLACE VIEW state_of_the_art AS
SELECT *
FROM leaderboard
WHERE rank = 1
QUALIFY row_number() OVER (
    PARTITION BY benchmark, metric, split
    ORDER BY published NULLS LAST, claim_id
) = 1;
