-- One row for each score on each benchmark. Scores are ranked together only if benchmark, metric and split are the same, in the direction
-- that the registry gives the metric. Scores without a rank: those of metrics without a direction (unregistered or unspecified), and values
-- outside the metric's bounds. rank counts only papers' own results, rank_all also the baselines they cite.
-- leaderboard_at(0.6) ranks only scores with a confidence of at least 0.6; scores without a confidence are kept.
-- leaderboard_at(0.6, setting := 'zero-shot') ranks only results in that setting, leaderboard_at(0.6, setting := 'unspecified') only
-- those without one.
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
