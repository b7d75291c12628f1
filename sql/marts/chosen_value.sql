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
    o.body,
    o.indicator,
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
    f.flag_label,
    s.zh AS source_label,
    o.report_id,
    o.observation_id
FROM stg_figure AS o
LEFT JOIN best AS b
    ON b.region_code = o.region_code AND b.body = o.body AND b.indicator = o.indicator AND b.period = o.period
LEFT JOIN stg_flag_label AS f ON f.flag = o.flag
LEFT JOIN in_label AS s ON s.code_list = 'source_rank' AND s.code = o.source_rank::VARCHAR
WHERE o.measure = 'level' AND o.status = 'actual' AND (b.place IS NULL OR b.place = o.place)
