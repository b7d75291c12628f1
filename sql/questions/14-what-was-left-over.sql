-- 中文：还有哪些数字没有归入指标，为什么？
-- English: Which quantities were left without an indicator, and why?
SELECT reason_label, count(*) AS quantities, count(DISTINCT report_id) AS reports
FROM unassigned_quantity
GROUP BY reason_label
ORDER BY quantities DESC, reason_label
