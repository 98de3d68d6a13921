-- answers: The files that were read.
-- param limit: how many rows (default: 1000)
-- column path: as it was given
-- column entries: entries in it, good and bad
-- column papers: distinct papers in it
-- column rejected: entries that could not be read
-- column bytes: its size
-- column run_id: the load that read it
SELECT
    s.path, s.entries, coalesce(l.papers, 0) AS papers, s.rejected, s.bytes, s.run_id
FROM sources AS s
LEFT JOIN derived.sources AS l USING (source_id)
ORDER BY s.run_id DESC, s.path
LIMIT $limit::BIGINT;
