-- Replace the registry by the one of this run.
DELETE FROM benchmarks WHERE benchmark_id NOT IN (SELECT benchmark_id FROM staged_benchmarks);
INSERT OR REPLACE INTO benchmarks SELECT benchmark_id, task, area FROM staged_benchmarks;

DELETE FROM metrics WHERE metric_id NOT IN (SELECT metric_id FROM staged_metrics);
INSERT OR REPLACE INTO metrics SELECT metric_id, direction, unit, low, high, family, kind FROM staged_metrics;

DELETE FROM aliases;
INSERT INTO aliases SELECT alias, kind, name FROM staged_aliases;
