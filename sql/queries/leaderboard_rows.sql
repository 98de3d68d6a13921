-- answers: One ranked leaderboard: everything scored on one benchmark with one metric on one split, the best first, the unranked last.
-- param benchmark: the benchmark's name
-- param metric: a metric as benchmark_choices lists it
-- param split: a split as benchmark_choices lists it (default: unspecified)
-- param own: true leaves out numbers that papers cite for comparison (default: false)
-- param first_year: earliest year to show; papers without a year are left out then (default: null)
-- param last_year: latest year to show; papers without a year are left out then (default: null)
-- param min_confidence: hides claims with a lower confidence, 0 to 1; the others are ranked anew, and those without one stay (default: null)
-- param setting: only results made in this setting, as board_settings lists it, ranked among themselves (default: null)
-- param context: true adds the words around each number, which takes longer in a large database (default: false)
-- param limit: how many rows (default: 1000)
-- column rank: among the papers' own comparable results; null where not ranked
-- column rank_all: among these and the cited ones
-- column method: the system, null where the text gives it no name
-- column value: the number as stated
-- column value_high: the upper end of a range
-- column unit: the unit as stated
-- column canonical_value: the number on the metric's own scale
-- column canonical_high: the same for the upper end
-- column canonical_unit: the metric's own unit
-- column rank_value: the number that decides the rank
-- column uncertainty: the number after plus or minus
-- column bound: exact, up_to, at_least or about
-- column direction: whether higher or lower is better
-- column role: proposed or baseline
-- column settings: the conditions the text names
-- column flags: what is odd about the number
-- column confidence: the share of claims read the same way that were right in every field on labelled abstracts, 0 to 1
-- column metric_said: the metric in the text's words
-- column quote: the number as it stands in the abstract
-- column context: the words around it
-- column start_offset: where the quote begins in the abstract
-- column end_offset: where it ends
-- column paper_id: for the paper query
-- column title: the paper's title
-- column year: its year
-- column date: its date, as precise as the source has it
-- column published: a day to draw it at
-- column venue: where it appeared
-- column url: its address
-- column claim_id: the claim
SELECT
    l.rank, l.rank_all, l.method, l.value, l.value_high, l.unit, l.canonical_value, l.canonical_high, l.canonical_unit, l.rank_value,
    l.uncertainty, l.bound, l.direction, l.role, l.settings, l.flags, l.confidence, l.metric_said, l.quote,
    trim(substring(p.abstract, greatest(l.start_offset - 119, 1), l.end_offset + 120 - greatest(l.start_offset - 120, 0))) AS context,
    l.start_offset, l.end_offset, l.paper_id, l.title, l.year, l.date, l.published, l.venue, l.url, l.claim_id
FROM leaderboard_at($min_confidence::DOUBLE, setting := $setting::VARCHAR) AS l
LEFT JOIN papers AS p ON $context::BOOLEAN AND p.paper_id = l.paper_id
WHERE l.benchmark = $benchmark::VARCHAR
    AND l.metric = $metric::VARCHAR
    AND l.split = $split::VARCHAR
    AND ($own::BOOLEAN = false OR l.role = 'proposed')
    AND ($first_year::INTEGER IS NULL OR l.year >= $first_year::INTEGER)
    AND ($last_year::INTEGER IS NULL OR l.year <= $last_year::INTEGER)
ORDER BY l.rank_all NULLS LAST, l.role DESC, l.published NULLS LAST, l.claim_id
LIMIT $limit::BIGINT;
