-- Gains: by how much a quality metric changed against a baseline. They are never ranked with scores.
CREATE OR REPLACE VIEW improvements AS
SELECT *
FROM derived.others
WHERE kind = 'gain';
