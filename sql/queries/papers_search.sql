-- answers: Papers whose title contains all words of a text, those with most claims first.
-- param text: the words, in any case; empty or null for all papers (default: null)
-- param with_claims: true leaves out papers without claims (default: false)
-- param limit: how many rows (default: 50)
-- column paper_id: for the paper query
-- column title: the paper's title
-- column year: its year
-- column venue: where it appeared
-- column claims: how many claims it makes
WITH hits AS (
    SELECT paper_id, title, coalesce(year, try_cast(left(date, 4) AS INTEGER)) AS year, venue
    FROM papers
    WHERE coalesce(list_bool_and([contains(lower(title), word) FOR word IN string_split(lower(trim(coalesce($text::VARCHAR, ''))), ' ')]), true)
),
counted AS (
    SELECT paper_id, count(*) AS claims
    FROM claims
    WHERE paper_id IN (SELECT paper_id FROM hits)
    GROUP BY paper_id
)
SELECT h.paper_id, h.title, h.year, h.venue, coalesce(c.claims, 0) AS claims
FROM hits AS h
LEFT JOIN counted AS c USING (paper_id)
WHERE $with_claims::BOOLEAN = false OR c.claims > 0
ORDER BY claims DESC, h.title, h.paper_id
LIMIT $limit::BIGINT;
