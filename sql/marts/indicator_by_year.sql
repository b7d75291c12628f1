SELECT
    c.region_code,
    coalesce(g.name, c.region_name) AS region_name,
    g.level AS region_level,
    c.body,
    c.indicator,
    i.name_zh AS indicator_name,
    i.name_en AS indicator_name_en,
    i.domain,
    c.period,
    c.year,
    c.value,
    c.unit,
    c.comparator,
    value_text(c.value, c.unit, c.comparator) AS value_text,
    c.precision,
    c.sources,
    c.conflict,
    c.conflict_label,
    c.flag,
    f.flag_label,
    c.report_id,
    c.observation_id,
    c.report_year,
    r.kind,
    s.zh AS source_label,
    r.title,
    r.raw_path,
    c.page,
    c.sentence
FROM chosen_value AS c
JOIN report AS r ON r.report_id = c.report_id
LEFT JOIN indicator AS i ON i.indicator = c.indicator
LEFT JOIN region_latest AS g ON g.code = c.region_code
LEFT JOIN flag_label AS f ON f.flag = c.flag
LEFT JOIN code_label AS s
    ON s.code_list = 'source_rank' AND s.code = source_rank(c.report_year, c.year, r.kind)::VARCHAR
