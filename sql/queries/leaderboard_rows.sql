-- answers: One leaderboard: all scores on one benchmark for one task, metric, split and protocol, best first, unranked last.
-- param benchmark: the benchmark's name
-- param metric: the metric, as benchmark_choices lists it
-- param split: the split, as benchmark_choices lists it (default: unspecified)
-- param task: the task, as benchmark_choices lists it; null for that of the fullest leaderboard (default: null)
-- param protocol: the protocol, as benchmark_choices lists it; null for that of the fullest leaderboard (default: null)
-- param own: true for papers' own results only, without the baselines they cite (default: false)
-- param first_year: earliest year; excludes papers without a year (default: null)
-- param last_year: latest year; excludes papers without a year (default: null)
-- param min_confidence: rank only claims with at least this confidence, 0 to 1; claims without one are kept (default: null)
-- param setting: only results in this setting, as board_settings lists it, ranked among themselves (default: null)
-- param context: true to add the text around each number (slower on large databases) (default: false)
-- param limit: maximum number of rows (default: 1000)
-- column rank: rank among the papers' own comparable results, one for each paper; null where not ranked
-- column rank_all: rank among these and the cited ones
-- column method: the method; null where the abstract does not name it
-- column value: the value as written
-- column value_high: the upper end of a range
-- column unit: the unit as written
-- column canonical_value: the value in the metric's canonical unit
-- column canonical_high: the upper end of a range in the canonical unit
-- column canonical_unit: the metric's canonical unit
-- column rank_value: the value that decides the rank, in the canonical unit
-- column uncertainty: the number after a plus-minus sign
-- column bound: exact, up_to, at_least or about
-- column direction: whether higher or lower is better
-- column role: proposed (the paper's own result) or baseline (cited for comparison)
-- column settings: conditions that the abstract states, such as zero-shot
-- column flags: what to know of the value, such as out-of-range, converted (from an error rate, say) or implied-metric
-- column doubt: why the result holds no record before something confirms it: only-paper or far-ahead; null otherwise
-- column folded: true where the same paper has a better result on this leaderboard, which holds its rank
-- column task: the task of the leaderboard
-- column protocol: its protocol; ordinary is the usual use of the benchmark
-- column task_said: the task that the text names or that the metric implies
-- column task_source: text or implied
-- column split_said: the split as the abstract names it
-- column confidence: share of labelled claims read the same way that were correct in every field, 0 to 1
-- column metric_said: the metric in the words of the abstract
-- column quote: the number as written in the abstract
-- column context: the text around it
-- column start_offset: offset of the quote's first character in the abstract
-- column end_offset: offset after its last character
-- column paper_id: id of the paper
-- column title: the paper's title
-- column year: its year
-- column date: its date, as precise as the source states it
-- column published: date to plot it at
-- column venue: the venue
-- column url: its web address
-- column claim_id: id of the claim
SELECT
    l.rank, l.rank_all, l.method, l.value, l.value_high, l.unit, l.canonical_value, l.canonical_high, l.canonical_unit, l.rank_value,
    l.uncertainty, l.bound, l.direction, l.role, l.settings, l.flags, l.doubt, l.folded, l.task, l.protocol, l.task_said, l.task_source, l.split_said,
    l.confidence, l.metric_said, l.quote,
    trim(substring(p.abstract, greatest(l.start_offset - 119, 1), l.end_offset + 120 - greatest(l.start_offset - 120, 0))) AS context,
    l.start_offset, l.end_offset, l.paper_id, l.title, l.year, l.date, l.published, l.venue, l.url, l.claim_id
FROM leaderboard_at($min_confidence::DOUBLE, setting := $setting::VARCHAR) AS l
LEFT JOIN papers AS p ON $context::BOOLEAN AND p.paper_id = l.paper_id
WHERE l.benchmark = $benchmark::VARCHAR
    AND l.board = board_of($benchmark::VARCHAR, $metric::VARCHAR, $split::VARCHAR, $task::VARCHAR, $protocol::VARCHAR)
    AND ($own::BOOLEAN = false OR l.role = 'proposed')
    AND ($first_year::INTEGER IS NULL OR l.year >= $first_year::INTEGER)
    AND ($last_year::INTEGER IS NULL OR l.year <= $last_year::INTEGER)
ORDER BY l.rank_all NULLS LAST, l.role DESC, l.published NULLS LAST, l.claim_id
LIMIT $limit::BIGINT;
