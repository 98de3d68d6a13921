-- answers: Other methods that share the most leaderboards with the given methods.
-- param methods: names of methods, separated by |; case, punctuation and spaces do not matter
-- param limit: maximum number of rows (default: 12)
-- column method: the other method, under its most frequent spelling
-- column boards: leaderboards on which it can be compared with at least one of them
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
