-- For the trade-off page: a score on a benchmark paired with a cost that the same paper states for the same method.
--
-- Both belong to one method if they have the same role and the same name. A score and a cost of the paper's own without a name belong to its
-- proposed method; cited ones without a name are not paired. The cost names the same benchmark or none, and costs that name it take
-- precedence. Several scores and costs of one method in one paper (model sizes, say) are paired in the order of the text if there are
-- equally many of both; otherwise it is unknown which belong together, and none is paired. A pair is dropped if a number of another method
-- is nearer. A number stated twice counts once.
--
-- cost states what is measured and how, and only equal texts are shown together: a level in one unit ("latency (s)"), a factor
-- ("speed: times more"), a change in percent ("latency: % less") or a share ("parameters: % of the baseline's"). cost_direction is the
-- registry's direction, reversed for savings; null for unregistered metrics.
CREATE TEMPORARY TABLE costs AS
WITH measured AS (
    SELECT
        o.claim_id, o.paper_id, o.benchmark, o.split, o.method, o.role, o.baseline, o.bound, o.quote, o.start_offset, o.end_offset, o.confidence,
        o.kind, o.change, m.kind IS NOT DISTINCT FROM 'cost' AS of_cost,
        coalesce(o.metric_id, o.metric_said, 'unspecified') AS resource,
        CASE WHEN o.kind = 'cost' THEN coalesce(o.canonical_value, o.value) ELSE o.value END AS low,
        CASE WHEN o.kind = 'cost' AND o.canonical_value IS NOT NULL THEN o.canonical_high ELSE o.value_high END AS high,
        CASE WHEN o.kind = 'cost' THEN coalesce(o.canonical_unit, o.unit) ELSE o.unit END AS unit,
        -- A speed given in seconds is a time.
        CASE WHEN o.kind = 'cost' AND m.family = 'speed' AND coalesce(o.canonical_unit, o.unit) = 's' THEN 'lower' ELSE m.direction END AS better
    FROM derived.others AS o
    LEFT JOIN metrics AS m USING (metric_id)
    WHERE o.kind IN ('ratio', 'cost')
        AND (o.role = 'proposed' OR o.method IS NOT NULL)
        AND NOT list_has_any(o.flags, ['out-of-range', 'wrong-dimension'])
        AND o.paper_id IN (SELECT paper_id FROM derived.scores)
)
SELECT
    claim_id, paper_id, benchmark, split, method, role, baseline, bound, quote, start_offset, end_offset, confidence, low, high, unit,
    kind = 'cost' AS is_level,
    CASE
        WHEN kind = 'cost' THEN resource || CASE WHEN lower(unit) IN (lower(resource), 'params') THEN '' ELSE coalesce(' (' || unit || ')', '') END
        WHEN unit = 'x' THEN resource || CASE change WHEN 'up' THEN ': times more' WHEN 'down' THEN ': times less' ELSE ': times the baseline''s' END
        ELSE resource || CASE change WHEN 'up' THEN ': % more' WHEN 'down' THEN ': % less' ELSE ': % of the baseline''s' END
    END AS cost,
    CASE
        WHEN kind = 'cost' OR change IS NULL THEN better
        WHEN better IS NOT NULL THEN CASE WHEN (change = 'up') = (better = 'higher') THEN 'higher' ELSE 'lower' END
    END AS direction
FROM measured
-- A ratio is a cost only if the registry has its metric as one.
WHERE kind = 'cost' OR (of_cost AND unit IN ('x', '%'));

CREATE TEMPORARY TABLE pairs AS
WITH quality AS (
    SELECT
        rowid AS place, claim_id, board, benchmark, split, paper_id, role, coalesce(method, '') AS system, start_offset, end_offset, rank_value
    FROM derived.scores
    WHERE comparable
        AND board IN (
            -- Of several tasks and protocols, those of the fullest board: others are not comparable with them.
            SELECT arg_max(board, (ranked, protocol = 'ordinary', scores, -board)) FROM derived.boards GROUP BY benchmark, metric, split
        )
        AND (role = 'proposed' OR method IS NOT NULL)
        AND paper_id IN (SELECT paper_id FROM costs)
    QUALIFY row_number() OVER (PARTITION BY board, paper_id, role, system, rank_value ORDER BY start_offset, end_offset, claim_id) = 1
),
systems AS (
    SELECT DISTINCT board, benchmark, split, paper_id, role, system FROM quality
),
fitting AS (
    SELECT
        s.board, s.paper_id, s.role, s.system, c.cost, c.low, c.rowid AS place, c.claim_id, c.start_offset, c.end_offset,
        c.benchmark IS NOT NULL AS named
    FROM systems AS s
    JOIN costs AS c ON c.paper_id = s.paper_id AND c.role = s.role AND coalesce(c.method, '') = s.system
    WHERE (c.benchmark IS NULL OR c.benchmark = s.benchmark) AND c.split IN ('unspecified', s.split)
),
spent AS (
    SELECT *
    FROM fitting
    QUALIFY (named OR NOT bool_or(named) OVER (PARTITION BY board, paper_id, role, system, cost))
        AND row_number() OVER (PARTITION BY board, paper_id, role, system, cost, named, low ORDER BY start_offset, end_offset, claim_id) = 1
),
numbered_quality AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY board, paper_id, role, system ORDER BY start_offset, end_offset, claim_id) AS number,
        count(*) OVER (PARTITION BY board, paper_id, role, system) AS many
    FROM quality
),
numbered_cost AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY board, paper_id, role, system, cost ORDER BY start_offset, end_offset, claim_id) AS number,
        count(*) OVER (PARTITION BY board, paper_id, role, system, cost) AS many
    FROM spent
)
SELECT board, paper_id, role, system, cost, q.place AS score_place, q.start_offset AS score_at, c.place AS cost_place, c.start_offset AS cost_at
FROM numbered_quality AS q
JOIN numbered_cost AS c USING (board, paper_id, role, system, number, many);

-- A pair is dropped if another method of the paper that has no pair has a score nearer to this cost, or a cost nearer to this score.
CREATE TEMPORARY TABLE rivals AS
SELECT p.score_place, p.cost_place
FROM pairs AS p
JOIN derived.scores AS s ON s.paper_id = p.paper_id AND s.board = p.board AND s.role = p.role
WHERE coalesce(s.method, '') <> p.system
    AND s.comparable
    AND abs(s.start_offset - p.cost_at) < abs(p.score_at - p.cost_at)
    AND NOT EXISTS (FROM pairs AS o WHERE o.score_place = s.rowid AND o.cost = p.cost)
UNION
SELECT p.score_place, p.cost_place
FROM pairs AS p
JOIN costs AS c ON c.paper_id = p.paper_id AND c.cost = p.cost AND c.role = p.role
WHERE coalesce(c.method, '') <> p.system
    AND abs(c.start_offset - p.score_at) < abs(p.cost_at - p.score_at)
    AND NOT EXISTS (FROM pairs AS o WHERE o.cost_place = c.rowid AND o.board = p.board);

CREATE OR REPLACE TABLE derived.tradeoffs AS
SELECT
    s.board, s.benchmark, s.metric, s.split, s.task, s.protocol, s.doubt, c.cost, s.method, s.role, s.paper_id, s.title, s.venue, s.year,
    s.rank_value AS quality, s.canonical_unit AS quality_unit, s.bound AS quality_bound, s.direction AS quality_direction, s.quote, s.claim_id,
    -- A range counts as its worse end, as for scores.
    CASE WHEN c.direction = 'lower' THEN coalesce(c.high, c.low) ELSE c.low END AS cost_value,
    c.unit AS cost_unit, c.bound AS cost_bound, c.direction AS cost_direction, c.is_level, c.baseline, c.quote AS cost_quote,
    c.claim_id AS cost_claim_id,
    least(s.confidence, c.confidence) AS confidence
FROM (FROM pairs ANTI JOIN rivals USING (score_place, cost_place)) AS pairs
JOIN derived.scores AS s ON s.rowid = pairs.score_place
JOIN costs AS c ON c.rowid = pairs.cost_place
ORDER BY s.board, c.cost, s.rowid, c.claim_id;

DROP TABLE rivals;
DROP TABLE pairs;
DROP TABLE costs;

-- The choices on the page: each board and cost, with the number of papers and pairs.
CREATE OR REPLACE TABLE derived.tradeoff_choices AS
SELECT
    benchmark, metric, split, any_value(task) AS task, any_value(protocol) AS protocol, cost,
    count(DISTINCT paper_id) AS papers,
    count(*) AS points,
    count(*) FILTER (role = 'proposed') AS own,
    any_value(quality_unit) AS quality_unit, any_value(quality_direction) AS quality_direction,
    any_value(cost_unit) AS cost_unit, any_value(cost_direction) AS cost_direction, any_value(is_level) AS is_level,
    min(year) AS first_year, max(year) AS last_year
FROM derived.tradeoffs
GROUP BY benchmark, metric, split, cost
ORDER BY papers DESC, own DESC, points DESC, benchmark, metric, split, cost;
