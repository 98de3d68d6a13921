-- answers: Which other systems have a name that begins with a system's name; for names of five and more letters also those that contain it.
-- param method: a name of the system; case, hyphens and blanks do not matter
-- param limit: how many rows (default: 8)
-- column method: the spelling with most claims
-- column claims: claims about it
SELECT method, claims
FROM derived.systems
WHERE method_key <> method_key($method::VARCHAR)
    AND contains(method_key, method_key($method::VARCHAR))
    AND (starts_with(method_key, method_key($method::VARCHAR)) OR length(method_key($method::VARCHAR)) >= 5)
ORDER BY starts_with(method_key, method_key($method::VARCHAR)) DESC, system
LIMIT $limit::BIGINT;
