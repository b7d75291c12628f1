-- 中文：人民调解案件总数由哪些部分（分项）组成？
-- English: What are the parts of a total, here of people's mediation cases?
SELECT region_name, coalesce(breakdown, '（合计）') AS part, value, unit, surface
FROM observation
WHERE indicator = 'mediation.cases' AND measure = 'level' AND status = 'actual'
    AND report_year = 2024 AND period = '2024'
ORDER BY region_code, breakdown IS NOT NULL, value DESC
