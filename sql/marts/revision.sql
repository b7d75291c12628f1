-- Only what several reports state can differ between them.
SELECT
    a.region_code,
    a.region_name,
    a.body,
    a.indicator,
    a.indicator_name,
    a.period,
    a.year,
    a.value,
    b.value AS other_value,
    a.unit,
    round(b.value - a.value, 6) AS difference,
    round(100 * (b.value - a.value) / nullif(a.value, 0), 2) AS difference_pct,
    a.report_year,
    b.report_year AS other_report_year,
    a.sentence,
    b.sentence AS other_sentence,
    a.raw_path,
    rb.raw_path AS other_raw_path,
    a.observation_id,
    b.observation_id AS other_observation_id
FROM repeated_value AS t
JOIN indicator_by_year AS a ON a.observation_id = t.observation_id AND a.indicator = t.indicator
JOIN stg_repeated AS b
    ON b.region_code = a.region_code
    AND b.body = a.body
    AND b.indicator = a.indicator
    AND b.period = a.period
    AND b.report_id <> a.report_id
    AND abs(b.value - a.value) > greatest(a.precision, b.precision) + 1e-9
JOIN report AS rb ON rb.report_id = b.report_id
WHERE t.taken AND t.sources > 1 AND a.comparator = '=' AND b.comparator = '='
