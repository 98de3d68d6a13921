-- answers: Settings of the results of one leaderboard, most frequent first.
-- param benchmark: the benchmark's name
-- param metric: the metric, as benchmark_choices lists it
-- param split: the split, as benchmark_choices lists it (default: unspecified)
-- param task: the task, as benchmark_choices lists it; null for that of the fullest leaderboard (default: null)
-- param protocol: the protocol, as benchmark_choices lists it; null for that of the fullest leaderboard (default: null)
-- column setting: the setting as the abstract states it; unspecified for results without one
-- column scores: number of results in that setting
SELECT setting, count(*) AS scores
FROM (
    SELECT unnest(CASE WHEN len(settings) = 0 THEN ['unspecified'] ELSE settings END) AS setting
    FROM derived.scores
    WHERE board = board_of($benchmark::VARCHAR, $metric::VARCHAR, $split::VARCHAR, $task::VARCHAR, $protocol::VARCHAR)
)
GROUP BY setting
ORDER BY setting = 'unspecified' DESC, scores DESC, setting;
