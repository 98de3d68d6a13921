-- answers: Areas of research, with the number of benchmarks and claims in each.
-- column area: area of research; null for unregistered benchmarks
-- column benchmarks: benchmarks with claims in it
-- column claims: claims that name them
SELECT area, benchmarks, claims
FROM derived.areas
ORDER BY claims DESC, area NULLS LAST;
