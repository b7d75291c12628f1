WITH years AS (
    SELECT unnest(generate_series(min(report_year), max(report_year)))::INTEGER AS report_year FROM report
),

expected AS (
    SELECT DISTINCT y.report_year, g.code AS region_code
    FROM years AS y
    JOIN region AS g ON y.report_year BETWEEN coalesce(g.valid_from, 0) AND coalesce(g.valid_to, 9999)
    UNION
    SELECT DISTINCT report_year, region_code FROM report WHERE region_code IS NOT NULL AND report_year IS NOT NULL
),

rows_of AS (
    SELECT report_id, count(*) AS observations FROM observation GROUP BY report_id
),

received AS (
    SELECT
        r.report_year,
        r.region_code,
        count(*) FILTER (r.problem_severity IS DISTINCT FROM 'failed') AS reports,
        count(*) FILTER (r.problem_severity IS DISTINCT FROM 'failed' AND r.kind = 'annual_report') AS annual,
        count(*) FILTER (r.problem_severity = 'failed') AS failed,
        coalesce(sum(o.observations), 0)::BIGINT AS observations,
        round(avg(r.coverage), 4) AS coverage,
        min(r.published_on) AS first_published_on
    FROM report AS r
    LEFT JOIN rows_of AS o USING (report_id)
    GROUP BY r.report_year, r.region_code
),

ever AS (
    SELECT DISTINCT coalesce(g.series_code, r.region_code) AS series_code
    FROM report AS r
    LEFT JOIN region_latest AS g ON g.code = r.region_code
    WHERE r.problem_severity IS DISTINCT FROM 'failed'
),

joined AS (
    SELECT
        e.report_year,
        e.region_code,
        r.* EXCLUDE (report_year, region_code),
        CASE
            WHEN r.annual > 0 THEN 'annual_report'
            WHEN r.reports > 0 THEN 'other_report'
            WHEN r.failed > 0 THEN 'failed'
            ELSE 'missing'
        END AS state
    FROM expected AS e
    LEFT JOIN received AS r USING (report_year, region_code)
)

SELECT
    j.report_year,
    j.region_code,
    g.name AS region_name,
    g.level AS region_level,
    above.name AS parent_name,
    j.state,
    CASE j.state
        WHEN 'annual_report' THEN '有年度报告'
        WHEN 'other_report' THEN '仅有其他报告'
        WHEN 'failed' THEN '文件无法读取'
        ELSE '没有报告'
    END AS state_label,
    coalesce(j.reports, 0) AS reports,
    coalesce(j.failed, 0) AS failed,
    coalesce(j.observations, 0) AS observations,
    j.coverage,
    coalesce(g.series_code, j.region_code) IN (SELECT series_code FROM ever WHERE series_code IS NOT NULL)
        AS ever_reported,
    j.first_published_on
FROM joined AS j
LEFT JOIN region_latest AS g ON g.code = j.region_code
LEFT JOIN region_latest AS above ON above.code = g.parent_code
