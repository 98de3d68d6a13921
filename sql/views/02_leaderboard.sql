-- One row for each score on each benchmark. Scores are ranked together only if benchmark, task, metric, split and protocol are the same, in the
-- direction that the registry gives the metric. A paper holds one rank on a board, with its best own result; its others have none (folded).
-- Also without a rank: scores of metrics without a direction (unregistered or unspecified), and values outside the metric's bounds. Ties
-- share a rank. rank counts only papers' own results, rank_all also the methods that papers cite. doubt says why a result holds no record
-- before something confirms it: only-paper or far-ahead.
-- leaderboard_at(0.6) ranks only scores with a confidence of at least 0.6; scores without a confidence are kept.
-- leaderboard_at(0.6, setting := 'zero-shot') ranks only results in that setting, leaderboard_at(0.6, setting := 'unspecified') only
-- those without one.
CREATE OR REPLACE MACRO leaderboard_at(min_confidence, setting := NULL) AS TABLE
WITH kept AS (
    SELECT
        *,
        comparable AND row_number() OVER (
            PARTITION BY benchmark, board, comparable, role, paper_id, CASE WHEN role <> 'proposed' THEN coalesce(method, claim_id) END
            ORDER BY CASE WHEN direction = 'lower' THEN rank_value ELSE -rank_value END, start_offset, claim_id
        ) = 1 AS leads
    FROM derived.scores
    WHERE coalesce(confidence >= min_confidence, true)
        AND (setting IS NULL OR list_contains(settings, setting) OR (setting = 'unspecified' AND len(settings) = 0))
)
SELECT
    CASE WHEN leads AND role = 'proposed' THEN
        rank() OVER (
            PARTITION BY benchmark, board, leads, role
            ORDER BY CASE WHEN direction = 'lower' THEN rank_value ELSE -rank_value END
        )
    END AS rank,
    CASE WHEN leads THEN
        rank() OVER (
            PARTITION BY benchmark, board, leads
            ORDER BY CASE WHEN direction = 'lower' THEN rank_value ELSE -rank_value END
        )
    END AS rank_all,
    comparable AND NOT leads AS folded,
    * EXCLUDE (comparable, rank_value, leads),
    comparable,
    rank_value
FROM kept;

CREATE OR REPLACE VIEW leaderboard AS FROM leaderboard_at(NULL);
