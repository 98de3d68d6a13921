-- answers: The tables and views and their columns.
-- column name: the table or view
-- column kind: table or view
-- column position: the column's place, from 1
-- column column_name: the column
-- column type: its type
SELECT
    t.table_name AS name,
    CASE t.table_type WHEN 'VIEW' THEN 'view' ELSE 'table' END AS kind,
    c.ordinal_position AS position,
    c.column_name,
    c.data_type AS type
FROM information_schema.tables AS t
JOIN information_schema.columns AS c USING (table_catalog, table_schema, table_name)
WHERE t.table_catalog = current_database() AND t.table_schema = 'main'
ORDER BY kind DESC, name, position;
