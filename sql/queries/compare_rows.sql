-- answers: What several systems report on the benchmarks that at least two of them share: of each its best own result there, else its best cited one.
-- param methods: the systems' names with | between them; case, hyphens and blanks do not matter
-- param min_confidence: hides claims with a lower confidence, 0 to 1; those without one stay (default: null)
-- column method: the system, by the spelling with most claims
-- column benchmark: where it was measured
-- column metric: as grouped
-- column split: as grouped
-- column direction: whether higher or lower is better
-- column rank_value: the number that is compared
-- column value: the number as stated
-- column value_high: the upper end of a range
-- column unit: the unit as stated
-- column canonical_value: the number on the metric's own scale
-- column canonical_high: the same for the upper end
-- column canonical_unit: the metric's own unit
-- column bound: exact, up_to, at_least or about
-- column uncertainty: the number after plus or minus, in the unit as stated
-- column role: proposed by the paper, or cited there as a baseline
-- column best: whether no other of these systems has a better number here
-- column shared: how many of these systems have a number here
-- column settings: the conditions the text names
-- column confidence: the share of claims read the same way that were right in every field on labelled abstracts, 0 to 1
-- column quote: the number as it stands in the abstract
-- column paper_id: for the paper query
-- column title: the paper's title
-- column year: its year
-- column claim_id: the claim
WITH chosen AS (
    FROM systems_named($methods::VARCHAR)
),
found AS (
    SELECT s.method AS name, c.*, CASE WHEN c.direction = 'lower' THEN -c.rank_value ELSE c.rank_value END AS goodness
    FROM derived.system_claims AS c
    JOIN chosen AS s USING (system)
    WHERE c.comparable AND coalesce(c.confidence >= $min_confidence::DOUBLE, true)
),
one_each AS (
    SELECT *
    FROM found
    QUALIFY row_number() OVER (PARTITION BY system, board ORDER BY role = 'proposed' DESC, goodness DESC, claim_id) = 1
),
compared AS (
    SELECT *, goodness = max(goodness) OVER (PARTITION BY board) AS best, count(*) OVER (PARTITION BY board) AS shared
    FROM one_each
)
SELECT
    name AS method, benchmark, metric, split, direction, rank_value, value, value_high, unit, canonical_value, canonical_high,
    canonical_unit, bound, uncertainty, role, best, shared, settings, confidence, quote, paper_id, title, year, claim_id
FROM compared
WHERE shared > 1
ORDER BY shared DESC, benchmark, metric, split, best DESC, goodness DESC, method;
