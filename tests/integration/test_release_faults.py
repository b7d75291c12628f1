"""Whatever goes wrong with a build, the published release stays and nothing is left lying about."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.catalogue.corrections import CorrectionError
from pipelines.warehouse.build import BlockingCheckFailed, BuildFailed, build_release
from pipelines.warehouse.layout import Layout, locked
from pipelines.warehouse.records import Release
from tests.integration.published import CASES, REGIONS, leavings, published_values, run_child
from tests.staged import Report, Said, series, stage


def test_a_correction_that_no_longer_fits_stops_publication(tmp_path: Path, hundred: Release) -> None:
    entries = tmp_path / "corrections.yaml"
    entries.write_text(
        "- {id: c1, action: drop, where: {raw_path: 2022/411002/report.txt, indicator: mediation.cases, "
        "period: '2022'}, expect: {value: 99}, reason: {zh: 误, en: wrong}, added_on: 2024-01-01}\n",
        encoding="utf-8",
    )
    with pytest.raises(CorrectionError, match=r"c1.*100"):
        build_release(tmp_path, REGIONS, corrections=entries)
    assert Layout(tmp_path).published_version() == hundred.version


def test_a_blocking_failure_leaves_the_published_release(tmp_path: Path, hundred: Release) -> None:
    stage(tmp_path, *series(2022, [100]), Report(2023, (Said(CASES, 120, period="23年"),)))
    with pytest.raises(BlockingCheckFailed, match="period_well_formed"):
        build_release(tmp_path, REGIONS)
    assert Layout(tmp_path).published_version() == hundred.version
    assert published_values(tmp_path) == [("2022", 100.0)]
    assert leavings(tmp_path) == []


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
