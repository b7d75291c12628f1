"""Builds that are killed, and readers while builds are published: no release is ever broken."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.warehouse.build import build_release
from pipelines.warehouse.layout import Layout
from tests import warm
from tests.integration.published import REGIONS, leavings, published_values, run_child
from tests.staged import series, stage

KILLED = """
import os, signal
from pipelines.warehouse import {module} as module
owner = module{owner}
original, calls = getattr(owner, "{name}"), 0
def fatal(*arguments, **named):
    global calls
    calls += 1
    if calls == {count}:
        os.kill(os.getpid(), signal.SIGKILL)
    return original(*arguments, **named)
setattr(owner, "{name}", fatal)
build_release(warehouse, known_regions())
"""
POINTS = [
    ("build", "", "clear_leftovers", 1),
    ("database", ".Database", "give", 3),
    ("database", ".Database", "run", 7),
    ("filling", "", "check_observations", 1),
    ("database", ".Database", "describe", 1),
    ("manifest", "", "write", 1),
    ("build", "", "finish", 1),
    ("build", "", "point_to", 1),
    ("build", "", "forget_old", 1),
]


@pytest.mark.slow
@pytest.mark.usefixtures("hundred")
@pytest.mark.parametrize(("module", "owner", "name", "count"), POINTS, ids=[point[2] for point in POINTS])
def test_a_build_that_is_killed_harms_nothing(
    tmp_path: Path, module: str, owner: str, name: str, count: int
) -> None:
    stage(tmp_path, *series(2022, [101]))
    done = run_child(tmp_path, KILLED.format(module=module, owner=owner, name=name, count=count))
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert published_values(tmp_path) == [("2022", 101.0 if name == "forget_old" else 100.0)]
    build_release(tmp_path, REGIONS)
    assert published_values(tmp_path) == [("2022", 101.0)]
    assert leavings(tmp_path) == []


KILLS = int(os.environ.get("FAZHI_SOAK_KILLS", "2"))


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_a_build_that_is_killed_at_any_moment_harms_nothing(tmp_path: Path) -> None:
    """The points are drawn over the time that a build takes."""
    stage(tmp_path, *series(2022, [1]))
    build_release(tmp_path, REGIONS)
    began = time.monotonic()
    assert run_child(tmp_path, "build_release(warehouse, known_regions(), force=True)").returncode == 0
    whole = time.monotonic() - began
    points = random.Random(KILLS)  # noqa: S311 - no secret, and the same points every time
    for value in range(2, KILLS + 2):
        before = published_values(tmp_path)
        stage(tmp_path, *series(2022, [value]))
        seconds = points.uniform(0.0, 1.0) * whole
        done = run_child(tmp_path, warm.killed_after(seconds) + "build_release(warehouse, known_regions())")
        assert done.returncode in (0, -signal.SIGALRM), done.stderr
        assert published_values(tmp_path) in (before, [("2022", float(value))])
    build_release(tmp_path, REGIONS)
    assert published_values(tmp_path) == [("2022", float(KILLS + 1))]
    assert leavings(tmp_path) == []


READER = """
import duckdb
import time
from pathlib import Path
import sys
database, stop = Path(sys.argv[1]) / "warehouse.duckdb", Path(sys.argv[1]) / "stop"
kept = duckdb.connect(str(database), read_only=True)
mine = kept.execute("SELECT version FROM release").fetchall()
asked = 0
while not stop.exists():
    with duckdb.connect(str(database), read_only=True) as con:
        [[version, values, least, most]] = con.execute(
            "SELECT (SELECT version FROM release), count(DISTINCT value), min(value), max(value) "
            "FROM observation"
        ).fetchall()
        assert values == 1 and least == most, (version, least, most)
        assert con.execute("SELECT count(*) FROM report WHERE release <> ?", [version]).fetchall() == [(0,)]
        print(version, most)
    assert kept.execute("SELECT version FROM release").fetchall() == mine
    asked += 1
    # People pause too; without it readers would take the processors from the builds that they watch.
    time.sleep(0.05)
assert asked > 0
"""
READERS = int(os.environ.get("FAZHI_SOAK_READERS", "3"))
PUBLISHES = int(os.environ.get("FAZHI_SOAK_PUBLISHES", "6"))


@pytest.fixture
def readers(tmp_path: Path) -> Iterator[list[subprocess.Popen[str]]]:
    stage(tmp_path, *series(2020, [1] * 5))
    build_release(tmp_path, REGIONS)
    started = [
        subprocess.Popen(
            [sys.executable, "-c", READER, str(tmp_path)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(READERS)
    ]
    yield started
    (tmp_path / "stop").touch()
    for process in started:
        process.wait(60)


@pytest.mark.slow
def test_readers_are_never_refused_and_each_answer_is_of_one_release(
    tmp_path: Path, readers: list[subprocess.Popen[str]]
) -> None:
    version_of: dict[str, float] = {str(Layout(tmp_path).published_version()): 1.0}
    for value in range(2, PUBLISHES + 2):
        stage(tmp_path, *series(2020, [value] * 5))
        version_of[build_release(tmp_path, REGIONS, keep=3).version] = float(value)
    (tmp_path / "stop").touch()
    seen = set()
    for process in readers:
        said, wrong = process.communicate(timeout=60)
        assert process.returncode == 0, wrong
        seen |= {tuple(line.split()) for line in said.splitlines()}
    assert {(version, float(value)) for version, value in seen} <= set(version_of.items())
    assert len(seen) > 1
