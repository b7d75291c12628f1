-- One pass: the place of the figure to take, and whether the exact ones differ by more than the coarsest was rounded.
WITH best AS (
    SELECT
        region_code,
        body,
        indicator,
        period,
        arg_min(place, preference) AS place,
        arg_min(source_rank, preference) AS source_rank,
        count(*) AS figures,
        coalesce(
            max(value) FILTER (comparator = '=') - min(value) FILTER (comparator = '=')
                > max(precision) FILTER (comparator = '=') + 1e-9,
            false
        ) AS conflict
    FROM stg_figure
    WHERE measure = 'level' AND status = 'actual'
    GROUP BY region_code, body, indicator, period
),

-- Few figures are stated more than once: only these are looked at again.
repeated AS (
    SELECT
        f.region_code,
        f.body,
        f.indicator,
        f.period,
        count(DISTINCT f.report_id) AS sources,
        array_to_string(list_sort(list(DISTINCT value_text(f.value, f.unit, f.comparator))), '；') AS said
    FROM stg_figure AS f
    SEMI JOIN (SELECT * FROM best WHERE figures > 1) AS b USING (region_code, body, indicator, period)
    WHERE f.measure = 'level' AND f.status = 'actual'
    GROUP BY f.region_code, f.body, f.indicator, f.period
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
    b.period::INTEGER AS year,
    o.value,
    o.unit,
    o.comparator,
    value_text(o.value, o.unit, o.comparator) AS value_text,
    o.precision,
    coalesce(d.sources, 1) AS sources,
    b.conflict,
    CASE WHEN b.conflict THEN d.said END AS conflict_label,
    o.flag,
    f.flag_label,
    o.report_id,
    o.observation_id,
    o.report_year,
    r.kind,
    s.zh AS source_label,
    r.title,
    r.raw_path,
    o.page,
    o.sentence
FROM best AS b
JOIN (SELECT *, rowid FROM observation) AS o ON o.rowid = b.place
JOIN report AS r ON r.report_id = o.report_id
LEFT JOIN indicator AS i ON i.indicator = b.indicator
LEFT JOIN region_latest AS g ON g.code = b.region_code
LEFT JOIN stg_flag_label AS f ON f.flag = o.flag
LEFT JOIN in_label AS s ON s.code_list = 'source_rank' AND s.code = b.source_rank::VARCHAR
LEFT JOIN repeated AS d
    ON d.region_code = b.region_code AND d.body = b.body AND d.indicator = b.indicator AND d.period = b.period
