-- The record of this run.
INSERT INTO runs
SELECT run_id, started_at, seconds, paths, entries, new_papers, extracted, claims, rejected, extractor, product
FROM this_run;
