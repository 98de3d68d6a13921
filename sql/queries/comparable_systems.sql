-- answers: Which systems can be compared with others on most benchmarks.
-- param limit: how many rows (default: 500)
-- column method: the spelling with most claims
-- column boards: benchmarks, metrics and splits on which it can be compared with another system
SELECT method, boards
FROM derived.systems
WHERE boards > 0
ORDER BY boards DESC, system
LIMIT $limit::BIGINT;
