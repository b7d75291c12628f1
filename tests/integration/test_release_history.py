"""Releases one after another: what is new, what changed, which stay, going back to one."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from pipelines.warehouse.build import build_release
from pipelines.warehouse.diff import diff
from pipelines.warehouse.layout import Layout
from pipelines.warehouse.manifest import read as read_manifest
from pipelines.warehouse.records import Release
from pipelines.warehouse.releases import UnknownRelease, list_releases, rollback
from tests.integration.published import CASES, REGIONS, ask, published_values
from tests.staged import Report, Said, series, stage


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
