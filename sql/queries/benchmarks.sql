-- answers: Which benchmarks there are, the ones with most claims first, each with the best result of its fullest board.
-- param search: only names that contain this text, in any case (default: null)
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
WITH counted AS (
    SELECT
        benchmark,
        bool_or(registered) AS registered,
        count(DISTINCT claim_id) AS claims,
        count(DISTINCT claim_id) FILTER (kind = 'score') AS scores,
        count(DISTINCT paper_id) AS papers,
        count(DISTINCT metric) FILTER (metric <> 'unspecified') AS metrics,
        min(year) AS first_year,
        max(year) AS last_year
    FROM claim_rows
    WHERE benchmark IS NOT NULL
        AND ($search::VARCHAR IS NULL OR contains(lower(benchmark), lower($search::VARCHAR)))
    GROUP BY benchmark
),
chosen AS (
    SELECT c.*, r.area, r.task
    FROM counted AS c
    LEFT JOIN benchmarks AS r ON c.registered AND r.benchmark_id = c.benchmark
    WHERE ($area::VARCHAR IS NULL OR r.area = $area::VARCHAR)
        AND ($registered::BOOLEAN IS NULL OR c.registered = $registered::BOOLEAN)
    ORDER BY c.claims DESC, c.benchmark
    LIMIT $limit::BIGINT
),
fullest AS (
    SELECT benchmark, metric, split
    FROM leaderboard
    WHERE rank IS NOT NULL AND benchmark IN (SELECT benchmark FROM chosen)
    GROUP BY benchmark, metric, split
    QUALIFY row_number() OVER (PARTITION BY benchmark ORDER BY count(*) DESC, metric, split) = 1
),
best AS (
    SELECT s.benchmark, s.metric, s.split, s.rank_value AS best, s.canonical_unit AS unit, s.method, s.paper_id, s.title, s.year
    FROM state_of_the_art AS s
    JOIN fullest USING (benchmark, metric, split)
)
SELECT
    c.benchmark, c.registered, c.area, c.task, c.claims, c.scores, c.papers, c.metrics, c.first_year, c.last_year,
    b.metric, b.split, b.best, b.unit, b.method, b.paper_id, b.title, b.year
FROM chosen AS c
LEFT JOIN best AS b USING (benchmark)
ORDER BY c.claims DESC, c.benchmark;
