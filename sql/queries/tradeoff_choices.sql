-- answers: Which scores and costs papers state together on one benchmark, the fullest pair of them first.
-- param benchmark: the benchmark's name
-- column metric: the score's metric, as tradeoff_rows wants it
-- column split: its split, as tradeoff_rows wants it
-- column cost: what it took, in words, as tradeoff_rows wants it
-- column papers: papers that state both about one system
-- column points: systems with both
-- column own: the papers' own among them
-- column quality_unit: the score's unit
-- column quality_direction: whether a higher or a lower score is better
-- column cost_direction: whether a higher or a lower cost is better; null where nobody knows
-- column is_level: true for an amount, false for a factor or share against a baseline
-- column first_year: earliest year
-- column last_year: latest year
SELECT
    metric, split, cost, papers, points, own, quality_unit, quality_direction, cost_direction, is_level, first_year, last_year
FROM derived.tradeoff_choices
WHERE benchmark = $benchmark::VARCHAR
ORDER BY papers DESC, own DESC, points DESC, metric, split, cost;
