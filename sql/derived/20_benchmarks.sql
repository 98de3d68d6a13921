-- For the overview: each benchmark with claims, with counts, and the best result of its fullest board (the one with the most results).
-- Counted bottom up, claims then papers (a claim that names a benchmark twice counts once), which is much faster than count(DISTINCT).
CREATE TEMPORARY TABLE counted AS
WITH named AS (
    SELECT benchmark, paper_id, claim_id, registered, true AS is_score, metric, year FROM derived.scores
    UNION ALL
    SELECT benchmark, paper_id, claim_id, registered, false, metric, year FROM derived.others WHERE benchmark IS NOT NULL
),
by_claim AS (
    SELECT benchmark, paper_id, claim_id, bool_or(registered) AS registered, any_value(is_score) AS is_score, any_value(year) AS year
    FROM named
    GROUP BY benchmark, paper_id, claim_id
),
by_paper AS (
    SELECT
        benchmark, bool_or(registered) AS registered, count(*) AS claims, count_if(is_score) AS scores, any_value(year) AS year
    FROM by_claim
    GROUP BY benchmark, paper_id
),
by_benchmark AS (
    SELECT
        benchmark, bool_or(registered) AS registered, sum(claims)::BIGINT AS claims, sum(scores)::BIGINT AS scores, count(*) AS papers,
        min(year) AS first_year, max(year) AS last_year
    FROM by_paper
    GROUP BY benchmark
),
metrics_of AS (
    SELECT benchmark, count(*) AS metrics
    FROM (SELECT DISTINCT benchmark, metric FROM named WHERE metric <> 'unspecified')
    GROUP BY benchmark
)
SELECT b.*, coalesce(m.metrics, 0) AS metrics
FROM by_benchmark AS b
LEFT JOIN metrics_of AS m USING (benchmark);

-- The fullest board has results of the most papers. Its best result is its record (see state_of_the_art): the first of its rows that nothing
-- speaks against, if at least three papers have results that are read with a confidence of at least 0.7.
CREATE TEMPORARY TABLE fullest AS
SELECT b.benchmark, b.board, b.task, b.metric, b.split, b.protocol, b.ranked, first.place
FROM (
    SELECT *
    FROM derived.boards
    WHERE ranked > 0
    QUALIFY row_number() OVER (PARTITION BY benchmark ORDER BY ranked DESC, protocol = 'ordinary' DESC, scores DESC, board) = 1
) AS b
LEFT JOIN (
    SELECT board, min(rowid) FILTER (doubt IS NULL) AS place
    FROM derived.scores
    WHERE comparable AND role = 'proposed' AND coalesce(confidence >= 0.7, true)
    GROUP BY board
    HAVING count(DISTINCT paper_id) >= 3
) AS first ON first.board = b.board;

CREATE OR REPLACE TABLE derived.benchmarks AS
SELECT
    c.benchmark, c.registered, r.area, coalesce(r.task, nullif(f.task, 'unspecified')) AS task, c.claims, c.scores, c.papers, c.metrics, c.first_year, c.last_year,
    f.board, f.task AS board_task, f.metric, f.split, f.protocol, f.ranked AS board_papers,
    b.rank_value AS best, b.canonical_unit AS unit, b.method, b.paper_id, b.title, b.year
FROM counted AS c
LEFT JOIN benchmarks AS r ON c.registered AND r.benchmark_id = c.benchmark
LEFT JOIN fullest AS f USING (benchmark)
LEFT JOIN derived.scores AS b ON b.rowid = f.place
ORDER BY c.claims DESC, c.benchmark;

DROP TABLE counted;
DROP TABLE fullest;

-- Every name and alias of each benchmark with claims, by its key.
CREATE OR REPLACE TABLE derived.spellings AS
SELECT benchmark, benchmark_key(spelling) AS spelling_key, claims
FROM (
    SELECT benchmark, benchmark AS spelling, claims FROM derived.benchmarks
    UNION
    SELECT b.benchmark, a.alias, b.claims FROM derived.benchmarks AS b JOIN aliases AS a ON a.kind = 'benchmark' AND a.name = b.benchmark
)
ORDER BY benchmark, spelling_key;

-- Benchmarks and claims of each area of research.
CREATE OR REPLACE TABLE derived.areas AS
SELECT r.area, count(DISTINCT b.benchmark) AS benchmarks, count(DISTINCT b.claim_id) AS claims
FROM claim_benchmarks AS b
LEFT JOIN benchmarks AS r USING (benchmark_id)
GROUP BY r.area
ORDER BY claims DESC, r.area NULLS LAST;
