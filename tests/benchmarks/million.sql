-- What a load finds staged after reading and extracting $papers papers with $claims claims, made up by rule: no sentence is anybody's.
-- Popular benchmarks, metrics and systems are named far more often than others, as they are in papers; the same sizes give the same rows.
-- hash(n, salt) would mix the two too little: draws with two salts have to have nothing to do with each other.
CREATE MACRO mixed(n, salt) AS hash((hash(n) >> 8) + (hash(salt) >> 8));
CREATE MACRO chance(n, salt) AS (mixed(n, salt) >> 11)::DOUBLE / 9007199254740992;
CREATE MACRO roll(n, salt, sides) AS (mixed(n, salt) % sides::UBIGINT)::INTEGER;
CREATE MACRO pick(options, n, salt) AS options[1 + roll(n, salt, len(options))];

CREATE TEMP TABLE word AS
SELECT ['model', 'network', 'encoder', 'decoder', 'attention', 'graph', 'image', 'speech', 'language', 'policy', 'agent', 'sparse', 'robust',
    'neural', 'causal', 'latent', 'visual', 'temporal', 'large', 'small', 'simple', 'general', 'local', 'global', 'training', 'learning',
    'search', 'retrieval', 'transfer', 'alignment', 'sampling', 'distillation', 'pruning', 'segmentation', 'recognition', 'translation',
    'generation', 'detection', 'tracking', 'planning', 'we', 'show', 'that', 'the', 'of', 'a', 'with', 'and', 'for', 'under', 'from'] AS words;

-- Filler sentences of about 110 characters.
CREATE TEMP TABLE filler AS
SELECT list('The ' || (SELECT string_agg(pick(words, n * 100 + k, 'filler'), ' ' ORDER BY k) FROM word, range(15) AS r(k)) || '.' ORDER BY n) AS fillers
FROM range(400) AS r(n);

-- How often each benchmark, metric and well-known system is named: entry r of them in proportion to (r + 10) ** -1.6, as ranges of 0 to 1.
CREATE MACRO range_from(place) AS (pow(10, -0.6) - pow(place + 10, -0.6));
CREATE TEMP TABLE known AS
SELECT benchmark_id AS name, benchmark_id, range_from(place) / range_from(count(*) OVER ()) AS low
FROM (SELECT benchmark_id, row_number() OVER (ORDER BY hash(benchmark_id)) - 1 AS place FROM staged_benchmarks);

CREATE TEMP TABLE measure AS
SELECT metric_id, direction, unit, kind, range_from(place) / range_from(count(*) OVER (PARTITION BY kind)) AS low
FROM (SELECT *, row_number() OVER (PARTITION BY kind ORDER BY hash(metric_id)) - 1 AS place FROM staged_metrics);

-- Papers: three in five have claims. Names are made of syllables, one name for each paper.
CREATE TEMP TABLE paper AS
WITH named AS (
    SELECT
        n,
        array_to_string([['Ka', 'Ve', 'Tri', 'Lo', 'Mu', 'Ze', 'Pha', 'Sol', 'Ne', 'Gri', 'Ba', 'Cy', 'Do', 'Ex', 'Fi', 'Hy'][1 + ((n * 40503 >> (4 * k)) & 15)] FOR k IN range(5)], '')
            || pick(['Net', 'Former', 'LM', 'GAN', 'RL', '', '++', '-v2'], n, 'ending') AS name,
        2010 + floor(17 * sqrt(chance(n, 'year')))::INTEGER AS year
    FROM range($papers::BIGINT) AS r(n)
)
SELECT
    n,
    left(md5(n::VARCHAR), 16) AS paper_id,
    name,
    name || ': ' || array_to_string([pick(words[:40], n * 10 + k, 'title') FOR k IN range(6)], ' ') AS title,
    CASE WHEN chance(n, 'dated') < 0.95 THEN year END AS year,
    CASE WHEN chance(n, 'dated') < 0.6 THEN format('{}-{:02d}-{:02d}', year, 1 + roll(n, 'month', 12), 1 + roll(n, 'day', 28)) END AS date,
    CASE WHEN chance(n, 'venue') < 0.7 THEN 'Venue ' || (1 + roll(n, 'venue', 60)) END AS venue,
    array_to_string([pick(fillers, n * 10 + k, 'lead') FOR k IN range(3 + roll(n, 'lead', 4))], ' ') || ' ' AS lead,
    ' ' || array_to_string([pick(fillers, n * 10 + k, 'tail') FOR k IN range(1 + roll(n, 'tail', 3))], ' ') AS tail
FROM named, word, filler;

-- Claims, in four steps: of which paper and on which benchmarks; with which metric; the number; the sentence and the place in it.
CREATE TEMP TABLE placed AS
WITH drawn AS (
    SELECT
        n,
        floor(chance(n, 'paper') * $papers * 0.6)::BIGINT AS paper,
        CASE WHEN chance(n, 'kind') < 0.45 THEN 'score' WHEN chance(n, 'kind') < 0.7 THEN 'gain' WHEN chance(n, 'kind') < 0.9 THEN 'ratio' ELSE 'cost' END AS kind,
        chance(n, 'benchmark') AS spot,
        chance(n, 'unknown') < 0.17 AS unknown,
        chance(n, 'how many') AS many
    FROM range($claims::BIGINT) AS r(n)
),
on_known AS (
    SELECT d.*, k.benchmark_id FROM drawn AS d ASOF JOIN known AS k ON d.spot >= k.low
),
listed AS (
    SELECT
        *,
        CASE
            WHEN unknown THEN {'name': pick(['Open', 'Real', 'Hard', 'Multi', 'Deep'], floor(40000 * pow(spot, 3)), 'own')
                || pick(['-Bench', 'QA', 'Set', ' Suite'], floor(40000 * pow(spot, 3)), 'own 2') || '-' || floor(40000 * pow(spot, 3))::INTEGER, 'benchmark_id': NULL::VARCHAR}
            ELSE {'name': benchmark_id, 'benchmark_id': benchmark_id}
        END AS benchmark
    FROM on_known
)
SELECT
    n, paper, kind,
    CASE
        WHEN many > CASE kind WHEN 'score' THEN 0.85 WHEN 'gain' THEN 0.7 ELSE 0.43 END THEN []
        WHEN many < 0.05 THEN list_distinct([benchmark, {'name': second.benchmark_id, 'benchmark_id': second.benchmark_id}])
        ELSE [benchmark]
    END AS benchmarks
FROM (SELECT *, chance(n, 'second') AS other FROM listed) AS l ASOF JOIN known AS second ON l.other >= second.low;

-- A benchmark has two usual metrics; one in ten claims has a metric that nobody registered, one in twelve none.
CREATE TEMP TABLE measured AS
WITH drawn AS (
    SELECT
        *,
        CASE WHEN kind IN ('score', 'gain') OR chance(n, 'what') < 0.3 THEN 'quality' ELSE 'cost' END AS measured_kind,
        chance(n, 'metric') AS turn,
        coalesce(benchmarks[1].name, n::VARCHAR) AS subject
    FROM placed
)
SELECT d.* EXCLUDE (turn, subject, measured_kind, spot), m.metric_id AS known_metric, m.direction, m.unit AS metric_unit, turn, subject
FROM (
    SELECT *, CASE WHEN turn < 0.65 THEN chance(subject, 'first') WHEN turn < 0.75 THEN chance(subject, 'second') ELSE chance(n, 'rare') END AS spot
    FROM drawn
) AS d
ASOF JOIN measure AS m ON d.measured_kind = m.kind AND d.spot >= m.low;

CREATE TEMP TABLE stated AS
SELECT
    n, paper, kind, benchmarks, direction,
    CASE WHEN turn < 0.82 THEN known_metric END AS metric_id,
    CASE WHEN turn < 0.82 THEN known_metric WHEN turn < 0.92 THEN 'odd measure ' || roll(n, 'odd', 4000) END AS metric,
    metric_unit,
    CASE kind
        WHEN 'score' THEN round(50 + 30 * chance(subject, 'level') + 15 * chance(n, 'value'), 1)
        WHEN 'gain' THEN round(8 * pow(chance(n, 'value'), 2) + 0.1, 1)
        WHEN 'ratio' THEN round(1 + 30 * pow(chance(n, 'value'), 3), 1)
        ELSE round(exp(12 * chance(n, 'value')), 1)
    END AS value,
    CASE kind WHEN 'score' THEN '%' WHEN 'gain' THEN pick(['%', 'points'], n, 'unit') WHEN 'ratio' THEN pick(['x', '%'], n, 'unit') ELSE pick(['s', 'ms', 'params', 'GB'], n, 'unit') END AS unit,
    chance(n, 'role') > 0.08 AS proposed,
    floor(4000 * pow(chance(n, 'rival'), 2))::INTEGER AS rival
FROM measured;

CREATE TEMP TABLE said AS
SELECT
    s.*,
    p.paper_id, p.lead,
    CASE WHEN chance(s.n, 'method') < 0.15 THEN NULL WHEN proposed THEN p.name ELSE 'Rival-' || rival END AS method,
    format('{:g}', s.value) || CASE unit WHEN 'x' THEN 'x' WHEN '%' THEN '%' ELSE ' ' || unit END AS quote,
    coalesce(method, 'It') || pick([' reaches ', ' comes to ', ' reports ', ' has '], s.n, 'verb') AS opening,
    coalesce(' ' || metric, '') || coalesce(' on ' || benchmarks[1].name, '') || pick([' in all our runs.', ' with one setting for all.', '.'], s.n, 'end') AS ending,
    row_number() OVER (PARTITION BY s.paper ORDER BY s.n) AS place
FROM stated AS s
JOIN paper AS p ON p.n = s.paper;

CREATE TEMP TABLE staged_claims AS
WITH spread AS (
    SELECT *, length(lead) + coalesce(sum(length(opening) + length(quote) + length(ending) + 1) OVER (PARTITION BY paper ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::INTEGER + length(opening) AS begins
    FROM said
)
SELECT
    left(md5('claim ' || n), 16) AS claim_id, paper_id, begins::INTEGER AS start_offset, (begins + length(quote))::INTEGER AS end_offset, quote, kind,
    value, CASE WHEN chance(n, 'range') < 0.03 THEN value + 0.5 END AS value_high, unit,
    CASE WHEN kind IN ('gain', 'ratio') THEN pick(['up', 'up', 'down'], n, 'change') END AS change,
    CASE WHEN chance(n, 'bound') < 0.85 THEN 'exact' ELSE pick(['up_to', 'at_least', 'about'], n, 'bound') END AS bound,
    CASE WHEN chance(n, 'error') < 0.03 THEN 0.2 END AS uncertainty,
    metric, CASE WHEN chance(n, 'split') < 0.1 THEN pick(['test', 'val', 'test-dev', 'Test', 'unseen'], n, 'split') END AS split,
    method, CASE WHEN proposed THEN 'proposed' ELSE 'baseline' END AS role,
    CASE WHEN kind IN ('gain', 'ratio') AND chance(n, 'against') < 0.5 THEN 'Rival-' || rival END AS baseline,
    CASE WHEN chance(n, 'setting') < 0.05 THEN [pick(['5-shot', 'zero-shot', 'with 10% of the labels'], n, 'setting')] ELSE []::VARCHAR[] END AS settings,
    'prose' AS origin, 'rule-' || roll(n, 'rule', 60) AS rule, round(0.35 + 0.5 * sqrt(chance(n, 'sure')), 2) AS confidence, metric_id,
    CASE WHEN metric_id IS NOT NULL THEN value END AS canonical_value,
    CASE WHEN metric_id IS NOT NULL AND chance(n, 'range') < 0.03 THEN value + 0.5 END AS canonical_high,
    CASE WHEN metric_id IS NOT NULL THEN CASE WHEN metric_unit = 'any' THEN unit ELSE nullif(metric_unit, 'none') END END AS canonical_unit,
    CASE
        WHEN metric IS NOT NULL AND metric_id IS NULL THEN ['unregistered-metric']
        WHEN chance(n, 'flag') < 0.025 THEN ['wrong-dimension']
        WHEN chance(n, 'flag') < 0.03 THEN ['out-of-range']
        ELSE []::VARCHAR[]
    END AS flags,
    CASE WHEN chance(n, 'task') < 0.2 THEN pick(['image classification', 'object detection', 'few-shot learning'], n, 'task') END AS task,
    CASE WHEN chance(n, 'task') < 0.2 THEN 'text' END AS task_source,
    CASE WHEN chance(n, 'protocol') < 0.08 THEN [pick(['zero-shot', 'few-shot', 'semi-supervised'], n, 'protocol')] ELSE []::VARCHAR[] END AS protocol,
    benchmarks
FROM spread
ORDER BY paper, place;

-- Entries: every paper once, one in ten a second time from another file.
CREATE TEMP TABLE staged_entries AS
WITH spoken AS (
    SELECT paper, string_agg(opening || quote || ending, ' ' ORDER BY place) AS sentences FROM said GROUP BY paper
)
SELECT
    n AS seq, (n * 8 // $papers)::INTEGER AS source_no, (n % 100000 + 1)::INTEGER AS line, NULL::INTEGER AS entry, paper_id, true AS is_new, title,
    lead || coalesce(sentences, '') || tail AS abstract, 'ext-' || n AS external_id, year, date, venue, 'https://example.org/' || n AS url,
    array_to_string([pick(['A.', 'B.', 'C.', 'D.'], n + k, 'first') || ' ' || pick(['Stone', 'Rivers', 'Woods', 'Field', 'Hill'], n + k, 'last') FOR k IN range(4)], ', ') AS authors
FROM paper LEFT JOIN spoken ON spoken.paper = n
UNION ALL
SELECT $papers::BIGINT + n, 8, n::INTEGER, NULL, paper_id, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM paper WHERE n % 10 = 0;

CREATE TEMP TABLE staged_sources AS
SELECT
    n::INTEGER AS source_no, left(md5('source ' || n), 16) AS source_id, 'papers-' || n || '.jsonl.gz' AS path, 100000000::BIGINT AS bytes,
    ($papers // 8)::INTEGER AS entries, 300::INTEGER AS rejected, 'made up' AS product
FROM range(9) AS r(n);

CREATE TEMP TABLE staged_rejected AS
SELECT
    n AS seq, (n % 9)::INTEGER AS source_no, 'papers-' || n % 9 || '.jsonl.gz' AS path, n::INTEGER AS line, NULL::INTEGER AS entry,
    pick(['no-title', 'no-abstract', 'bad-json'], n, 'code') AS code, 'it could not be read' AS reason, 'entry ' || n AS excerpt
FROM range(2700) AS r(n);

CREATE TEMP TABLE staged_failures AS
SELECT paper_id, 'extraction-failed' AS code, 'made up' AS reason FROM paper WHERE n % 10000 = 7;
