-- Every claim with its paper, once for each benchmark it was measured on (once with benchmark null where it names none), in two tables that
-- the view claim_rows combines: derived.scores has the scores on benchmarks, derived.others all other claims.
-- Claims are grouped by task, metric, split and protocol. The metric is the canonical name (with the unit, where the metric is measured in
-- units that cannot be converted), or 'unregistered: NAME', or 'unspecified'.
CREATE TEMPORARY VIEW gathered AS
WITH joined AS (
    SELECT
        c.claim_id,
        c.paper_id,
        b.benchmark,
        b.benchmark_id IS NOT NULL AS registered,
        coalesce(t.board_task, c.task, 'unspecified') AS task,
        c.task AS task_said, c.task_source,
        -- A score in percent without a metric has the usual one of its benchmark or task.
        c.metric_id IS NULL AND c.metric IS NULL AND c.kind = 'score' AND c.unit = '%' AND t.default_metric IS NOT NULL AS implied,
        CASE WHEN implied THEN t.default_metric ELSE c.metric_id END AS own_metric,
        c.metric AS metric_said,
        coalesce(nullif(lower(trim(c.split)), ''), 'unspecified') AS split_said,
        -- Most texts do not say that they mean the test set: what says so is listed with what says nothing.
        CASE WHEN split_said IN ('test', 'test set') THEN 'unspecified' ELSE split_said END AS split,
        coalesce(nullif(array_to_string(list_sort(list_distinct(c.protocol)), ', '), ''), 'ordinary') AS protocol,
        c.kind, c.method, c.role, c.baseline, c.value, c.value_high, c.unit, c.change, c.bound, c.uncertainty,
        CASE WHEN implied THEN c.value ELSE c.canonical_value END AS stated_value,
        CASE WHEN implied THEN c.value_high ELSE c.canonical_high END AS stated_high,
        CASE WHEN implied THEN '%' ELSE c.canonical_unit END AS canonical_unit,
        c.settings, c.flags AS stated_flags, c.quote, c.start_offset, c.end_offset, c.origin, c.rule, c.confidence, c.extractor, c.run_id,
        p.title, p.venue, p.url, p.date,
        year_of(p.year, p.date) AS year,
        -- Date to plot the paper at: the first day of its month or year where no more is known.
        coalesce(
            try_cast(p.date AS DATE),
            try_cast(p.date || '-01' AS DATE),
            make_date(year_of(p.year, p.date), 1, 1)
        ) AS published
    FROM claims AS c
    JOIN papers AS p USING (paper_id)
    LEFT JOIN claim_benchmarks AS b USING (claim_id)
    LEFT JOIN derived.board_tasks AS t ON c.kind = 'score' AND t.benchmark = b.benchmark AND t.task IS NOT DISTINCT FROM c.task
),
listed AS (
    SELECT
        j.*,
        j.kind = 'score' AND coalesce(x.complement, y.complement, z.complement, false) AS converted,
        CASE WHEN j.kind = 'score' THEN coalesce(x.board_metric, y.board_metric, z.board_metric, j.own_metric) ELSE j.own_metric END AS metric_id
    FROM joined AS j
    LEFT JOIN board_metrics AS x ON x.metric_id = j.own_metric AND x.scope = j.benchmark
    LEFT JOIN board_metrics AS y ON y.metric_id = j.own_metric AND y.scope = j.task
    LEFT JOIN board_metrics AS z ON z.metric_id = j.own_metric AND z.scope IS NULL
)
SELECT
    m.direction IS NOT NULL
        AND stated_value IS NOT NULL
        AND NOT list_has_any(stated_flags, ['out-of-range', 'wrong-dimension'])
        AND NOT (implied AND stated_value NOT BETWEEN coalesce(m.low, '-infinity'::DOUBLE) AND coalesce(m.high, 'infinity'::DOUBLE)) AS comparable,
    claim_id, paper_id, benchmark, registered, task, task_said, task_source,
    CASE
        WHEN m.unit = 'any' THEN metric_id || coalesce(' (' || coalesce(canonical_unit, listed.unit) || ')', '')
        ELSE coalesce(metric_id, 'unregistered: ' || metric_said, 'unspecified')
    END AS metric,
    metric_id, metric_said, split, split_said, protocol,
    listed.kind, method, role, baseline, value, value_high, listed.unit, change,
    -- At most 4 % errors are at least 96 % accuracy.
    CASE WHEN converted AND bound = 'up_to' THEN 'at_least' WHEN converted AND bound = 'at_least' THEN 'up_to' ELSE bound END AS bound,
    uncertainty,
    CASE WHEN converted THEN 100 - coalesce(stated_high, stated_value) ELSE stated_value END AS canonical_value,
    CASE WHEN NOT converted THEN stated_high WHEN stated_high IS NOT NULL THEN 100 - stated_value END AS canonical_high,
    canonical_unit,
    -- A range counts as its worse end, so that it never claims a record that it may not hold.
    CASE WHEN m.direction = 'lower' THEN coalesce(canonical_high, canonical_value) ELSE canonical_value END AS rank_value,
    m.direction, m.high AS highest,
    settings,
    list_concat(
        stated_flags,
        list_concat(CASE WHEN implied THEN ['implied-metric'] ELSE [] END, CASE WHEN converted THEN ['converted'] ELSE [] END)
    ) AS flags,
    quote, start_offset, end_offset, origin, rule, confidence, extractor, run_id, title, venue, url, date, year, published
FROM listed
LEFT JOIN metrics AS m USING (metric_id);

-- A board (one leaderboard) is the set of results that are ranked together: one benchmark, task, metric, split and protocol.
CREATE TEMPORARY TABLE boards AS
SELECT
    row_number() OVER (ORDER BY benchmark, metric, split, task, protocol)::INTEGER AS board, benchmark, task, metric, split, protocol
FROM (SELECT DISTINCT benchmark, task, metric, split, protocol FROM gathered WHERE kind = 'score' AND benchmark IS NOT NULL);

-- Queries rely on this order: a board is a contiguous range of row ids, its comparable rows come first, best first.
CREATE TEMPORARY TABLE in_order AS
SELECT
    b.board,
    row_number() OVER (
        ORDER BY
            b.board,
            g.comparable DESC,
            CASE WHEN g.direction = 'lower' THEN g.rank_value ELSE -g.rank_value END,
            g.published NULLS LAST,
            g.claim_id
    ) AS place,
    CASE WHEN g.direction = 'lower' THEN -g.rank_value ELSE g.rank_value END AS goodness,
    g.*
FROM gathered AS g
JOIN boards AS b USING (benchmark, task, metric, split, protocol)
WHERE g.kind = 'score'
ORDER BY place;

-- Which results hold no record until something confirms them. "only-paper": no other paper has a comparable result on the board. "far-ahead":
-- it leaves at most half of the error that the next paper leaves that is read with a confidence of at least 0.7 (or half the value, where
-- lower is better; or it is twice as high, where a metric has no upper bound), and so do all that are better. A value that another paper
-- cites, or that an import or a person states, is confirmed.
CREATE TEMPORARY TABLE doubts AS
WITH own AS (
    SELECT place, board, paper_id, goodness, direction, highest, rank_value, coalesce(confidence >= 0.7, true) AS sure
    FROM in_order
    WHERE comparable AND role = 'proposed'
),
best AS (
    SELECT * FROM own QUALIFY row_number() OVER (PARTITION BY board, paper_id ORDER BY place) = 1
),
followed AS (
    SELECT
        *,
        max(goodness) FILTER (sure) OVER (PARTITION BY board ORDER BY place ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS next_best,
        count(*) OVER (PARTITION BY board) - 1 AS others
    FROM best
),
confirmations AS (
    SELECT DISTINCT b.place, true AS found
    FROM best AS b
    JOIN in_order AS c ON c.board = b.board AND c.rank_value = b.rank_value AND c.comparable
    WHERE (c.role = 'baseline' AND c.paper_id <> b.paper_id) OR c.origin IN ('import', 'person')
),
weighed AS (
    SELECT
        board, paper_id, place, others, rank_value,
        coalesce(found, false) AS confirmed,
        NOT confirmed
            AND goodness > next_best
            AND CASE
                WHEN direction = 'lower' THEN rank_value <= -next_best / 2
                WHEN highest IS NOT NULL THEN highest - rank_value <= (highest - next_best) / 2
                ELSE rank_value >= 2 * next_best
            END AS jumps
    FROM followed
    LEFT JOIN confirmations USING (place)
),
first_plausible AS (
    SELECT board, min(place) FILTER (NOT coalesce(jumps, false)) AS plausible
    FROM weighed
    GROUP BY board
)
SELECT
    o.place,
    CASE
        WHEN w.others = 0 AND NOT (w.confirmed AND o.rank_value = w.rank_value) THEN 'only-paper'
        WHEN o.place < f.plausible THEN 'far-ahead'
    END AS doubt
FROM own AS o
JOIN weighed AS w USING (board, paper_id)
JOIN first_plausible AS f USING (board);

-- Written from a temporary table: straight from the sort, a single core would write it.
CREATE TEMPORARY TABLE with_doubts AS
SELECT o.* EXCLUDE (place, highest, goodness), d.doubt
FROM in_order AS o
LEFT JOIN doubts AS d USING (place)
ORDER BY o.place;

CREATE OR REPLACE TABLE derived.scores AS FROM with_doubts;
DROP TABLE with_doubts;
DROP TABLE doubts;
DROP TABLE in_order;

-- The boards with what they hold; the fullest of a benchmark (most papers with own comparable results, then most of these) is the one that is
-- shown where nothing else is chosen.
CREATE OR REPLACE TABLE derived.boards AS
SELECT
    b.*,
    count(*) AS scores,
    count(DISTINCT s.paper_id) AS papers,
    count(DISTINCT s.paper_id) FILTER (s.comparable AND s.role = 'proposed') AS ranked
FROM boards AS b
JOIN derived.scores AS s USING (board)
GROUP BY ALL
ORDER BY b.board;
DROP TABLE boards;

-- In the order in which pages show them: gains, then ratios and costs, newest first.
CREATE TEMPORARY TABLE in_order AS
SELECT * EXCLUDE (comparable, rank_value, highest)
FROM gathered
WHERE kind <> 'score' OR benchmark IS NULL
ORDER BY
    CASE kind WHEN 'gain' THEN 0 WHEN 'score' THEN 2 ELSE 1 END,
    year DESC NULLS LAST,
    benchmark NULLS LAST,
    metric,
    value DESC,
    claim_id;

CREATE OR REPLACE TABLE derived.others AS FROM in_order;
DROP TABLE in_order;
DROP VIEW gathered;
