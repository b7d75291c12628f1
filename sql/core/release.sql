SELECT version, created_at, previous, fingerprint, duckdb_version
FROM in_release
