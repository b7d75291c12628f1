-- 中文：哪些数字在以后的报告中说法不同？
-- English: Which figures does a later report state differently?
SELECT region_name, indicator_name, period, value, other_value, other_report_year, difference_pct
FROM revision
ORDER BY abs(difference_pct) DESC, indicator
