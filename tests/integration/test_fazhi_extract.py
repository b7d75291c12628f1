"""The command ``fazhi extract``: what it prints of files, without a warehouse."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipelines.documents.reading import read_document
from tests.integration.place import Place, put_report, report_text

REPORT_FIELDS = [
    "kind",
    "title",
    "publisher",
    "body",
    "region_code",
    "region_name",
    "report_year",
    "published_on",
    "sha256",
    "media_type",
    "reader",
    "pages",
]


@pytest.fixture
def report(place: Place) -> Path:
    file = place.root / "report.txt"
    file.write_text(report_text("许昌市魏都区", 2024, 120), encoding="utf-8")
    return file


def objects(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def test_a_report_as_json(place: Place, report: Path) -> None:
    done = place.installed_fazhi("extract", str(report), "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    (found,) = objects(done.stdout)
    assert found["path"] == str(report)
    assert list(found["report"]) == REPORT_FIELDS
    assert found["report"]["region_code"] == "411002"
    assert found["report"]["report_year"] == 2024
    assert found["problems"] == []
    received = [row for row in found["observations"] if row["indicator"] == "reconsideration.received"]
    assert [(row["value"], row["period"], row["surface"]) for row in received] == [(120, "2024", "120件")]


def test_offsets_point_at_the_characters(place: Place, report: Path) -> None:
    (found,) = objects(place.fazhi("extract", str(report), "--format", "jsonl").stdout)
    text = read_document(report).text
    rows = found["observations"] + found["mentions"]
    assert rows
    for row in rows:
        assert text[row["start"] : row["end"]] == row["surface"]


def test_every_quantity_has_an_indicator_or_a_reason(place: Place, report: Path) -> None:
    (found,) = objects(place.fazhi("extract", str(report), "--format", "jsonl").stdout)
    assert found["mentions"]
    assert all((row["indicator"] is None) != (row["reason"] is None) for row in found["mentions"])


def test_folders_are_walked_and_what_is_no_report_left_out(place: Place) -> None:
    file = put_report(place.raw, "411002", 2024, 120)
    file.with_name("report.txt.origin.yaml").write_text("title: 某报告\n", encoding="utf-8")
    (place.raw / "sources.yaml").write_text("[]\n", encoding="utf-8")
    done = place.fazhi("extract", str(place.raw), "--format", "jsonl")
    assert [found["path"] for found in objects(done.stdout)] == [str(file)]


def test_places_of_regions_csv_count_as_in_a_run(place: Place) -> None:
    (place.raw / "regions.csv").write_text(
        "code,name,level,parent,valid_from,valid_to,source\n"
        "990101,云溪区,county,,2000,,示例 invented for this test\n",
        encoding="utf-8",
    )
    file = place.raw / "2024" / "990101" / "report.txt"
    file.parent.mkdir(parents=True)
    file.write_text(report_text("云溪区", 2024, 120), encoding="utf-8")
    (found,) = objects(place.fazhi("extract", str(file), "--format", "jsonl").stdout)
    assert found["report"]["region_code"] == "990101"


def test_a_bad_file_is_said_and_the_others_are_read(place: Place, report: Path) -> None:
    bad = place.root / "broken.pdf"
    bad.write_bytes(b"%PDF-1.7\nnothing that follows is a PDF\n")
    done = place.fazhi("extract", str(bad), str(report), "--format", "jsonl")
    assert done.returncode == 0
    first, second = objects(done.stdout)
    assert [problem["code"] for problem in first["problems"]] == ["unreadable"]
    assert first["observations"] == []
    assert len(first["report"]["sha256"]) == 64
    assert second["observations"]


def test_no_file_that_can_be_read_gives_1(place: Place) -> None:
    (place.root / "empty.txt").write_bytes(b"")
    done = place.fazhi("extract", "empty.txt")
    assert done.returncode == 1
    assert "empty" in done.stdout
    assert "no file could be read" in done.stderr


def test_a_path_that_does_not_exist_gives_2(place: Place) -> None:
    done = place.fazhi("extract", "nowhere.pdf")
    assert done.returncode == 2
    assert "nowhere.pdf" in done.stderr


def test_the_table_names_indicators_in_chinese(place: Place, report: Path) -> None:
    done = place.fazhi("extract", str(report))
    assert done.returncode == 0
    assert "reconsideration.received" in done.stdout
    assert "120" in done.stdout
    assert "魏都区" in done.stdout


def test_explain_shows_the_sentence_and_what_was_left_out(place: Place, report: Path) -> None:
    plain = place.fazhi("extract", str(report)).stdout
    explained = place.fazhi("extract", str(report), "--explain").stdout
    assert "全区共收到行政复议申请120件" not in plain
    assert "全区共收到行政复议申请120件" in explained


@pytest.mark.parametrize("form", ["jsonl", "table"])
def test_neither_dagster_nor_duckdb_is_loaded(place: Place, report: Path, form: str) -> None:
    code = (
        "import sys\n"
        "from pipelines.cli import app\n"
        "try:\n"
        f"    app(['extract', {str(report)!r}, '--format', {form!r}])\n"
        "except SystemExit as end:\n"
        "    assert not end.code, end.code\n"
        "loaded = {'assets', 'dagster', 'duckdb', 'great_expectations'} & set(sys.modules)\n"
        "assert not loaded, loaded\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=place.environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
