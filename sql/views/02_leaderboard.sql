-- One row for each score on each benchmark. Numbers are ranked together only where benchmark, metric and split are the same, in the
-- direction the registry gives the metric. Without a rank stay: metrics without a direction (unregistered or unnamed), and values the
-- registry calls impossible. rank counts the papers' own results only, rank_all also the numbers they cite for comparison.
-- leaderboard_at(0.6) is the same without the scores whose confidence is lower, the others ranked anew; scores without a confidence stay.
CREATE OR REPLACE MACRO leaderboard_at(min_confidence) AS TABLE
WITH scores AS (
    SELECT
        *,
        direction IS NOT NULL
            AND canonical_value IS NOT NULL
            AND NOT list_has_any(flags, ['out-of-range', 'wrong-dimension']) AS comparable,
        -- A range counts by its worse end, so that it never takes a record it may not hold.
        CASE WHEN direction = 'lower' THEN coalesce(canonical_high, canonical_value) ELSE canonical_value END AS rank_value
    FROM claim_rows
    WHERE kind = 'score' AND benchmark IS NOT NULL AND coalesce(confidence >= min_confidence, true)
)
SELECT
    CASE WHEN comparable AND role = 'proposed' THEN
        rank() OVER (
            PARTITION BY benchmark, metric, split, comparable, role
            ORDER BY CASE WHEN direction = 'lower' THEN rank_value ELSE -rank_value END
        )
    END AS rank,
    CASE WHEN comparable THEN
        rank() OVER (
            PARTITION BY benchmark, metric, split, comparable
            ORDER BY CASE WHEN direction = 'lower' THEN rank_value ELSE -rank_value END
        )
    END AS rank_all,
    *
FROM scores;

CREATE OR REPLACE VIEW leaderboard AS FROM leaderboard_at(NULL);
