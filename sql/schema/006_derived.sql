-- The tables that follow from the others live in the schema derived. Each is rebuilt as a whole by its file in sql/derived, in the
-- transaction of the load; nothing else writes to them, and they hold nothing that cannot be computed from the other tables.
DROP SCHEMA listed CASCADE;
CREATE SCHEMA derived;
