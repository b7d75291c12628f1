-- 中文：哪些数字互相矛盾？两边的原句是什么？
-- English: Which figures contradict each other, and what do both places say?
SELECT region_name, period, message, sentence, against_sentences[1] AS against_sentence
FROM contradiction
ORDER BY region_code, period, name
