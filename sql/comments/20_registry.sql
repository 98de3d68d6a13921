-- What the tables of the registry hold: the registry as it was when the claims were extracted.
COMMENT ON TABLE benchmarks IS 'The registered benchmarks.';
COMMENT ON COLUMN benchmarks.benchmark_id IS 'canonical name';
COMMENT ON COLUMN benchmarks.task IS 'task of the benchmark';
COMMENT ON COLUMN benchmarks.area IS 'area of research';

COMMENT ON TABLE metrics IS 'The registered metrics with their direction and unit.';
COMMENT ON COLUMN metrics.metric_id IS 'canonical name';
COMMENT ON COLUMN metrics.direction IS 'whether higher or lower is better';
COMMENT ON COLUMN metrics.unit IS 'canonical unit; any for a metric measured in units that cannot be converted';
COMMENT ON COLUMN metrics.low IS 'lowest possible value in the canonical unit';
COMMENT ON COLUMN metrics.high IS 'highest possible value in the canonical unit';
COMMENT ON COLUMN metrics.family IS 'family of related metrics';
COMMENT ON COLUMN metrics.kind IS 'quality or cost';

COMMENT ON TABLE aliases IS 'Other names of registered benchmarks and metrics.';
COMMENT ON COLUMN aliases.alias IS 'the other name';
COMMENT ON COLUMN aliases.kind IS 'benchmark or metric';
COMMENT ON COLUMN aliases.name IS 'canonical name that it stands for';

COMMENT ON TABLE task_ancestors IS 'Every task with each of its parents, their parents and so on, and itself.';
COMMENT ON COLUMN task_ancestors.task IS 'the task';
COMMENT ON COLUMN task_ancestors.ancestor IS 'the task itself, or one above it';
COMMENT ON COLUMN task_ancestors.area IS 'area of research';

COMMENT ON TABLE benchmark_tasks IS 'The tasks that a registered benchmark is usually used for.';
COMMENT ON COLUMN benchmark_tasks.benchmark_id IS 'canonical name of the benchmark';
COMMENT ON COLUMN benchmark_tasks.position IS 'position in the registry''s order, from 0; the first is the default';
COMMENT ON COLUMN benchmark_tasks.task IS 'the task';

COMMENT ON TABLE board_metrics IS 'Metrics that are listed on the leaderboards of another metric.';
COMMENT ON COLUMN board_metrics.metric_id IS 'the metric as papers report it';
COMMENT ON COLUMN board_metrics.board_metric IS 'the metric of the leaderboards that list it';
COMMENT ON COLUMN board_metrics.complement IS 'whether it is listed as what is missing to 100 %, such as an error rate as an accuracy';
COMMENT ON COLUMN board_metrics.scope IS 'only on this benchmark or for this task; null everywhere';

COMMENT ON TABLE default_metrics IS 'The metric of a score in percent for which the text names none.';
COMMENT ON COLUMN default_metrics.scope IS 'the benchmark or the task';
COMMENT ON COLUMN default_metrics.metric_id IS 'the metric';
