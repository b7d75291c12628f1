"""Analysts who have the database open are never refused, and never stand in the way of a run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.integration.place import Place, put_report

# One connection stays open all the time; others come and go. What each saw is printed at the end.
READER = """
import json, sys, duckdb
from pathlib import Path
database, stop, ready = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
kept = duckdb.connect(str(database), read_only=True)
count = "select count(*) from report"
seen, refused = set(), []
while not stop.exists():
    kept.execute(count).fetchall()
    try:
        with duckdb.connect(str(database), read_only=True) as fresh:
            seen.add(fresh.execute(count).fetchall()[0][0])
    except duckdb.Error as error:
        refused.append(str(error))
    ready.touch()
with duckdb.connect(str(database.resolve()), read_only=True) as fresh:
    last = fresh.execute(count).fetchall()[0][0]
print(json.dumps({"kept": kept.execute(count).fetchall()[0][0], "last": last, "refused": refused}))
"""


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_readers_and_runs_do_not_disturb_each_other(published: Place, tmp_path: Path) -> None:
    stop, ready = tmp_path / "stop", tmp_path / "ready"
    reader = subprocess.Popen(
        [sys.executable, "-c", READER, str(published.database), str(stop), str(ready)],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        while not ready.exists():
            assert reader.poll() is None
        put_report(published.raw, "411002", 2022, 90)
        done = published.run()
    finally:
        stop.touch()
    said, _ = reader.communicate(timeout=60)

    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(said) == {"kept": 4, "last": 5, "refused": []}


def test_the_published_file_cannot_be_written(published: Place) -> None:
    assert published.database.is_symlink()
    assert published.database.stat().st_mode & 0o222 == 0
