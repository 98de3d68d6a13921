-- answers: The benchmarks, most claims first, each with the best result of its leaderboard with the most results.
-- param search: only benchmarks whose name or alias contains this text; case, spaces and punctuation do not matter (default: null)
-- param area: only this area of the registry (default: null)
-- param registered: only registered (true) or unregistered (false) ones (default: null)
-- param limit: maximum number of rows (default: 1000)
-- column benchmark: its name, for the other queries
-- column registered: whether it is in the registry
-- column area: area of research
-- column task: task of the benchmark
-- column claims: claims of all kinds that name it
-- column scores: scores among them
-- column papers: papers with such a claim
-- column metrics: number of metrics
-- column first_year: earliest year of such a paper
-- column last_year: latest year of such a paper
-- column metric: metric of the leaderboard with the most ranked results
-- column split: split of that leaderboard
-- column best: best of the papers' own results on it, in the metric's canonical unit
-- column unit: its unit
-- column method: the method that holds it
-- column paper_id: id of its paper
-- column title: that paper's title
-- column year: that paper's year
SELECT
    benchmark, registered, area, task, claims, scores, papers, metrics, first_year, last_year, metric, split, best, unit, method, paper_id,
    title, year
FROM derived.benchmarks
WHERE ($search::VARCHAR IS NULL OR benchmark IN (SELECT named.benchmark FROM benchmarks_named($search::VARCHAR) AS named))
    AND ($area::VARCHAR IS NULL OR area = $area::VARCHAR)
    AND ($registered::BOOLEAN IS NULL OR registered = $registered::BOOLEAN)
ORDER BY claims DESC, benchmark
LIMIT $limit::BIGINT;
