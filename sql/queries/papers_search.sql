-- answers: Papers whose title contains all words of a text, those with most claims first.
-- param text: the words, in any case; empty or null for all papers (default: null)
-- param with_claims: true leaves out papers without claims (default: false)
-- param limit: how many rows (default: 50)
-- column paper_id: for the paper query
-- column title: the paper's title
-- column year: its year
-- column venue: where it appeared
-- column claims: how many claims it makes
SELECT paper_id, title, year, venue, claims
FROM derived.papers
-- The first words are looked for one by one, which is quick; only a longer text costs a list for each title that has them.
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
