-- answers: On which benchmarks papers state both a score and what it cost, the fullest first.
-- param also: a benchmark to list in any case, if it has any (default: null)
-- param limit: how many rows (default: 2000)
-- column benchmark: the benchmark
-- column papers: papers that state both, for its fullest metric and cost
-- column points: systems with both, over all its metrics and costs
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
