WITH failed AS (
    SELECT *, observation_ids[1] AS observation_id
    FROM check_result
    WHERE check_kind = 'identity' AND NOT passed
),

against AS (
    SELECT
        f.check_id,
        list(o.surface ORDER BY f.place) AS surfaces,
        list(o.sentence ORDER BY f.place) AS sentences,
        arg_max(r.raw_path, f.place) AS raw_path
    FROM (
        SELECT check_id, unnest(observation_ids[2:]) AS observation_id,
            unnest(range(1, len(observation_ids))) AS place
        FROM failed
    ) AS f
    JOIN observation AS o USING (observation_id)
    JOIN report AS r USING (report_id)
    GROUP BY f.check_id
)

SELECT
    f.dispute,
    o.region_code,
    o.region_name,
    o.body,
    f.period,
    f.name,
    f.message,
    f.indicator,
    i.name_zh AS indicator_name,
    f.found,
    f.expected,
    f.tolerance,
    o.surface,
    o.sentence,
    r.raw_path,
    a.surfaces AS against_surfaces,
    a.sentences AS against_sentences,
    a.raw_path AS against_raw_path,
    f.observation_id,
    f.check_id
FROM failed AS f
JOIN observation AS o ON o.observation_id = f.observation_id
JOIN report AS r ON r.report_id = o.report_id
LEFT JOIN against AS a USING (check_id)
LEFT JOIN indicator AS i ON i.indicator = f.indicator
