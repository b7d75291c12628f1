-- 中文：某地某年哪些指标增长最快？
-- English: Which indicators of a region grew fastest in a year?
SELECT indicator_name, previous_value, value, unit, change_pct
FROM year_on_year
WHERE region_name = '槐川县（示例）' AND year = 2024 AND change_pct IS NOT NULL AND NOT conflict
ORDER BY change_pct DESC, indicator
LIMIT 10
