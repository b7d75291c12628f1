SELECT
    c.region_code,
    coalesce(g.name, r.region_name) AS region_name,
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
    c.value_text,
    c.precision,
    c.sources,
    c.conflict,
    c.conflict_label,
    o.flag,
    c.flag_label,
    c.report_id,
    c.observation_id,
    r.report_year,
    r.kind,
    c.source_label,
    r.title,
    r.raw_path,
    o.page,
    o.sentence
FROM chosen_value AS c
-- The indicator is said twice so that a query for one reads that one's observations alone.
JOIN observation AS o ON o.observation_id = c.observation_id AND o.indicator = c.indicator
JOIN report AS r ON r.report_id = c.report_id
LEFT JOIN indicator AS i ON i.indicator = c.indicator
LEFT JOIN region_latest AS g ON g.code = c.region_code
