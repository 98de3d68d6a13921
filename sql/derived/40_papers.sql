-- Each paper with its number of claims, in the order in which pages show them.
CREATE OR REPLACE TABLE derived.papers AS
SELECT
    p.paper_id, p.title, title_key(p.title) AS title_key,
    year_of(p.year, p.date) AS year, p.venue, coalesce(c.claims, 0) AS claims
FROM papers AS p
LEFT JOIN (SELECT paper_id, count(*) AS claims FROM claims GROUP BY paper_id) AS c USING (paper_id)
ORDER BY claims DESC, p.title, p.paper_id;

-- Number of distinct papers of each source.
CREATE OR REPLACE TABLE derived.sources AS
SELECT source_id, count(*) AS papers
FROM (SELECT DISTINCT source_id, paper_id FROM paper_sources)
GROUP BY source_id
ORDER BY source_id;
