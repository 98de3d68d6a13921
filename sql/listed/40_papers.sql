-- Each paper with the number of its claims.
CREATE OR REPLACE TABLE listed.papers AS
SELECT
    p.paper_id, p.title, regexp_replace(lower(p.title), '[^\pL\pN]+', '', 'g') AS title_key,
    coalesce(p.year, try_cast(left(p.date, 4) AS INTEGER)) AS year, p.venue, coalesce(c.claims, 0) AS claims
FROM papers AS p
LEFT JOIN (SELECT paper_id, count(*) AS claims FROM claims GROUP BY paper_id) AS c USING (paper_id)
ORDER BY claims DESC, p.title, p.paper_id;

-- How many distinct papers each source has.
CREATE OR REPLACE TABLE listed.sources AS
SELECT source_id, count(*) AS papers
FROM (SELECT DISTINCT source_id, paper_id FROM paper_sources)
GROUP BY source_id
ORDER BY source_id;
