WITH comparable AS (
    SELECT
        o.*,
        r.kind,
        r.published_on,
        try_cast(o.period AS INTEGER) AS year,
        CASE
            WHEN o.report_year = try_cast(o.period AS INTEGER) AND r.kind = 'annual_report' THEN 0
            WHEN o.report_year = try_cast(o.period AS INTEGER) THEN 1
            WHEN o.report_year > try_cast(o.period AS INTEGER) THEN 2
            ELSE 3
        END AS source_rank
    FROM observation AS o
    JOIN report AS r USING (report_id)
    WHERE o.breakdown IS NULL AND o.region_code IS NOT NULL AND length(o.period) = 4
        AND try_cast(o.period AS INTEGER) IS NOT NULL
)

SELECT
    observation_id,
    report_id,
    region_code,
    body,
    indicator,
    measure,
    status,
    period,
    year,
    value,
    unit,
    comparator,
    precision,
    flag,
    report_year,
    kind,
    published_on,
    source_rank,
    row_number() OVER (
        PARTITION BY region_code, body, indicator, measure, status, period
        ORDER BY
            source_rank,
            comparator <> '=',
            precision,
            abs(report_year - year),
            published_on NULLS LAST,
            report_id,
            ordinal
    ) AS best
FROM comparable
