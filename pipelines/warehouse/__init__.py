"""The warehouse: staging Parquet, the DuckDB file built from sql/, its releases, and its exports.

Here belongs everything that imports duckdb. Not here: reading files (documents), finding figures
(extraction), judging them (validation); those hand over records or Polars frames.

What the assets and the command line call:
    staging.assign_partitions, staging.stage_documents, staging.stage_observations
    build.build_release
    releases.list_releases, releases.rollback, diff.diff, exports.export
"""
