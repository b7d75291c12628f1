WITH stated AS (
    SELECT *, CASE WHEN measure = 'level' THEN year + 1 ELSE year END AS about
    FROM stg_figure
    WHERE status = 'actual'
        AND (measure IN ('change_pct', 'change_abs') OR (measure = 'level' AND report_year = year + 1))
)

SELECT
    region_code,
    body,
    indicator,
    about AS year,
    arg_min(value, preference) FILTER (measure = 'change_pct') AS change_pct,
    arg_min(CASE WHEN comparator = '=' THEN precision ELSE -1 END, preference) FILTER (measure = 'change_pct')
        AS pct_stated,
    arg_min(value, preference) FILTER (measure = 'change_abs') AS change_abs,
    arg_min(CASE WHEN comparator = '=' THEN precision ELSE -1 END, preference) FILTER (measure = 'change_abs')
        AS abs_stated,
    CASE WHEN pct_stated >= 0 THEN pct_stated END AS pct_precision,
    CASE WHEN abs_stated >= 0 THEN abs_stated END AS abs_precision,
    arg_min(value, preference) FILTER (measure = 'level') AS previous_stated,
    arg_min(observation_id, preference) FILTER (measure <> 'level') AS observation_id,
    arg_min(report_id, preference) FILTER (measure <> 'level') AS report_id
FROM stated
GROUP BY region_code, body, indicator, about
