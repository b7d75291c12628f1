"""Spreadsheets, rich text, and archives that hold a report."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from pipelines.documents import rar as documents_rar
from pipelines.documents.limits import Limits, ReadError
from pipelines.documents.reading import read_bytes, read_document
from pipelines.documents.sheets import shown
from tests import formats
from tests.rar_files import rar

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def code_of(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, limits or Limits())
    return caught.value.code


def packed(members: dict[str, bytes | str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def workbook(sheets: dict[str, list[list[str | float]]], merged: str = "") -> bytes:
    """Return an .xlsx with the sheets' rows."""
    members: dict[str, bytes | str] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType='
        '"application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>'
        + "".join(f'<sheet name="{n}" sheetId="{i}" r:id="r{i}"/>' for i, n in enumerate(sheets, 1))
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="r{i}" Type="{OFFICE}/worksheet" Target="worksheets/s{i}.xml"/>'
            for i in range(1, len(sheets) + 1)
        )
        + "</Relationships>",
    }
    for number, rows in enumerate(sheets.values(), 1):
        body = "".join(
            f'<row r="{r}">'
            + "".join(_cell(value, f"{chr(64 + c)}{r}") for c, value in enumerate(row, 1))
            + "</row>"
            for r, row in enumerate(rows, 1)
        )
        merges = f'<mergeCells count="1"><mergeCell ref="{merged}"/></mergeCells>' if merged else ""
        members[f"xl/worksheets/s{number}.xml"] = (
            f'<worksheet xmlns="{SHEET}"><sheetData>{body}</sheetData>{merges}</worksheet>'
        )
    return packed(members)


def _cell(value: str | float, place: str) -> str:
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def test_a_sheet_is_a_table_with_figures_as_they_are_written() -> None:
    document = read_bytes(workbook({"统计": [["单位", "收到"], ["公安分局", 120.0], ["城管局", 11.5]]}))
    assert document.text == "单位\t收到\n公安分局\t120\n城管局\t11.5"
    assert [(cell.row, cell.column) for cell in document.tables[0].cells][-1] == (2, 1)


def test_several_sheets_stand_under_their_names() -> None:
    document = read_bytes(workbook({"一季度": [["收到", 1.0]], "二季度": [["收到", 2.0]]}))
    assert document.text == "一季度\n收到\t1\n二季度\n收到\t2"


def test_merged_cells_of_a_sheet_have_spans() -> None:
    document = read_bytes(workbook({"表": [["标题", ""], ["收到", 7.0]]}, merged="A1:B1"))
    assert document.text == "标题\n收到\t7"
    assert document.tables[0].cells[0].column_span == 2


@pytest.mark.parametrize(
    ("value", "text"),
    [(86.0, "86"), (0.1 + 0.2, "0.3"), (1e15, "1000000000000000"), ("", ""), (True, "True")],
)
def test_values_are_shown_without_noise(value: object, text: str) -> None:
    assert shown(value) == text


def test_a_damaged_workbook_is_unreadable() -> None:
    data = workbook({"表": [["收到", 7.0]]})
    assert code_of(data[: len(data) // 2]) == "unreadable"


def rtf(text: str) -> bytes:
    """Return rich text as Chinese Word writes it: bytes of code page 936, rows of cells."""
    parts = []
    for block in formats.blocks(text):
        if isinstance(block, str):
            parts.append(_escaped(block) + r"\par ")
        else:
            for row in block:
                cells = "".join(_escaped(cell) + r"\cell " for cell in row)
                parts.append(r"\trowd " + cells + r"\row ")
    return (r"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fnil\fcharset134 SimSun;}}" + "".join(parts) + "}").encode(
        "ascii"
    )


def _escaped(text: str) -> str:
    return "".join(chr(byte) if byte < 128 else f"\\'{byte:02x}" for byte in text.encode("gbk"))


def test_rich_text_gives_the_paragraphs_and_the_table(report: str) -> None:
    document = read_bytes(rtf(report))
    assert document.text == report
    assert len(document.tables) == 1
    assert document.media_type == "application/rtf"


def test_rich_text_that_is_cut_off_or_nested_without_end_is_refused(report: str) -> None:
    data = rtf(report)
    assert code_of(data[: len(data) // 2]) == "unreadable"
    assert code_of(b"{\\rtf1 " + b"{" * 100_000 + b"}" * 100_001) == "too_large"


@pytest.mark.skipif(not shutil.which("lowriter"), reason="needs LibreOffice Writer")
@pytest.mark.parametrize("ending", ["doc", "rtf"])
def test_what_libreoffice_writes_is_read_like_its_source(tmp_path: Path, report: str, ending: str) -> None:
    formats.write_docx(report, tmp_path / "a.docx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(tmp_path / "a.docx")], check=True, capture_output=True, timeout=120)
    assert read_document(tmp_path / f"a.{ending}").text == report


def test_the_one_report_in_an_archive_is_the_document(tmp_path: Path, report: str) -> None:
    pdf = formats.write_pdf(report, tmp_path / "a.pdf").read_bytes()
    data = packed(
        {"附件/报告.pdf": pdf, "附件/盖章页.jpg": b"\xff\xd8\xff" + bytes(99), "__MACOSX/._x": b"x"}
    )
    document = read_bytes(data)
    assert document.text == report
    assert document.media_type == "application/pdf"


def test_several_reports_in_an_archive_are_named() -> None:
    with pytest.raises(ReadError, match=r"2023\.txt") as caught:
        read_bytes(packed({"2022.txt": "二〇二二年报告", "2023.txt": "二〇二三年报告"}))
    assert caught.value.code == "several_reports"


def test_an_archive_without_a_report_says_why() -> None:
    assert code_of(packed({"a.jpg": b"\xff\xd8\xff" + bytes(99)})) == "needs_ocr"
    assert code_of(packed({})) == "empty"


def test_paths_that_lead_out_of_the_folder_are_only_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert read_bytes(packed({"../../evil.txt": "报告正文", "/etc/": b""})).text == "报告正文"
    assert list(tmp_path.iterdir()) == []
    assert not (tmp_path.parent.parent / "evil.txt").exists()


def test_archives_in_archives_are_opened_to_a_depth_and_share_the_limits() -> None:
    inner = packed({"a.txt": "报告正文"})
    assert read_bytes(packed({"b.zip": inner})).text == "报告正文"
    for _ in range(6):
        inner = packed({"b.zip": inner})
    assert code_of(inner) == "too_large"
    wide = packed({f"{n}.zip": packed({"a.bin": bytes(3_000_000)}) for n in range(5)})
    assert code_of(wide, Limits(unpacked_bytes=2_000_000)) == "too_large"


def test_an_archive_with_a_password_is_encrypted() -> None:
    data = bytearray(packed({"a.txt": "报告正文"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert code_of(bytes(data)) == "encrypted"


needs_libarchive = pytest.mark.skipif(not documents_rar.available(), reason="needs libarchive")


@needs_libarchive
def test_the_one_report_in_a_rar_archive_is_the_document(tmp_path: Path, report: str) -> None:
    pdf = formats.write_pdf(report, tmp_path / "a.pdf").read_bytes()
    document = read_bytes(rar({"附件/报告.pdf": pdf, "附件/盖章页.jpg": b"\xff\xd8\xff" + bytes(99)}))
    assert document.text == report
    assert code_of(rar({"2022.txt": "二〇二二年报告".encode(), "2023.txt": "二〇二三年".encode()})) == (
        "several_reports"
    )


@needs_libarchive
def test_a_rar_archive_keeps_within_the_limits(tmp_path: Path) -> None:
    many = rar({f"{number}.txt": b"" for number in range(30)})
    assert code_of(many, Limits(members=20)) == "too_large"
    assert code_of(rar({"a.txt": bytes(3_000_000)}), Limits(unpacked_bytes=2_000_000)) == "too_large"
    cut = rar({"a.txt": "报告正文".encode() * 500})
    assert code_of(cut[: len(cut) // 2]) == "unreadable"
    assert code_of(b"Rar!\x1a\x07\x01\x00" + bytes(200)) in {"unreadable", "empty"}


def test_without_libarchive_a_rar_archive_says_what_would_open_it(monkeypatch: pytest.MonkeyPatch) -> None:
    # The library is found once a process: to be without it takes asking anew.
    documents_rar._library.cache_clear()
    monkeypatch.setitem(sys.modules, "libarchive", None)
    try:
        with pytest.raises(ReadError, match="libarchive would open it") as caught:
            read_bytes(rar({"a.txt": "报告正文".encode()}))
    finally:
        documents_rar._library.cache_clear()
    assert caught.value.code == "archive_unread"
