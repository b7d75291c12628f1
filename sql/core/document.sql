SELECT r.report_id, d.text, d.page_starts
FROM staged_documents AS d
JOIN stg_report AS r
    ON r.raw_path = d.relative AND r.partition = d.partition AND r.problem IS DISTINCT FROM 'duplicate'
WHERE d.text IS NOT NULL
