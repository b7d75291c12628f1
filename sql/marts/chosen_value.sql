SELECT
    -- A region whose code has changed goes on as one series.
    coalesce(g.series_code, o.region_code) AS region_code,
    o.region_name,
    o.body,
    o.indicator,
    o.period,
    year_of(o.period) AS year,
    o.value,
    o.unit,
    o.comparator,
    o.precision,
    coalesce(b.sources, 1) AS sources,
    coalesce(b.conflict, false) AS conflict,
    b.conflict_label,
    o.flag,
    o.report_id,
    o.observation_id,
    o.report_year,
    o.page,
    o.sentence
FROM observation AS o
LEFT JOIN region_latest AS g ON g.code = o.region_code
-- Most figures are stated once; among the others one is taken. The indicator is said too, so that a query for one
-- reads that one's rows alone.
LEFT JOIN repeated_value AS b ON b.observation_id = o.observation_id AND b.indicator = o.indicator
WHERE o.measure = 'level'
    AND o.status = 'actual'
    AND o.breakdown IS NULL
    AND o.region_code IS NOT NULL
    AND year_of(o.period) IS NOT NULL
    AND coalesce(b.taken, true)
