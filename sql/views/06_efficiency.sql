-- Ratios (factors and shares) and costs (time, memory, parameters, money, ...).
CREATE OR REPLACE VIEW efficiency AS
SELECT *
FROM claim_rows
WHERE kind IN ('ratio', 'cost');
