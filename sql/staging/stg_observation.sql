SELECT
    o.observation_id,
    r.report_id,
    r.raw_path,
    s.region_code,
    coalesce(s.body, 'unknown') AS body,
    s.report_year,
    s.kind,
    coalesce(c.indicator, o.indicator) AS indicator,
    coalesce(c.measure, o.measure) AS measure,
    coalesce(c.status, o.status) AS status,
    coalesce(c.period, o.period) AS period,
    o.breakdown,
    coalesce(c.value, o.value) AS value,
    coalesce(c.unit, o.unit) AS unit,
    coalesce(c.comparator, o.comparator) AS comparator,
    o.precision,
    concat_ws(' ', nullif(o.flag, ''), c.flag) AS flag,
    o.ordinal,
    o.rule,
    o.page,
    o.char_start,
    o.char_end,
    o.surface,
    o.sentence,
    o.evidence
FROM staged_observations AS o
JOIN stg_report AS r ON r.raw_path = o.relative AND r.partition = o.partition AND r.counts
JOIN staged_reports AS s ON s.relative = r.raw_path AND s.partition = r.partition
LEFT JOIN in_override AS c USING (observation_id)
WHERE NOT coalesce(c.dropped, false)
