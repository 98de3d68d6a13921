-- answers: How much is in the database, in one row.
-- column papers: distinct papers
-- column papers_with_claims: papers with at least one claim
-- column claims: reported numbers of all kinds
-- column scores: levels of a quality metric
-- column gains: changes of a quality metric
-- column ratios: factors and shares
-- column costs: levels of a resource
-- column benchmarks: benchmarks that claims name
-- column registered_benchmarks: those of them that the registry knows
-- column metrics: registered metrics that claims name
-- column methods: names of systems
-- column boards: benchmark, metric and split with at least one ranked result
-- column sources: files read
-- column rejected: entries that could not be read
-- column first_year: earliest year of a paper
-- column last_year: latest year of a paper
SELECT
    (SELECT count(*) FROM papers) AS papers,
    (SELECT count(DISTINCT paper_id) FROM claims) AS papers_with_claims,
    (SELECT count(*) FROM claims) AS claims,
    (SELECT count(*) FROM claims WHERE kind = 'score') AS scores,
    (SELECT count(*) FROM claims WHERE kind = 'gain') AS gains,
    (SELECT count(*) FROM claims WHERE kind = 'ratio') AS ratios,
    (SELECT count(*) FROM claims WHERE kind = 'cost') AS costs,
    (SELECT count(DISTINCT benchmark) FROM claim_benchmarks) AS benchmarks,
    (SELECT count(DISTINCT benchmark_id) FROM claim_benchmarks) AS registered_benchmarks,
    (SELECT count(DISTINCT metric_id) FROM claims) AS metrics,
    (SELECT count(DISTINCT method) FROM claims) AS methods,
    (SELECT count(*) FROM state_of_the_art) AS boards,
    (SELECT count(*) FROM sources) AS sources,
    (SELECT count(*) FROM rejected) AS rejected,
    (SELECT min(coalesce(year, try_cast(left(date, 4) AS INTEGER))) FROM papers) AS first_year,
    (SELECT max(coalesce(year, try_cast(left(date, 4) AS INTEGER))) FROM papers) AS last_year;
