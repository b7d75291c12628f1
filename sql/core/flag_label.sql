WITH combination AS (
    SELECT DISTINCT flag, unnest(string_split(flag, ' ')) AS code
    FROM (SELECT DISTINCT flag FROM observation WHERE flag <> '')
)

SELECT c.flag, string_agg(coalesce(l.zh, c.code), '；' ORDER BY c.code) AS flag_label
FROM combination AS c
LEFT JOIN in_label AS l ON l.code_list = 'flag' AND l.code = c.code
GROUP BY c.flag
