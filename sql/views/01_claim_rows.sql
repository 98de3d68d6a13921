-- Every claim with its paper, once for each benchmark it was measured on (once with benchmark null where none is named).
-- metric and split are what claims are grouped by: the registered metric (with the unit, where it is measured in several that cannot be
-- compared), or 'unregistered: NAME', or 'unspecified'.
CREATE OR REPLACE VIEW claim_rows AS
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
