-- 中文：哪些报告对同一指标还说了另一个数字（未采用）？
-- English: Where does a report state a second value for what it has stated already (set aside)?
SELECT region_name, report_year, surface, context, raw_path
FROM unassigned_quantity
WHERE reason = 'second_figure'
ORDER BY raw_path, ordinal
