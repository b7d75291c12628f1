WITH stated AS (
    SELECT *
    FROM stg_figure
    WHERE best = 1 AND status = 'actual' AND measure IN ('change_pct', 'change_abs')
),

reported AS (
    SELECT
        region_code,
        body,
        indicator,
        period,
        max(value) FILTER (measure = 'change_pct') AS pct,
        max(precision) FILTER (measure = 'change_pct') AS pct_precision,
        bool_and(comparator = '=') FILTER (measure = 'change_pct') AS pct_exact,
        max(value) FILTER (measure = 'change_abs') AS absolute,
        max(precision) FILTER (measure = 'change_abs') AS absolute_precision,
        bool_and(comparator = '=') FILTER (measure = 'change_abs') AS absolute_exact,
        min(observation_id) AS observation_id
    FROM stated
    GROUP BY region_code, body, indicator, period
),

-- What a report of the year itself says of the year before.
restated AS (
    SELECT region_code, body, indicator, year + 1 AS year, arg_min(value, best) AS value
    FROM stg_figure
    WHERE measure = 'level' AND status = 'actual' AND report_year = year + 1
    GROUP BY ALL
),

keys AS (
    SELECT region_code, body, indicator, period, year FROM indicator_by_year
    UNION
    SELECT region_code, body, indicator, period, year FROM stated
),

compared AS (
    SELECT
        k.*,
        this.value,
        before.value AS previous_value,
        coalesce(this.unit, before.unit) AS unit,
        round(this.value - before.value, 6) AS change_abs,
        CASE WHEN this.unit <> '%' THEN round(100 * (this.value - before.value) / nullif(before.value, 0), 4) END AS change_pct,
        -- Half a unit of the last digit of each figure, carried through the arithmetic.
        (this.precision + before.precision) / 2 AS abs_slack,
        100 * (this.precision / 2 / nullif(before.value, 0)
            + abs(this.value) * before.precision / 2 / nullif(before.value ** 2, 0)) AS pct_slack,
        this.comparator = '=' AND before.comparator = '=' AS exact,
        coalesce(this.conflict, false) OR coalesce(before.conflict, false) AS conflict,
        this.report_id,
        before.report_id AS previous_report_id
    FROM keys AS k
    LEFT JOIN indicator_by_year AS this
        ON this.region_code = k.region_code
        AND this.body = k.body
        AND this.indicator = k.indicator
        AND this.year = k.year
    LEFT JOIN indicator_by_year AS before
        ON before.region_code = k.region_code
        AND before.body = k.body
        AND before.indicator = k.indicator
        AND before.year = k.year - 1
),

judged AS (
    SELECT
        c.*,
        r.pct,
        r.absolute,
        r.observation_id AS change_observation_id,
        p.value AS previous_stated,
        CASE
            WHEN c.exact AND r.pct_exact AND c.change_pct IS NOT NULL
                THEN abs(c.change_pct - r.pct) <= r.pct_precision + c.pct_slack + 1e-6
        END AS pct_agrees,
        CASE
            WHEN c.exact AND r.absolute_exact AND c.change_abs IS NOT NULL
                THEN abs(c.change_abs - r.absolute) <= r.absolute_precision + c.abs_slack + 1e-6
        END AS abs_agrees
    FROM compared AS c
    LEFT JOIN reported AS r
        ON r.region_code = c.region_code
        AND r.body = c.body
        AND r.indicator = c.indicator
        AND r.period = c.period
    LEFT JOIN restated AS p
        ON p.region_code = c.region_code
        AND p.body = c.body
        AND p.indicator = c.indicator
        AND p.year = c.year
    WHERE c.previous_value IS NOT NULL OR r.observation_id IS NOT NULL OR p.value IS NOT NULL
)

SELECT
    j.region_code,
    g.name AS region_name,
    j.body,
    j.indicator,
    i.name_zh AS indicator_name,
    j.period,
    j.year,
    j.value,
    j.previous_value,
    j.unit,
    j.change_abs,
    j.change_pct,
    j.pct AS reported_change_pct,
    j.absolute AS reported_change_abs,
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
    coalesce(j.report_id, o.report_id) AS report_id,
    r.raw_path,
    j.previous_report_id,
    o.sentence AS change_sentence
FROM judged AS j
LEFT JOIN observation AS o ON o.observation_id = j.change_observation_id
LEFT JOIN report AS r ON r.report_id = coalesce(j.report_id, o.report_id)
LEFT JOIN indicator AS i ON i.indicator = j.indicator
LEFT JOIN stg_region AS g ON g.code = j.region_code
