-- answers: In which settings the results of one leaderboard were made, the most frequent first.
-- param benchmark: the benchmark's name
-- param metric: a metric as benchmark_choices lists it
-- param split: a split as benchmark_choices lists it (default: unspecified)
-- column setting: the condition the text names; unspecified for results without one
-- column scores: how many results of the board name it
SELECT setting, count(*) AS scores
FROM (
    SELECT unnest(CASE WHEN len(settings) = 0 THEN ['unspecified'] ELSE settings END) AS setting
    FROM derived.scores
    WHERE benchmark = $benchmark::VARCHAR AND metric = $metric::VARCHAR AND split = $split::VARCHAR
)
GROUP BY setting
ORDER BY setting = 'unspecified' DESC, scores DESC, setting;
