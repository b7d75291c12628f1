"""Changes, levels of other years and shares: which level they speak of, and which part."""
