SELECT code, name, full_name, level, parent_code, series_code
FROM in_region
QUALIFY row_number() OVER (PARTITION BY code ORDER BY coalesce(valid_to, 9999) DESC, valid_from DESC NULLS LAST) = 1
