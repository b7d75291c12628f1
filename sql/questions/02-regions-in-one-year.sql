-- 中文：各地某年的人民调解案件数，由多到少？
-- English: People's mediation cases by region in one year, most first?
SELECT rank, region_name, value_text, above_median_pct, conflict
FROM region_comparison
WHERE indicator = 'mediation.cases' AND year = 2024 AND region_level = 'county' AND body = 'government'
ORDER BY rank, region_name
