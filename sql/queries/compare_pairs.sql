-- answers: Pairs of methods with the most leaderboards in common, among the 100 methods that can be compared on the most.
-- param limit: maximum number of rows (default: 12)
-- column one: a method, under its most frequent spelling
-- column other: another method
-- column boards: leaderboards on which both have comparable results
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
