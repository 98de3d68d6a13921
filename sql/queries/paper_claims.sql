-- answers: Every claim of one paper in the order of its text, with all parsed fields.
-- param paper_id: the paper
-- param min_confidence: hides claims with a lower confidence, 0 to 1; those without one stay (default: null)
-- column claim_id: the claim
-- column start_offset: where the quote begins in the abstract
-- column end_offset: where it ends
-- column quote: the number as it stands there
-- column kind: score, gain, ratio or cost
-- column value: the number as stated
-- column value_high: the upper end of a range
-- column unit: the unit as stated
-- column change: up or down, for gains and ratios
-- column bound: exact, up_to, at_least or about
-- column uncertainty: the number after plus or minus
-- column metric: the metric in the text's words
-- column metric_id: the registered metric
-- column benchmarks: the benchmarks in the text's words
-- column listed_under: the same as the leaderboards list them
-- column split: the part of the benchmark
-- column method: the system
-- column role: proposed or baseline
-- column baseline: what it is compared with
-- column settings: the conditions the text names
-- column canonical_value: the number on the metric's own scale
-- column canonical_high: the same for the upper end
-- column canonical_unit: the metric's own unit
-- column flags: what is odd about it
-- column rule: the rule that read it
-- column origin: prose, table, import or person
-- column confidence: the share of claims read the same way that were right in every field on labelled abstracts, 0 to 1
WITH mine AS MATERIALIZED (
    SELECT * FROM claims WHERE paper_id = $paper_id::VARCHAR
),
named AS (
    SELECT claim_id, list(b.name ORDER BY b.position) AS names, list(b.benchmark ORDER BY b.position) AS listed_under
    FROM claim_benchmarks AS b
    JOIN mine USING (claim_id)
    GROUP BY claim_id
)
SELECT
    c.claim_id, c.start_offset, c.end_offset, c.quote, c.kind, c.value, c.value_high, c.unit, c.change, c.bound, c.uncertainty,
    c.metric, c.metric_id, coalesce(n.names, []) AS benchmarks, coalesce(n.listed_under, []) AS listed_under, c.split,
    c.method, c.role, c.baseline, c.settings, c.canonical_value, c.canonical_high, c.canonical_unit, c.flags, c.rule, c.origin,
    c.confidence
FROM mine AS c
LEFT JOIN named AS n USING (claim_id)
WHERE coalesce(c.confidence >= $min_confidence::DOUBLE, true)
ORDER BY c.start_offset, c.end_offset, c.claim_id;
