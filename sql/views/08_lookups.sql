-- Benchmarks with claims that have a text in their name or in one of their aliases: fit is 0 for a whole name, 1 for how a name begins, 2 for
-- a part of one. Everything that looks up a benchmark by a name somebody typed goes through this macro.
CREATE OR REPLACE MACRO benchmarks_named(search) AS TABLE
SELECT
    benchmark,
    min(CASE WHEN spelling_key = benchmark_key(search) THEN 0 WHEN starts_with(spelling_key, benchmark_key(search)) THEN 1 ELSE 2 END) AS fit
FROM derived.spellings
WHERE contains(spelling_key, benchmark_key(search))
GROUP BY benchmark;

-- Systems by any spelling of their names, with | between several names.
CREATE OR REPLACE MACRO systems_named(names) AS TABLE
SELECT system, method
FROM derived.systems
WHERE method_key IN (SELECT method_key(trim(name)) FROM (SELECT unnest(string_split(names, '|')) AS name));

-- The fullest board of a benchmark, metric and split: of all tasks and protocols, or of those given. Where no board has the metric itself, it
-- may be one that is listed on the board (error rate for accuracy); split 'test' is listed as 'unspecified'.
CREATE OR REPLACE MACRO board_of(benchmark_, metric_, split_, task_, protocol_) AS (
    SELECT arg_max(board, (metric = metric_, ranked, protocol = 'ordinary', scores, -board))
    FROM derived.boards
    WHERE benchmark = benchmark_
        AND (
            metric = metric_
            OR (metric, benchmark) IN (SELECT (board_metric, benchmark_) FROM board_metrics WHERE metric_id = metric_ AND scope IS NULL)
            OR (metric, benchmark) IN (SELECT (board_metric, scope) FROM board_metrics WHERE metric_id = metric_)
            OR (metric, task) IN (SELECT (board_metric, scope) FROM board_metrics WHERE metric_id = metric_)
        )
        AND split = CASE WHEN lower(split_) IN ('test', 'test set') THEN 'unspecified' ELSE split_ END
        AND (task_ IS NULL OR task = task_)
        AND (protocol_ IS NULL OR protocol = protocol_)
);
