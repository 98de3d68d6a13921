-- answers: Entries that could not be read and papers that could not be processed, with the reason.
-- param code: only rejections with this code (default: null)
-- param limit: maximum number of rows (default: 1000)
-- column path: the file
-- column line: line in the file; null in formats without lines
-- column entry: position of the entry; null where the line is known
-- column code: code of the reason, for grouping
-- column reason: the reason as a sentence
-- column excerpt: beginning of the entry
-- column paper_id: id of the paper, where it was read but could not be processed
-- column run_id: load that rejected it
SELECT path, line, entry, code, reason, excerpt, paper_id, run_id
FROM rejected
WHERE $code::VARCHAR IS NULL OR code = $code::VARCHAR
ORDER BY run_id DESC, path, line, entry, code
LIMIT $limit::BIGINT;
