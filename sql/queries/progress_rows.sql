-- answers: The best known result on one leaderboard over time.
-- param benchmark: the benchmark's name
-- param metric: the metric, as benchmark_choices lists it
-- param split: the split, as benchmark_choices lists it (default: unspecified)
-- param task: the task, as benchmark_choices lists it; null for that of the fullest leaderboard (default: null)
-- param protocol: the protocol, as benchmark_choices lists it; null for that of the fullest leaderboard (default: null)
-- param min_confidence: only claims with at least this confidence, 0 to 1; claims without one are kept (default: null)
-- param setting: only results in this setting, as board_settings lists it (default: null)
-- column published: date to plot the result at
-- column date: the paper's date, as precise as the source states it
-- column year: its year
-- column method: the method
-- column value: the value as written
-- column unit: the unit as written
-- column rank_value: the value in the metric's canonical unit
-- column canonical_unit: the metric's canonical unit
-- column running_best: best value known on that day
-- column best_before: best value known the day before; null for the first result
-- column is_record: whether it was better than every earlier result
-- column direction: whether higher or lower is better
-- column bound: exact, up_to, at_least or about
-- column confidence: share of labelled claims read the same way that were correct in every field, 0 to 1
-- column quote: the number as written in the abstract
-- column paper_id: id of the paper
-- column title: the paper's title
-- column venue: the venue
-- column claim_id: id of the claim
SELECT
    published, date, year, method, value, unit, rank_value, canonical_unit, running_best, best_before, is_record,
    direction, bound, confidence, quote, paper_id, title, venue, claim_id
FROM progress_at($min_confidence::DOUBLE, setting := $setting::VARCHAR)
WHERE benchmark = $benchmark::VARCHAR AND board = board_of($benchmark::VARCHAR, $metric::VARCHAR, $split::VARCHAR, $task::VARCHAR, $protocol::VARCHAR)
ORDER BY published, is_record DESC, claim_id;
