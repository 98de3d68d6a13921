-- answers: Benchmarks for which papers state both a score and its cost, those with the most papers first.
-- param also: a benchmark to list even beyond the limit, if it has such papers (default: null)
-- param limit: maximum number of rows (default: 2000)
-- column benchmark: the benchmark
-- column papers: number of papers that state both, for the metric and cost with the most
-- column points: number of methods with both, over all its metrics and costs
SELECT benchmark, papers, points
FROM (
    SELECT
        benchmark, max(papers) AS papers, sum(points)::BIGINT AS points,
        row_number() OVER (ORDER BY max(papers) DESC, sum(points) DESC, benchmark) AS place
    FROM derived.tradeoff_choices
    GROUP BY benchmark
)
WHERE place <= $limit::BIGINT OR benchmark = $also::VARCHAR
ORDER BY place;
