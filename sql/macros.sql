-- Words for a value: 约1,200件, 98.5%, 不低于60%. Used while building only; the published tables hold the result.
CREATE MACRO value_text(value, unit, comparator) AS
    CASE comparator WHEN '~' THEN '约' WHEN '>=' THEN '不低于' WHEN '<=' THEN '不超过' ELSE '' END
    || CASE
        WHEN value = trunc(value) AND abs(value) < 1e15 THEN format('{:,}', value::BIGINT)
        ELSE value::VARCHAR
    END
    || unit;
