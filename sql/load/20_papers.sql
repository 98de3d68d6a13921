-- The entries that were read. A source that is read again (by a newer version of the program, or because the file at its path has changed)
-- replaces its earlier entries; papers are only added or completed.
DELETE FROM rejected
WHERE paper_id IS NULL
    AND (source_id IN (SELECT source_id FROM staged_sources) OR path IN (SELECT path FROM staged_sources));
DELETE FROM paper_sources WHERE source_id IN (SELECT source_id FROM staged_sources);

INSERT OR REPLACE INTO sources
SELECT source_id, path, bytes, entries, rejected, product, (SELECT run_id FROM this_run) FROM staged_sources;

INSERT INTO papers
SELECT
    paper_id, title, abstract, external_id, year, date, venue, url, authors,
    (SELECT extractor FROM this_run), (SELECT run_id FROM this_run)
FROM staged_entries
WHERE is_new
ORDER BY seq;

-- The first entry of a paper is kept; later ones fill in missing fields.
UPDATE papers
SET
    external_id = coalesce(papers.external_id, later.external_id),
    year = coalesce(papers.year, later.year),
    date = coalesce(papers.date, later.date),
    venue = coalesce(papers.venue, later.venue),
    url = coalesce(papers.url, later.url),
    authors = coalesce(papers.authors, later.authors)
FROM (
    SELECT
        paper_id,
        first(external_id ORDER BY seq) FILTER (external_id IS NOT NULL) AS external_id,
        first(year ORDER BY seq) FILTER (year IS NOT NULL) AS year,
        first(date ORDER BY seq) FILTER (date IS NOT NULL) AS date,
        first(venue ORDER BY seq) FILTER (venue IS NOT NULL) AS venue,
        first(url ORDER BY seq) FILTER (url IS NOT NULL) AS url,
        first(authors ORDER BY seq) FILTER (authors IS NOT NULL) AS authors
    FROM staged_entries
    WHERE NOT is_new AND coalesce(external_id, year::VARCHAR, date, venue, url, authors) IS NOT NULL
    GROUP BY paper_id
) AS later
WHERE papers.paper_id = later.paper_id
    AND (
        (papers.external_id IS NULL AND later.external_id IS NOT NULL)
        OR (papers.year IS NULL AND later.year IS NOT NULL)
        OR (papers.date IS NULL AND later.date IS NOT NULL)
        OR (papers.venue IS NULL AND later.venue IS NOT NULL)
        OR (papers.url IS NULL AND later.url IS NOT NULL)
        OR (papers.authors IS NULL AND later.authors IS NOT NULL)
    );

INSERT INTO paper_sources
SELECT e.paper_id, s.source_id, e.line, e.entry
FROM staged_entries AS e
JOIN staged_sources AS s USING (source_no)
ORDER BY e.seq;

INSERT INTO rejected
SELECT s.source_id, r.path, r.line, r.entry, NULL, r.code, r.reason, r.excerpt, (SELECT run_id FROM this_run)
FROM staged_rejected AS r
JOIN staged_sources AS s USING (source_no)
ORDER BY r.seq;
