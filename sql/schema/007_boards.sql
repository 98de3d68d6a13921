-- What the text does where a number is measured (task), under which conditions (protocol), and what the registry says of tasks, of metrics
-- that share a leaderboard, and of benchmarks' usual metrics. Null in an older database until its papers are extracted again.
ALTER TABLE claims ADD COLUMN task VARCHAR;
ALTER TABLE claims ADD COLUMN task_source VARCHAR; -- text or implied
ALTER TABLE claims ADD COLUMN protocol VARCHAR[];

-- Every task with each of its parents, their parents and so on, and itself.
CREATE TABLE task_ancestors (
    task VARCHAR NOT NULL,
    ancestor VARCHAR NOT NULL,
    area VARCHAR
);

-- The tasks a registered benchmark is usually used for, the default one first (position 0).
CREATE TABLE benchmark_tasks (
    benchmark_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    task VARCHAR NOT NULL
);

-- Metrics that are listed with another one. complement: as what is missing to 100 % of it (an error rate with an accuracy). scope: only on this
-- benchmark or for this task; null everywhere.
CREATE TABLE board_metrics (
    metric_id VARCHAR NOT NULL,
    board_metric VARCHAR NOT NULL,
    complement BOOLEAN NOT NULL,
    scope VARCHAR
);

-- The metric of a score in percent that names none, by benchmark or by task.
CREATE TABLE default_metrics (
    scope VARCHAR NOT NULL,
    metric_id VARCHAR NOT NULL
);
