-- The task under which a score on a benchmark is listed. A benchmark has its usual tasks: those of the registry, or for an unregistered
-- benchmark the task that its scores name most often. A score belongs to the first usual task that is the task its text names, one of its
-- parents or one of its children; a task that fits none is a leaderboard of its own; a score without a task takes the default.
CREATE TEMPORARY TABLE usual_tasks AS
SELECT benchmark_id AS benchmark, position, task FROM benchmark_tasks
UNION ALL
SELECT b.benchmark, 0, mode(c.task ORDER BY c.task)
FROM claims AS c
JOIN claim_benchmarks AS b USING (claim_id)
WHERE c.kind = 'score' AND c.task IS NOT NULL AND b.benchmark NOT IN (SELECT benchmark_id FROM benchmark_tasks)
GROUP BY b.benchmark;

CREATE OR REPLACE TABLE derived.board_tasks AS
WITH named AS (
    SELECT DISTINCT b.benchmark, c.task
    FROM claims AS c
    JOIN claim_benchmarks AS b USING (claim_id)
    WHERE c.kind = 'score'
),
related AS (
    SELECT task, ancestor AS other FROM task_ancestors
    UNION
    SELECT ancestor, task FROM task_ancestors
)
SELECT
    n.benchmark, n.task,
    coalesce(
        arg_min(u.task, u.position) FILTER (n.task IS NULL OR n.task = u.task OR r.other IS NOT NULL),
        n.task,
        'unspecified'
    ) AS board_task,
    -- The metric of a score in percent that names none: the benchmark's own for its default task, else that of the task.
    CASE WHEN board_task = arg_min(u.task, u.position) THEN coalesce(any_value(b.metric_id), any_value(d.metric_id)) END AS default_metric
FROM named AS n
LEFT JOIN usual_tasks AS u USING (benchmark)
LEFT JOIN related AS r ON r.task = n.task AND r.other = u.task
LEFT JOIN default_metrics AS b ON b.scope = n.benchmark
LEFT JOIN default_metrics AS d ON d.scope = u.task AND u.position = 0
GROUP BY n.benchmark, n.task;

DROP TABLE usual_tasks;
