WITH peers AS (
    SELECT indicator, year, region_level, body, count(*) AS peers, median(value) AS peer_median
    FROM indicator_by_year
    GROUP BY ALL
)

SELECT
    v.indicator,
    v.indicator_name,
    v.year,
    v.region_level,
    v.body,
    v.region_code,
    v.region_name,
    v.value,
    v.value_text,
    v.unit,
    rank() OVER (PARTITION BY v.indicator, v.year, v.region_level, v.body ORDER BY v.value DESC) AS rank,
    p.peers,
    p.peer_median,
    round(v.value - p.peer_median, 6) AS above_median,
    CASE WHEN i.kind <> 'rate' THEN round(100 * (v.value - p.peer_median) / nullif(p.peer_median, 0), 2) END
        AS above_median_pct,
    g.parent_code,
    above.name AS parent_name,
    parent.value AS parent_value,
    CASE WHEN i.kind <> 'rate' THEN round(100 * v.value / nullif(parent.value, 0), 2) END AS share_of_parent_pct,
    rank() OVER (
        PARTITION BY v.indicator, v.year, v.region_level, v.body, g.parent_code ORDER BY v.value DESC
    ) AS rank_in_parent,
    v.conflict,
    v.report_id,
    v.observation_id
FROM indicator_by_year AS v
JOIN peers AS p
    ON p.indicator = v.indicator
    AND p.year = v.year
    AND p.region_level IS NOT DISTINCT FROM v.region_level
    AND p.body = v.body
LEFT JOIN indicator AS i ON i.indicator = v.indicator
LEFT JOIN region_latest AS g ON g.code = v.region_code
LEFT JOIN region_latest AS above ON above.code = g.parent_code
LEFT JOIN indicator_by_year AS parent
    ON parent.region_code = g.parent_code
    AND parent.indicator = v.indicator
    AND parent.year = v.year
    AND parent.body = v.body
