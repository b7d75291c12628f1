-- Most figures are stated once; what it takes to choose among several is done for the others alone: the place of
-- the figure to take, and whether the exact ones differ by more than the coarsest was rounded.
WITH best AS (
    SELECT
        region_code,
        body,
        indicator,
        period,
        arg_min(place, preference) AS place,
        count(DISTINCT report_id) AS sources,
        coalesce(
            max(value) FILTER (comparator = '=') - min(value) FILTER (comparator = '=')
                > max(precision) FILTER (comparator = '=') + 1e-9,
            false
        ) AS conflict,
        array_to_string(list_sort(list(DISTINCT value_text(value, unit, comparator))), '；') AS said
    FROM stg_repeated
    GROUP BY region_code, body, indicator, period
)

SELECT
    o.region_code,
    coalesce(g.name, r.region_name) AS region_name,
    g.level AS region_level,
    o.body,
    o.indicator,
    i.name_zh AS indicator_name,
    i.name_en AS indicator_name_en,
    i.domain,
    o.period,
    o.year,
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
FROM stg_figure AS o
LEFT JOIN best AS b
    ON b.region_code = o.region_code AND b.body = o.body AND b.indicator = o.indicator AND b.period = o.period
JOIN report AS r ON r.report_id = o.report_id
LEFT JOIN indicator AS i ON i.indicator = o.indicator
LEFT JOIN region_latest AS g ON g.code = o.region_code
LEFT JOIN stg_flag_label AS f ON f.flag = o.flag
LEFT JOIN in_label AS s ON s.code_list = 'source_rank' AND s.code = o.source_rank::VARCHAR
WHERE o.measure = 'level' AND o.status = 'actual' AND (b.place IS NULL OR b.place = o.place)
