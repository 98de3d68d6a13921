-- answers: The benchmarks with the most claims, each with its largest leaderboard: best result, its holder, and progress over time.
-- param area: only this area of the registry (default: null)
-- param min_confidence: only scores with at least this confidence, 0 to 1; scores without one are kept (default: null)
-- param limit: maximum number of rows (default: 1000)
-- column benchmark: its name, for the other queries
-- column area: area of research
-- column task: task of the benchmark
-- column claims: claims of all kinds that name it, of any confidence
-- column papers: papers with such a claim
-- column listed: total number of benchmarks in the area, including those beyond the limit
-- column metric: metric of the leaderboard with the most ranked results; null where nothing on the benchmark can be ranked
-- column split: split of that leaderboard
-- column board_task: task of that leaderboard
-- column protocol: protocol of that leaderboard; ordinary is the usual use of the benchmark
-- column direction: whether higher or lower is better
-- column results: scores on that leaderboard, cited baselines among them
-- column result_papers: papers they come from
-- column best: the record of that leaderboard, in the metric's canonical unit; null where fewer than three papers have own results on it
-- column unit: its unit
-- column bound: exact, up_to, at_least or about
-- column method: the method that holds it; null where the abstract does not name it
-- column paper_id: id of its paper
-- column title: that paper's title
-- column year: that paper's year
-- column first_record: year of the first record; null with fewer than two records
-- column last_record: year of the latest record
-- column curve: best known value at 24 equally spaced times from the first record to the latest; null with fewer than two records
WITH chosen AS (
    SELECT b.benchmark, b.area, b.task, b.claims, b.papers, b.metric, b.split, b.board_task, b.protocol, b.board
    FROM (
        SELECT *
        FROM derived.benchmarks
        WHERE $area::VARCHAR IS NULL OR area = $area::VARCHAR
        ORDER BY claims DESC, benchmark
        LIMIT $limit::BIGINT
    ) AS b
),
sure AS (
    SELECT
        board, any_value(direction) AS direction, sum(results)::BIGINT AS results, sum(papers)::BIGINT AS papers,
        CASE WHEN sum(own_papers) >= 3 THEN
            arg_min({best: best, unit: unit, bound: bound, method: method, paper_id: paper_id, title: title, year: year}, nth)
        END AS holder
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
    c.metric, c.split, c.board_task, c.protocol, s.direction, coalesce(s.results, 0) AS results, coalesce(s.papers, 0) AS result_papers,
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
