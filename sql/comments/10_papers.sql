-- What the tables of loads and papers hold. Shown by the query schema and on the SQL page, and by any other DuckDB client.
COMMENT ON TABLE sources IS 'One row for each file that was read.';
COMMENT ON COLUMN sources.source_id IS 'hash of the file''s bytes';
COMMENT ON COLUMN sources.path IS 'path as given when the file was first read';
COMMENT ON COLUMN sources.bytes IS 'size of the file in bytes; null for standard input';
COMMENT ON COLUMN sources.entries IS 'number of entries in it: papers and rejected entries';
COMMENT ON COLUMN sources.rejected IS 'number of entries that could not be read';
COMMENT ON COLUMN sources.product IS 'version of leaderboard that read it';
COMMENT ON COLUMN sources.run_id IS 'load that read it';

COMMENT ON TABLE papers IS 'One row for each paper, with its abstract.';
COMMENT ON COLUMN papers.paper_id IS 'id of the paper: hash of its folded title';
COMMENT ON COLUMN papers.title IS 'title of the paper';
COMMENT ON COLUMN papers.abstract IS 'abstract exactly as in the source; claims hold offsets into it';
COMMENT ON COLUMN papers.external_id IS 'identifier that the source gives the paper';
COMMENT ON COLUMN papers.year IS 'year of the paper';
COMMENT ON COLUMN papers.date IS 'date of the paper, as precise as the source states it: 2024, 2024-03 or 2024-03-14';
COMMENT ON COLUMN papers.venue IS 'venue of the paper';
COMMENT ON COLUMN papers.url IS 'web address of the paper';
COMMENT ON COLUMN papers.authors IS 'authors of the paper';
COMMENT ON COLUMN papers.extractor IS 'version of extractor and registry that its claims come from; null before extraction';
COMMENT ON COLUMN papers.run_id IS 'load that added the paper';

COMMENT ON TABLE paper_sources IS 'One row for each entry of each file: where every paper was read from.';
COMMENT ON COLUMN paper_sources.paper_id IS 'id of the paper';
COMMENT ON COLUMN paper_sources.source_id IS 'id of the file';
COMMENT ON COLUMN paper_sources.line IS 'line in the file, from 1; null in formats without lines';
COMMENT ON COLUMN paper_sources.entry IS 'position among the file''s entries, from 1; null where the line is known';

COMMENT ON TABLE rejected IS 'Entries of files that could not be read, and papers whose abstract could not be processed, with the reason.';
COMMENT ON COLUMN rejected.source_id IS 'id of the file';
COMMENT ON COLUMN rejected.path IS 'path of the file';
COMMENT ON COLUMN rejected.line IS 'line in the file, from 1; null in formats without lines';
COMMENT ON COLUMN rejected.entry IS 'position among the file''s entries, from 1; null where the line is known';
COMMENT ON COLUMN rejected.paper_id IS 'id of the paper, where it was read but its abstract could not be processed';
COMMENT ON COLUMN rejected.code IS 'stable code of the reason, for grouping';
COMMENT ON COLUMN rejected.reason IS 'the reason as a sentence';
COMMENT ON COLUMN rejected.excerpt IS 'beginning of the entry';
COMMENT ON COLUMN rejected.run_id IS 'load that rejected it';

COMMENT ON TABLE runs IS 'One row for each load that changed the database.';
COMMENT ON COLUMN runs.run_id IS 'number of the load, from 1';
COMMENT ON COLUMN runs.started_at IS 'start time, in UTC';
COMMENT ON COLUMN runs.seconds IS 'duration in seconds';
COMMENT ON COLUMN runs.paths IS 'paths that were loaded';
COMMENT ON COLUMN runs.entries IS 'number of entries read';
COMMENT ON COLUMN runs.new_papers IS 'number of papers that were not in the database before';
COMMENT ON COLUMN runs.extracted IS 'number of papers whose abstract was processed';
COMMENT ON COLUMN runs.claims IS 'number of claims extracted from those';
COMMENT ON COLUMN runs.rejected IS 'number of entries rejected';
COMMENT ON COLUMN runs.extractor IS 'version of extractor and registry';
COMMENT ON COLUMN runs.product IS 'version of leaderboard';

COMMENT ON TABLE schema_migrations IS 'Schema migrations that this database has, and the version of its views.';
COMMENT ON COLUMN schema_migrations.name IS 'name of the migration; views for the macros, derived tables, views and comments';
COMMENT ON COLUMN schema_migrations.digest IS 'hash of the SQL files it was made from';
COMMENT ON COLUMN schema_migrations.applied_at IS 'when it was applied, in UTC';
