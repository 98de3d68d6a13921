-- answers: Which other systems share most benchmarks, with metric and split, with some systems.
-- param methods: the systems' names with | between them; case, hyphens and blanks do not matter
-- param limit: how many rows (default: 12)
-- column method: the other system, by the spelling with most claims
-- column boards: benchmarks, metrics and splits on which it can be compared with at least one of them
WITH chosen AS (
    SELECT system FROM systems_named($methods::VARCHAR)
),
shared AS (
    SELECT b.system, count(*) AS boards
    FROM derived.system_boards AS b
    WHERE b.board IN (SELECT board FROM derived.system_boards JOIN chosen USING (system)) AND b.system NOT IN (SELECT system FROM chosen)
    GROUP BY b.system
    ORDER BY boards DESC, b.system
    LIMIT $limit::BIGINT
)
SELECT s.method, n.boards
FROM shared AS n
JOIN derived.systems AS s USING (system)
ORDER BY n.boards DESC, s.system;
