-- answers: Other methods whose name begins with a method's name; for names of five or more letters also those that contain it.
-- param method: a name of the method; case, punctuation and spaces do not matter
-- param limit: maximum number of rows (default: 8)
-- column method: the most frequent spelling
-- column claims: claims about it
SELECT method, claims
FROM derived.systems
WHERE method_key <> method_key($method::VARCHAR)
    AND contains(method_key, method_key($method::VARCHAR))
    AND (starts_with(method_key, method_key($method::VARCHAR)) OR length(method_key($method::VARCHAR)) >= 5)
ORDER BY starts_with(method_key, method_key($method::VARCHAR)) DESC, system
LIMIT $limit::BIGINT;
