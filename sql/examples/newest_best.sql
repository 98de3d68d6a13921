SELECT benchmark, metric, method, rank_value AS best, canonical_unit AS unit, year
FROM state_of_the_art
ORDER BY year DESC NULLS LAST, benchmark
LIMIT 20
