-- 中文：哪些指标各地每年都有？
-- English: Which indicators do all regions state every year?
SELECT indicator_name, count(*) AS figures, count(DISTINCT region_code) AS regions, min(year) AS first, max(year) AS last
FROM indicator_by_year
WHERE body = 'government'
GROUP BY indicator, indicator_name
HAVING count(*) >= 12
ORDER BY figures DESC, indicator
LIMIT 10
