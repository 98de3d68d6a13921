-- What the pages show, said as plainly as possible: straight from the tables that loads fill, without any of the derived ones.
-- test_derived.py compares both.

-- Usual tasks of a benchmark: the registry's, else the one that most of its scores name.
CREATE TEMPORARY VIEW plain_usual_tasks AS
SELECT benchmark_id AS benchmark, position, task FROM benchmark_tasks
UNION ALL
SELECT benchmark, 0, arg_max(task, (scores, -rank))
FROM (
    SELECT b.benchmark, c.task, count(*) AS scores, rank() OVER (ORDER BY c.task) AS rank
    FROM claim_benchmarks AS b
    JOIN claims AS c USING (claim_id)
    WHERE c.kind = 'score' AND c.task IS NOT NULL AND b.benchmark NOT IN (SELECT benchmark_id FROM benchmark_tasks)
    GROUP BY b.benchmark, c.task
)
GROUP BY benchmark;

CREATE TEMPORARY MACRO plain_related(one, other) AS
    one = other OR EXISTS (SELECT 1 FROM task_ancestors AS a WHERE (a.task, a.ancestor) IN ((one, other), (other, one)));

CREATE TEMPORARY VIEW plain_tasks AS
SELECT
    *,
    (SELECT u.task FROM plain_usual_tasks AS u WHERE u.benchmark = n.benchmark AND u.position = 0) AS default_task,
    coalesce(
        (
            SELECT arg_min(u.task, u.position)
            FROM plain_usual_tasks AS u
            WHERE u.benchmark = n.benchmark AND n.kind = 'score' AND (n.said IS NULL OR plain_related(n.said, u.task))
        ),
        n.said,
        'unspecified'
    ) AS task
FROM (
    SELECT c.claim_id, b.position, b.benchmark, b.benchmark_id IS NOT NULL AS registered, c.kind, c.task AS said
    FROM claims AS c
    LEFT JOIN claim_benchmarks AS b USING (claim_id)
) AS n;

-- The metric under which a claim is listed: what the text names, else what is usual; and of that, the one whose leaderboards have it.
CREATE TEMPORARY VIEW plain_metrics AS
SELECT
    *,
    coalesce(n.stated, n.usual) AS own,
    CASE WHEN kind = 'score' THEN (
        SELECT arg_min(
            {name: s.board_metric, complement: s.complement},
            CASE WHEN s.scope = n.benchmark THEN 0 WHEN s.scope = n.task THEN 1 ELSE 2 END
        )
        FROM board_metrics AS s
        WHERE s.metric_id = coalesce(n.stated, n.usual) AND (s.scope IS NULL OR s.scope = n.benchmark OR s.scope = n.task)
    ) END AS shared
FROM (
    SELECT
        t.*,
        CASE WHEN t.kind = 'score' AND c.metric IS NULL AND c.metric_id IS NULL AND c.unit = '%' AND t.task = t.default_task THEN coalesce(
            (SELECT d.metric_id FROM default_metrics AS d WHERE d.scope = t.benchmark),
            (SELECT d.metric_id FROM default_metrics AS d WHERE d.scope = t.default_task)
        ) END AS usual,
        c.metric_id AS stated
    FROM plain_tasks AS t
    JOIN claims AS c USING (claim_id)
) AS n;

CREATE TEMPORARY VIEW plain_claim_rows AS
SELECT
    c.claim_id, c.paper_id, t.benchmark, t.registered, t.task, c.task AS task_said, c.task_source,
    CASE
        WHEN m.unit = 'any' THEN m.metric_id || coalesce(' (' || coalesce(c.canonical_unit, c.unit) || ')', '')
        ELSE coalesce(t.shared.name, t.own, 'unregistered: ' || c.metric, 'unspecified')
    END AS metric,
    coalesce(t.shared.name, t.own) AS metric_id,
    c.metric AS metric_said,
    CASE WHEN lower(trim(c.split)) IN ('', 'test', 'test set') OR c.split IS NULL THEN 'unspecified' ELSE lower(trim(c.split)) END AS split,
    coalesce(nullif(lower(trim(c.split)), ''), 'unspecified') AS split_said,
    coalesce((SELECT string_agg(DISTINCT p, ', ' ORDER BY p) FROM (SELECT unnest(c.protocol) AS p)), 'ordinary') AS protocol,
    c.kind, c.method, c.role, c.baseline, c.value, c.value_high, c.unit, c.change,
    CASE
        WHEN coalesce(t.shared.complement, false) THEN CASE c.bound WHEN 'up_to' THEN 'at_least' WHEN 'at_least' THEN 'up_to' ELSE c.bound END
        ELSE c.bound
    END AS bound,
    c.uncertainty,
    CASE
        WHEN coalesce(t.shared.complement, false) THEN 100 - CASE WHEN c.canonical_high IS NULL THEN c.canonical_value ELSE c.canonical_high END
        WHEN t.usual IS NOT NULL THEN c.value
        ELSE c.canonical_value
    END AS canonical_value,
    CASE
        WHEN coalesce(t.shared.complement, false) THEN CASE WHEN c.canonical_high IS NOT NULL THEN 100 - c.canonical_value END
        WHEN t.usual IS NOT NULL THEN c.value_high
        ELSE c.canonical_high
    END AS canonical_high,
    CASE WHEN t.usual IS NOT NULL THEN '%' ELSE c.canonical_unit END AS canonical_unit,
    m.direction, c.settings,
    c.flags
        || CASE WHEN t.usual IS NOT NULL THEN ['implied-metric'] ELSE []::VARCHAR[] END
        || CASE WHEN coalesce(t.shared.complement, false) THEN ['converted'] ELSE []::VARCHAR[] END AS flags,
    c.quote, c.start_offset, c.end_offset, c.origin, c.rule, c.confidence, c.extractor, c.run_id, p.title, p.venue, p.url, p.date,
    coalesce(p.year, try_cast(left(p.date, 4) AS INTEGER)) AS year,
    -- A day to draw the paper at: the first of its month or year where no more is known.
    coalesce(
        try_cast(p.date AS DATE),
        try_cast(p.date || '-01' AS DATE),
        make_date(coalesce(p.year, try_cast(left(p.date, 4) AS INTEGER)), 1, 1)
    ) AS published
FROM claims AS c
JOIN papers AS p USING (paper_id)
JOIN plain_metrics AS t USING (claim_id)
LEFT JOIN metrics AS m ON m.metric_id = coalesce(t.shared.name, t.own);

-- Scores with how good they are, and the place among all scores of their board.
CREATE TEMPORARY TABLE plain_scores AS
SELECT *, row_number() OVER (PARTITION BY board ORDER BY good DESC NULLS LAST, published NULLS LAST, claim_id) AS place
FROM (
    SELECT
        (c.benchmark, c.task, c.metric, c.split, c.protocol)::VARCHAR AS board,
        c.*,
        c.direction IS NOT NULL
            AND c.canonical_value IS NOT NULL
            AND NOT list_has_any(c.flags, ['out-of-range', 'wrong-dimension'])
            AND NOT (
                list_contains(c.flags, 'implied-metric') AND (coalesce(c.canonical_value < m.low, false) OR coalesce(c.canonical_value > m.high, false))
            ) AS comparable,
        -- A range counts by its worse end, so that it never takes a record it may not hold.
        CASE WHEN c.direction = 'lower' THEN coalesce(c.canonical_high, c.canonical_value) ELSE c.canonical_value END AS rank_value,
        CASE WHEN comparable THEN CASE WHEN c.direction = 'lower' THEN -rank_value ELSE rank_value END END AS good,
        m.high AS highest
    FROM plain_claim_rows AS c
    LEFT JOIN metrics AS m USING (metric_id)
    WHERE c.kind = 'score' AND c.benchmark IS NOT NULL
);

-- The best own result of each paper on each board, and whether something speaks against it.
CREATE TEMPORARY TABLE plain_bests AS
WITH bests AS (
    SELECT board, paper_id, min(place) AS place FROM plain_scores WHERE comparable AND role = 'proposed' GROUP BY ALL
),
known AS (
    SELECT s.*, coalesce(s.confidence, 1) >= 0.7 AS sure FROM bests JOIN plain_scores AS s USING (board, paper_id, place)
)
SELECT
    * EXCLUDE (good, direction, highest, next_good),
    NOT confirmed
        AND next_good IS NOT NULL
        AND good > next_good
        AND CASE
            WHEN direction = 'lower' THEN 2 * good >= next_good
            WHEN highest IS NULL THEN good >= 2 * next_good
            ELSE 2 * (highest - good) <= highest - next_good
        END AS jumps
FROM (
SELECT
    k.board, k.paper_id, k.place, k.rank_value, k.good, k.direction, k.highest,
    (SELECT count(*) FROM known AS o WHERE o.board = k.board) AS papers,
    EXISTS (
        SELECT 1
        FROM plain_scores AS c
        WHERE c.board = k.board AND c.comparable AND c.rank_value = k.rank_value
            AND (c.origin IN ('import', 'person') OR (c.role = 'baseline' AND c.paper_id <> k.paper_id))
    ) AS confirmed,
    (SELECT max(o.good) FROM known AS o WHERE o.board = k.board AND o.sure AND o.place > k.place) AS next_good
FROM known AS k
);

CREATE TEMPORARY MACRO plain_leaderboard_at(min_confidence) AS TABLE
WITH kept AS (
    SELECT
        s.*,
        CASE
            WHEN NOT s.comparable OR s.role <> 'proposed' THEN NULL
            WHEN b.papers = 1 AND NOT (b.confirmed AND b.rank_value = s.rank_value) THEN 'only-paper'
            WHEN NOT EXISTS (SELECT 1 FROM plain_bests AS o WHERE o.board = s.board AND NOT o.jumps AND o.place <= s.place) THEN 'far-ahead'
        END AS doubt,
        s.comparable AND row_number() OVER (
            PARTITION BY s.board, s.role, s.paper_id, CASE WHEN s.role = 'baseline' THEN coalesce(s.method, s.claim_id) END
            ORDER BY s.good DESC NULLS LAST, s.start_offset, s.claim_id
        ) = 1 AS first
    FROM plain_scores AS s
    LEFT JOIN plain_bests AS b USING (board, paper_id)
    WHERE coalesce(s.confidence >= min_confidence, true)
)
SELECT
    CASE WHEN first AND role = 'proposed' THEN
        1 + (SELECT count(*) FROM kept AS o WHERE o.board = k.board AND o.first AND o.role = 'proposed' AND o.good > k.good)
    END AS rank,
    CASE WHEN first THEN 1 + (SELECT count(*) FROM kept AS o WHERE o.board = k.board AND o.first AND o.good > k.good) END AS rank_all,
    comparable AND NOT first AS folded,
    k.* EXCLUDE (place, good, highest, first, comparable, rank_value, doubt),
    doubt, comparable, rank_value
FROM kept AS k;

CREATE TEMPORARY MACRO plain_state_of_the_art_at(min_confidence) AS TABLE
SELECT *
FROM plain_leaderboard_at(min_confidence)
WHERE rank IS NOT NULL
    AND doubt IS NULL
    AND board IN (SELECT board FROM plain_leaderboard_at(min_confidence) WHERE rank IS NOT NULL GROUP BY board HAVING count(*) >= 3)
QUALIFY row_number() OVER (PARTITION BY board ORDER BY rank, published NULLS LAST, claim_id) = 1;

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
    SELECT benchmark, metric, split, board, task
    FROM plain_leaderboard_at(NULL)
    GROUP BY benchmark, metric, split, task, protocol, board
    HAVING count(rank) > 0
    QUALIFY row_number() OVER (
        PARTITION BY benchmark ORDER BY count(rank) DESC, protocol = 'ordinary' DESC, count(*) DESC, metric, split, task, protocol
    ) = 1
),
best AS (
    SELECT
        f.benchmark, f.metric, f.split, f.task AS board_task, s.rank_value AS best, s.canonical_unit AS unit, s.method, s.paper_id, s.title, s.year
    FROM fullest AS f
    LEFT JOIN plain_state_of_the_art_at(0.7) AS s USING (board)
)
SELECT
    c.benchmark, c.registered, c.area, coalesce(c.task, nullif(b.board_task, 'unspecified')) AS task, c.claims, c.scores, c.papers, c.metrics, c.first_year, c.last_year,
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
    SELECT DISTINCT method_key, board
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
                WHERE o.method_key <> s.method_key AND o.board = s.board
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
    (SELECT count(DISTINCT board) FROM plain_leaderboard_at(NULL) WHERE rank IS NOT NULL) AS boards,
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
