-- 中文：用中文表名与列名查询某地历年败诉数
-- English: The same kind of question through the Chinese views: cases lost, year by year
SELECT "时期", "数值", "单位", "原句"
FROM zh."指标逐年"
WHERE "地区" = '澜湾区（示例）' AND "指标" = '行政诉讼败诉数'
ORDER BY "时期"
