-- answers: The tables and views, and their columns.
-- column name: the table or view
-- column kind: table or view
-- column position: position of the column, from 1
-- column column_name: the column
-- column type: its type
-- column note: what the column holds
-- column about: what the table or view holds
WITH relations AS (
    SELECT table_name AS name, 'table' AS kind, comment AS about
    FROM duckdb_tables()
    WHERE database_name = current_database() AND schema_name = 'main'
    UNION ALL
    SELECT view_name, 'view', comment
    FROM duckdb_views()
    WHERE database_name = current_database() AND schema_name = 'main' AND NOT internal
),
columns AS (
    SELECT table_name AS name, column_index AS position, column_name, data_type AS type, comment AS note
    FROM duckdb_columns()
    WHERE database_name = current_database() AND schema_name = 'main'
),
-- A column of a view that has no note of its own has that of the column it shows.
shown AS (
    SELECT column_name, arg_min(note, list_position(['leaderboard', 'claim_rows', 'claims', 'papers'], name)) AS note
    FROM columns
    WHERE note IS NOT NULL AND name IN ('leaderboard', 'claim_rows', 'claims', 'papers')
    GROUP BY column_name
)
SELECT
    r.name, r.kind, c.position, c.column_name, c.type, coalesce(c.note, CASE WHEN r.kind = 'view' THEN s.note END) AS note, r.about
FROM relations AS r
JOIN columns AS c USING (name)
LEFT JOIN shown AS s USING (column_name)
ORDER BY r.kind DESC, r.name, c.position;
