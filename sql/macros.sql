-- Words for a value: 约1,200件, 98.5%, 不低于60%.
CREATE MACRO value_text(value, unit, comparator) AS
    CASE comparator WHEN '~' THEN '约' WHEN '>=' THEN '不低于' WHEN '<=' THEN '不超过' ELSE '' END
    || CASE
        WHEN value = trunc(value) AND abs(value) < 1e15 THEN format('{:,}', value::BIGINT)
        ELSE value::VARCHAR
    END
    || unit;

-- Which of several reports to take a figure from: 0 that year's annual report, 1 another report of that year,
-- 2 a later one, 3 any other.
CREATE MACRO source_rank(report_year, year, kind) AS
    CASE
        WHEN report_year = year AND kind = 'annual_report' THEN 0
        WHEN report_year = year THEN 1
        WHEN report_year > year THEN 2
        ELSE 3
    END;

-- The year of a period that is one, null for several years (2021/2025).
CREATE MACRO year_of(period) AS CASE WHEN length(period) = 4 THEN try_cast(period AS INTEGER) END;
