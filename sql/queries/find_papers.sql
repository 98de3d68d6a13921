-- answers: Papers whose title has all words of a text: the whole title first, then its beginning, then a part of it, then the words in any order.
-- param text: the text, in any case
-- param limit: maximum number of rows (default: 6)
-- column paper_id: id of the paper
-- column title: the paper's title
-- column fit: 0 for the whole title, 1 for its beginning, 2 for a part of it, 3 for its words in any order
-- column found: total number of matches, including those beyond the limit
-- column year: its year
-- column venue: the venue
-- column claims: number of claims in it
WITH having_all AS (
    SELECT
        rowid AS place,
        CASE
            WHEN title_key = title_key($text::VARCHAR) THEN 0
            WHEN starts_with(title_key, title_key($text::VARCHAR)) THEN 1
            WHEN contains(title_key, title_key($text::VARCHAR)) THEN 2
            ELSE 3
        END AS fit
    FROM derived.papers
    -- The words are computed in place each time because searching for a constant is many times faster than for a value of another table.
    -- The folded titles exclude most papers; only words beyond the second need a list for each title.
    WHERE trim($text::VARCHAR) <> ''
        AND contains(title_key, title_key(search_words($text::VARCHAR)[1]))
        AND contains(lower(title), search_words($text::VARCHAR)[1])
        AND contains(lower(title), coalesce(search_words($text::VARCHAR)[2], ''))
        AND (
            len(search_words($text::VARCHAR)) <= 2
            OR list_bool_and([contains(lower(title), word) FOR word IN search_words($text::VARCHAR)])
        )
),
best AS (
    -- Papers are stored in the order in which pages show them (sql/derived/40_papers.sql), most claims first.
    SELECT place, fit, (SELECT count(*) FROM having_all) AS found
    FROM having_all
    ORDER BY fit, place
    LIMIT $limit::BIGINT
)
SELECT p.paper_id, p.title, best.fit, best.found, p.year, p.venue, p.claims
FROM derived.papers AS p
JOIN best ON p.rowid = best.place
ORDER BY best.fit, best.place;
