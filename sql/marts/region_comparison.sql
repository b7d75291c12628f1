WITH peers AS (
    SELECT v.indicator, v.year, g.level, v.body, count(*) AS peers, median(v.value) AS peer_median
    FROM chosen_value AS v
    LEFT JOIN region_latest AS g ON g.code = v.region_code
    GROUP BY ALL
)

SELECT
    v.indicator,
    i.name_zh AS indicator_name,
    v.year,
    g.level AS region_level,
    v.body,
    v.region_code,
    coalesce(g.name, r.region_name) AS region_name,
    v.value,
    v.value_text,
    v.unit,
    rank() OVER (PARTITION BY v.indicator, v.year, g.level, v.body ORDER BY v.value DESC) AS rank,
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
        PARTITION BY v.indicator, v.year, g.level, v.body, g.parent_code ORDER BY v.value DESC
    ) AS rank_in_parent,
    v.conflict,
    v.report_id,
    v.observation_id
FROM chosen_value AS v
JOIN report AS r ON r.report_id = v.report_id
LEFT JOIN region_latest AS g ON g.code = v.region_code
JOIN peers AS p
    ON p.indicator = v.indicator
    AND p.year = v.year
    AND p.level IS NOT DISTINCT FROM g.level
    AND p.body = v.body
LEFT JOIN indicator AS i ON i.indicator = v.indicator
LEFT JOIN region_latest AS above ON above.code = g.parent_code
LEFT JOIN chosen_value AS parent
    ON parent.region_code = g.parent_code
    AND parent.indicator = v.indicator
    AND parent.year = v.year
    AND parent.body = v.body
