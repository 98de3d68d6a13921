-- answers: Benchmarks with claims whose name or alias is most similar to a text.
-- param name: the text; case, spaces and punctuation do not matter
-- param limit: maximum number of rows (default: 5)
-- column benchmark: the benchmark's name
-- column likeness: similarity, 0 to 1; 1 for the same name but for case, spaces and punctuation
-- column claims: claims that name it
WITH compared AS (
    SELECT benchmark, claims, spelling_key, benchmark_key($name::VARCHAR) AS wanted
    FROM derived.spellings
)
SELECT
    benchmark,
    max(
        CASE
            WHEN contains(spelling_key, wanted) AND spelling_key <> wanted AND wanted <> '' THEN 0.95
            ELSE jaro_winkler_similarity(spelling_key, wanted)
        END
    ) AS likeness,
    any_value(claims) AS claims
FROM compared
GROUP BY benchmark
HAVING likeness > 0.7
ORDER BY likeness DESC, claims DESC, benchmark
LIMIT $limit::BIGINT;
