-- answers: One benchmark, by its name or by another spelling of it.
-- param name: as somebody wrote it; case, spaces and punctuation do not matter
-- column benchmark: its name, as the other queries want it
-- column registered: whether the registry knows it
-- column area: the registry's area
-- column task: the registry's task
-- column claims: claims of all kinds that name it
-- column scores: scores among them
-- column papers: papers with such a claim
-- column gains: gains among the claims
-- column efficiency: ratios and costs among them
SELECT
    b.benchmark, b.registered, b.area, b.task, b.claims, b.scores, b.papers,
    (SELECT count(*) FROM listed.others AS o WHERE o.benchmark = b.benchmark AND o.kind = 'gain') AS gains,
    (SELECT count(*) FROM listed.others AS o WHERE o.benchmark = b.benchmark AND o.kind IN ('ratio', 'cost')) AS efficiency
FROM listed.benchmarks AS b
JOIN listed.spellings AS s USING (benchmark)
WHERE s.spelling_key = regexp_replace(lower($name::VARCHAR), '[^a-z0-9+]', '', 'g') OR b.benchmark = $name::VARCHAR
ORDER BY b.benchmark = $name::VARCHAR DESC, b.scores DESC, b.claims DESC, b.benchmark
LIMIT 1;
