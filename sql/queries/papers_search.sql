-- answers: Papers whose title contains all words of a text, most claims first.
-- param text: the words, in any case; empty or null for all papers (default: null)
-- param with_claims: true for papers with claims only (default: false)
-- param limit: maximum number of rows (default: 50)
-- column paper_id: id of the paper
-- column title: the paper's title
-- column year: its year
-- column venue: the venue
-- column claims: number of claims in it
SELECT paper_id, title, year, venue, claims
FROM derived.papers
-- The first words are searched one by one, which is fast; only longer texts need a list for each remaining title.
WHERE contains(lower(title), search_words($text::VARCHAR)[1])
    AND contains(lower(title), coalesce(search_words($text::VARCHAR)[2], ''))
    AND contains(lower(title), coalesce(search_words($text::VARCHAR)[3], ''))
    AND (
        len(search_words($text::VARCHAR)) <= 3
        OR list_bool_and([contains(lower(title), word) FOR word IN search_words($text::VARCHAR)])
    )
    AND ($with_claims::BOOLEAN = false OR claims > 0)
ORDER BY claims DESC, title, paper_id
LIMIT $limit::BIGINT;
