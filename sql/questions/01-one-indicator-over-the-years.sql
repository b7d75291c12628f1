-- 中文：某地历年收到多少行政复议申请？
-- English: How many reconsideration applications has a region received, year by year?
SELECT period, value_text, source_label, raw_path
FROM indicator_by_year
WHERE region_name = '澜湾区（示例）' AND body = 'government' AND indicator = 'reconsideration.received'
ORDER BY period
