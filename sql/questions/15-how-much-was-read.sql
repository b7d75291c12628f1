-- 中文：每年读取了多少份报告，数字有多少归入了指标？
-- English: How many reports were read for each year, and how much of their figures state an indicator?
SELECT
    report_year,
    count(*) AS reports,
    count(DISTINCT region_code) AS regions,
    sum(quantities)::BIGINT AS quantities,
    round(sum(assigned) / nullif(sum(quantities), 0), 3) AS coverage
FROM report
WHERE problem_severity IS DISTINCT FROM 'failed'
GROUP BY report_year
ORDER BY report_year
