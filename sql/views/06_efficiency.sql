-- Ratios (factors and shares) and costs (time, memory, parameters, money, ...).
CREATE OR REPLACE VIEW efficiency AS
SELECT *
FROM derived.others
WHERE kind IN ('ratio', 'cost');
