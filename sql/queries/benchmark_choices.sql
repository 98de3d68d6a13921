-- answers: Which metrics and splits the scores of one benchmark have, the fullest board first.
-- param benchmark: the benchmark's name
-- param min_confidence: what leaderboard_rows will be given, for the column hidden (default: null)
-- column metric: as leaderboard_rows wants it
-- column split: as leaderboard_rows wants it
-- column direction: higher or lower is better; null where nobody has registered the metric
-- column unit: the metric's canonical unit
-- column scores: rows on this board
-- column hidden: scores among them with a confidence below min_confidence
-- column ranked: the papers' own comparable ones among them
-- column papers: papers they come from
-- column dated: ranked ones with a known year
-- column first_year: earliest year
-- column last_year: latest year
SELECT
    metric,
    split,
    any_value(direction) AS direction,
    any_value(canonical_unit) FILTER (comparable) AS unit,
    count(*) AS scores,
    count(*) FILTER (confidence < $min_confidence::DOUBLE) AS hidden,
    count(rank) AS ranked,
    count(DISTINCT paper_id) AS papers,
    count(*) FILTER (rank IS NOT NULL AND published IS NOT NULL) AS dated,
    min(year) AS first_year,
    max(year) AS last_year
FROM leaderboard
WHERE benchmark = $benchmark::VARCHAR
GROUP BY metric, split
ORDER BY ranked DESC, scores DESC, metric, split;
