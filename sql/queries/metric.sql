-- answers: Registered metrics by name or alias, then the metrics under which some leaderboards list them.
-- param name: the name; case, spaces and punctuation do not matter
-- column metric: canonical name
-- column direction: whether higher or lower is better
-- column unit: canonical unit
WITH named AS (
    SELECT m.metric_id
    FROM metrics AS m
    WHERE metric_key(m.metric_id) = metric_key($name::VARCHAR)
        OR m.metric_id IN (SELECT a.name FROM aliases AS a WHERE a.kind = 'metric' AND metric_key(a.alias) = metric_key($name::VARCHAR))
)
SELECT m.metric_id AS metric, m.direction, m.unit
FROM metrics AS m
WHERE m.metric_id IN (FROM named)
    OR m.metric_id IN (SELECT b.board_metric FROM board_metrics AS b WHERE b.metric_id IN (FROM named))
ORDER BY m.metric_id NOT IN (FROM named), m.metric_id;
