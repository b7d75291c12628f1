"""Word documents: what stands in the file is read once, in order, whatever wraps it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml

from pipelines.documents.limits import Limits, ReadError
from pipelines.documents.reading import read_bytes
from pipelines.model import Document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def written(fill: Callable[[WordDocument], object]) -> bytes:
    document = docx.Document()
    fill(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def read(fill: Callable[[WordDocument], object]) -> Document:
    return read_bytes(written(fill))


def with_body(xml: str) -> Document:
    """Read a document whose body holds ``xml``."""

    def fill(document: WordDocument) -> None:
        for element in parse_xml(f"<w:body {W}>{xml}</w:body>"):
            document.element.body.insert(len(document.element.body) - 1, element)

    return read(fill)


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_paragraphs_and_tables_come_in_order() -> None:
    def fill(document: WordDocument) -> None:
        document.add_heading("一、总体情况", 1)
        table = document.add_table(rows=2, cols=2)
        for cell, text in zip(table._cells, ["指标", "数量\n（件）", "复议", "86"], strict=True):
            cell.text = text
        document.add_paragraph("特此报告。")

    document = read(fill)
    assert document.text.split("\n") == ["一、总体情况", "指标\t数量（件）", "复议\t86", "特此报告。"]
    assert [document.text[c.start : c.end] for c in document.tables[0].cells] == [
        "指标",
        "数量（件）",
        "复议",
        "86",
    ]


def test_merged_cells_stand_once_with_their_spans() -> None:
    def fill(document: WordDocument) -> None:
        table = document.add_table(rows=3, cols=3)
        for row in range(3):
            for column in range(3):
                table.cell(row, column).text = f"{row}{column}"
        table.cell(0, 0).merge(table.cell(1, 0)).text = "单位"
        table.cell(0, 1).merge(table.cell(0, 2)).text = "案件"

    document = read(fill)
    assert document.text.split("\n") == ["单位\t案件", "11\t12", "20\t21\t22"]
    spans = {document.text[c.start : c.end]: (c.row_span, c.column_span) for c in document.tables[0].cells}
    assert spans["单位"] == (2, 1)
    assert spans["案件"] == (1, 2)
    columns = {document.text[c.start : c.end]: c.column for c in document.tables[0].cells}
    assert columns["11"] == 1
    assert columns["12"] == 2


def test_a_nested_table_follows_its_own_and_is_read_once() -> None:
    def fill(document: WordDocument) -> None:
        outer = document.add_table(rows=1, cols=2)
        outer.cell(0, 0).text = "外"
        inner = outer.cell(0, 1).add_table(rows=1, cols=2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "内甲", "88"

    document = read(fill)
    assert len(document.tables) == 2
    assert document.text.split("\n") == ["外\t", "内甲\t88"]


def test_a_text_box_is_read_once_though_the_file_holds_it_twice() -> None:
    box = f"<w:txbxContent>{paragraph('共计77件')}</w:txbxContent>"
    document = with_body(
        '<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
        'markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing>'
        f"{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
        "</w:r></w:p>"
    )
    assert document.text == "正文\n共计77件"


def test_insertions_links_tags_and_controls_are_read_and_deletions_are_not() -> None:
    document = with_body(
        "<w:p><w:r><w:t>受理</w:t></w:r><w:ins w:id='1' w:author='a'><w:r><w:t>八十</w:t></w:r></w:ins>"
        "<w:del w:id='2' w:author='a'><w:r><w:delText>七十</w:delText></w:r></w:del>"
        "<w:hyperlink><w:r><w:t>六</w:t></w:r></w:hyperlink>"
        "<w:smartTag><w:r><w:t>件</w:t></w:r></w:smartTag></w:p>"
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('控件内的段落')}</w:sdtContent></w:sdt>"
    )
    assert document.text == "受理八十六件\n控件内的段落"


def test_field_codes_are_no_text_and_their_results_are() -> None:
    document = with_body(
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>2024年</w:t></w:r>"
        "<w:r><w:tab/><w:t>3月</w:t><w:br/><w:t>另起</w:t></w:r></w:p>"
    )
    assert document.text == "2024年 3月\n另起"


def test_headers_and_footers_are_left_out() -> None:
    def fill(document: WordDocument) -> None:
        section = document.sections[0]
        section.header.paragraphs[0].text = "页眉 第88号"
        section.footer.paragraphs[0].text = "— 1 —"
        document.add_paragraph("正文")

    assert read(fill).text == "正文"


def test_footnotes_follow_the_body() -> None:
    data = io.BytesIO(written(lambda document: document.add_paragraph("正文")))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr(
            "word/footnotes.xml",
            f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0">{paragraph("线")}</w:footnote>'
            f'<w:footnote w:id="1">{paragraph("注：含调解12件。")}</w:footnote></w:footnotes>',
        )
    assert read_bytes(data.getvalue()).text == "正文\n注：含调解12件。"


def test_the_title_of_the_file_is_a_hint() -> None:
    def fill(document: WordDocument) -> None:
        document.core_properties.title = "2023年度报告"
        document.add_paragraph("正文")

    assert read(fill).hints.title == "2023年度报告"


def rewritten(data: bytes, name: str, content: bytes) -> bytes:
    source, target = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for item in source.namelist():
            archive.writestr(item, content if item == name else source.read(item))
    return target.getvalue()


def test_a_decompression_bomb_is_refused_by_its_directory() -> None:
    data = written(lambda document: document.add_paragraph("正文"))
    bomb = rewritten(data, "word/document.xml", b"<w>" + b" " * 60_000_000)
    with pytest.raises(ReadError) as caught:
        read_bytes(bomb, Limits(unpacked_bytes=50_000_000))
    assert caught.value.code == "too_large"
    with pytest.raises(ReadError, match="ratio") as caught:
        read_bytes(bomb)
    assert caught.value.code == "too_large"


def test_too_many_members_are_refused() -> None:
    data = io.BytesIO(written(lambda document: document.add_paragraph("正文")))
    with zipfile.ZipFile(data, "a") as archive:
        for number in range(200):
            archive.writestr(f"word/media/{number}.bin", b"")
    with pytest.raises(ReadError) as caught:
        read_bytes(data.getvalue(), Limits(members=100))
    assert caught.value.code == "too_large"


def test_external_entities_are_not_fetched() -> None:
    xml = (
        f'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "内部">]>'
        f"<w:document {W}><w:body>{paragraph('正文&x;&y;')}</w:body></w:document>"
    )
    data = rewritten(written(lambda document: document.add_paragraph("x")), "word/document.xml", xml.encode())
    assert read_bytes(data).text == "正文"


def test_entities_that_multiply_are_refused() -> None:
    laughs = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    xml = (
        f'<!DOCTYPE w [<!ENTITY e0 "哈哈哈哈">{laughs}]>'
        f"<w:document {W}><w:body>{paragraph('&e8;')}</w:body></w:document>"
    )
    data = rewritten(written(lambda document: document.add_paragraph("x")), "word/document.xml", xml.encode())
    with pytest.raises(ReadError) as caught:
        read_bytes(data)
    assert caught.value.code == "too_large"


def test_deeply_nested_xml_is_refused() -> None:
    deep = f"<w:document {W}><w:body>" + "<w:sdt>" * 5_000 + "</w:sdt>" * 5_000 + "</w:body></w:document>"
    data = rewritten(
        written(lambda document: document.add_paragraph("x")), "word/document.xml", deep.encode()
    )
    with pytest.raises(ReadError) as caught:
        read_bytes(data)
    assert caught.value.code == "too_large"


def test_a_truncated_file_is_unreadable() -> None:
    data = written(lambda document: document.add_paragraph("正文" * 1000))
    with pytest.raises(ReadError) as caught:
        read_bytes(data[: len(data) // 2])
    assert caught.value.code == "unreadable"


def test_a_damaged_member_is_unreadable() -> None:
    data = bytearray(written(lambda document: document.add_paragraph("正文" * 1000)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        offset = archive.getinfo("word/document.xml").header_offset
    data[offset + 80 : offset + 120] = bytes(40)
    with pytest.raises(ReadError) as caught:
        read_bytes(bytes(data))
    assert caught.value.code == "unreadable"


def test_a_password_protected_office_file_is_encrypted() -> None:
    ole = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512)
    )
    with pytest.raises(ReadError) as caught:
        read_bytes(ole)
    assert caught.value.code == "encrypted"
