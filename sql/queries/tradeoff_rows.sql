-- answers: Scores on one benchmark beside what they cost, where one paper states both about the same system, the best score first.
-- param benchmark: the benchmark's name
-- param metric: a metric as tradeoff_choices lists it
-- param split: a split as tradeoff_choices lists it
-- param cost: a cost as tradeoff_choices lists it
-- param cited: true adds systems that papers cite for comparison (default: false)
-- param first_year: earliest year to show; papers without a year are left out then (default: null)
-- param last_year: latest year to show; papers without a year are left out then (default: null)
-- param min_confidence: hides pairs in which either claim has a lower confidence, 0 to 1; those without one stay (default: null)
-- param limit: how many rows (default: 2000)
-- column on_front: whether no own result in this selection is as good for less; null where costs cannot be compared
-- column method: the system, null where the text gives it no name
-- column quality: the score on the metric's own scale
-- column quality_unit: its unit
-- column quality_bound: exact, up_to, at_least or about
-- column quality_direction: whether higher or lower is better
-- column cost_value: what it took
-- column cost_unit: its unit
-- column cost_bound: exact, up_to, at_least or about
-- column cost_direction: whether higher or lower is better; null where nobody knows
-- column baseline: what a factor or share is measured against
-- column role: proposed or baseline
-- column quote: the score as it stands in the abstract
-- column cost_quote: the cost as it stands there
-- column confidence: the lower one of the two claims' confidences, 0 to 1
-- column paper_id: for the paper query
-- column title: the paper's title
-- column year: its year
-- column venue: where it appeared
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
    -- Factors and shares can be compared only where all are measured against the same.
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
    cost_quote, confidence, paper_id, title, year, venue, claim_id, cost_claim_id
FROM fronts, compared
ORDER BY good DESC, cheap DESC NULLS LAST, claim_id
LIMIT $limit::BIGINT;
