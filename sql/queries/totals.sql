-- answers: Size of the database, in one row.
-- column papers: distinct papers
-- column papers_with_claims: papers with at least one claim
-- column claims: reported numbers of all kinds
-- column scores: levels of a quality metric
-- column gains: changes of a quality metric
-- column ratios: factors and shares
-- column costs: levels of a resource
-- column benchmarks: benchmarks that claims name
-- column registered_benchmarks: registered ones among them
-- column metrics: registered metrics that claims name
-- column methods: names of methods
-- column boards: leaderboards (benchmark, task, metric, split and protocol) with at least one ranked result
-- column sources: files read
-- column rejected: entries that could not be read
-- column first_year: earliest year of a paper
-- column last_year: latest year of a paper
SELECT
    papers, papers_with_claims, claims, scores, gains, ratios, costs, benchmarks, registered_benchmarks, metrics, methods, boards, sources, rejected,
    first_year, last_year
FROM derived.totals;
