-- The place of the figure to take, and whether the exact ones differ by more than the coarsest was rounded.
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
    r.observation_id,
    r.indicator,
    r.place = b.place AS taken,
    b.sources,
    b.conflict,
    CASE WHEN b.conflict THEN b.said END AS conflict_label
FROM stg_repeated AS r
JOIN best AS b
    ON b.region_code = r.region_code AND b.body = r.body AND b.indicator = r.indicator AND b.period = r.period
