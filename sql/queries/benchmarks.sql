-- answers: Which benchmarks there are, the ones with most claims first, each with the best result of its fullest board.
-- param search: only benchmarks whose name or alias contains this text; case, spaces and punctuation do not matter (default: null)
-- param area: only this area of the registry (default: null)
-- param registered: only registered (true) or unregistered (false) ones (default: null)
-- param limit: how many rows (default: 1000)
-- column benchmark: its name, as the other queries want it
-- column registered: whether the registry knows it
-- column area: the registry's area
-- column task: the registry's task
-- column claims: claims of all kinds that name it
-- column scores: scores among them
-- column papers: papers with such a claim
-- column metrics: how many metrics, as grouped
-- column first_year: earliest year of such a paper
-- column last_year: latest year of such a paper
-- column metric: metric of the board with most ranked results
-- column split: split of that board
-- column best: best of the papers' own results on it, on the metric's canonical scale
-- column unit: its unit
-- column method: who holds it
-- column paper_id: in which paper
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
