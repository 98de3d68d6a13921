-- answers: Scores and costs that papers state together on one benchmark, those with the most papers first.
-- param benchmark: the benchmark's name
-- column metric: the score's metric, for tradeoff_rows
-- column split: its split, for tradeoff_rows
-- column cost: the cost and how it is measured, for tradeoff_rows
-- column papers: number of papers that state both for one method
-- column points: number of methods with both
-- column own: number of papers' own methods among them
-- column quality_unit: the score's unit
-- column quality_direction: whether a higher or a lower score is better
-- column cost_direction: whether a higher or a lower cost is better; null for unregistered metrics
-- column is_level: true for an amount, false for a factor or share against a baseline
-- column first_year: earliest year
-- column last_year: latest year
SELECT
    metric, split, cost, papers, points, own, quality_unit, quality_direction, cost_direction, is_level, first_year, last_year
FROM derived.tradeoff_choices
WHERE benchmark = $benchmark::VARCHAR
ORDER BY papers DESC, own DESC, points DESC, metric, split, cost;
