-- What each benchmark of a claim is listed under: its registered name, or for an unregistered one the most frequent of its spellings
-- (case, spaces and punctuation apart). An unregistered mention that looks like a registered name is one that the registry could not
-- decide, and is kept apart from it. The result depends on the tables alone, so that any order of loading ends in the same lists.
UPDATE claim_benchmarks SET benchmark = benchmark_id WHERE benchmark_id IS NOT NULL AND benchmark IS DISTINCT FROM benchmark_id;

CREATE TEMPORARY TABLE spelled AS
SELECT name, regexp_replace(lower(strip_accents(name)), '[^\pL\pN+]', '', 'g') AS key, count(*) AS times
FROM claim_benchmarks
WHERE benchmark_id IS NULL
GROUP BY name;

CREATE TEMPORARY TABLE taken AS
SELECT regexp_replace(lower(strip_accents(benchmark_id)), '[^\pL\pN+]', '', 'g') AS key FROM benchmarks
UNION
SELECT regexp_replace(lower(strip_accents(alias)), '[^\pL\pN+]', '', 'g') FROM aliases WHERE kind = 'benchmark';

CREATE TEMPORARY TABLE listed AS
SELECT
    name,
    first_value(name) OVER (PARTITION BY key ORDER BY times DESC, name)
        || CASE WHEN key IN (SELECT key FROM taken) THEN ' (ambiguous)' ELSE '' END AS benchmark
FROM spelled;

UPDATE claim_benchmarks
SET benchmark = listed.benchmark
FROM listed
WHERE claim_benchmarks.benchmark_id IS NULL
    AND claim_benchmarks.name = listed.name
    AND claim_benchmarks.benchmark IS DISTINCT FROM listed.benchmark;

DROP TABLE spelled;
DROP TABLE taken;
DROP TABLE listed;
