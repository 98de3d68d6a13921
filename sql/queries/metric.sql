-- answers: Registered metrics by name or alias.
-- param name: the name; case, spaces and punctuation do not matter
-- column metric: canonical name
-- column direction: whether higher or lower is better
-- column unit: canonical unit
SELECT m.metric_id AS metric, m.direction, m.unit
FROM metrics AS m
WHERE metric_key(m.metric_id) = metric_key($name::VARCHAR)
    OR m.metric_id IN (SELECT a.name FROM aliases AS a WHERE a.kind = 'metric' AND metric_key(a.alias) = metric_key($name::VARCHAR))
ORDER BY m.metric_id;
