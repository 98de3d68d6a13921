-- answers: Every claim of one paper in the order of the text, with all extracted fields.
-- param paper_id: id of the paper
-- param min_confidence: only claims with at least this confidence, 0 to 1; claims without one are kept (default: null)
-- column claim_id: id of the claim
-- column start_offset: offset of the quote's first character in the abstract
-- column end_offset: offset after its last character
-- column quote: the number as written in the abstract
-- column kind: score, gain, ratio or cost
-- column value: the value as written
-- column value_high: the upper end of a range
-- column unit: the unit as written
-- column change: up or down, for gains and ratios
-- column bound: exact, up_to, at_least or about
-- column uncertainty: the number after a plus-minus sign
-- column metric: the metric in the words of the abstract
-- column metric_id: the registered metric
-- column benchmarks: the benchmarks in the words of the abstract
-- column listed_under: the names under which leaderboards list them
-- column split: the split in the words of the abstract
-- column method: the method
-- column role: proposed (the paper's own result) or baseline (cited for comparison)
-- column baseline: what it is measured against
-- column settings: conditions that the abstract states, such as zero-shot
-- column canonical_value: the value in the metric's canonical unit
-- column canonical_high: the upper end of a range in the canonical unit
-- column canonical_unit: the metric's canonical unit
-- column flags: problems with the value, such as out-of-range
-- column task: what was done where the number was measured; null where nothing says it
-- column task_source: text or implied
-- column protocol: conditions that set the number apart from the usual use of the benchmark
-- column rule: grammar rule that matched
-- column origin: prose, table, import or person
-- column confidence: share of labelled claims read the same way that were correct in every field, 0 to 1
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
    c.method, c.role, c.baseline, c.settings, c.canonical_value, c.canonical_high, c.canonical_unit, c.flags, c.task, c.task_source, c.protocol, c.rule, c.origin,
    c.confidence
FROM mine AS c
LEFT JOIN named AS n USING (claim_id)
WHERE coalesce(c.confidence >= $min_confidence::DOUBLE, true)
ORDER BY c.start_offset, c.end_offset, c.claim_id;
