"""A run that is killed at any of its steps leaves the last release readable, and the next run succeeds."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.integration.place import Place, put_report

# The process kills itself in the moment before it would call the named function for the n-th time.
KILLER = """
import importlib, os, signal, sys
module, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
owner = importlib.import_module(module)
*path, name = name.split(".")
for part in path:
    owner = getattr(owner, part)
original, calls = getattr(owner, name), 0
def fatal(*arguments, **named):
    global calls
    calls += 1
    if calls == count:
        os.kill(os.getpid(), signal.SIGKILL)
    return original(*arguments, **named)
setattr(owner, name, fatal)
from pipelines.cli import app
app(sys.argv[4:])
"""

STEPS = [
    pytest.param("assets.raw", "scan", 1, id="before the raw folder is looked at"),
    pytest.param("assets.staging", "stage_documents", 2, id="between two years of reading"),
    pytest.param(
        "pipelines.warehouse.store", "Staging.write_documents", 1, id="before documents are written"
    ),
    pytest.param("assets.staging", "stage_observations", 1, id="between reading and extracting"),
    pytest.param(
        "pipelines.warehouse.store", "Staging._write", 3, id="between files of one set of observations"
    ),
    pytest.param("assets.warehouse", "build_release", 1, id="between extracting and building"),
    pytest.param("pipelines.warehouse.database", "Database.run", 5, id="while tables are made"),
    pytest.param("pipelines.warehouse.build", "finish", 1, id="between building and renaming"),
    pytest.param("pipelines.warehouse.build", "point_to", 1, id="between renaming and switching the link"),
    pytest.param("pipelines.warehouse.build", "forget_old", 1, id="after switching the link"),
]


def kill(place: Place, module: str, name: str, count: int) -> int:
    driver = [sys.executable, "-c", KILLER, module, name, str(count)]
    done = subprocess.run(
        [*driver, "run", "--raw", str(place.raw), "--warehouse", str(place.warehouse)],
        cwd=place.root,
        env=place.environment(),
        capture_output=True,
        timeout=240,
        check=False,
    )
    return done.returncode


@pytest.mark.slow
@pytest.mark.parametrize(("module", "name", "count"), STEPS)
def test_a_killed_run_harms_nothing(published: Place, module: str, name: str, count: int) -> None:
    put_report(published.raw, "411002", 2022, 90)
    before = published.received()
    assert kill(published, module, name, count) == -signal.SIGKILL
    after = published.received()
    assert after[-len(before) :] == before or len(after) == len(before) + 1

    done = published.run()

    assert done.returncode == 0, done.stdout + done.stderr
    assert ("魏都区", "2022", 90.0) in published.received()
    assert leavings(published.warehouse) == []


def leavings(warehouse: Path) -> list[Path]:
    """What a run must not leave lying about."""
    return [path for path in warehouse.rglob("*") if path.suffix in {".building", ".wal", ".tmp"}]
