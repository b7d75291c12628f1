SELECT code AS indicator, name_zh, name_en, domain, kind, unit, definition_zh, position
FROM in_indicator
