"""The command ``fazhi run`` as a user meets it: what it publishes, says and returns."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import polars as pl
import pytest

from assets.instance import open_instance
from assets.resources import Folders
from pipelines.warehouse.layout import locked
from pipelines.warehouse.store import Staging
from tests.integration.place import Place, put_report, report_text


def test_reports_become_a_series(filled: Place) -> None:
    done = filled.installed_fazhi("run", *filled.folders())
    assert done.returncode == 0, done.stdout + done.stderr
    assert filled.received() == [
        ("建安区", "2023", 120.0),
        ("建安区", "2024", 121.0),
        ("魏都区", "2023", 100.0),
        ("魏都区", "2024", 101.0),
    ]
    assert "warehouse.duckdb" in done.stdout


def test_a_second_run_reads_nothing_and_says_so(published: Place) -> None:
    version = published.database.resolve().name
    done = published.run()
    assert done.returncode == 0
    assert "没有文件需要重新读取 no file was read again" in done.stdout
    assert published.database.resolve().name == version


def test_only_the_new_file_is_read(published: Place) -> None:
    put_report(published.raw, "411002", 2022, 90)
    done = published.run()
    assert done.returncode == 0
    assert line(done.stdout, "读取 read") == "1"
    assert line(done.stdout, "未变 unchanged") == "4"


def test_a_removed_file_leaves_the_warehouse(published: Place) -> None:
    (published.raw / "2024" / "411002" / "report.txt").unlink()
    assert published.run().returncode == 0
    assert ("魏都区", "2024", 101.0) not in published.received()


def test_one_year_takes_only_that_years_files(filled: Place) -> None:
    done = filled.run("--year", "2023")
    assert done.returncode == 0, done.stdout + done.stderr
    assert {period for _, period, _ in filled.received()} == {"2023"}


def test_years_with_a_gap_are_all_taken(filled: Place) -> None:
    put_report(filled.raw, "411002", 2021, 80)
    done = filled.run("--year", "2021", "--year", "2024")
    assert done.returncode == 0, done.stdout + done.stderr
    assert {period for _, period, _ in filled.received()} == {"2021", "2024"}
    assert line(done.stdout, "读取 read") == "3"


def test_a_flat_folder_will_do(place: Place) -> None:
    for year in (2023, 2024):
        (place.raw / f"{year}.txt").write_text(
            report_text("许昌市魏都区", year, year - 1900), encoding="utf-8"
        )
    done = place.run()
    assert done.returncode == 0, done.stdout + done.stderr
    assert place.received() == [("魏都区", "2023", 123.0), ("魏都区", "2024", 124.0)]
    assert line(done.stdout, "读取 read") == "2"


def test_bad_files_are_listed_and_harm_no_other(filled: Place) -> None:
    (filled.raw / "2024" / "411003" / "empty.pdf").write_bytes(b"")
    (filled.raw / "2024" / "411003" / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing that follows is a PDF\n")
    (filled.raw / "2024" / "411003" / "picture.bin").write_bytes(bytes(range(256)) * 40)
    (filled.raw / "2024" / "411003" / "again.txt").write_bytes(
        (filled.raw / "2024" / "411003" / "report.txt").read_bytes()
    )
    done = filled.run()
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(filled.received()) == 4
    for name, code in [
        ("empty.pdf", "empty"),
        ("broken.pdf", "unreadable"),
        ("picture.bin", "unknown_format"),
    ]:
        assert any(name in row and code in row for row in done.stdout.splitlines()), (name, done.stdout)
    assert line(done.stdout, "失败 failed") == "4"
    listed = dict(filled.query("select raw_path, problem from report where problem is not null"))
    assert listed["2024/411003/empty.pdf"] == "empty"
    assert sorted(listed.values()) == ["duplicate", "empty", "unknown_format", "unreadable"]


def test_a_missing_raw_folder_is_said_and_nothing_published(place: Place) -> None:
    done = place.fazhi("run", "--raw", str(place.root / "nowhere"), "--warehouse", str(place.warehouse))
    assert done.returncode == 1
    assert "nowhere" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert not place.database.exists()


@pytest.mark.parametrize("arguments", [["--year", "1949"], ["--year", "next"], ["--colour", "red"]])
def test_wrong_arguments_give_2(place: Place, arguments: list[str]) -> None:
    assert place.run(*arguments).returncode == 2


def test_an_empty_raw_folder_publishes_an_empty_warehouse(place: Place) -> None:
    done = place.run()
    assert done.returncode == 0, done.stdout + done.stderr
    assert place.query("select count(*) from observation") == [(0,)]


def test_a_second_run_at_the_same_time_is_refused(published: Place) -> None:
    with locked(published.warehouse / ".dagster" / "storage" / "fazhi-run", 0, "another run"):
        done = published.run()
    assert done.returncode == 1
    assert "is in use by another run" in done.stdout


def test_a_blocked_publication_leaves_the_release_and_shows_why(published: Place) -> None:
    version = published.database.resolve().name
    break_a_figure(published)

    done = published.run()

    assert done.returncode == 1
    assert "阻断性检查未通过" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert published.database.resolve().name == version
    assert len(published.received()) == 4
    assert failed_checks(published) == {"indicator_known"}


def break_a_figure(place: Place) -> None:
    """Let staging hold an indicator that the catalogue does not have."""
    staging = Staging.of(place.warehouse)
    frames = {kind: staging.read(kind, "2024").frame for kind in ("reports", "observations", "quantities")}
    unknown = frames["observations"].with_columns(indicator=pl.lit("no.such"))
    staging.write_extracted("2024", frames["reports"], unknown, frames["quantities"])


def failed_checks(place: Place) -> set[str]:
    """The checks of the observations that Dagster shows as failed."""
    with open_instance(Folders(raw=str(place.raw), warehouse=str(place.warehouse))) as instance:
        keys = list(instance.event_log_storage.get_asset_check_summary_records(check_keys()).values())
    return {
        record.asset_check_key.name
        for record in keys
        if record.last_check_execution_record and record.last_check_execution_record.status.value == "FAILED"
    }


def check_keys() -> list[dg.AssetCheckKey]:
    from assets.definitions import build_definitions

    return list(build_definitions().resolve_asset_graph().asset_check_keys)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of forty megabytes."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", str(folder)], check=False)
    if mounted.returncode:
        pytest.skip("mounting a small disk needs root")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_full_disk_leaves_the_release(published: Place, small_disk: Path) -> None:
    full = Place(small_disk)
    shutil.copytree(published.warehouse, full.warehouse, symlinks=True)
    (published.root / "home").mkdir()
    home = {"DAGSTER_HOME": str(published.root / "home")}
    arguments = ["run", "--raw", str(published.raw), "--warehouse", str(full.warehouse)]
    before = full.received()
    put_report(published.raw, "411002", 2022, 90)
    filler = small_disk / "filler"
    disk = os.statvfs(small_disk)
    filler.write_bytes(b"\0" * (disk.f_bavail * disk.f_frsize - 64 * 1024))

    done = published.fazhi(*arguments, more=home)

    assert done.returncode == 1
    assert "磁盘空间" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert full.received() == before
    filler.unlink()
    done = published.fazhi(*arguments, more=home)
    assert done.returncode == 0, done.stdout + done.stderr
    assert ("魏都区", "2022", 90.0) in full.received()


def line(output: str, name: str) -> str:
    """The value that the summary gives under a name."""
    (row,) = [row for row in output.splitlines() if row.startswith(name)]
    return row.removeprefix(name).split()[0]
