-- answers: Gains, ratios and costs: by how much a metric changed against a baseline, and what it takes to run a method.
-- param kinds: which of gain, ratio and cost, with | between them (default: gain|ratio|cost)
-- param benchmark: only this benchmark (default: null)
-- param metric: only this metric, as listed in the column metric (default: null)
-- param min_confidence: hides claims with a lower confidence, 0 to 1; those without one stay (default: null)
-- param own: true leaves out numbers that papers cite for comparison (default: false)
-- param first_year: earliest year to show; papers without a year are left out then (default: null)
-- param last_year: latest year to show; papers without a year are left out then (default: null)
-- param limit: how many rows (default: 1000)
-- column benchmark: where it was measured; null where none is named
-- column metric: as grouped
-- column split: as grouped
-- column kind: gain, ratio or cost
-- column method: the system
-- column role: proposed or baseline
-- column baseline: what it is compared with
-- column value: the number as stated
-- column value_high: the upper end of a range
-- column unit: the unit as stated
-- column change: up or down
-- column direction: whether higher or lower is better; null where nobody has registered the metric
-- column bound: exact, up_to, at_least or about
-- column uncertainty: the number after plus or minus
-- column settings: the conditions the text names
-- column flags: what is odd about it
-- column confidence: the share of claims read the same way that were right in every field on labelled abstracts, 0 to 1
-- column quote: the number as it stands in the abstract
-- column paper_id: for the paper query
-- column title: the paper's title
-- column year: its year
-- column venue: where it appeared
-- column claim_id: the claim
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
