-- answers: Which two systems share most benchmarks, with metric and split; looked for among the 100 that can be compared on most.
-- param limit: how many rows (default: 12)
-- column one: a system, by the spelling with most claims
-- column other: another
-- column boards: benchmarks, metrics and splits on which both have results that can be compared
WITH widest AS (
    SELECT system, method FROM derived.systems WHERE boards > 0 ORDER BY boards DESC, system LIMIT 100
),
places AS (
    SELECT w.system, w.method, b.board FROM derived.system_boards AS b JOIN widest AS w USING (system)
)
SELECT a.method AS one, b.method AS other, count(*) AS boards
FROM places AS a
JOIN places AS b ON a.board = b.board AND a.system < b.system
GROUP BY ALL
ORDER BY boards DESC, min(a.system), min(b.system)
LIMIT $limit::BIGINT;
