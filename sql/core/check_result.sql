SELECT
    check_id, check_kind, name, severity, blocking, passed, report_id, region_code, body, period, indicator,
    observation_ids, dispute, expected, found, tolerance, rows_checked, rows_failed, message
FROM in_check_result
