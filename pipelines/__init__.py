"""法治统计仓: what happens to a report, in plain Python. Nothing here knows Dagster."""
