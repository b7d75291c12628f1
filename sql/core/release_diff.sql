SELECT table_name, year, region_code, region_name, indicator, added, removed, changed
FROM in_release_diff
