-- 中文：哪些报告所说的同比与两年数值不符？
-- English: Where does the change that a report states not fit the two years' values?
SELECT
    region_name, period, indicator_name,
    change_pct, reported_change_pct, change_abs, reported_change_abs,
    change_sentence
FROM year_on_year
WHERE agrees = false
ORDER BY region_code, period, indicator
