-- answers: Loads that changed the database, latest first.
-- param limit: maximum number of rows (default: 100)
-- column run_id: number of the load
-- column started_at: start time, in UTC
-- column seconds: duration in seconds
-- column paths: what was loaded
-- column entries: entries read
-- column new_papers: papers that were not there before
-- column extracted: papers whose abstract was processed
-- column claims: claims extracted from those
-- column rejected: entries that could not be read
-- column extractor: version of extractor and registry
-- column product: version of leaderboard
SELECT run_id, started_at, seconds, paths, entries, new_papers, extracted, claims, rejected, extractor, product
FROM runs
ORDER BY run_id DESC
LIMIT $limit::BIGINT;
