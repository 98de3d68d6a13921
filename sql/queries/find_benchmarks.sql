-- answers: Benchmarks with claims that are called like a text, under any of their names: the whole name first, then how it begins, then parts.
-- param text: what somebody typed; case, spaces and punctuation do not matter
-- param min_confidence: for the best result, leaves out scores with a lower confidence; those without one stay (default: null)
-- param limit: how many rows (default: 6)
-- column benchmark: the name to use
-- column fit: 0 for a whole name, 1 for how one begins, 2 for a part of one
-- column found: how many there are, also beyond the limit
-- column claims: claims that name it
-- column papers: papers with such a claim
-- column metric: metric of its fullest board
-- column split: split of that board
-- column best: the best of the papers' own results on that board
-- column unit: its unit
-- column bound: exact, up_to, at_least or about
WITH wanted AS (
    SELECT regexp_replace(lower($text::VARCHAR), '[^a-z0-9+]', '', 'g') AS key, lower(trim($text::VARCHAR)) AS said
),
named AS (
    SELECT benchmark, min(CASE WHEN spelling_key = key THEN 0 WHEN starts_with(spelling_key, key) THEN 1 ELSE 2 END) AS fit
    FROM listed.spellings, wanted
    WHERE key <> '' AND contains(spelling_key, key)
    GROUP BY benchmark
    UNION ALL
    -- Names in other alphabets have no key.
    SELECT benchmark, CASE WHEN lower(benchmark) = said THEN 0 WHEN starts_with(lower(benchmark), said) THEN 1 ELSE 2 END
    FROM listed.benchmarks, wanted
    WHERE key = '' AND said <> '' AND contains(lower(benchmark), said)
),
first AS (
    SELECT b.benchmark, named.fit, count(*) OVER () AS found, b.claims, b.papers, b.metric, b.split
    FROM named
    JOIN listed.benchmarks AS b USING (benchmark)
    ORDER BY named.fit, b.claims DESC, b.benchmark
    LIMIT $limit::BIGINT
),
sure AS (
    SELECT l.benchmark, arg_min({best: v.best, unit: v.unit, bound: v.bound}, v.nth) AS holder
    FROM first
    JOIN listed.boards AS l USING (benchmark, metric, split)
    JOIN listed.levels AS v USING (board)
    WHERE v.confidence >= coalesce($min_confidence::DOUBLE, 0)
    GROUP BY l.benchmark
)
SELECT f.benchmark, f.fit, f.found, f.claims, f.papers, f.metric, f.split, s.holder.best, s.holder.unit, s.holder.bound
FROM first AS f
LEFT JOIN sure AS s USING (benchmark)
ORDER BY f.fit, f.claims DESC, f.benchmark;
