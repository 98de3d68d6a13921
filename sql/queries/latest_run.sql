-- answers: The last load that brought something.
-- column run_id: its number
-- column started_at: when, in UTC
-- column seconds: how long it took
-- column paths: what was loaded
-- column entries: entries read
-- column new_papers: papers that were not there before
-- column extracted: papers whose abstract was worked on
-- column claims: claims found in those
-- column rejected: entries that could not be read
-- column extractor: which extractor and registry
-- column product: which version of leaderboard
SELECT run_id, started_at, seconds, paths, entries, new_papers, extracted, claims, rejected, extractor, product
FROM runs
ORDER BY run_id DESC
LIMIT 1;
