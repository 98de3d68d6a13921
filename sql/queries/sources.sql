-- answers: The files that have been read.
-- param limit: maximum number of rows (default: 1000)
-- column path: path as given
-- column entries: number of entries, including rejected ones
-- column papers: distinct papers in it
-- column rejected: entries that could not be read
-- column bytes: size in bytes
-- column run_id: load that read it
SELECT
    s.path, s.entries, coalesce(l.papers, 0) AS papers, s.rejected, s.bytes, s.run_id
FROM sources AS s
LEFT JOIN derived.sources AS l USING (source_id)
ORDER BY s.run_id DESC, s.path
LIMIT $limit::BIGINT;
