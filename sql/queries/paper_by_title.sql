-- answers: The papers with a title, or where none has exactly it, those most like it.
-- param title: the title, or a part of it
-- param limit: how many rows (default: 5)
-- column paper_id: the paper
-- column title: its title
-- column abstract: its abstract
-- column exact: whether the title is the same but for case and punctuation
WITH folded AS (
    SELECT
        paper_id, title, abstract,
        regexp_replace(lower(title), '[^\pL\pN]+', '', 'g') AS key,
        regexp_replace(lower($title::VARCHAR), '[^\pL\pN]+', '', 'g') AS wanted
    FROM papers
)
SELECT paper_id, title, abstract, key = wanted AS exact
FROM folded
WHERE contains(key, wanted) OR jaro_winkler_similarity(key, wanted) > 0.85
ORDER BY exact DESC, contains(key, wanted) DESC, jaro_winkler_similarity(key, wanted) DESC, title
LIMIT $limit::BIGINT;
