-- The name under which each benchmark of a claim is listed: the registered name, or for an unregistered benchmark its most frequent
-- spelling (spellings with the same benchmark_key are one benchmark). An unregistered mention whose key is that of a registered name is one that the
-- registry found ambiguous, and is listed separately. The result depends only on the tables, not on the order of loading.
UPDATE claim_benchmarks SET benchmark = benchmark_id WHERE benchmark_id IS NOT NULL AND benchmark IS DISTINCT FROM benchmark_id;

CREATE TEMPORARY TABLE spelled AS
SELECT name, benchmark_key(name) AS key, count(*) AS times
FROM claim_benchmarks
WHERE benchmark_id IS NULL
GROUP BY name;

CREATE TEMPORARY TABLE taken AS
SELECT benchmark_key(benchmark_id) AS key FROM benchmarks
UNION
SELECT benchmark_key(alias) FROM aliases WHERE kind = 'benchmark';

CREATE TEMPORARY TABLE usual AS
SELECT
    name,
    first_value(name) OVER (PARTITION BY key ORDER BY times DESC, name)
        || CASE WHEN key IN (SELECT key FROM taken) THEN ' (ambiguous)' ELSE '' END AS benchmark
FROM spelled;

UPDATE claim_benchmarks
SET benchmark = usual.benchmark
FROM usual
WHERE claim_benchmarks.benchmark_id IS NULL
    AND claim_benchmarks.name = usual.name
    AND claim_benchmarks.benchmark IS DISTINCT FROM usual.benchmark;

DROP TABLE spelled;
DROP TABLE taken;
DROP TABLE usual;
