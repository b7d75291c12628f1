"""Staging with real files: only what is new is read, only what changed is extracted, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import polars as pl
import pytest

from pipelines.catalogue.regions import Regions
from pipelines.sources.scan import scan
from pipelines.warehouse.layout import WarehouseBusy, locked
from pipelines.warehouse.records import StageSummary
from pipelines.warehouse.staging import (
    Staging,
    assign_partitions,
    stage_documents,
    stage_observations,
)

REGIONS = Regions.load()


def report(year: int, received: int, place: str = "许昌市魏都区") -> str:
    return (
        f"{place}{year}年度法治政府建设情况报告\n\n"
        f"{year}年，{place}人民政府持续推进法治政府建设，有关情况如下。\n\n"
        "一、行政复议\n\n"
        f"{year}年共收到行政复议申请{received}件，受理{received - 8}件。\n\n"
        f"{place}人民政府\n{year + 1}年1月15日\n"
    )


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    for year in (2022, 2023):
        put(folder, f"{year}/411002/report.txt", report(year, 100 + year - 2000))
    return folder


@pytest.fixture
def staging(tmp_path: Path) -> Staging:
    return Staging.of(tmp_path / "warehouse")


def put(raw: Path, relative: str, text: str | bytes) -> Path:
    path = raw / relative
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def run(raw: Path, staging: Staging, regions: Regions = REGIONS) -> dict[str, Sequence[StageSummary]]:
    """Run both steps over all partitions, as a run does; return the summaries by partition."""
    files = scan(raw)
    partition_of = assign_partitions(files, staging, regions, workers=1)
    wanted = sorted({*partition_of.values(), *staging.partitions()})
    return {
        partition: (
            stage_documents(
                [file for file in files if partition_of[file.relative] == partition],
                partition,
                staging,
                workers=1,
            ),
            stage_observations(partition, staging, regions, workers=1),
        )
        for partition in wanted
    }


def counts(summaries: dict[str, Sequence[StageSummary]]) -> dict[str, list[tuple[int, int]]]:
    return {key: [(each.read, each.unchanged) for each in value] for key, value in summaries.items()}


def values(staging: Staging, partition: str) -> list[float]:
    frame = staging.read("observations", partition).frame
    return frame.filter(pl.col("indicator") == "reconsideration.received")["value"].to_list()


def test_a_second_run_reads_and_extracts_nothing(raw: Path, staging: Staging) -> None:
    assert counts(run(raw, staging)) == {"2022": [(1, 0), (1, 0)], "2023": [(1, 0), (1, 0)]}
    before = {path: path.stat().st_mtime_ns for path in staging.root.rglob("*.parquet")}
    assert counts(run(raw, staging)) == {"2022": [(0, 1), (0, 1)], "2023": [(0, 1), (0, 1)]}
    assert {path: path.stat().st_mtime_ns for path in staging.root.rglob("*.parquet")} == before
    assert values(staging, "2022") == [122.0]


def test_only_a_changed_file_is_read_again(raw: Path, staging: Staging) -> None:
    run(raw, staging)
    put(raw, "2023/411002/report.txt", report(2023, 300))
    assert counts(run(raw, staging)) == {"2022": [(0, 1), (0, 1)], "2023": [(1, 0), (1, 0)]}
    assert values(staging, "2023") == [300.0]


def test_a_changed_rule_extracts_again_without_reading(
    raw: Path, staging: Staging, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(raw, staging)
    for module in ("extracting", "partitions"):
        monkeypatch.setattr(f"pipelines.warehouse.{module}.rules_version", lambda: "another")
    assert counts(run(raw, staging)) == {"2022": [(0, 1), (1, 0)], "2023": [(0, 1), (1, 0)]}
    assert staging.read("reports", "2022").frame["rules_version"].to_list() == ["another"]


def test_an_origin_record_extracts_again_without_reading(raw: Path, staging: Staging) -> None:
    run(raw, staging)
    put(raw, "2022/411002/report.txt.origin.yaml", "source_url: https://example.org/report\n")
    assert counts(run(raw, staging))["2022"] == [(0, 1), (1, 0)]
    assert staging.read("reports", "2022").frame["source_url"].to_list() == ["https://example.org/report"]


def test_a_removed_file_leaves_staging_and_is_named(raw: Path, staging: Staging) -> None:
    put(raw, "2022/411003/report.txt", report(2022, 77, "许昌市建安区"))
    run(raw, staging)
    (raw / "2022/411003/report.txt").unlink()
    (raw / "2023/411002/report.txt").unlink()
    done = run(raw, staging)
    assert [each.removed for each in done["2022"]] == [("2022/411003/report.txt",)] * 2
    assert [each.removed for each in done["2023"]] == [("2023/411002/report.txt",)] * 2
    assert values(staging, "2022") == [122.0]
    assert staging.partitions() == ("2022",)


def test_a_bad_file_becomes_a_row_with_its_problem(raw: Path, staging: Staging) -> None:
    put(raw, "2022/411002/empty.txt", "")
    put(raw, "2022/411002/odd.bin", bytes(range(256)) * 8)
    done = run(raw, staging)["2022"]
    assert [each.failed for each in done] == [2, 2]
    reports = staging.read("reports", "2022").frame.select("relative", "problem").rows()
    assert ("2022/411002/empty.txt", "empty") in reports
    assert dict(reports)["2022/411002/odd.bin"] is not None
    assert dict(reports)["2022/411002/report.txt"] is None
    assert counts(run(raw, staging))["2022"] == [(0, 3), (0, 3)]


def test_a_file_without_a_year_in_its_path_is_read_once_for_it(tmp_path: Path, staging: Staging) -> None:
    flat = tmp_path / "flat"
    put(flat, "one.txt", report(2019, 50))
    put(flat, "other.txt", "没有年份的文字。\n")
    done = run(flat, staging)
    assert set(done) == {"2019", "other"}
    assert counts(done)["2019"] == [(0, 1), (1, 0)]
    assert values(staging, "2019") == [50.0]
    assert counts(run(flat, staging))["2019"] == [(0, 1), (0, 1)]


def test_years_outside_the_range_share_a_partition(raw: Path, staging: Staging) -> None:
    put(raw, "1998/411002/report.txt", report(1998, 60))
    assert set(run(raw, staging)) == {"2022", "2023", "other"}


def test_many_files_are_extracted_in_worker_processes_with_the_same_result(
    tmp_path: Path, staging: Staging, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(6):
        put(tmp_path / "raw", f"2022/411002/{n}.txt", report(2022, 100 + n))
    run(tmp_path / "raw", staging)
    alone = staging.read("observations", "2022").frame
    monkeypatch.setattr("pipelines.warehouse.extract_files._WORTH_A_POOL", 2)
    other = Staging.of(tmp_path / "pooled")
    files = scan(tmp_path / "raw")
    stage_documents(files, "2022", other, workers=2)
    seen: list[tuple[int, int]] = []
    stage_observations("2022", other, REGIONS, workers=2, progress=lambda *done: seen.append(done))
    assert other.read("observations", "2022").frame.equals(alone)
    assert seen[-1] == (6, 6)


@pytest.mark.parametrize("kind", ["documents", "reports", "observations", "quantities"])
def test_a_damaged_staging_file_counts_as_missing_and_says_so(
    raw: Path, staging: Staging, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    run(raw, staging)
    path = staging.root / kind / "2022.parquet"
    path.write_bytes(path.read_bytes()[:-20])
    done = run(raw, staging)
    assert any(note for summary in done["2022"] for note in summary.notes)
    assert values(staging, "2022") == [122.0]
    assert staging.is_whole("2022")


def test_a_set_cut_short_between_its_files_is_extracted_again(
    raw: Path, staging: Staging, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(raw, staging)
    put(raw, "2022/411002/report.txt", report(2022, 500))
    original: Callable[..., None] = Staging._write

    def dying(self: Staging, kind: str, *rest: object) -> None:
        if kind == "quantities":
            raise KeyboardInterrupt
        original(self, kind, *rest)

    monkeypatch.setattr(Staging, "_write", dying)
    with pytest.raises(KeyboardInterrupt):
        run(raw, staging)
    monkeypatch.undo()
    assert not staging.is_whole("2022")
    run(raw, staging)
    assert staging.is_whole("2022")
    assert values(staging, "2022") == [500.0]


def test_extraction_that_fails_costs_one_file_and_is_tried_again(
    raw: Path, staging: Staging, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from pipelines.warehouse import extract_files

    original = extract_files.extract

    def failing(document: object, context: object) -> object:
        if "122" in getattr(document, "text", ""):
            raise ValueError("a rule went wrong")
        return original(document, context)  # type: ignore[arg-type]

    monkeypatch.setattr(extract_files, "extract", failing)
    done = run(raw, staging)
    assert [problem.code for problem in done["2022"][1].problems] == ["extraction_failed"]
    assert "a rule went wrong" in done["2022"][1].problems[0].message
    assert "Traceback" in caplog.text
    assert values(staging, "2023") == [123.0]
    monkeypatch.undo()
    assert counts(run(raw, staging)) == {"2022": [(0, 1), (1, 0)], "2023": [(0, 1), (0, 1)]}
    assert values(staging, "2022") == [122.0]


def test_staging_held_by_another_run_is_waited_for_then_declined(raw: Path, staging: Staging) -> None:
    with locked(staging.root, 0, "reading the files of 2022"):
        import multiprocessing

        context = multiprocessing.get_context("spawn")
        with context.Pool(1) as pool:
            said = pool.apply(_try_to_stage, (staging,))
    assert "reading the files of 2022" in said


def _try_to_stage(staging: Staging) -> str:
    try:
        stage_documents([], "2022", staging, wait=0.2)
    except WarehouseBusy as busy:
        return str(busy)
    return "not refused"


def test_progress_is_told_file_by_file(raw: Path, staging: Staging) -> None:
    told: list[tuple[int, int]] = []
    put(raw, "2022/411003/report.txt", report(2022, 77, "许昌市建安区"))
    files = [file for file in scan(raw) if file.folder_year == 2022]
    stage_documents(files, "2022", staging, workers=1, progress=lambda *done: told.append(done))
    assert told == [(1, 2), (2, 2)]
