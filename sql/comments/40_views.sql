-- What the views show. A column without a note here means the same as in leaderboard, claim_rows, claims or papers (see the query schema).
COMMENT ON VIEW claim_rows IS 'Every claim with its paper, once for each benchmark it was measured on.';
COMMENT ON COLUMN claim_rows.benchmark IS 'the benchmark; null where the claim names none';
COMMENT ON COLUMN claim_rows.registered IS 'whether the benchmark is in the registry';
COMMENT ON COLUMN claim_rows.metric IS 'the metric by which results are grouped: canonical name, unregistered: NAME, or unspecified';
COMMENT ON COLUMN claim_rows.metric_said IS 'the metric in the words of the abstract';
COMMENT ON COLUMN claim_rows.task IS 'the task by which results are grouped; unspecified where neither the text nor the registry says it';
COMMENT ON COLUMN claim_rows.task_said IS 'the task that the text names, or that the metric implies';
COMMENT ON COLUMN claim_rows.split IS 'the split by which results are grouped, in lower case; unspecified where none or the test set is named';
COMMENT ON COLUMN claim_rows.split_said IS 'the split as the abstract names it, in lower case; unspecified where none is named';
COMMENT ON COLUMN claim_rows.protocol IS 'the protocol by which results are grouped; ordinary is the usual use of the benchmark';
COMMENT ON COLUMN claim_rows.direction IS 'whether higher or lower is better; null for unregistered metrics';
COMMENT ON COLUMN claim_rows.year IS 'year of the paper, or of its date';
COMMENT ON COLUMN claim_rows.published IS 'date to plot the paper at: the first day of its month or year where no more is known';

COMMENT ON VIEW leaderboard IS 'One row for each score on each benchmark, with its rank among results of the same benchmark, task, metric, split and protocol.';
COMMENT ON COLUMN leaderboard.rank IS 'rank among the papers'' own comparable results, one for each paper; null where it has none';
COMMENT ON COLUMN leaderboard.rank_all IS 'rank among all comparable results, including those cited as baselines';
COMMENT ON COLUMN leaderboard.board IS 'number of the leaderboard; it may change with every load';
COMMENT ON COLUMN leaderboard.folded IS 'whether the same paper has a better result on this leaderboard, which holds its rank';
COMMENT ON COLUMN leaderboard.doubt IS 'why it holds no record before something confirms it: only-paper or far-ahead; null otherwise';
COMMENT ON COLUMN leaderboard.comparable IS 'whether it can be ranked: the direction is known and the value is possible';
COMMENT ON COLUMN leaderboard.rank_value IS 'the value that decides the rank, in canonical_unit; of a range its worse end';

COMMENT ON VIEW state_of_the_art IS 'The record of each leaderboard with results of at least three papers, from claims with a confidence of at least 0.7 and those without one.';
COMMENT ON VIEW progress IS 'The papers'' best own comparable results that nothing speaks against, in chronological order, with the best known result at that time.';
COMMENT ON COLUMN progress.running_best IS 'best value known on that day';
COMMENT ON COLUMN progress.best_before IS 'best value known the day before; null for the first result';
COMMENT ON COLUMN progress.is_record IS 'whether it was better than every earlier result';

COMMENT ON VIEW improvements IS 'Gains: by how much a quality metric changed against a baseline. They are never ranked with scores.';
COMMENT ON VIEW efficiency IS 'Ratios (factors and shares) and costs (time, memory, parameters, money, ...).';

COMMENT ON VIEW coverage IS 'How much is in the database: one row for each benchmark, and one for everything.';
COMMENT ON COLUMN coverage.level IS 'benchmark, or total for the row about everything';
COMMENT ON COLUMN coverage.benchmark IS 'the benchmark; null in the row about everything';
COMMENT ON COLUMN coverage.registered IS 'whether the benchmark is in the registry';
COMMENT ON COLUMN coverage.claims IS 'number of claims of all kinds';
COMMENT ON COLUMN coverage.scores IS 'number of scores among them';
COMMENT ON COLUMN coverage.papers IS 'number of papers with such claims';
COMMENT ON COLUMN coverage.metrics IS 'number of metrics';
COMMENT ON COLUMN coverage.first_year IS 'year of the earliest such paper';
COMMENT ON COLUMN coverage.last_year IS 'year of the latest such paper';
