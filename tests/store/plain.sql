-- What the pages show, said as plainly as possible: straight from the tables that loads fill, without any of the derived ones.
-- test_derived.py compares both.

CREATE TEMPORARY VIEW plain_claim_rows AS
SELECT
    c.claim_id,
    c.paper_id,
    b.benchmark,
    b.benchmark_id IS NOT NULL AS registered,
    CASE
        WHEN m.unit = 'any' THEN c.metric_id || coalesce(' (' || coalesce(c.canonical_unit, c.unit) || ')', '')
        ELSE coalesce(c.metric_id, 'unregistered: ' || c.metric, 'unspecified')
    END AS metric,
    c.metric_id,
    c.metric AS metric_said,
    coalesce(nullif(lower(trim(c.split)), ''), 'unspecified') AS split,
    c.kind,
    c.method,
    c.role,
    c.baseline,
    c.value,
    c.value_high,
    c.unit,
    c.change,
    c.bound,
    c.uncertainty,
    c.canonical_value,
    c.canonical_high,
    c.canonical_unit,
    m.direction,
    c.settings,
    c.flags,
    c.quote,
    c.start_offset,
    c.end_offset,
    c.origin,
    c.rule,
    c.confidence,
    c.extractor,
    c.run_id,
    p.title,
    p.venue,
    p.url,
    p.date,
    coalesce(p.year, try_cast(left(p.date, 4) AS INTEGER)) AS year,
    -- A day to draw the paper at: the first of its month or year where no more is known.
    coalesce(
        try_cast(p.date AS DATE),
        try_cast(p.date || '-01' AS DATE),
        make_date(coalesce(p.year, try_cast(left(p.date, 4) AS INTEGER)), 1, 1)
    ) AS published
FROM claims AS c
JOIN papers AS p USING (paper_id)
LEFT JOIN claim_benchmarks AS b USING (claim_id)
LEFT JOIN metrics AS m USING (metric_id);

CREATE TEMPORARY MACRO plain_leaderboard_at(min_confidence) AS TABLE
WITH scores AS (
    SELECT
        *,
        direction IS NOT NULL
            AND canonical_value IS NOT NULL
            AND NOT list_has_any(flags, ['out-of-range', 'wrong-dimension']) AS comparable,
        -- A range counts by its worse end, so that it never takes a record it may not hold.
        CASE WHEN direction = 'lower' THEN coalesce(canonical_high, canonical_value) ELSE canonical_value END AS rank_value
    FROM plain_claim_rows
    WHERE kind = 'score' AND benchmark IS NOT NULL AND coalesce(confidence >= min_confidence, true)
)
SELECT
    CASE WHEN comparable AND role = 'proposed' THEN
        rank() OVER (
            PARTITION BY benchmark, metric, split, comparable, role
            ORDER BY CASE WHEN direction = 'lower' THEN rank_value ELSE -rank_value END
        )
    END AS rank,
    CASE WHEN comparable THEN
        rank() OVER (
            PARTITION BY benchmark, metric, split, comparable
            ORDER BY CASE WHEN direction = 'lower' THEN rank_value ELSE -rank_value END
        )
    END AS rank_all,
    *
FROM scores;

CREATE TEMPORARY MACRO plain_state_of_the_art_at(min_confidence) AS TABLE
SELECT *
FROM plain_leaderboard_at(min_confidence)
WHERE rank = 1
QUALIFY row_number() OVER (
    PARTITION BY benchmark, metric, split
    ORDER BY published NULLS LAST, claim_id
) = 1;

CREATE TEMPORARY VIEW plain_coverage AS
SELECT
    'benchmark' AS level,
    benchmark,
    bool_or(registered) AS registered,
    count(DISTINCT claim_id) AS claims,
    count(DISTINCT claim_id) FILTER (kind = 'score') AS scores,
    count(DISTINCT paper_id) AS papers,
    count(DISTINCT metric) FILTER (metric <> 'unspecified') AS metrics,
    min(year) AS first_year,
    max(year) AS last_year
FROM plain_claim_rows
WHERE benchmark IS NOT NULL
GROUP BY benchmark
UNION ALL
SELECT
    'total',
    NULL,
    NULL,
    count(DISTINCT claim_id),
    count(DISTINCT claim_id) FILTER (kind = 'score'),
    count(DISTINCT paper_id),
    count(DISTINCT metric) FILTER (metric <> 'unspecified'),
    min(year),
    max(year)
FROM plain_claim_rows;

CREATE TEMPORARY VIEW plain_benchmarks AS
WITH counted AS (
    SELECT
        benchmark,
        bool_or(registered) AS registered,
        count(DISTINCT claim_id) AS claims,
        count(DISTINCT claim_id) FILTER (kind = 'score') AS scores,
        count(DISTINCT paper_id) AS papers,
        count(DISTINCT metric) FILTER (metric <> 'unspecified') AS metrics,
        min(year) AS first_year,
        max(year) AS last_year
    FROM plain_claim_rows
    WHERE benchmark IS NOT NULL
    GROUP BY benchmark
),
chosen AS (
    SELECT c.*, r.area, r.task
    FROM counted AS c
    LEFT JOIN benchmarks AS r ON c.registered AND r.benchmark_id = c.benchmark
    ORDER BY c.claims DESC, c.benchmark
),
fullest AS (
    SELECT benchmark, metric, split
    FROM plain_leaderboard_at(NULL)
    WHERE rank IS NOT NULL AND benchmark IN (SELECT benchmark FROM chosen)
    GROUP BY benchmark, metric, split
    QUALIFY row_number() OVER (PARTITION BY benchmark ORDER BY count(*) DESC, metric, split) = 1
),
best AS (
    SELECT s.benchmark, s.metric, s.split, s.rank_value AS best, s.canonical_unit AS unit, s.method, s.paper_id, s.title, s.year
    FROM plain_state_of_the_art_at(NULL) AS s
    JOIN fullest USING (benchmark, metric, split)
)
SELECT
    c.benchmark, c.registered, c.area, c.task, c.claims, c.scores, c.papers, c.metrics, c.first_year, c.last_year,
    b.metric, b.split, b.best, b.unit, b.method, b.paper_id, b.title, b.year
FROM chosen AS c
LEFT JOIN best AS b USING (benchmark)
ORDER BY c.claims DESC, c.benchmark;

CREATE TEMPORARY VIEW plain_areas AS
SELECT r.area, count(DISTINCT b.benchmark) AS benchmarks, count(DISTINCT b.claim_id) AS claims
FROM claim_benchmarks AS b
LEFT JOIN benchmarks AS r USING (benchmark_id)
GROUP BY r.area
ORDER BY claims DESC, r.area NULLS LAST;

CREATE TEMPORARY VIEW plain_methods AS
SELECT
    method,
    count(DISTINCT claim_id) AS claims,
    count(DISTINCT benchmark) AS benchmarks,
    count(DISTINCT paper_id) AS papers,
    count(DISTINCT claim_id) FILTER (role = 'proposed') AS own
FROM plain_claim_rows
WHERE method IS NOT NULL
GROUP BY method
ORDER BY claims DESC, method;

CREATE TEMPORARY VIEW plain_systems AS
WITH keyed AS (
    SELECT *, method_key(method) AS method_key FROM plain_claim_rows WHERE method IS NOT NULL
),
scored AS (
    SELECT DISTINCT method_key, benchmark, metric, split
    FROM (SELECT *, method_key(method) AS method_key FROM plain_leaderboard_at(NULL) WHERE comparable AND method IS NOT NULL)
)
SELECT
    (list(m.method ORDER BY m.claims DESC, m.method))[1] AS method,
    list(m.method ORDER BY m.claims DESC, m.method) AS spellings,
    (SELECT count(DISTINCT claim_id) FROM keyed AS k WHERE k.method_key = method_key(any_value(m.method))) AS claims,
    (SELECT count(DISTINCT benchmark) FROM keyed AS k WHERE k.method_key = method_key(any_value(m.method))) AS benchmarks,
    (
        SELECT count(*)
        FROM scored AS s
        WHERE s.method_key = method_key(any_value(m.method))
            AND EXISTS (
                SELECT 1 FROM scored AS o
                WHERE o.method_key <> s.method_key AND (o.benchmark, o.metric, o.split) = (s.benchmark, s.metric, s.split)
            )
    ) AS boards,
    (SELECT count(DISTINCT paper_id) FROM keyed AS k WHERE k.method_key = method_key(any_value(m.method))) AS papers,
    (SELECT count(DISTINCT claim_id) FILTER (role = 'proposed') FROM keyed AS k WHERE k.method_key = method_key(any_value(m.method))) AS own,
    (SELECT count(DISTINCT paper_id) FILTER (role = 'proposed') FROM keyed AS k WHERE k.method_key = method_key(any_value(m.method)))
        AS own_papers
FROM plain_methods AS m
GROUP BY method_key(m.method)
ORDER BY claims DESC, method_key(any_value(m.method));

CREATE TEMPORARY VIEW plain_totals AS
SELECT
    (SELECT count(*) FROM papers) AS papers,
    (SELECT count(DISTINCT paper_id) FROM claims) AS papers_with_claims,
    (SELECT count(*) FROM claims) AS claims,
    (SELECT count(*) FROM claims WHERE kind = 'score') AS scores,
    (SELECT count(*) FROM claims WHERE kind = 'gain') AS gains,
    (SELECT count(*) FROM claims WHERE kind = 'ratio') AS ratios,
    (SELECT count(*) FROM claims WHERE kind = 'cost') AS costs,
    (SELECT count(DISTINCT benchmark) FROM claim_benchmarks) AS benchmarks,
    (SELECT count(DISTINCT benchmark_id) FROM claim_benchmarks) AS registered_benchmarks,
    (SELECT count(DISTINCT metric_id) FROM claims) AS metrics,
    (SELECT count(DISTINCT method) FROM claims) AS methods,
    (SELECT count(*) FROM plain_state_of_the_art_at(NULL)) AS boards,
    (SELECT count(*) FROM sources) AS sources,
    (SELECT count(*) FROM rejected) AS rejected,
    (SELECT min(coalesce(year, try_cast(left(date, 4) AS INTEGER))) FROM papers) AS first_year,
    (SELECT max(coalesce(year, try_cast(left(date, 4) AS INTEGER))) FROM papers) AS last_year;

CREATE TEMPORARY VIEW plain_sources AS
SELECT
    s.path, s.entries,
    (SELECT count(DISTINCT ps.paper_id) FROM paper_sources AS ps WHERE ps.source_id = s.source_id) AS papers,
    s.rejected, s.bytes, s.run_id
FROM sources AS s
ORDER BY s.run_id DESC, s.path;

CREATE TEMPORARY VIEW plain_papers_search AS
SELECT
    p.paper_id, p.title, coalesce(p.year, try_cast(left(p.date, 4) AS INTEGER)) AS year, p.venue,
    (SELECT count(*) FROM claims AS c WHERE c.paper_id = p.paper_id) AS claims
FROM papers AS p
ORDER BY claims DESC, p.title, p.paper_id;
