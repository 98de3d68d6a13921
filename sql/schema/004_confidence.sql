-- How sure the reading of a claim is: the share of claims read the same way that were right in every field on labelled abstracts, 0 to 1.
-- Null where nothing was read (claims that people made), and in an older database until its papers are worked on again.
ALTER TABLE claims ADD COLUMN confidence DOUBLE;
