-- answers: The leaderboards (metric, split, task and protocol) of one benchmark, the one with the most results first.
-- param benchmark: the benchmark's name
-- param min_confidence: minimum confidence given to leaderboard_rows, for the column hidden (default: null)
-- column metric: the metric, for leaderboard_rows
-- column split: the split, for leaderboard_rows; unspecified where the text names none or the test set
-- column task: the task, for leaderboard_rows
-- column protocol: the protocol, for leaderboard_rows; ordinary is the usual use of the benchmark
-- column direction: whether higher or lower is better; null for unregistered metrics
-- column unit: the metric's canonical unit
-- column scores: number of results
-- column hidden: scores among them with a confidence below min_confidence
-- column ranked: number of the papers' own comparable results among them
-- column folded: other comparable results of papers that hold a rank with a better one
-- column papers: papers they come from
-- column dated: ranked ones with a known year
-- column first_year: earliest year
-- column last_year: latest year
SELECT
    metric,
    split,
    task,
    protocol,
    any_value(direction) AS direction,
    any_value(canonical_unit) FILTER (comparable) AS unit,
    count(*) AS scores,
    count(*) FILTER (confidence < $min_confidence::DOUBLE) AS hidden,
    count(rank) AS ranked,
    count(*) FILTER (folded) AS folded,
    count(DISTINCT paper_id) AS papers,
    count(*) FILTER (rank IS NOT NULL AND published IS NOT NULL) AS dated,
    min(year) AS first_year,
    max(year) AS last_year
FROM leaderboard
WHERE benchmark = $benchmark::VARCHAR
GROUP BY metric, split, task, protocol
ORDER BY ranked DESC, protocol = 'ordinary' DESC, scores DESC, metric, split, task, protocol;
