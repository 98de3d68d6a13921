-- The papers' best own comparable results that may hold a record (doubt is null), in chronological order, with the best value known on that
-- day; is_record marks those that were better than every earlier result. progress_at(0.6) is the same over leaderboard_at(0.6), and takes a setting as that does.
CREATE OR REPLACE MACRO progress_at(min_confidence, setting := NULL) AS TABLE
WITH dated AS (
    SELECT *, CASE WHEN direction = 'lower' THEN -rank_value ELSE rank_value END AS goodness
    FROM leaderboard_at(min_confidence, setting := setting)
    WHERE rank IS NOT NULL AND published IS NOT NULL AND doubt IS NULL
),
running AS (
    SELECT
        *,
        max(goodness) OVER (PARTITION BY benchmark, board ORDER BY published) AS best,
        max(goodness) OVER (
            PARTITION BY benchmark, board ORDER BY published
            RANGE BETWEEN UNBOUNDED PRECEDING AND INTERVAL 1 DAY PRECEDING
        ) AS best_before
    FROM dated
)
SELECT
    * EXCLUDE (goodness, best, best_before),
    CASE WHEN direction = 'lower' THEN -best ELSE best END AS running_best,
    CASE WHEN direction = 'lower' THEN -best_before ELSE best_before END AS best_before,
    goodness = best AND (best_before IS NULL OR goodness > best_before) AS is_record
FROM running;

CREATE OR REPLACE VIEW progress AS FROM progress_at(NULL);
