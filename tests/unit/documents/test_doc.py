"""Binary Word documents: characters in the order of the piece table, tables, and what is left out."""

from __future__ import annotations

import shutil
import struct
import subprocess
from pathlib import Path

import pytest

from pipelines.documents.limits import ReadError
from pipelines.documents.reading import read_bytes, read_document
from tests import formats, word97
from tests.word97 import IN_TABLE, ROW_END, Paragraph

INNER = IN_TABLE + struct.pack("<HI", 0x6649, 2)


def read(*paragraphs: Paragraph) -> str:
    return read_bytes(word97.document(paragraphs)).text


def code_of(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data)
    return caught.value.code


@pytest.mark.parametrize("name", ["report.doc", "report.wps", "report.txt"])
def test_a_document_whose_pieces_lie_out_of_order_is_read_in_order(
    tmp_path: Path, report: str, name: str
) -> None:
    document = read_document(word97.write_doc(report + "\nAnnex 1: 86 cases", tmp_path / name))
    assert document.text == report + "\nAnnex 1: 86 cases"
    assert document.media_type == "application/msword"
    (table,) = document.tables
    assert [(cell.row, cell.column) for cell in table.cells] == [(r, c) for r in range(4) for c in range(3)]


def test_headers_are_left_out(tmp_path: Path) -> None:
    path = word97.write_doc("正文第一段\n正文第二段", tmp_path / "a.doc", header="内部资料 第88号")
    assert read_document(path).text == "正文第一段\n正文第二段"


def test_an_empty_cell_is_a_cell() -> None:
    rows = [*word97.row_of(["单位", "收到", "审结"]), *word97.row_of(["公安分局", "", "11"])]
    assert read(*rows) == "单位\t收到\t审结\n公安分局\t\t11"


def test_paragraphs_inside_a_cell_are_one_cell() -> None:
    row = word97.row_of(["单位", "说明"])
    assert read(Paragraph("区公安\r", IN_TABLE), *row) == "区公安单位\t说明"


def test_cells_that_are_wider_span_columns_and_cells_that_go_on_span_rows() -> None:
    def end(edges: list[int], merges: list[int]) -> Paragraph:
        count = len(merges)
        cells = b"".join(struct.pack("<H18x", merge << 5) for merge in merges)
        definition = struct.pack(f"<B{count + 1}h", count, *edges) + cells
        return Paragraph("\x07", ROW_END + struct.pack("<HH", 0xD608, len(definition) + 1) + definition)

    def cells(*texts: str) -> list[Paragraph]:
        return [Paragraph(f"{text}\x07", IN_TABLE) for text in texts]

    document = read_bytes(
        word97.document(
            [
                *cells("单位", "案件情况"),
                end([0, 2000, 6000], [3, 0]),
                *cells("", "收到", "审结"),
                end([0, 2000, 4000, 6000], [1, 0, 0]),
            ]
        )
    )
    found = {
        document.text[c.start : c.end]: (c.row, c.column, c.row_span, c.column_span)
        for c in document.tables[0].cells
    }
    assert found == {
        "单位": (0, 0, 2, 1),
        "案件情况": (0, 1, 1, 2),
        "收到": (1, 1, 1, 1),
        "审结": (1, 2, 1, 1),
    }


def test_a_nested_table_follows_its_own() -> None:
    inner_cell, inner_end = INNER + b"\x4b\x24\x01", INNER + b"\x4b\x24\x01\x4c\x24\x01"
    paragraphs = [
        Paragraph("外\x07", IN_TABLE),
        Paragraph("内甲\r", inner_cell),
        Paragraph("88\r", inner_cell),
        Paragraph("\r", inner_end),
        Paragraph("外尾\x07", IN_TABLE),
        word97.row_of(["", ""])[-1],
        Paragraph("后文\r"),
    ]
    assert read(*paragraphs) == "外\t外尾\n内甲\t88\n后文"


def test_field_codes_notes_and_pictures_are_no_text() -> None:
    line = "共受理\x13 REF a \x14八十\x13 PAGE \x15六\x15件\x02，\x01其中\x1e调解\x0b二十件\r"
    assert read(Paragraph(line)) == "共受理八十六件，其中-调解\n二十件"


def test_a_character_beyond_the_first_plane_is_kept() -> None:
    assert read(Paragraph("联系人李\U00020164\r")) == "联系人李\U00020164"


def test_a_password_is_told_and_so_is_an_older_format(tmp_path: Path) -> None:
    assert code_of(word97.write_doc("正文", tmp_path / "a.doc", encrypted=True).read_bytes()) == "encrypted"
    old = word97.document([Paragraph("正文\r")]).replace(b"\xec\xa5\xc1\x00", b"\xdc\xa5\x65\x00", 1)
    assert code_of(old) == "unknown_format"


def test_a_damaged_file_is_unreadable(report: str, tmp_path: Path) -> None:
    data = word97.write_doc(report, tmp_path / "a.doc").read_bytes()
    assert code_of(data[: len(data) // 2]) == "unreadable"
    assert code_of(data[:600]) == "unreadable"
    broken = bytearray(data)
    broken[512 + 0x1A2 : 512 + 0x1AA] = b"\xff" * 8
    assert code_of(bytes(broken)) == "unreadable"


def test_an_ole_file_of_another_kind_is_named(tmp_path: Path) -> None:
    assert code_of(word97.compound({"PowerPoint Document": bytes(5000)})) == "unknown_format"


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("antiword")), reason="needs LibreOffice and antiword"
)
def test_what_libreoffice_writes_reads_as_antiword_reads_it(tmp_path: Path, report: str) -> None:
    formats.write_docx(report, tmp_path / "a.docx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "doc", "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(tmp_path / "a.docx")], check=True, capture_output=True, timeout=120)
    shown = subprocess.run(
        ["antiword", "-m", "UTF-8.txt", "-w", "0", str(tmp_path / "a.doc")], check=True, capture_output=True
    )
    assert letters(read_document(tmp_path / "a.doc").text) == letters(shown.stdout.decode())


def letters(text: str) -> str:
    return "".join(character for character in text if not character.isspace() and character != "|")
