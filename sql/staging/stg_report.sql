-- A path can stand in two partitions while one of them has not been run again: the later year holds.
WITH one_per_path AS (
    SELECT *
    FROM staged_reports
    QUALIFY row_number() OVER (PARTITION BY relative ORDER BY partition = 'other', partition DESC) = 1
),

-- Of files with the same bytes the one that the scan did not call a copy is kept, then the first by path.
ranked AS (
    SELECT
        *,
        row_number() OVER same_bytes AS copy,
        first_value(relative) OVER same_bytes AS first_path
    FROM one_per_path
    WINDOW same_bytes AS (
        PARTITION BY CASE WHEN sha256 = '' THEN relative ELSE sha256 END
        ORDER BY coalesce(problem = 'duplicate', false), relative
    )
)

SELECT
    CASE
        WHEN copy = 1 AND sha256 <> '' THEN left(sha256, 16)
        ELSE left(sha256(sha256 || '/' || relative), 16)
    END AS report_id,
    relative AS raw_path,
    partition,
    copy = 1 AND problem IS NULL AS counts,
    CASE WHEN copy > 1 THEN first_path END AS first_path,
    CASE WHEN copy > 1 THEN 'duplicate' ELSE coalesce(problem, warnings[1].code) END AS problem,
    CASE
        WHEN copy > 1 THEN '与 ' || first_path || ' 内容完全相同 / the same bytes as ' || first_path
        WHEN problem IS NOT NULL THEN problem_message
        ELSE warnings[1].message
    END AS problem_message
FROM ranked
