SELECT
    r.report_id,
    p.region_code,
    p.report_year,
    q.ordinal,
    q.page,
    q.char_start,
    q.char_end,
    q.surface,
    q.value,
    q.unit,
    q.comparator,
    q.indicator,
    q.reason
FROM staged_quantities AS q
JOIN stg_report AS r
    ON r.raw_path = q.relative AND r.partition = q.partition AND r.problem IS DISTINCT FROM 'duplicate'
JOIN report AS p USING (report_id)
