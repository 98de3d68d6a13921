-- answers: Every claim about one method, from its own paper and from others.
-- param method: a name of the method; case, punctuation and spaces do not matter
-- param min_confidence: only claims with at least this confidence, 0 to 1; claims without one are kept (default: null)
-- param limit: maximum number of rows (default: 1000)
-- column method: the name in this abstract
-- column benchmark: where it was measured; null where none is named
-- column metric: canonical metric, unregistered: NAME, or unspecified
-- column split: the split, or unspecified
-- column task: the task
-- column protocol: the protocol; ordinary is the usual use of the benchmark
-- column doubt: why a score holds no record before something confirms it: only-paper or far-ahead; null otherwise
-- column kind: score, gain, ratio or cost
-- column value: the value as written
-- column value_high: the upper end of a range
-- column unit: the unit as written
-- column change: up or down
-- column bound: exact, up_to, at_least or about
-- column uncertainty: the number after a plus-minus sign
-- column canonical_value: the value in the metric's canonical unit
-- column canonical_high: the upper end of a range in the canonical unit
-- column canonical_unit: the metric's canonical unit
-- column rank_value: the value that decides the rank of a score, in the canonical unit
-- column comparable: whether it can be compared with others on the same leaderboard
-- column direction: whether higher or lower is better
-- column role: proposed (the paper's own result) or baseline (cited for comparison)
-- column baseline: what it is measured against
-- column settings: conditions that the abstract states, such as zero-shot
-- column flags: problems with the value, such as out-of-range
-- column confidence: share of labelled claims read the same way that were correct in every field, 0 to 1
-- column quote: the number as written in the abstract
-- column paper_id: id of the paper
-- column title: the paper's title
-- column year: its year
-- column claim_id: id of the claim
SELECT
    method, benchmark, metric, split, task, protocol, doubt, kind, value, value_high, unit, change, bound, uncertainty, canonical_value, canonical_high, canonical_unit,
    rank_value, comparable, direction, role, baseline, settings, flags, confidence, quote, paper_id, title, year, claim_id
FROM derived.system_claims
WHERE system IN (SELECT system FROM derived.systems WHERE method_key = method_key($method::VARCHAR))
    AND coalesce(confidence >= $min_confidence::DOUBLE, true)
ORDER BY benchmark NULLS LAST, metric, split, task, protocol, year NULLS LAST, claim_id
LIMIT $limit::BIGINT;
