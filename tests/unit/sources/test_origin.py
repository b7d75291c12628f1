"""Origin records beside raw files."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pipelines.sources.origin import Origin, OriginError, origin_path, read_origin, write_origin


def record(folder: Path, text: str) -> Path:
    file = folder / "report.pdf"
    origin_path(file).write_text(text, encoding="utf-8")
    return file


def test_a_full_record(tmp_path: Path) -> None:
    file = record(
        tmp_path,
        "title: 2023年度报告\npublisher: 甲区司法局\nsource_url: https://example.org/a.pdf\n"
        "region_code: 010203\nreport_year: 2023\n"
        "published_on: 2024-02-05\naccessed_at: 2024-03-01T08:30:00+08:00\n"
        f"media_type: application/pdf\nsha256: {'0' * 64}\netag: '\"1\"'\nnote: 附表另存\n",
    )
    origin = read_origin(file)
    assert origin is not None
    assert (origin.region_code, origin.report_year, origin.published_on) == ("010203", 2023, date(2024, 2, 5))
    assert str(origin.source_url) == "https://example.org/a.pdf"


def test_what_is_written_is_read(tmp_path: Path) -> None:
    file = tmp_path / "报告.docx"
    origin = Origin(
        title="报告", region_code="010203", accessed_at=datetime(2024, 3, 1, 8, tzinfo=UTC), etag='W/"x"'
    )
    assert write_origin(file, origin).name == "报告.docx.origin.yaml"
    assert read_origin(file) == origin


def test_no_record(tmp_path: Path) -> None:
    assert read_origin(tmp_path / "report.pdf") is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("report_year: 二〇二三", "report_year"),
        ("report_year: 20233", "report_year"),
        ("region_code: 4110", "region_code"),
        ("source_url: ftp://example.org/a", "source_url"),
        ("published_on: 2024-13-01", "published_on"),
        ("years: 2023", "years"),
        ("just words", "field: value"),
        ("", "field: value"),
        ("a: [", "not valid YAML"),
    ],
)
def test_a_wrong_record_says_file_and_field(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(OriginError, match=r"report\.pdf\.origin\.yaml") as caught:
        read_origin(record(tmp_path, text))
    assert says in str(caught.value)


def test_a_record_in_another_encoding_is_named(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    origin_path(file).write_bytes("title: 报告".encode("gb18030"))
    with pytest.raises(OriginError, match="cannot be read"):
        read_origin(file)
