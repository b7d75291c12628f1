SELECT correction, action, applied, report_id, observation_id, column_name, before, after, reason_zh, reason_en
FROM in_correction
