-- answers: How many claims have which confidence.
-- column confidence: to two digits; null for claims without one
-- column claims: how many
SELECT round(confidence, 2) AS confidence, count(*) AS claims
FROM claims
GROUP BY ALL
ORDER BY confidence NULLS LAST;
