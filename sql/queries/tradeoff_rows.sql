-- answers: Scores on one benchmark with their costs, where one paper states both for the same method, best score first.
-- param benchmark: the benchmark's name
-- param metric: the metric, as tradeoff_choices lists it
-- param split: the split, as tradeoff_choices lists it
-- param cost: the cost, as tradeoff_choices lists it
-- param cited: true to include methods that papers cite for comparison (default: false)
-- param first_year: earliest year; excludes papers without a year (default: null)
-- param last_year: latest year; excludes papers without a year (default: null)
-- param min_confidence: only pairs in which both claims have at least this confidence, 0 to 1; pairs without one are kept (default: null)
-- param limit: maximum number of rows (default: 2000)
-- column on_front: whether it is on the Pareto front of the papers' own results in this selection; null where costs cannot be compared
-- column method: the method; null where the abstract does not name it
-- column quality: the score in the metric's canonical unit
-- column quality_unit: its unit
-- column quality_bound: exact, up_to, at_least or about
-- column quality_direction: whether higher or lower is better
-- column cost_value: the cost in cost_unit; of a range its worse end
-- column cost_unit: its unit
-- column cost_bound: exact, up_to, at_least or about
-- column cost_direction: whether higher or lower is better; null for unregistered metrics
-- column baseline: baseline of a factor or share
-- column role: proposed (the paper's own result) or baseline (cited for comparison)
-- column quote: the score as written in the abstract
-- column cost_quote: the cost as written in the abstract
-- column confidence: the lower of the two claims' confidences, 0 to 1
-- column paper_id: id of the paper
-- column title: the paper's title
-- column year: its year
-- column venue: the venue
-- column task: the score's task
-- column protocol: the score's protocol; ordinary is the usual use of the benchmark
-- column doubt: why the score holds no record before something confirms it: only-paper or far-ahead; null otherwise
-- column claim_id: the score's claim
-- column cost_claim_id: the cost's claim
WITH shown AS (
    SELECT
        *,
        CASE quality_direction WHEN 'lower' THEN -quality ELSE quality END AS good,
        CASE cost_direction WHEN 'lower' THEN -cost_value WHEN 'higher' THEN cost_value END AS cheap
    FROM derived.tradeoffs
    WHERE benchmark = $benchmark::VARCHAR
        AND metric = $metric::VARCHAR
        AND split = $split::VARCHAR
        AND cost = $cost::VARCHAR
        AND ($cited::BOOLEAN OR role = 'proposed')
        AND ($first_year::INTEGER IS NULL OR year >= $first_year::INTEGER)
        AND ($last_year::INTEGER IS NULL OR year <= $last_year::INTEGER)
        AND coalesce(confidence >= $min_confidence::DOUBLE, true)
),
compared AS (
    -- Factors and shares can be compared only if all have the same baseline.
    SELECT bool_and(is_level) OR (count(DISTINCT lower(baseline)) = 1 AND count(baseline) = count(*)) AS comparable
    FROM shown
    WHERE role = 'proposed'
),
fronts AS (
    SELECT
        *,
        max(good) FILTER (role = 'proposed') OVER (PARTITION BY cheap) AS best_at_cost,
        max(good) FILTER (role = 'proposed') OVER (
            ORDER BY cheap DESC GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS best_for_less
    FROM shown
)
SELECT
    CASE
        WHEN comparable AND cheap IS NOT NULL
            THEN role = 'proposed' AND good = best_at_cost AND coalesce(good > best_for_less, true)
    END AS on_front,
    method, quality, quality_unit, quality_bound, quality_direction, cost_value, cost_unit, cost_bound, cost_direction, baseline, role, quote,
    cost_quote, confidence, paper_id, title, year, venue, task, protocol, doubt, claim_id, cost_claim_id
FROM fronts, compared
ORDER BY good DESC, cheap DESC NULLS LAST, claim_id
LIMIT $limit::BIGINT;
