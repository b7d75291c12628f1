-- 中文：与上一版本相比，哪些表、年份有变化？
-- English: What changed since the release before?
SELECT table_name, year, sum(added)::BIGINT AS added, sum(removed)::BIGINT AS removed, sum(changed)::BIGINT AS changed
FROM release_diff
GROUP BY table_name, year
ORDER BY table_name, year
