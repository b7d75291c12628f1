WITH placed AS (
    SELECT v.*, g.level, g.parent_code, coalesce(g.name, v.region_name) AS name
    FROM chosen_value AS v
    LEFT JOIN region_latest AS g ON g.code = v.region_code
),

among_peers AS (
    SELECT
        *,
        count(*) OVER peers AS peers,
        median(value) OVER peers AS peer_median,
        rank() OVER (PARTITION BY indicator, year, level, body ORDER BY value DESC) AS rank
    FROM placed
    WINDOW peers AS (PARTITION BY indicator, year, level, body)
)

SELECT
    v.indicator,
    i.name_zh AS indicator_name,
    v.year,
    v.level AS region_level,
    v.body,
    v.region_code,
    v.name AS region_name,
    v.value,
    value_text(v.value, v.unit, v.comparator) AS value_text,
    v.unit,
    v.rank,
    v.peers,
    v.peer_median,
    round(v.value - v.peer_median, 6) AS above_median,
    CASE WHEN i.kind <> 'rate' THEN round(100 * (v.value - v.peer_median) / nullif(v.peer_median, 0), 2) END
        AS above_median_pct,
    v.parent_code,
    above.name AS parent_name,
    parent.value AS parent_value,
    CASE WHEN i.kind <> 'rate' THEN round(100 * v.value / nullif(parent.value, 0), 2) END AS share_of_parent_pct,
    rank() OVER (
        PARTITION BY v.indicator, v.year, v.level, v.body, v.parent_code ORDER BY v.value DESC
    ) AS rank_in_parent,
    v.conflict,
    v.report_id,
    v.observation_id
FROM among_peers AS v
LEFT JOIN indicator AS i ON i.indicator = v.indicator
LEFT JOIN region_latest AS above ON above.code = v.parent_code
LEFT JOIN chosen_value AS parent
    ON parent.region_code = v.parent_code
    AND parent.indicator = v.indicator
    AND parent.year = v.year
    AND parent.body = v.body
