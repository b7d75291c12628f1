-- 中文：计划提出的目标，哪些没有达到？
-- English: Which targets of the plans were not met?
SELECT region_name, indicator_name, target_year, target_text, actual, met_label
FROM target_vs_actual
WHERE met = false
ORDER BY region_code, target_year, indicator
