SELECT
    o.rowid AS place,
    o.observation_id,
    o.report_id,
    -- A region whose code has changed goes on as one series.
    coalesce(g.series_code, o.region_code) AS region_code,
    o.body,
    o.indicator,
    o.measure,
    o.status,
    o.period,
    year_of(o.period) AS year,
    o.value,
    o.unit,
    o.comparator,
    o.precision,
    o.flag,
    o.report_year,
    o.page,
    o.sentence,
    source_rank(o.report_year, year_of(o.period), r.kind) AS source_rank,
    row(
        source_rank,
        o.comparator <> '=',
        o.precision,
        abs(o.report_year - year_of(o.period)),
        coalesce(r.published_on, DATE '9999-12-31'),
        o.report_id,
        o.ordinal
    ) AS preference
FROM (
    SELECT *, rowid
    FROM observation
    WHERE breakdown IS NULL AND region_code IS NOT NULL AND year_of(period) IS NOT NULL
) AS o
JOIN report AS r USING (report_id)
LEFT JOIN region_latest AS g ON g.code = o.region_code
