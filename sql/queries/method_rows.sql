-- answers: Every claim about one system, by its own paper and by others.
-- param method: a name of the system; case, hyphens and blanks do not matter
-- param min_confidence: hides claims with a lower confidence, 0 to 1; those without one stay (default: null)
-- param limit: how many rows (default: 1000)
-- column method: the name that this text uses
-- column benchmark: where it was measured; null where none is named
-- column metric: as grouped
-- column split: as grouped
-- column kind: score, gain, ratio or cost
-- column value: the number as stated
-- column value_high: the upper end of a range
-- column unit: the unit as stated
-- column change: up or down
-- column bound: exact, up_to, at_least or about
-- column uncertainty: the number after plus or minus
-- column canonical_value: the number on the metric's own scale
-- column canonical_high: the same for the upper end
-- column canonical_unit: the metric's own unit
-- column rank_value: the number that decides the rank of a score on a benchmark
-- column comparable: whether it can be compared with others on the same benchmark, metric and split
-- column direction: whether higher or lower is better
-- column role: proposed by the paper, or cited there as a baseline
-- column baseline: what it is compared with
-- column settings: the conditions the text names
-- column flags: what is odd about it
-- column confidence: the share of claims read the same way that were right in every field on labelled abstracts, 0 to 1
-- column quote: the number as it stands in the abstract
-- column paper_id: for the paper query
-- column title: the paper's title
-- column year: its year
-- column claim_id: the claim
SELECT
    method, benchmark, metric, split, kind, value, value_high, unit, change, bound, uncertainty, canonical_value, canonical_high, canonical_unit,
    rank_value, comparable, direction, role, baseline, settings, flags, confidence, quote, paper_id, title, year, claim_id
FROM derived.system_claims
WHERE system IN (SELECT system FROM derived.systems WHERE method_key = method_key($method::VARCHAR))
    AND coalesce(confidence >= $min_confidence::DOUBLE, true)
ORDER BY benchmark NULLS LAST, metric, split, year NULLS LAST, claim_id
LIMIT $limit::BIGINT;
