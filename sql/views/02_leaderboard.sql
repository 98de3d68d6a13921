-- One row for each score on each benchmark. Numbers are ranked together only where benchmark, metric and split are the same, in the
-- direction the registry gives the metric. Without a rank stay: metrics without a direction (unregistered or unnamed), and values the
-- registry calls impossible. rank counts the papers' own results only, rank_all also the numbers they cite for comparison.
-- leaderboard_at(0.6) is the same without the scores whose confidence is lower, the others ranked anew; scores without a confidence stay.
-- leaderboard_at(0.6, setting := 'zero-shot') ranks only those made in that setting, leaderboard_at(0.6, setting := 'unspecified') only
-- those for which no setting is named.
CREATE OR REPLACE MACRO leaderboard_at(min_confidence, setting := NULL) AS TABLE
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
    * EXCLUDE (board, comparable, rank_value),
    comparable,
    rank_value
FROM derived.scores
WHERE coalesce(confidence >= min_confidence, true)
    AND (setting IS NULL OR list_contains(settings, setting) OR (setting = 'unspecified' AND len(settings) = 0));

CREATE OR REPLACE VIEW leaderboard AS FROM leaderboard_at(NULL);
