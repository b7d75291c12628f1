WITH level AS (
    SELECT * FROM stg_figure WHERE measure = 'level' AND status = 'actual'
),

best AS (
    SELECT * FROM level WHERE best = 1
),

rivals AS (
    SELECT l.*
    FROM level AS l
    SEMI JOIN (SELECT * FROM level WHERE best = 2) AS second USING (region_code, body, indicator, period)
),

-- Only exact figures can contradict each other, and only by more than the coarser of the two was rounded.
disputed AS (
    SELECT
        r.region_code,
        r.body,
        r.indicator,
        r.period,
        count(DISTINCT r.report_id) AS sources,
        coalesce(
            bool_or(
                b.comparator = '=' AND r.comparator = '='
                AND abs(r.value - b.value) > greatest(r.precision, b.precision) + 1e-9
            ),
            false
        ) AS conflict,
        array_to_string(list_sort(list(DISTINCT value_text(r.value, r.unit, r.comparator))), '；') AS said
    FROM rivals AS r
    JOIN best AS b USING (region_code, body, indicator, period)
    GROUP BY ALL
)

SELECT
    b.region_code,
    coalesce(g.name, r.region_name) AS region_name,
    g.level AS region_level,
    b.body,
    b.indicator,
    i.name_zh AS indicator_name,
    i.name_en AS indicator_name_en,
    i.domain,
    b.period,
    b.year,
    b.value,
    b.unit,
    b.comparator,
    value_text(b.value, b.unit, b.comparator) AS value_text,
    b.precision,
    coalesce(d.sources, 1) AS sources,
    coalesce(d.conflict, false) AS conflict,
    CASE WHEN d.conflict THEN d.said END AS conflict_label,
    b.flag,
    f.flag_label,
    b.report_id,
    b.observation_id,
    b.report_year,
    b.kind,
    s.zh AS source_label,
    r.title,
    r.raw_path,
    o.page,
    o.sentence
FROM best AS b
JOIN observation AS o USING (observation_id)
JOIN report AS r ON r.report_id = b.report_id
LEFT JOIN indicator AS i ON i.indicator = b.indicator
LEFT JOIN stg_region AS g ON g.code = b.region_code
LEFT JOIN stg_flag_label AS f ON f.flag = b.flag
LEFT JOIN in_label AS s ON s.code_list = 'source_rank' AND s.code = b.source_rank::VARCHAR
LEFT JOIN disputed AS d
    ON d.region_code = b.region_code AND d.body = b.body AND d.indicator = b.indicator AND d.period = b.period
