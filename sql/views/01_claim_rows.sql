-- Every claim with its paper, once for each benchmark it was measured on (once with benchmark null where none is named), as the last load
-- listed it: sql/derived/10_claims.sql says what the columns are.
CREATE OR REPLACE VIEW claim_rows AS
SELECT * EXCLUDE (board, comparable, rank_value) FROM derived.scores
UNION ALL
FROM derived.others;
