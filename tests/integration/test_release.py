"""Releases: what is published is whole, readers are never disturbed, and no fault damages it."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import polars as pl
import pytest

from pipelines.model import Comparator, Measure, Problem, ReportKind
from pipelines.warehouse.build import BlockingCheckFailed, BuildFailed, build_release
from pipelines.warehouse.diff import diff
from pipelines.warehouse.layout import Layout, locked
from pipelines.warehouse.manifest import read as read_manifest
from pipelines.warehouse.records import Release
from pipelines.warehouse.releases import UnknownRelease, list_releases, rollback
from tests import warm
from tests.staged import JIANAN, Report, Said, known_regions, series, stage

PROJECT = Path(__file__).resolve().parents[2]
REGIONS = known_regions()
CASES = "mediation.cases"


@pytest.fixture(scope="session")
def hundred_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Release]:
    folder = tmp_path_factory.mktemp("hundred")
    stage(folder, *series(2022, [100]))
    return folder, build_release(folder, REGIONS)


@pytest.fixture
def hundred(tmp_path: Path, hundred_once: tuple[Path, Release]) -> Release:
    """A release published in ``tmp_path`` in which a report on 2022 states 100."""
    folder, release = hundred_once
    shutil.copytree(folder, tmp_path, symlinks=True, dirs_exist_ok=True)
    return replace(release, path=Layout(tmp_path).release(release.version))


def ask(warehouse: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(Layout(warehouse).published), read_only=True) as con:
        return con.execute(query).fetchall()


def published_values(warehouse: Path) -> list[tuple[object, ...]]:
    return ask(
        warehouse, f"SELECT period, value FROM indicator_by_year WHERE indicator = '{CASES}' ORDER BY 1"
    )


def test_what_was_staged_is_published_and_traced_to_its_characters(tmp_path: Path) -> None:
    stage(tmp_path, *series(2022, [100, 120]))
    release = build_release(tmp_path, REGIONS)
    assert published_values(tmp_path) == [("2022", 100.0), ("2023", 120.0)]
    assert release.counts["observation"] == 2
    traced = ask(
        tmp_path,
        "SELECT o.surface, substr(d.text, o.char_start + 1, o.char_end - o.char_start), o.region_name, "
        "r.release FROM observation AS o JOIN document AS d USING (report_id) "
        "JOIN report AS r USING (report_id) ORDER BY 1",
    )
    assert traced == [
        ("100件", "100件", "魏都区", release.version),
        ("120件", "120件", "魏都区", release.version),
    ]


def test_every_table_and_column_has_a_comment_and_a_chinese_view(tmp_path: Path) -> None:
    stage(tmp_path, *series(2022, [100, 120]))
    build_release(tmp_path, REGIONS)
    assert ask(tmp_path, "SELECT table_name FROM duckdb_tables() WHERE comment IS NULL") == []
    assert ask(tmp_path, "SELECT view_name FROM duckdb_views() WHERE comment IS NULL AND NOT internal") == []
    assert (
        ask(
            tmp_path,
            "SELECT table_name, column_name FROM duckdb_columns() WHERE comment IS NULL AND NOT internal",
        )
        == []
    )
    assert ask(tmp_path, 'SELECT "地区", "时期", "数值" FROM zh."指标逐年" ORDER BY 2') == [
        ("魏都区", "2022", 100.0),
        ("魏都区", "2023", 120.0),
    ]


def test_change_is_computed_beside_what_the_report_states(tmp_path: Path) -> None:
    stated = Said(CASES, 25.0, measure=Measure.CHANGE_PCT, surface="25.0%")
    stage(tmp_path, *series(2022, [100]), Report(2023, (Said(CASES, 120), stated)))
    build_release(tmp_path, REGIONS)
    assert ask(
        tmp_path,
        "SELECT change_pct, reported_change_pct, agrees FROM year_on_year WHERE period = '2023'",
    ) == [(20.0, 25.0, False)]
    flags = ask(tmp_path, "SELECT surface, flag FROM observation ORDER BY surface")
    assert flags == [(s, "identity_failed") for s in ("100件", "120件", "25.0%")]


def test_files_that_gave_nothing_are_listed_with_what_to_do(tmp_path: Path) -> None:
    unread = Report(2023, problem=Problem("needs_ocr", "扫描件"), name="scan.pdf")
    stage(tmp_path, *series(2022, [100]), unread)
    build_release(tmp_path, REGIONS)
    [(path, problem, severity, message, remedy)] = ask(
        tmp_path,
        "SELECT raw_path, problem, problem_severity, problem_message, remedy FROM report "
        "WHERE problem IS NOT NULL",
    )
    assert (path, problem, severity, message) == ("2023/411002/scan.pdf", "needs_ocr", "failed", "扫描件")
    assert "OCR" in str(remedy)


def test_the_same_bytes_twice_count_once(tmp_path: Path) -> None:
    first = Report(2023, (Said(CASES, 5),), sha256="ab" * 32)
    stage(tmp_path, first, Report(2023, (Said(CASES, 5),), name="zz.txt", sha256="ab" * 32))
    release = build_release(tmp_path, REGIONS)
    assert release.counts["observation"] == 1
    assert ask(tmp_path, "SELECT raw_path, problem FROM report ORDER BY 1") == [
        ("2023/411002/report.txt", None),
        ("2023/411002/zz.txt", "duplicate"),
    ]


def test_figures_without_a_region_stay_out_of_the_marts(tmp_path: Path) -> None:
    stage(tmp_path, Report(2023, (Said(CASES, 5),), region=None))
    release = build_release(tmp_path, REGIONS)
    assert (release.counts["observation"], release.counts["indicator_by_year"]) == (1, 0)


def test_the_best_value_is_taken_and_disagreement_is_marked(tmp_path: Path) -> None:
    stage(
        tmp_path,
        Report(2022, (Said(CASES, 100),)),
        Report(2022, (Said(CASES, 1000),), region=JIANAN),
        Report(2022, (Said(CASES, 90),), kind=ReportKind.WORK_SUMMARY, name="summary.txt"),
        Report(2023, (Said(CASES, 100, period="2022"), Said(CASES, 130))),
        Report(2023, (Said(CASES, 990, "2022", comparator=Comparator.ABOUT),), region=JIANAN),
    )
    build_release(tmp_path, REGIONS)
    assert ask(
        tmp_path,
        "SELECT region_name, value, conflict, conflict_label, sources FROM indicator_by_year "
        "WHERE period = '2022' ORDER BY region_code",
    ) == [("魏都区", 100.0, True, "100件；90件", 3), ("建安区", 1000.0, False, None, 2)]


def test_a_region_whose_name_or_code_changed_is_one_series(tmp_path: Path) -> None:
    codes = {
        "410108": (2002, 2003),
        "320584": (2010,),
        "320509": (2012,),
        "350403": (2020,),
        "350404": (2021,),
    }
    stage(
        tmp_path,
        *(
            Report(year, (Said(CASES, year),), region=code, name=f"{code}.txt")
            for code, years in codes.items()
            for year in years
        ),
    )
    build_release(tmp_path, REGIONS)
    series = ask(
        tmp_path,
        "SELECT region_code, region_name, list(year ORDER BY year) FROM indicator_by_year "
        "GROUP BY ALL ORDER BY 1",
    )
    assert series == [
        ("320509", "吴江区", [2010, 2012]),
        ("350403", "三元区", [2020]),  # merged with its neighbour: another territory, another series
        ("350404", "三元区", [2021]),
        ("410108", "惠济区", [2002, 2003]),
    ]
    names = ask(
        tmp_path,
        "SELECT region_code, region_name FROM observation WHERE report_year IN (2002, 2010) ORDER BY 1",
    )
    assert names == [("320584", "吴江市"), ("410108", "邙山区")]
    assert ask(
        tmp_path, "SELECT DISTINCT ever_reported FROM report_coverage WHERE region_code = '320584'"
    ) == [(True,)]


def test_a_build_without_news_publishes_nothing_new(tmp_path: Path, hundred: Release) -> None:
    again = build_release(tmp_path, REGIONS)
    assert (again.version, again.unchanged, hundred.unchanged) == (hundred.version, True, False)
    stage(tmp_path, *series(2022, [101]))
    assert build_release(tmp_path, REGIONS).version != hundred.version


def test_equal_staging_gives_equal_rows_in_equal_order(tmp_path: Path) -> None:
    stage(tmp_path, *series(2022, [100, 120, 140]))
    first = build_release(tmp_path, REGIONS)
    second = build_release(tmp_path, REGIONS, force=True)
    manifests = [read_manifest(Layout(tmp_path).manifest(each.version)) for each in (first, second)]
    assert first.version != second.version
    # The second one also says what it differs in from the first: in nothing.
    assert manifests[1].tables["release_diff"].rows == 0
    first_tables, second_tables = ({**each.tables, "release_diff": None} for each in manifests)
    assert first_tables == second_tables
    assert manifests[0].tables["observation"].rows == 3


def test_an_empty_warehouse_is_published_as_such(tmp_path: Path) -> None:
    release = build_release(tmp_path, REGIONS)
    assert release.counts["observation"] == 0
    assert published_values(tmp_path) == []


def test_old_releases_are_forgotten_but_never_the_published_one(tmp_path: Path) -> None:
    for value in range(4):
        stage(tmp_path, *series(2022, [value + 1]))
        release = build_release(tmp_path, REGIONS, keep=2)
    names = sorted(path.name for path in Layout(tmp_path).releases.glob("*.duckdb"))
    assert len(names) == 2
    assert names[-1] == f"{release.version}.duckdb"
    assert len(list(Layout(tmp_path).releases.glob("*.json"))) == 2


def test_a_release_opens_in_read_only_mode_only(tmp_path: Path, hundred: Release) -> None:
    assert hundred.path.stat().st_mode & 0o222 == 0
    assert not Layout(tmp_path).published.readlink().is_absolute()


def test_a_release_says_what_it_changed(tmp_path: Path) -> None:
    stage(tmp_path, *series(2022, [100, 120]))
    first = build_release(tmp_path, REGIONS)
    stage(tmp_path, *series(2022, [101]), Report(2024, (Said(CASES, 150),)))
    second = build_release(tmp_path, REGIONS)
    changes = (
        "SELECT year, indicator, added, removed, changed FROM release_diff WHERE table_name = '{}' ORDER BY 1"
    )
    assert ask(tmp_path, changes.format("observation")) == [
        (2022, CASES, 0, 0, 1),
        (2023, CASES, 0, 1, 0),
        (2024, CASES, 1, 0, 0),
    ]
    found = diff(tmp_path, first.version, second.version)
    assert found.counts.height == len(ask(tmp_path, "SELECT 1 FROM release_diff"))
    changed = found.rows.filter(pl.col("table_name") == "observation", pl.col("happened") == "changed")
    assert changed.select("before", "after").rows() == [("100件", "101件")]
    assert "observation: 增加 1 added, 删除 1 removed, 改动 1 changed" in found.as_text()
    assert f"  ~ 2022 魏都区 {CASES}: 100件 → 101件" in found.as_text().splitlines()
    assert diff(tmp_path, second.version, second.version).is_empty


def test_a_long_comparison_says_how_much_it_leaves_out(tmp_path: Path) -> None:
    stage(tmp_path, *series(1990, [5] * 25))
    first = build_release(tmp_path, REGIONS)
    stage(tmp_path, *series(1990, [6] * 25))
    text = diff(tmp_path, first.version, build_release(tmp_path, REGIONS).version).as_text()
    assert "observation: 增加 0 added, 删除 0 removed, 改动 25 changed" in text
    assert text.count("and in 5 more places") == 3


def test_a_damaged_old_release_does_not_stop_a_new_one(tmp_path: Path, hundred: Release) -> None:
    hundred.path.chmod(0o644)
    hundred.path.write_bytes(b"damage")
    stage(tmp_path, *series(2022, [101]))
    build_release(tmp_path, REGIONS)
    assert published_values(tmp_path) == [("2022", 101.0)]


def test_going_back_publishes_an_earlier_release(tmp_path: Path, hundred: Release) -> None:
    stage(tmp_path, *series(2022, [101]))
    second = build_release(tmp_path, REGIONS)
    rollback(tmp_path, hundred.version)
    assert published_values(tmp_path) == [("2022", 100.0)]
    assert [(each.version, each.published) for each in list_releases(tmp_path)] == [
        (second.version, False),
        (hundred.version, True),
    ]
    with pytest.raises(UnknownRelease, match=hundred.version):
        rollback(tmp_path, "yesterday")


def test_a_damaged_release_is_not_gone_back_to(tmp_path: Path, hundred: Release) -> None:
    stage(tmp_path, *series(2022, [101]))
    build_release(tmp_path, REGIONS)
    hundred.path.chmod(0o644)
    with hundred.path.open("r+b") as file:
        file.seek(20_000)
        file.write(b"damage")
    with pytest.raises(UnknownRelease, match="checksum"):
        rollback(tmp_path, hundred.version)
    assert published_values(tmp_path) == [("2022", 101.0)]


def test_a_moved_warehouse_still_opens(tmp_path: Path) -> None:
    stage(tmp_path / "here", *series(2022, [100]))
    build_release(tmp_path / "here", REGIONS)
    (tmp_path / "here").rename(tmp_path / "there")
    assert published_values(tmp_path / "there") == [("2022", 100.0)]


def test_a_blocking_failure_leaves_the_published_release(tmp_path: Path, hundred: Release) -> None:
    stage(tmp_path, *series(2022, [100]), Report(2023, (Said(CASES, 120, period="23年"),)))
    with pytest.raises(BlockingCheckFailed, match="period_well_formed"):
        build_release(tmp_path, REGIONS)
    assert Layout(tmp_path).published_version() == hundred.version
    assert published_values(tmp_path) == [("2022", 100.0)]
    assert leavings(tmp_path) == []


def test_a_correction_that_no_longer_fits_stops_publication(tmp_path: Path, hundred: Release) -> None:
    from pipelines.catalogue.corrections import CorrectionError

    entries = tmp_path / "corrections.yaml"
    entries.write_text(
        "- {id: c1, action: drop, where: {raw_path: 2022/411002/report.txt, indicator: mediation.cases, "
        "period: '2022'}, expect: {value: 99}, reason: {zh: 误, en: wrong}, added_on: 2024-01-01}\n",
        encoding="utf-8",
    )
    with pytest.raises(CorrectionError, match=r"c1.*100"):
        build_release(tmp_path, REGIONS, corrections=entries)
    assert Layout(tmp_path).published_version() == hundred.version


def test_a_correction_is_applied_and_recorded(tmp_path: Path) -> None:
    stage(tmp_path, *series(2022, [100, 120, 140]))
    entries = tmp_path / "corrections.yaml"
    where = "where: {{raw_path: {0}/411002/report.txt, indicator: mediation.cases, period: '{0}'}}"
    words = "reason: {zh: 误, en: wrong}, added_on: 2024-01-01"
    entries.write_text(
        f"- {{id: c1, action: override, {where.format(2022)}, expect: {{value: 100}}, "
        f"set: {{value: 101}}, {words}}}\n"
        f"- {{id: c2, action: drop, {where.format(2023)}, expect: {{value: 120, surface: 120件}}, {words}}}\n"
        f"- {{id: c3, action: flag, {where.format(2024)}, expect: {{value: 140}}, {words}}}\n"
        f"- {{id: c4, action: drop, {where.format(1999)}, expect: {{value: 140}}, {words}}}\n",
        encoding="utf-8",
    )
    build_release(tmp_path, REGIONS, corrections=entries)
    assert ask(tmp_path, "SELECT period, value, flag FROM observation ORDER BY 1") == [
        ("2022", 101.0, "corrected"),
        ("2024", 140.0, "flagged"),
    ]
    assert ask(tmp_path, "SELECT correction, applied, before, after FROM correction ORDER BY 1") == [
        ("c1", True, "100", "101"),
        ("c2", True, "120", None),
        ("c3", True, None, "flagged"),
        ("c4", False, None, None),
    ]


def test_a_stale_log_beside_a_release_is_removed_before_it_does_harm(
    tmp_path: Path, hundred: Release
) -> None:
    stale = [hundred.path.with_name(f"{hundred.path.name}.wal"), tmp_path / "warehouse.duckdb.wal"]
    for path in stale:
        path.write_bytes(b"left by somebody")
    stage(tmp_path, *series(2022, [101]))
    build_release(tmp_path, REGIONS)
    assert published_values(tmp_path) == [("2022", 101.0)]
    assert leavings(tmp_path) == []


def test_staging_that_was_cut_short_is_not_published(tmp_path: Path, hundred: Release) -> None:
    older = {kind: (tmp_path / "staging" / kind / "2022.parquet").read_bytes() for kind in ("quantities",)}
    stage(tmp_path, Report(2022, (Said(CASES, 100), Said("mediation.succeeded", 90))))
    (tmp_path / "staging" / "quantities" / "2022.parquet").write_bytes(older["quantities"])
    with pytest.raises(BuildFailed, match="2022"):
        build_release(tmp_path, REGIONS)
    assert Layout(tmp_path).published_version() == hundred.version


def test_damaged_staging_is_named_and_harms_nothing(tmp_path: Path, hundred: Release) -> None:
    documents = tmp_path / "staging" / "documents" / "2022.parquet"
    documents.write_bytes(documents.read_bytes()[:200])
    with pytest.raises(BuildFailed, match="staging"):
        build_release(tmp_path, REGIONS)
    assert Layout(tmp_path).published_version() == hundred.version
    assert leavings(tmp_path) == []


def test_a_second_run_declines_while_the_first_one_builds(tmp_path: Path) -> None:
    stage(tmp_path, *series(2022, [100]))
    with locked(Layout(tmp_path).releases, 0, "building a release"):
        done = run_child(tmp_path, "build_release(warehouse, known_regions(), wait=0.3)")
    assert done.returncode == 1
    assert "WarehouseBusy" in done.stderr
    assert "building a release" in done.stderr
    build_release(tmp_path, REGIONS)


def test_a_file_in_the_place_of_the_link_is_not_overwritten(tmp_path: Path) -> None:
    stage(tmp_path, *series(2022, [100]))
    (tmp_path / "warehouse.duckdb").write_bytes(b"mine")
    with pytest.raises(FileExistsError, match=r"warehouse\.duckdb"):
        build_release(tmp_path, REGIONS)
    assert (tmp_path / "warehouse.duckdb").read_bytes() == b"mine"


CHILD = """
import sys
from pathlib import Path
from pipelines.warehouse.build import build_release
from pipelines.warehouse.releases import UnknownRelease, list_releases, rollback
from tests import warm
from tests.staged import *
warehouse = Path(sys.argv[1])
"""


def run_child(warehouse: Path, code: str) -> subprocess.CompletedProcess[str]:
    return warm.run(CHILD + code, str(warehouse), cwd=PROJECT, environment=os.environ)


def test_a_full_disk_leaves_the_published_release(tmp_path: Path, hundred: Release) -> None:
    stage(tmp_path, *series(2022, [101]))
    # Files may not grow beyond this: to the program it is a disk that is full.
    code = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
build_release(warehouse, known_regions())
"""
    done = run_child(tmp_path, code)
    assert done.returncode == 1
    assert "BuildFailed" in done.stderr
    assert "disk" in done.stderr
    assert Layout(tmp_path).published_version() == hundred.version
    assert leavings(tmp_path) == []
    build_release(tmp_path, REGIONS)
    assert published_values(tmp_path) == [("2022", 101.0)]


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


def leavings(warehouse: Path) -> list[Path]:
    """What must not lie about after a build."""
    suffixes = {".building", ".wal", ".tmp"}
    found = [
        path for path in warehouse.rglob("*") if path.suffix in suffixes or path.name.startswith(".spill")
    ]
    orphans = [
        path for path in Layout(warehouse).releases.glob("*.json") if not path.with_suffix(".duckdb").exists()
    ]
    return found + orphans
