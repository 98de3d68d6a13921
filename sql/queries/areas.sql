-- answers: Which areas the benchmarks with claims belong to.
-- column area: the registry's area; null for unregistered benchmarks
-- column benchmarks: benchmarks with claims in it
-- column claims: claims that name them
SELECT area, benchmarks, claims
FROM derived.areas
ORDER BY claims DESC, area NULLS LAST;
