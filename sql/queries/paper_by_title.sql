-- answers: Papers by title: the one with exactly this title, else the most similar ones.
-- param title: the title, or a part of it
-- param limit: maximum number of rows (default: 5)
-- column paper_id: id of the paper
-- column title: its title
-- column abstract: its abstract
-- column exact: whether the title is the same except for case and punctuation
WITH wanted AS (
    SELECT title_key($title::VARCHAR) AS wanted
),
found AS (
    SELECT paper_id, title_key, wanted, contains(title_key, wanted) AS contained
    FROM derived.papers, wanted
    -- Similarity is computed only for titles that begin or end like the text: for all titles it takes seconds on a large database.
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
