WITH compared AS (
    SELECT
        t.* EXCLUDE (region_code),
        coalesce(l.series_code, t.region_code) AS region_code,
        try_cast(right(t.period, 4) AS INTEGER) AS target_year,
        i.name_zh AS indicator_name,
        a.value AS actual,
        a.report_id AS actual_report_id,
        CASE WHEN t.comparator = '<=' THEN a.value <= t.value ELSE a.value >= t.value END AS met
    FROM observation AS t
    LEFT JOIN indicator AS i ON i.indicator = t.indicator
    LEFT JOIN region_latest AS l ON l.code = t.region_code
    LEFT JOIN chosen_value AS a
        ON a.region_code = coalesce(l.series_code, t.region_code)
        AND a.body = t.body
        AND a.indicator = t.indicator
        AND a.year = try_cast(right(t.period, 4) AS INTEGER)
        AND (length(t.period) = 4 OR i.kind = 'rate')
    WHERE t.status = 'target' AND t.measure = 'level' AND t.breakdown IS NULL AND t.region_code IS NOT NULL
)

SELECT
    c.region_code,
    g.name AS region_name,
    c.body,
    c.indicator,
    c.indicator_name,
    c.period,
    c.target_year,
    c.value AS target,
    c.unit,
    c.comparator,
    value_text(c.value, c.unit, c.comparator) AS target_text,
    c.actual,
    c.met,
    CASE c.met WHEN true THEN '达到' WHEN false THEN '未达到' ELSE '尚无实际值' END AS met_label,
    c.report_id,
    c.observation_id,
    r.raw_path,
    c.sentence,
    c.actual_report_id
FROM compared AS c
JOIN report AS r USING (report_id)
LEFT JOIN region_latest AS g ON g.code = c.region_code
WHERE c.target_year IS NOT NULL
