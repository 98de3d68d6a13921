-- answers: The benchmarks with most claims, each with its fullest board: the best result, who holds it, and how the best moved over time.
-- param area: only this area of the registry (default: null)
-- param min_confidence: leaves out scores with a lower confidence, 0 to 1; those without one stay (default: null)
-- param limit: how many rows (default: 1000)
-- column benchmark: its name, as the other queries want it
-- column area: the registry's area
-- column task: the registry's task
-- column claims: claims of all kinds that name it, of any confidence
-- column papers: papers with such a claim
-- column listed: how many benchmarks there are in the area, also beyond the limit
-- column metric: metric of the board with most ranked results; null where nothing on the benchmark can be ranked
-- column split: split of that board
-- column direction: whether higher or lower is better
-- column results: scores on that board, cited baselines among them
-- column result_papers: papers they come from
-- column best: the best of the papers' own results on that board, on the metric's canonical scale
-- column unit: its unit
-- column bound: exact, up_to, at_least or about
-- column method: who holds it; null where the text gives the system no name
-- column paper_id: in which paper
-- column title: that paper's title
-- column year: that paper's year
-- column first_record: year of the first result that was the best known; null with fewer than two such results
-- column last_record: year of the last one
-- column curve: the best known at 24 equal steps of time from the first of these results to the last; null with fewer than two of them
WITH chosen AS (
    SELECT b.benchmark, b.area, b.task, b.claims, b.papers, b.metric, b.split, l.board
    FROM (
        SELECT *
        FROM derived.benchmarks
        WHERE $area::VARCHAR IS NULL OR area = $area::VARCHAR
        ORDER BY claims DESC, benchmark
        LIMIT $limit::BIGINT
    ) AS b
    LEFT JOIN derived.boards AS l USING (benchmark, metric, split)
),
sure AS (
    SELECT
        board, any_value(direction) AS direction, sum(results)::BIGINT AS results, sum(papers)::BIGINT AS papers,
        arg_min({best: best, unit: unit, bound: bound, method: method, paper_id: paper_id, title: title, year: year}, nth) AS holder
    FROM derived.levels
    WHERE board IN (SELECT board FROM chosen) AND confidence >= coalesce($min_confidence::DOUBLE, 0)
    GROUP BY board
),
running AS (
    SELECT board, published, max(goodness) OVER (PARTITION BY board ORDER BY published) AS goodness
    FROM derived.steps
    WHERE board IN (SELECT board FROM chosen) AND confidence >= coalesce($min_confidence::DOUBLE, 0)
),
drawn AS (
    SELECT board, list(day ORDER BY day) AS days, list(goodness ORDER BY day) AS bests
    FROM (SELECT board, goodness, epoch(min(published)) AS day FROM running GROUP BY board, goodness)
    GROUP BY board
    HAVING count(*) > 1
)
SELECT
    c.benchmark, c.area, c.task, c.claims, c.papers,
    (SELECT count(*) FROM derived.benchmarks WHERE $area::VARCHAR IS NULL OR area = $area::VARCHAR) AS listed,
    c.metric, c.split, s.direction, coalesce(s.results, 0) AS results, coalesce(s.papers, 0) AS result_papers,
    s.holder.best, s.holder.unit, s.holder.bound, s.holder.method, s.holder.paper_id, s.holder.title, s.holder.year,
    year(make_timestamp((d.days[1] * 1e6)::BIGINT)) AS first_record, year(make_timestamp((d.days[-1] * 1e6)::BIGINT)) AS last_record,
    CASE
        WHEN d.days IS NOT NULL
        THEN [
            d.bests[len(list_filter(d.days, lambda day: day <= d.days[1] + (d.days[-1] - d.days[1]) * step / 23))]
                * CASE WHEN s.direction = 'lower' THEN -1 ELSE 1 END
            FOR step IN range(24)
        ]
    END AS curve
FROM chosen AS c
LEFT JOIN sure AS s USING (board)
LEFT JOIN drawn AS d USING (board)
ORDER BY c.claims DESC, c.benchmark;
