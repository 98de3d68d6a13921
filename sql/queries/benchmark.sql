-- answers: One benchmark by its name or an alias.
-- param name: its name or an alias; case, spaces and punctuation do not matter
-- column benchmark: its name, for the other queries
-- column registered: whether it is in the registry
-- column area: area of research
-- column task: task of the benchmark
-- column claims: claims of all kinds that name it
-- column scores: scores among them
-- column papers: papers with such a claim
-- column gains: gains among the claims
-- column efficiency: ratios and costs among them
SELECT
    b.benchmark, b.registered, b.area, b.task, b.claims, b.scores, b.papers,
    (SELECT count(*) FROM derived.others AS o WHERE o.benchmark = b.benchmark AND o.kind = 'gain') AS gains,
    (SELECT count(*) FROM derived.others AS o WHERE o.benchmark = b.benchmark AND o.kind IN ('ratio', 'cost')) AS efficiency
FROM derived.benchmarks AS b
JOIN benchmarks_named($name::VARCHAR) AS named USING (benchmark)
WHERE named.fit = 0
ORDER BY b.benchmark = $name::VARCHAR DESC, b.scores DESC, b.claims DESC, b.benchmark
LIMIT 1;
