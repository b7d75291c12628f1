-- 中文：按成功数与案件数重算的调解成功率，与报告所述相差多少？
-- English: The mediation success rate computed from counts, beside the one stated?
SELECT
    c.region_name,
    c.period,
    round(100 * s.value / c.value, 2) AS computed,
    r.value AS stated,
    round(r.value - 100 * s.value / c.value, 2) AS difference
FROM indicator_by_year AS c
JOIN indicator_by_year AS s USING (region_code, body, period)
JOIN indicator_by_year AS r USING (region_code, body, period)
WHERE c.indicator = 'mediation.cases'
    AND s.indicator = 'mediation.succeeded'
    AND r.indicator = 'mediation.success_rate'
ORDER BY abs(difference) DESC, c.region_code, c.period
LIMIT 5
