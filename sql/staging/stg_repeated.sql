-- Nearly all figures are stated once, which their hashes say fast; two that share a hash by chance do no harm, for
-- whoever reads this goes by the columns themselves.
SELECT *
FROM stg_figure
WHERE measure = 'level' AND status = 'actual'
    AND hash(region_code, body, indicator, period) IN (
        SELECT hash(region_code, body, indicator, period) AS said
        FROM stg_figure
        WHERE measure = 'level' AND status = 'actual'
        GROUP BY said
        HAVING count(*) > 1
    )
