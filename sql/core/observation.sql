SELECT
    o.observation_id,
    o.report_id,
    o.region_code,
    r.region_name,
    o.body,
    o.report_year,
    o.indicator,
    o.measure,
    o.status,
    o.period,
    make_date(try_cast(left(o.period, 4) AS INTEGER), 1, 1) AS period_start,
    make_date(try_cast(right(o.period, 4) AS INTEGER), 12, 31) AS period_end,
    o.breakdown,
    o.value,
    o.unit,
    o.comparator,
    o.precision,
    concat_ws(' ', nullif(o.flag, ''), f.flag) AS flag,
    s.rule,
    s.page,
    s.char_start,
    s.char_end,
    s.surface,
    s.sentence,
    o.ordinal,
    s.evidence
FROM stg_observation AS o
JOIN report AS r USING (report_id)
JOIN stg_report AS t USING (report_id)
JOIN staged_observations AS s
    ON s.observation_id = o.observation_id AND s.relative = t.raw_path AND s.partition = t.partition
LEFT JOIN in_identity_flag AS f ON f.observation_id = o.observation_id
