-- answers: How the best known result on one benchmark, metric and split moved over time.
-- param benchmark: the benchmark's name
-- param metric: a metric as benchmark_choices lists it
-- param split: a split as benchmark_choices lists it (default: unspecified)
-- param min_confidence: hides claims with a lower confidence, 0 to 1; those without one stay (default: null)
-- param setting: only results made in this setting, as board_settings lists it (default: null)
-- column published: a day to draw the result at
-- column date: the paper's date, as precise as the source has it
-- column year: its year
-- column method: the system
-- column value: the number as stated
-- column unit: the unit as stated
-- column rank_value: the number on the metric's canonical scale
-- column canonical_unit: the metric's own unit
-- column running_best: the best known on that day
-- column best_before: the best known the day before; null for the first
-- column is_record: whether this result was better than all before
-- column direction: whether higher or lower is better
-- column bound: exact, up_to, at_least or about
-- column confidence: the share of claims read the same way that were right in every field on labelled abstracts, 0 to 1
-- column quote: the number as it stands in the abstract
-- column paper_id: for the paper query
-- column title: the paper's title
-- column venue: where it appeared
-- column claim_id: the claim
SELECT
    published, date, year, method, value, unit, rank_value, canonical_unit, running_best, best_before, is_record,
    direction, bound, confidence, quote, paper_id, title, venue, claim_id
FROM progress_at($min_confidence::DOUBLE, setting := $setting::VARCHAR)
WHERE benchmark = $benchmark::VARCHAR AND metric = $metric::VARCHAR AND split = $split::VARCHAR
ORDER BY published, is_record DESC, claim_id;
