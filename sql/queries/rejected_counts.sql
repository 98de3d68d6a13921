-- answers: Number of rejected entries for each reason.
-- column code: code of the reason
-- column entries: number of entries
-- column example: one of the messages
SELECT code, count(*) AS entries, min(reason) AS example
FROM rejected
GROUP BY code
ORDER BY entries DESC, code;
