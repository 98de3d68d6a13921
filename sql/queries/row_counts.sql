-- answers: Number of rows of each table and view.
-- column name: the table or view
-- column rows: number of rows
SELECT name, rows
FROM (
    -- Views are counted from their tables, which takes no time: counting a view itself would rank every board first.
    SELECT 'aliases' AS name, (SELECT count(*) FROM aliases) AS rows
    UNION ALL SELECT 'benchmarks', (SELECT count(*) FROM benchmarks)
    UNION ALL SELECT 'benchmark_tasks', (SELECT count(*) FROM benchmark_tasks)
    UNION ALL SELECT 'board_metrics', (SELECT count(*) FROM board_metrics)
    UNION ALL SELECT 'claim_benchmarks', (SELECT count(*) FROM claim_benchmarks)
    UNION ALL SELECT 'claims', (SELECT count(*) FROM claims)
    UNION ALL SELECT 'default_metrics', (SELECT count(*) FROM default_metrics)
    UNION ALL SELECT 'metrics', (SELECT count(*) FROM metrics)
    UNION ALL SELECT 'paper_sources', (SELECT count(*) FROM paper_sources)
    UNION ALL SELECT 'papers', (SELECT count(*) FROM papers)
    UNION ALL SELECT 'rejected', (SELECT count(*) FROM rejected)
    UNION ALL SELECT 'runs', (SELECT count(*) FROM runs)
    UNION ALL SELECT 'schema_migrations', (SELECT count(*) FROM schema_migrations)
    UNION ALL SELECT 'sources', (SELECT count(*) FROM sources)
    UNION ALL SELECT 'task_ancestors', (SELECT count(*) FROM task_ancestors)
    UNION ALL SELECT 'claim_rows', (SELECT count(*) FROM derived.scores) + (SELECT count(*) FROM derived.others)
    UNION ALL SELECT 'coverage', (SELECT count(*) FROM derived.benchmarks) + 1
    UNION ALL SELECT 'efficiency', (SELECT count(*) FROM derived.others WHERE kind IN ('ratio', 'cost'))
    UNION ALL SELECT 'improvements', (SELECT count(*) FROM derived.others WHERE kind = 'gain')
    UNION ALL SELECT 'leaderboard', (SELECT count(*) FROM derived.scores)
    UNION ALL SELECT 'progress', (
        SELECT count(*)
        FROM (
            SELECT arg_min(doubt IS NULL, rowid) AS counts
            FROM derived.scores
            WHERE comparable AND role = 'proposed' AND published IS NOT NULL
            GROUP BY board, paper_id
        )
        WHERE counts
    )
    UNION ALL SELECT 'state_of_the_art', (
        SELECT count(*)
        FROM (
            SELECT board
            FROM derived.scores
            WHERE comparable AND role = 'proposed' AND coalesce(confidence >= 0.7, true)
            GROUP BY board
            HAVING count(DISTINCT paper_id) >= 3 AND bool_or(doubt IS NULL)
        )
    )
)
ORDER BY name;
