SELECT
    q.report_id,
    q.region_code,
    r.region_name,
    q.report_year,
    r.kind,
    r.raw_path,
    q.ordinal,
    q.surface,
    q.value,
    q.unit,
    q.reason,
    coalesce(l.zh, q.reason) AS reason_label,
    q.page,
    q.char_start,
    substr(d.text, greatest(q.char_start - 40, 0) + 1, q.char_end + 20 - greatest(q.char_start - 40, 0)) AS context
FROM quantity AS q
JOIN report AS r USING (report_id)
LEFT JOIN document AS d USING (report_id)
LEFT JOIN code_label AS l ON l.code_list = 'reason' AND l.code = q.reason
WHERE q.indicator IS NULL
