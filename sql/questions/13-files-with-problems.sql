-- 中文：哪些文件有问题，应当怎样处理？
-- English: Which files have problems, and what should be done?
SELECT raw_path, problem, problem_severity, problem_message, remedy
FROM report
WHERE problem IS NOT NULL
ORDER BY problem_severity, raw_path
