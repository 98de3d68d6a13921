-- The claims that were extracted. Claims of another extractor or registry are removed: all their papers were processed again in this run.
DELETE FROM claim_benchmarks
WHERE claim_id IN (SELECT claim_id FROM claims WHERE extractor <> (SELECT extractor FROM this_run));
DELETE FROM claims WHERE extractor <> (SELECT extractor FROM this_run);
DELETE FROM rejected
WHERE paper_id IN (SELECT paper_id FROM papers WHERE extractor IS DISTINCT FROM (SELECT extractor FROM this_run));
UPDATE papers
SET extractor = (SELECT extractor FROM this_run)
WHERE extractor IS DISTINCT FROM (SELECT extractor FROM this_run);

INSERT INTO claims BY NAME
SELECT * EXCLUDE (benchmarks), (SELECT extractor FROM this_run) AS extractor, (SELECT run_id FROM this_run) AS run_id
FROM staged_claims;

INSERT INTO claim_benchmarks
SELECT claim_id, position - 1, benchmarks[position].name, benchmarks[position].benchmark_id, NULL
FROM (SELECT claim_id, benchmarks, unnest(generate_series(1, len(benchmarks))) AS position FROM staged_claims);

INSERT INTO rejected
SELECT
    s.source_id, coalesce(s.path, ''), o.line, o.entry, f.paper_id, f.code, f.reason, coalesce(p.title, ''), (SELECT run_id FROM this_run)
FROM staged_failures AS f
LEFT JOIN papers AS p USING (paper_id)
LEFT JOIN (
    SELECT paper_id, first(source_id ORDER BY rowid) AS source_id, first(line ORDER BY rowid) AS line, first(entry ORDER BY rowid) AS entry
    FROM paper_sources
    WHERE paper_id IN (SELECT paper_id FROM staged_failures)
    GROUP BY paper_id
) AS o USING (paper_id)
LEFT JOIN sources AS s USING (source_id);
