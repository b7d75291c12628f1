-- Most figures are stated once; what it takes to choose among several is done for the others alone.
WITH keyed AS (
    SELECT region_code, body, indicator, period, min(place) AS place, count(*) AS figures
    FROM stg_figure
    WHERE measure = 'level' AND status = 'actual'
    GROUP BY region_code, body, indicator, period
),

-- The place of the figure to take, and whether the exact ones differ by more than the coarsest was rounded.
repeated AS (
    SELECT
        f.region_code,
        f.body,
        f.indicator,
        f.period,
        arg_min(f.place, f.preference) AS place,
        count(DISTINCT f.report_id) AS sources,
        coalesce(
            max(f.value) FILTER (f.comparator = '=') - min(f.value) FILTER (f.comparator = '=')
                > max(f.precision) FILTER (f.comparator = '=') + 1e-9,
            false
        ) AS conflict,
        array_to_string(list_sort(list(DISTINCT value_text(f.value, f.unit, f.comparator))), '；') AS said
    FROM stg_figure AS f
    SEMI JOIN (SELECT * FROM keyed WHERE figures > 1) AS k USING (region_code, body, indicator, period)
    WHERE f.measure = 'level' AND f.status = 'actual'
    GROUP BY f.region_code, f.body, f.indicator, f.period
),

best AS (
    SELECT k.* EXCLUDE (place, figures), coalesce(d.place, k.place) AS place, d.sources, d.conflict, d.said
    FROM keyed AS k
    LEFT JOIN repeated AS d USING (region_code, body, indicator, period)
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
    coalesce(b.sources, 1) AS sources,
    coalesce(b.conflict, false) AS conflict,
    CASE WHEN b.conflict THEN b.said END AS conflict_label,
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
LEFT JOIN in_label AS s
    ON s.code_list = 'source_rank' AND s.code = source_rank(o.report_year, b.period::INTEGER, r.kind)::VARCHAR
