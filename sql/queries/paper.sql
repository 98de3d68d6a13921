-- answers: One paper with its abstract and where it was read.
-- param paper_id: id of the paper
-- column paper_id: id of the paper
-- column title: its title
-- column abstract: its abstract, exactly as in the source
-- column external_id: identifier that the source gives the paper
-- column year: its year
-- column date: its date, as precise as the source states it
-- column venue: the venue
-- column url: its web address
-- column authors: its authors
-- column claims: number of claims in it
-- column sources: where it was read: path:line, or path, entry N
SELECT
    p.paper_id, p.title, p.abstract, p.external_id, year_of(p.year, p.date) AS year,
    p.date, p.venue, p.url, p.authors,
    (SELECT count(*) FROM claims AS c WHERE c.paper_id = p.paper_id) AS claims,
    (
        SELECT coalesce(list(s.path || coalesce(':' || ps.line, ', entry ' || ps.entry, '') ORDER BY s.run_id, s.path, ps.line, ps.entry), [])
        FROM paper_sources AS ps
        JOIN sources AS s USING (source_id)
        WHERE ps.paper_id = p.paper_id
    ) AS sources
FROM papers AS p
WHERE p.paper_id = $paper_id::VARCHAR;
