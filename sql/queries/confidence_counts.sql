-- answers: Number of claims for each confidence.
-- column confidence: rounded to two digits; null for claims without one
-- column claims: number of claims
SELECT round(confidence, 2) AS confidence, count(*) AS claims
FROM claims
GROUP BY ALL
ORDER BY confidence NULLS LAST;
