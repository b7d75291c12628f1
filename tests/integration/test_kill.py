"""A run that is killed at any of its steps leaves the last release readable; the next run gets further."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

import pytest

from tests import warm
from tests.integration.place import FAZHI, Place, put_report

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

# In the order in which a run comes to them: each run must get past what the one before it left behind.
STEPS = {
    "before its place in the queue is taken": (
        "dagster._core.storage.event_log.sql_event_log",
        "SqlEventLogStorage.add_pending_step",
        1,
    ),
    "between the queue of the pool and the pool": (
        "dagster._core.storage.event_log.sql_event_log",
        "SqlEventLogStorage._claim_concurrency_slot",
        1,
    ),
    "before the raw folder is looked at": ("assets.raw", "scan", 1),
    "before documents are written": ("pipelines.warehouse.store", "Staging.write_documents", 1),
    "between two years of reading": ("assets.staging", "stage_documents", 2),
    "between reading and extracting": ("assets.staging", "stage_observations", 1),
    "between the files of one set": ("pipelines.warehouse.store", "Staging._write", 3),
    "between extracting and building": ("assets.warehouse", "build_release", 1),
    "while tables are made": ("pipelines.warehouse.database", "Database.run", 5),
    "between building and renaming": ("pipelines.warehouse.build", "finish", 1),
    "between renaming and switching the link": ("pipelines.warehouse.build", "point_to", 1),
    "after switching the link": ("pipelines.warehouse.build", "forget_old", 1),
}
LAST = "after switching the link"


def kill(place: Place, module: str, name: str, count: int) -> int:
    arguments = (module, name, str(count), "run", *place.folders())
    return warm.run(KILLER, *arguments, cwd=place.root, environment=place.environment()).returncode


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_a_killed_run_harms_nothing(published: Place) -> None:
    before = published.received()
    new = ("魏都区", "2022", 90.0)
    put_report(published.raw, "411002", 2022, 90)
    for moment, step in STEPS.items():
        assert kill(published, *step) == -signal.SIGKILL, moment
        expected = sorted([*before, new]) if moment == LAST else before
        assert published.received() == expected, moment

    done = published.run()

    assert done.returncode == 0, done.stdout + done.stderr
    assert new in published.received()
    assert leavings(published.warehouse) == []


KILLS = int(os.environ.get("FAZHI_SOAK_KILLS", "2"))


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_run_that_is_killed_at_any_moment_harms_nothing(published: Place) -> None:
    """The points are drawn over the time that a run takes, up to its summary."""
    others = published.received()
    put_report(published.raw, "411002", 2022, 80)
    began = time.monotonic()
    assert published.run().returncode == 0
    whole = time.monotonic() - began
    points = random.Random(KILLS)  # noqa: S311 - no secret, and the same points every time
    for received in range(81, 81 + KILLS):
        before = published.received()
        put_report(published.raw, "411002", 2022, received)
        code = warm.killed_after(points.uniform(0.0, 1.0) * whole) + FAZHI
        environment = published.environment()
        done = warm.run(code, "run", *published.folders(), cwd=published.root, environment=environment)
        assert done.returncode in (0, -signal.SIGALRM), done.stdout + done.stderr
        assert published.received() in (before, sorted([*others, ("魏都区", "2022", float(received))]))
    done = published.run()
    assert done.returncode == 0, done.stdout + done.stderr
    assert published.received() == sorted([*others, ("魏都区", "2022", 80.0 + KILLS)])
    assert leavings(published.warehouse) == []


def leavings(warehouse: Path) -> list[Path]:
    """What a run must not leave lying about."""
    return [path for path in warehouse.rglob("*") if path.suffix in {".building", ".wal", ".tmp"}]
