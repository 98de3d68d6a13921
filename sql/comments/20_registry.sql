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
