-- 中文：曾经报告过的地区，哪一年没有年度报告？
-- English: Of the regions that have ever reported, which lack an annual report, and for which year?
SELECT report_year, region_name, state_label
FROM report_coverage
WHERE ever_reported AND state <> 'annual_report'
ORDER BY report_year, region_code
