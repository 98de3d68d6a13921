-- Every claim with its paper, once for each benchmark it was measured on (once with benchmark null where it names none), in two tables that
-- the view claim_rows combines: derived.scores has the scores on benchmarks, derived.others all other claims.
-- Claims are grouped by metric and split. The metric is the canonical name (with the unit, where the metric is measured in units that cannot
-- be converted), or 'unregistered: NAME', or 'unspecified'.
CREATE TEMPORARY VIEW gathered AS
WITH joined AS (
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
        c.kind, c.method, c.role, c.baseline, c.value, c.value_high, c.unit, c.change, c.bound, c.uncertainty,
        c.canonical_value, c.canonical_high, c.canonical_unit,
        m.direction,
        c.settings, c.flags, c.quote, c.start_offset, c.end_offset, c.origin, c.rule, c.confidence, c.extractor, c.run_id,
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
    LEFT JOIN metrics AS m USING (metric_id)
)
SELECT
    direction IS NOT NULL
        AND canonical_value IS NOT NULL
        AND NOT list_has_any(flags, ['out-of-range', 'wrong-dimension']) AS comparable,
    -- A range counts as its worse end, so that it never claims a record that it may not hold.
    CASE WHEN direction = 'lower' THEN coalesce(canonical_high, canonical_value) ELSE canonical_value END AS rank_value,
    *
FROM joined;

-- A board (one leaderboard) is the set of results that are ranked together: one benchmark, metric and split.
CREATE OR REPLACE TABLE derived.boards AS
SELECT row_number() OVER (ORDER BY benchmark, metric, split)::INTEGER AS board, benchmark, metric, split
FROM (SELECT DISTINCT benchmark, metric, split FROM gathered WHERE kind = 'score' AND benchmark IS NOT NULL)
ORDER BY board;

-- Queries rely on this order: a board is a contiguous range of row ids, its comparable rows come first, and the first of them that is a
-- paper's own result is the record.
CREATE TEMPORARY TABLE in_order AS
SELECT b.board, g.*
FROM gathered AS g
JOIN derived.boards AS b USING (benchmark, metric, split)
WHERE g.kind = 'score'
ORDER BY
    b.board,
    g.comparable DESC,
    CASE WHEN g.direction = 'lower' THEN g.rank_value ELSE -g.rank_value END,
    g.published NULLS LAST,
    g.claim_id;

-- Written from a temporary table: straight from the sort, a single core would write it.
CREATE OR REPLACE TABLE derived.scores AS FROM in_order;
DROP TABLE in_order;

-- In the order in which pages show them: gains, then ratios and costs, newest first.
CREATE TEMPORARY TABLE in_order AS
SELECT * EXCLUDE (comparable, rank_value)
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
