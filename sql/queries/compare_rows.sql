-- answers: Results of several methods on the leaderboards that at least two of them share: for each its best own result, else its best cited one.
-- param methods: names of methods, separated by |; case, punctuation and spaces do not matter
-- param min_confidence: only claims with at least this confidence, 0 to 1; claims without one are kept (default: null)
-- column method: the method, under its most frequent spelling
-- column benchmark: where it was measured
-- column metric: canonical metric, unregistered: NAME, or unspecified
-- column split: the split, or unspecified
-- column task: the task
-- column protocol: the protocol; ordinary is the usual use of the benchmark
-- column direction: whether higher or lower is better
-- column rank_value: the value that is compared, in the canonical unit
-- column value: the value as written
-- column value_high: the upper end of a range
-- column unit: the unit as written
-- column canonical_value: the value in the metric's canonical unit
-- column canonical_high: the upper end of a range in the canonical unit
-- column canonical_unit: the metric's canonical unit
-- column bound: exact, up_to, at_least or about
-- column uncertainty: the number after a plus-minus sign, in the unit as written
-- column role: proposed (the paper's own result) or baseline (cited for comparison)
-- column best: whether no other of these methods has a better result here, and nothing speaks against it
-- column doubt: why the result holds no record before something confirms it: only-paper or far-ahead; null otherwise
-- column shared: number of these methods with a result here
-- column settings: conditions that the abstract states, such as zero-shot
-- column confidence: share of labelled claims read the same way that were correct in every field, 0 to 1
-- column quote: the number as written in the abstract
-- column paper_id: id of the paper
-- column title: the paper's title
-- column year: its year
-- column claim_id: id of the claim
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
    SELECT *, goodness = max(goodness) OVER (PARTITION BY board) AND doubt IS NULL AS best, count(*) OVER (PARTITION BY board) AS shared
    FROM one_each
)
SELECT
    name AS method, benchmark, metric, split, task, protocol, direction, rank_value, value, value_high, unit, canonical_value, canonical_high,
    canonical_unit, bound, uncertainty, role, best, doubt, shared, settings, confidence, quote, paper_id, title, year, claim_id
FROM compared
WHERE shared > 1
ORDER BY shared DESC, benchmark, metric, split, task, protocol, best DESC, goodness DESC, method;
