SELECT code, name, full_name, level, parent_code, valid_from, valid_to
FROM in_region
