-- answers: Benchmarks with claims whose name or alias contains a text: whole names first, then names that begin with it, then the others.
-- param text: the text; case, spaces and punctuation do not matter
-- param min_confidence: for the best result, only scores with at least this confidence; scores without one are kept (default: null)
-- param limit: maximum number of rows (default: 6)
-- column benchmark: the benchmark's name
-- column fit: 0 for a whole name, 1 for the beginning of one, 2 for a part of one
-- column found: total number of matches, including those beyond the limit
-- column claims: number of claims that name it
-- column papers: number of papers with such a claim
-- column metric: metric of the leaderboard with the most results
-- column split: split of that leaderboard
-- column board_task: task of that leaderboard
-- column protocol: protocol of that leaderboard
-- column best: the record of that leaderboard; null where fewer than three papers have own results on it
-- column unit: its unit
-- column bound: exact, up_to, at_least or about
WITH first AS (
    SELECT b.benchmark, named.fit, count(*) OVER () AS found, b.claims, b.papers, b.metric, b.split, b.board_task, b.protocol, b.board
    FROM benchmarks_named(trim($text::VARCHAR)) AS named
    JOIN derived.benchmarks AS b USING (benchmark)
    WHERE trim($text::VARCHAR) <> ''
    ORDER BY named.fit, b.claims DESC, b.benchmark
    LIMIT $limit::BIGINT
),
record AS (
    SELECT first.benchmark, CASE WHEN sum(v.own_papers) >= 3 THEN arg_min({best: v.best, unit: v.unit, bound: v.bound}, v.nth) END AS holder
    FROM first
    JOIN derived.levels AS v USING (board)
    WHERE v.confidence >= coalesce($min_confidence::DOUBLE, 0)
    GROUP BY first.benchmark
)
SELECT f.benchmark, f.fit, f.found, f.claims, f.papers, f.metric, f.split, f.board_task, f.protocol, r.holder.best, r.holder.unit, r.holder.bound
FROM first AS f
LEFT JOIN record AS r USING (benchmark)
ORDER BY f.fit, f.claims DESC, f.benchmark;
