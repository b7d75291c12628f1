WITH keys AS (
    SELECT region_code, body, indicator, year FROM chosen_value
    UNION
    SELECT region_code, body, indicator, year FROM stated_change WHERE observation_id IS NOT NULL
),

compared AS (
    SELECT
        k.region_code,
        k.body,
        k.indicator,
        k.year,
        this.value,
        before.value AS previous_value,
        coalesce(this.unit, before.unit) AS unit,
        round(this.value - before.value, 6) AS change_abs,
        CASE WHEN this.unit <> '%' THEN round(100 * (this.value - before.value) / nullif(before.value, 0), 4) END
            AS change_pct,
        -- Half a unit of the last digit of each figure, carried through the arithmetic.
        (this.precision + before.precision) / 2 AS abs_slack,
        100 * (this.precision / 2 / nullif(before.value, 0)
            + abs(this.value) * before.precision / 2 / nullif(before.value ** 2, 0)) AS pct_slack,
        this.comparator = '=' AND before.comparator = '=' AS exact,
        coalesce(this.conflict, false) OR coalesce(before.conflict, false) AS conflict,
        coalesce(this.report_id, s.report_id) AS report_id,
        before.report_id AS previous_report_id,
        s.change_pct AS reported_change_pct,
        s.change_abs AS reported_change_abs,
        s.pct_precision,
        s.abs_precision,
        s.previous_stated,
        s.observation_id AS change_observation_id
    FROM keys AS k
    LEFT JOIN chosen_value AS this
        ON this.indicator = k.indicator
        AND this.region_code = k.region_code
        AND this.body = k.body
        AND this.year = k.year
    LEFT JOIN chosen_value AS before
        ON before.indicator = k.indicator
        AND before.region_code = k.region_code
        AND before.body = k.body
        AND before.year = k.year - 1
    LEFT JOIN stated_change AS s
        ON s.indicator = k.indicator
        AND s.region_code = k.region_code
        AND s.body = k.body
        AND s.year = k.year
    WHERE before.value IS NOT NULL OR s.region_code IS NOT NULL
),

judged AS (
    SELECT
        *,
        CASE WHEN exact THEN abs(change_pct - reported_change_pct) <= pct_precision + pct_slack + 1e-6 END
            AS pct_agrees,
        CASE WHEN exact THEN abs(change_abs - reported_change_abs) <= abs_precision + abs_slack + 1e-6 END
            AS abs_agrees
    FROM compared
)

SELECT
    j.region_code,
    g.name AS region_name,
    j.body,
    j.indicator,
    i.name_zh AS indicator_name,
    j.year::VARCHAR AS period,
    j.year,
    j.value,
    j.previous_value,
    j.unit,
    j.change_abs,
    j.change_pct,
    j.reported_change_pct,
    j.reported_change_abs,
    CASE
        WHEN NOT coalesce(j.pct_agrees, true) OR NOT coalesce(j.abs_agrees, true) THEN false
        ELSE coalesce(j.pct_agrees, j.abs_agrees)
    END AS agrees,
    CASE
        WHEN NOT coalesce(j.pct_agrees, true) OR NOT coalesce(j.abs_agrees, true) THEN '不一致'
        WHEN coalesce(j.pct_agrees, j.abs_agrees) THEN '一致'
        ELSE '无从比较'
    END AS agrees_label,
    j.previous_stated,
    j.conflict,
    j.report_id,
    r.raw_path,
    j.previous_report_id,
    o.sentence AS change_sentence
FROM judged AS j
LEFT JOIN observation AS o ON o.observation_id = j.change_observation_id
LEFT JOIN report AS r ON r.report_id = j.report_id
LEFT JOIN indicator AS i ON i.indicator = j.indicator
LEFT JOIN region_latest AS g ON g.code = j.region_code
