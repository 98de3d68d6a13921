-- Size of the database, in one row; the query totals documents the columns.
CREATE OR REPLACE TABLE derived.totals AS
SELECT
    (SELECT count(*) FROM papers) AS papers,
    (SELECT count(*) FROM derived.papers WHERE claims > 0) AS papers_with_claims,
    (SELECT count(*) FROM claims) AS claims,
    (SELECT count(*) FROM claims WHERE kind = 'score') AS scores,
    (SELECT count(*) FROM claims WHERE kind = 'gain') AS gains,
    (SELECT count(*) FROM claims WHERE kind = 'ratio') AS ratios,
    (SELECT count(*) FROM claims WHERE kind = 'cost') AS costs,
    (SELECT count(*) FROM derived.benchmarks) AS benchmarks,
    (SELECT count(*) FROM derived.benchmarks WHERE registered) AS registered_benchmarks,
    (SELECT count(DISTINCT metric_id) FROM claims) AS metrics,
    (SELECT count(*) FROM derived.methods) AS methods,
    (SELECT count(DISTINCT board) FROM derived.scores WHERE comparable AND role = 'proposed') AS boards,
    (SELECT count(*) FROM sources) AS sources,
    (SELECT count(*) FROM rejected) AS rejected,
    (SELECT min(year) FROM derived.papers) AS first_year,
    (SELECT max(year) FROM derived.papers) AS last_year;
