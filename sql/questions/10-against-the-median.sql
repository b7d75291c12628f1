-- 中文：某地各指标与同级中位数相比如何？
-- English: How does a region stand against the median of its peers, indicator by indicator?
SELECT indicator_name, value_text, peer_median, above_median_pct, rank, peers
FROM region_comparison
WHERE region_name = '澜湾区（示例）' AND year = 2024 AND peers > 1 AND above_median_pct IS NOT NULL
ORDER BY abs(above_median_pct) DESC, indicator
LIMIT 10
