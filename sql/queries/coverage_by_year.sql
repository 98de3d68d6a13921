-- answers: Papers of each year, and how many of them report a result.
-- column year: the year; null for papers without one
-- column papers: papers of that year
-- column papers_with_claims: those of them with at least one claim
-- column claims: claims of all kinds in them
SELECT year, count(*) AS papers, count(*) FILTER (claims > 0) AS papers_with_claims, sum(claims)::BIGINT AS claims
FROM derived.papers
GROUP BY year
ORDER BY year NULLS LAST;
