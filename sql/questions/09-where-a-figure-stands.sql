-- 中文：某个数字出自哪份报告的哪一处？
-- English: Where exactly does a figure stand?
SELECT
    r.title,
    r.raw_path,
    o.page,
    o.char_start,
    substr(d.text, o.char_start + 1, o.char_end - o.char_start) AS in_the_text,
    o.sentence
FROM indicator_by_year AS i
JOIN observation AS o USING (observation_id)
JOIN report AS r ON r.report_id = i.report_id
JOIN document AS d ON d.report_id = i.report_id
WHERE i.region_name = '澜湾区（示例）' AND i.indicator = 'reconsideration.received' AND i.period = '2024'
