-- What pages ask for most is worked out when a load publishes: the tables of this schema. Each is made anew, whole, by its file in sql/listed,
-- in the transaction of the load; nobody else writes to them, and they hold nothing that does not follow from the other tables.
CREATE SCHEMA listed;
