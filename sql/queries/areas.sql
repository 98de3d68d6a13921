-- answers: Which areas the benchmarks with claims belong to.
-- column area: the registry's area; null for unregistered benchmarks
-- column benchmarks: benchmarks with claims in it
-- column claims: claims that name them
SELECT r.area, count(DISTINCT b.benchmark) AS benchmarks, count(DISTINCT b.claim_id) AS claims
FROM claim_benchmarks AS b
LEFT JOIN benchmarks AS r USING (benchmark_id)
GROUP BY r.area
ORDER BY claims DESC, r.area NULLS LAST;
