-- Replace the registry by the one of this run.
DELETE FROM benchmarks WHERE benchmark_id NOT IN (SELECT benchmark_id FROM staged_benchmarks);
INSERT OR REPLACE INTO benchmarks SELECT benchmark_id, task, area FROM staged_benchmarks;

DELETE FROM metrics WHERE metric_id NOT IN (SELECT metric_id FROM staged_metrics);
INSERT OR REPLACE INTO metrics SELECT metric_id, direction, unit, low, high, family, kind FROM staged_metrics;

DELETE FROM aliases;
INSERT INTO aliases SELECT alias, kind, name FROM staged_aliases;

DELETE FROM task_ancestors;
INSERT INTO task_ancestors SELECT task, ancestor, area FROM staged_task_ancestors;

DELETE FROM benchmark_tasks;
INSERT INTO benchmark_tasks SELECT benchmark_id, position, task FROM staged_benchmark_tasks;

DELETE FROM board_metrics;
INSERT INTO board_metrics SELECT metric_id, board_metric, complement, scope FROM staged_board_metrics;

DELETE FROM default_metrics;
INSERT INTO default_metrics SELECT scope, metric_id FROM staged_default_metrics;
