-- answers: Gains, ratios and costs: by how much a metric changed against a baseline, and what it takes to run a method.
-- param kinds: any of gain, ratio and cost, separated by | (default: gain|ratio|cost)
-- param benchmark: only this benchmark (default: null)
-- param metric: only this metric, as listed in the column metric (default: null)
-- param min_confidence: only claims with at least this confidence, 0 to 1; claims without one are kept (default: null)
-- param own: true for papers' own results only, without the baselines they cite (default: false)
-- param first_year: earliest year; excludes papers without a year (default: null)
-- param last_year: latest year; excludes papers without a year (default: null)
-- param limit: maximum number of rows (default: 1000)
-- column benchmark: where it was measured; null where none is named
-- column metric: canonical metric, unregistered: NAME, or unspecified
-- column split: the split, or unspecified
-- column kind: gain, ratio or cost
-- column method: the method
-- column role: proposed (the paper's own result) or baseline (cited for comparison)
-- column baseline: what it is measured against
-- column value: the value as written
-- column value_high: the upper end of a range
-- column unit: the unit as written
-- column change: up or down
-- column direction: whether higher or lower is better; null for unregistered metrics
-- column bound: exact, up_to, at_least or about
-- column uncertainty: the number after a plus-minus sign
-- column settings: conditions that the abstract states, such as zero-shot
-- column flags: problems with the value, such as out-of-range
-- column confidence: share of labelled claims read the same way that were correct in every field, 0 to 1
-- column quote: the number as written in the abstract
-- column paper_id: id of the paper
-- column title: the paper's title
-- column year: its year
-- column venue: the venue
-- column claim_id: id of the claim
SELECT
    benchmark, metric, split, kind, method, role, baseline, value, value_high, unit, change, direction, bound, uncertainty, settings, flags,
    confidence, quote, paper_id, title, year, venue, claim_id
FROM derived.others
WHERE kind <> 'score'
    AND list_contains(string_split($kinds::VARCHAR, '|'), kind)
    AND ($benchmark::VARCHAR IS NULL OR benchmark = $benchmark::VARCHAR)
    AND ($metric::VARCHAR IS NULL OR metric = $metric::VARCHAR)
    AND coalesce(confidence >= $min_confidence::DOUBLE, true)
    AND ($own::BOOLEAN = false OR role = 'proposed')
    AND ($first_year::INTEGER IS NULL OR year >= $first_year::INTEGER)
    AND ($last_year::INTEGER IS NULL OR year <= $last_year::INTEGER)
ORDER BY year DESC NULLS LAST, benchmark NULLS LAST, metric, value DESC, claim_id
LIMIT $limit::BIGINT;
