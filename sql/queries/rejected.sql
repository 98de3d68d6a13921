-- answers: Entries that could not be read or worked on, with the reason.
-- param code: only this reason's code (default: null)
-- param limit: how many rows (default: 1000)
-- column path: the file
-- column line: the line in it, where it has lines
-- column entry: or the number of the entry
-- column code: the reason, for grouping
-- column reason: the reason, for people
-- column excerpt: how the entry begins
-- column paper_id: the paper, where it could be read but not worked on
-- column run_id: the load that met it
SELECT path, line, entry, code, reason, excerpt, paper_id, run_id
FROM rejected
WHERE $code::VARCHAR IS NULL OR code = $code::VARCHAR
ORDER BY run_id DESC, path, line, entry, code
LIMIT $limit::BIGINT;
