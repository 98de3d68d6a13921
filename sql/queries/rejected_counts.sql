-- answers: How many entries were rejected for each reason.
-- column code: the reason
-- column entries: how many
-- column example: one of the messages
SELECT code, count(*) AS entries, min(reason) AS example
FROM rejected
GROUP BY code
ORDER BY entries DESC, code;
