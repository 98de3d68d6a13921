-- answers: The papers with a title, or where none has exactly it, those most like it.
-- param title: the title, or a part of it
-- param limit: how many rows (default: 5)
-- column paper_id: the paper
-- column title: its title
-- column abstract: its abstract
-- column exact: whether the title is the same but for case and punctuation
WITH wanted AS (
    SELECT title_key($title::VARCHAR) AS wanted
),
found AS (
    SELECT paper_id, title_key, wanted, contains(title_key, wanted) AS contained
    FROM derived.papers, wanted
    -- Only titles that begin or end like the text are compared letter by letter: comparing all takes seconds in a large database.
    WHERE contains(title_key, wanted)
        OR (
            (starts_with(title_key, left(wanted, 3)) OR ends_with(title_key, right(wanted, 5)))
            AND jaro_winkler_similarity(title_key, wanted) > 0.85
        )
),
best AS (
    SELECT paper_id, title_key = wanted AS exact, contained, jaro_winkler_similarity(title_key, wanted) AS likeness
    FROM found
    ORDER BY exact DESC, contained DESC, likeness DESC, paper_id
    LIMIT $limit::BIGINT
)
SELECT p.paper_id, p.title, p.abstract, best.exact
FROM papers AS p
JOIN best USING (paper_id)
ORDER BY best.exact DESC, best.contained DESC, best.likeness DESC, p.title;
