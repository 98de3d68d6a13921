-- Systems: spellings of a method's name with the same method_key are one system, shown under its most frequent spelling.
CREATE TEMPORARY TABLE named AS
SELECT method_key, row_number() OVER (ORDER BY sum(claims) DESC, method_key)::INTEGER AS system, list(method ORDER BY claims DESC, method) AS spellings
FROM derived.methods
GROUP BY method_key;

CREATE TEMPORARY TABLE system_of AS
SELECT m.method, n.system
FROM derived.methods AS m
JOIN named AS n USING (method_key);

-- Queries rely on this order: the claims about a system are a contiguous range of row ids.
CREATE TEMPORARY TABLE in_order AS
WITH every AS (
    SELECT board, comparable, * EXCLUDE (board, comparable) FROM derived.scores
    UNION ALL BY NAME
    FROM derived.others
)
SELECT
    s.system, c.board, coalesce(c.comparable, false) AS comparable, c.method, c.benchmark, c.metric, c.split, c.task, c.protocol, c.doubt, c.kind, c.value, c.value_high, c.unit,
    c.change, c.bound, c.uncertainty, c.canonical_value, c.canonical_high, c.canonical_unit, c.rank_value, c.direction, c.role, c.baseline,
    c.settings, c.flags, c.confidence, c.quote, c.paper_id, c.title, c.year, c.claim_id
FROM every AS c
JOIN system_of AS s USING (method)
ORDER BY s.system;

-- Written from a temporary table, as in 10_claims.sql.
CREATE OR REPLACE TABLE derived.system_claims AS FROM in_order;
DROP TABLE in_order;

-- The boards on which a system has results that are comparable with another system's.
CREATE OR REPLACE TABLE derived.system_boards AS
SELECT system, board
FROM (SELECT DISTINCT system, board FROM derived.system_claims WHERE comparable)
QUALIFY count(*) OVER (PARTITION BY board) > 1
ORDER BY system, board;

CREATE OR REPLACE TABLE derived.systems AS
WITH by_paper AS (
    SELECT s.system, c.paper_id, count(*) AS claims, count_if(c.role = 'proposed') AS own
    FROM claims AS c
    JOIN system_of AS s USING (method)
    GROUP BY s.system, c.paper_id
),
counted AS (
    SELECT system, sum(claims)::BIGINT AS claims, count(*) AS papers, sum(own)::BIGINT AS own, count_if(own > 0)::BIGINT AS own_papers
    FROM by_paper
    GROUP BY system
),
benchmarks_of AS (
    SELECT system, count(*) AS benchmarks
    FROM (SELECT DISTINCT system, benchmark FROM derived.system_claims WHERE benchmark IS NOT NULL)
    GROUP BY system
),
boards_of AS (
    SELECT system, count(*) AS boards FROM derived.system_boards GROUP BY system
)
SELECT
    n.system, n.spellings[1] AS method, n.method_key, n.spellings, c.claims, c.papers, c.own, c.own_papers,
    coalesce(b.benchmarks, 0) AS benchmarks, coalesce(o.boards, 0) AS boards
FROM named AS n
JOIN counted AS c USING (system)
LEFT JOIN benchmarks_of AS b USING (system)
LEFT JOIN boards_of AS o USING (system)
ORDER BY n.system;

DROP TABLE named;
DROP TABLE system_of;
