SELECT
    r.report_id,
    s.region_code,
    -- The division list names a code differently over the years: the name of the report's year is shown.
    coalesce(
        (
            SELECT max_by(g.name, coalesce(g.valid_from, 0))
            FROM in_region AS g
            WHERE g.code = s.region_code
                AND s.report_year BETWEEN coalesce(g.valid_from, 0) AND coalesce(g.valid_to, 9999)
        ),
        s.region_name
    ) AS region_name,
    s.body,
    s.publisher,
    s.kind,
    s.title,
    s.report_year,
    try_cast(s.published_on AS DATE) AS published_on,
    s.source_url,
    r.raw_path,
    s.sha256,
    s.size,
    s.media_type,
    s.reader,
    s.ocr,
    s.pages,
    s.characters,
    s.quantities,
    s.assigned,
    round(s.assigned / nullif(s.quantities, 0), 4) AS coverage,
    r.problem,
    p.severity AS problem_severity,
    r.problem_message,
    p.remedy,
    s.warnings,
    s.rules_version,
    v.version AS release
FROM stg_report AS r
JOIN staged_reports AS s ON s.relative = r.raw_path AND s.partition = r.partition
LEFT JOIN in_problem AS p ON p.code = r.problem
CROSS JOIN in_release AS v
