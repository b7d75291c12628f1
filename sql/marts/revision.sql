WITH level AS (
    SELECT * FROM stg_figure WHERE measure = 'level' AND status = 'actual' AND comparator = '='
)

SELECT
    a.region_code,
    g.name AS region_name,
    a.body,
    a.indicator,
    i.name_zh AS indicator_name,
    a.period,
    a.year,
    a.value,
    b.value AS other_value,
    a.unit,
    round(b.value - a.value, 6) AS difference,
    round(100 * (b.value - a.value) / nullif(a.value, 0), 2) AS difference_pct,
    a.report_year,
    b.report_year AS other_report_year,
    oa.sentence,
    ob.sentence AS other_sentence,
    ra.raw_path,
    rb.raw_path AS other_raw_path,
    a.observation_id,
    b.observation_id AS other_observation_id
FROM level AS a
JOIN level AS b
    ON b.region_code = a.region_code
    AND b.body = a.body
    AND b.indicator = a.indicator
    AND b.period = a.period
    AND b.report_id <> a.report_id
    AND abs(b.value - a.value) > greatest(a.precision, b.precision) + 1e-9
JOIN observation AS oa ON oa.observation_id = a.observation_id
JOIN observation AS ob ON ob.observation_id = b.observation_id
JOIN report AS ra ON ra.report_id = a.report_id
JOIN report AS rb ON rb.report_id = b.report_id
LEFT JOIN indicator AS i ON i.indicator = a.indicator
LEFT JOIN stg_region AS g ON g.code = a.region_code
WHERE a.best = 1
