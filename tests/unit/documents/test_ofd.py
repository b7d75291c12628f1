"""OFD: placed characters become lines, tables and paragraphs as those of a PDF do."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from pipelines.documents.limits import Limits, ReadError
from pipelines.documents.reading import read_document
from tests import ofd_files


def one_page(tmp_path: Path, content: str) -> Path:
    path = ofd_files.write_ofd("占位", tmp_path / "a.ofd")
    layer = f"<ofd:Layer>{content}</ofd:Layer>"
    page = f"<ofd:Page {ofd_files.NAMESPACE}><ofd:Content>{layer}</ofd:Content></ofd:Page>"
    other = tmp_path / "b.ofd"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(other, "w") as target:
        for name in source.namelist():
            target.writestr(name, page if name.endswith("Content.xml") else source.read(name))
    return other


def code_of(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        read_document(path, limits or Limits())
    return caught.value.code


def test_an_ofd_gives_the_paragraphs_and_the_table_of_the_report(tmp_path: Path, report: str) -> None:
    document = read_document(ofd_files.write_ofd(report, tmp_path / "a.ofd"))
    assert document.text == report
    assert len(document.page_starts) > 1
    (table,) = document.tables
    assert [(cell.row, cell.column) for cell in table.cells] == [(r, c) for r in range(4) for c in range(3)]
    assert document.hints.title == "示例报告"


def test_steps_between_characters_may_be_listed_or_repeated(tmp_path: Path) -> None:
    text = (
        '<ofd:TextObject Boundary="30 40 100 8" Size="5"><ofd:TextCode X="0" Y="6" DeltaX="g 2 5 2.5 5">'
        "审结8件</ofd:TextCode></ofd:TextObject>"
    )
    assert read_document(one_page(tmp_path, text)).text == "审结8件"


def test_an_object_that_is_moved_and_scaled_stands_where_it_is_shown(tmp_path: Path) -> None:
    scaled = (
        '<ofd:TextObject Boundary="20 50 160 10" CTM="2 0 0 2 10 0" Size="2.8">'
        '<ofd:TextCode X="0" Y="2" DeltaX="g 3 2.8">第二行字</ofd:TextCode></ofd:TextObject>'
    )
    first, third = ofd_files.text_object("第一行字", 30, 40), ofd_files.text_object("第三行字", 30, 70)
    assert read_document(one_page(tmp_path, first + scaled + third)).text == "第一行字\n第二行字\n第三行字"


def test_a_damaged_number_does_not_stop_the_page(tmp_path: Path) -> None:
    odd = (
        '<ofd:TextObject Boundary="x y 1" CTM="1 nan" Size="inf">'
        '<ofd:TextCode X="a" DeltaX="g g">审结</ofd:TextCode></ofd:TextObject>'
    )
    assert "审结" in read_document(one_page(tmp_path, odd)).text


def test_pictures_only_need_ocr_and_blank_pages_are_empty(tmp_path: Path) -> None:
    picture = '<ofd:ImageObject Boundary="0 0 210 297" ResourceID="9"/>'
    assert code_of(one_page(tmp_path, picture)) == "needs_ocr"
    assert code_of(one_page(tmp_path, "")) == "empty"


def test_an_encrypted_file_is_told(tmp_path: Path, report: str) -> None:
    path = ofd_files.write_ofd(report, tmp_path / "a.ofd", extra={"Encryptions.xml": b"<x/>"})
    assert code_of(path) == "encrypted"


def test_a_bomb_and_too_many_pages_are_refused(tmp_path: Path, report: str) -> None:
    bomb = ofd_files.write_ofd(report, tmp_path / "a.ofd", extra={"Doc_0/Res/a.bin": bytes(40_000_000)})
    assert code_of(bomb) == "too_large"
    assert code_of(ofd_files.write_ofd(report, tmp_path / "b.ofd"), Limits(pages=1)) == "too_large"


def test_a_file_without_its_parts_is_unreadable(tmp_path: Path) -> None:
    path = one_page(tmp_path, "")
    path.write_bytes(path.read_bytes().replace(b"Page_0/Content.xml", b"Page_9/Content.xml"))
    assert code_of(path) == "unreadable"
