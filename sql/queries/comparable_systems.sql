-- answers: Methods that can be compared with others on the most leaderboards.
-- param limit: maximum number of rows (default: 500)
-- column method: the most frequent spelling
-- column boards: leaderboards (benchmark, metric and split) on which it can be compared with another method
SELECT method, boards
FROM derived.systems
WHERE boards > 0
ORDER BY boards DESC, system
LIMIT $limit::BIGINT;
