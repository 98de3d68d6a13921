-- Every claim with its paper, once for each benchmark it was measured on (once with benchmark null where it names none);
-- see sql/derived/10_claims.sql.
CREATE OR REPLACE VIEW claim_rows AS
SELECT * EXCLUDE (board, comparable, rank_value, doubt) FROM derived.scores
UNION ALL BY NAME
FROM derived.others;
