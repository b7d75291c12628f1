"""Saved pages of government sites: charset, main text, tables, what the page says of itself."""

from __future__ import annotations

import pytest

from pipelines.documents.html import decode_page
from pipelines.documents.limits import Limits, ReadError
from pipelines.documents.reading import read_bytes
from pipelines.model import Document

PARAGRAPH = "全年共审查规范性文件17件，提出修改意见53条，组织执法人员培训6场次，评查案卷312卷。"


def page(body: str, head: str = "", encoding: str = "utf-8") -> Document:
    return read_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(encoding))


def rows(document: Document) -> list[list[str]]:
    (table,) = document.tables
    return [line.split("\t") for line in document.text[table.start : table.end].split("\n")]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("GBK", "gbk"),
        ("utf-8", "utf-8"),
        ("big5", "big5"),
        (None, "gb18030"),
        (None, "utf-8"),
        ("utf-8", "gb18030"),
        ("gb2312", "utf-8"),
        ("no-such-charset", "gb18030"),
    ],
)
def test_the_charset_is_the_declared_one_unless_the_bytes_say_otherwise(
    declared: str | None, encoding: str
) -> None:
    text = "全年受理申請八十六件" if encoding == "big5" else "全年受理申请八十六件"
    meta = f'<meta charset="{declared}">' if declared else ""
    decoded = decode_page(f"<html><head>{meta}</head><body><p>{text * 20}".encode(encoding))
    assert text * 20 in decoded.text
    assert decoded.replaced == 0


def test_a_character_beyond_gb2312_in_a_page_that_declares_it_is_kept() -> None:
    document = page(f"<p>{PARAGRAPH}堃、喆、〇、€</p>", '<meta charset="gb2312">', "gb18030")
    assert document.text.endswith("堃、喆、〇、€")
    assert document.problems == ()


def test_known_container_is_the_text_and_the_rest_of_the_page_is_not() -> None:
    links = "".join(f'<li><a href="#">2024年第{n}号公告共{n}件</a></li>' for n in range(30))
    document = page(
        f'<div class="list"><ul>{links}</ul></div>'
        f'<div class="TRS_Editor"><p>{PARAGRAPH}</p><p>特此报告。</p></div>'
        "<p>版权所有：临江区政府 电话：12345678</p>"
    )
    assert document.text.split("\n") == [PARAGRAPH, "特此报告。"]


def test_without_a_known_container_the_densest_block_is_the_text() -> None:
    links = "".join(f'<a href="#">专题{n}（{n}件）</a>' for n in range(40))
    document = page(
        f"<table><tr><td>{links}</td></tr><tr><td><div class='a1'><div>{PARAGRAPH}<br><br>"
        f"　　{PARAGRAPH}</div></div></td></tr></table><div>{links}</div>"
    )
    assert document.text.split("\n") == [PARAGRAPH, PARAGRAPH]
    assert document.tables == ()


@pytest.mark.parametrize(
    "line",
    [
        "您现在的位置：首页 > 政务公开 > 年度报告",
        "当前位置: 首页 &gt;&gt; 通知",
        "浏览次数：4321",
        "发布时间：2025-03-01 来源：区司法局 点击数：88",
        "【打印本页】【关闭窗口】",
        "上一篇：2022年度报告",
        "主办单位：临江区人民政府办公室 备案序号 电话：0100-1234",
        "京ICP备05012345号-1",
    ],
)
def test_furniture_of_the_page_is_left_out(line: str) -> None:
    assert page(f"<div><p>{line}</p><p>{PARAGRAPH}</p></div>").text == PARAGRAPH


def test_a_long_paragraph_is_never_furniture() -> None:
    text = f"主办单位：{PARAGRAPH * 4}电话：12345"
    assert page(f"<p>{text}</p>").text == text


def test_navigation_and_footer_by_their_class_are_left_out() -> None:
    document = page(
        f'<div class="topnav"><p>共36个部门</p><div class="inner-menu"><p>9</p></div></div><p>{PARAGRAPH}</p>'
        '<div id="pageFooter"><p>总访问 12345 人</p></div>'
    )
    assert document.text == PARAGRAPH


def test_a_table_keeps_rows_cells_and_spans() -> None:
    document = page(
        f"<p>{PARAGRAPH}</p><table><thead><tr><th rowspan=2>单位</th><th colspan=2>案件（件）</th></tr>"
        "<tr><th>收到</th><th>审结</th></tr></thead><tbody><tr><td>区公安<br>分局</td><td>12</td><td>\n11\n</td></tr>"
        "<tr><td>区城管局</td><td>3</td><td></td></tr></tbody></table>"
    )
    assert rows(document) == [
        ["单位", "案件（件）"],
        ["收到", "审结"],
        ["区公安分局", "12", "11"],
        ["区城管局", "3", ""],
    ]
    places = {
        document.text[cell.start : cell.end]: (cell.row, cell.column, cell.row_span, cell.column_span)
        for cell in document.tables[0].cells
    }
    assert places["单位"] == (0, 0, 2, 1)
    assert places["案件（件）"] == (0, 1, 1, 2)
    assert places["审结"] == (1, 2, 1, 1)
    assert places["11"] == (2, 2, 1, 1)


def test_a_table_that_lays_out_the_page_is_paragraphs() -> None:
    document = page(f"<table><tr><td>目录</td><td><p>{PARAGRAPH * 5}</p><p>特此报告。</p></td></tr></table>")
    assert document.tables == ()
    assert document.text.split("\n")[-2:] == [PARAGRAPH * 5, "特此报告。"]


def test_line_breaks_of_the_source_and_inline_elements_do_not_cut_a_paragraph() -> None:
    document = page(
        "<p>全年共受理\n   申请<b>8</b><span>6</span>件，\n<font>审结74件</font>。Annual\nreport</p>"
    )
    assert document.text == "全年共受理申请86件，审结74件。Annual report"


def test_scripts_comments_and_hidden_elements_are_no_text() -> None:
    document = page(
        f"<script>var n = 99;</script><style>p{{}}</style><!-- 88件 --><p>{PARAGRAPH}</p>"
        '<p style="display: none">隐藏77件</p>'
    )
    assert document.text == PARAGRAPH


def test_meta_tags_say_title_publisher_date_and_address() -> None:
    hints = page(
        f"<p>{PARAGRAPH}</p>",
        '<title>临江区政府</title><meta name="ArticleTitle" content="2023年度法治政府建设年度报告">'
        '<meta name="ContentSource" content="临江区司法局"><meta name="PubDate" content="2024-3-5 10:22">'
        '<meta name="Url" content="https://example.org/a.html">',
    ).hints
    assert hints.title == "2023年度法治政府建设年度报告"
    assert hints.publisher == "临江区司法局"
    assert hints.published_on == "2024-03-05"
    assert hints.source_url == "https://example.org/a.html"


def test_without_meta_tags_the_line_under_the_headline_says_it() -> None:
    hints = page(f"<h3>报告</h3><p>来源：临江区司法局 发布日期：2024年3月5日</p><p>{PARAGRAPH}</p>").hints
    assert hints.publisher == "临江区司法局"
    assert hints.published_on == "2024-03-05"


def test_a_headline_outside_the_container_opens_the_text_once() -> None:
    head = "<title>临江区2023年法治政府建设年度报告_临江区人民政府</title>"
    outside = page(f'<h1>临江区2023年法治政府建设年度报告</h1><div id="zoom"><p>{PARAGRAPH}</p></div>', head)
    inside = page(f'<div id="zoom"><h1>临江区2023年法治政府建设年度报告</h1><p>{PARAGRAPH}</p></div>', head)
    assert outside.text == inside.text == f"临江区2023年法治政府建设年度报告\n{PARAGRAPH}"


def test_deep_nesting_is_refused_before_parsing() -> None:
    with pytest.raises(ReadError) as caught:
        page("<div>" * 200_000 + PARAGRAPH)
    assert caught.value.code == "too_large"


def test_nesting_within_the_limit_is_read() -> None:
    assert page("<div>" * 1_500 + PARAGRAPH + "</div>" * 1_500).text == PARAGRAPH


def test_many_unclosed_paragraphs_and_cells_are_not_nesting() -> None:
    body = f"<p>{PARAGRAPH}" * 3_000
    assert len(page(body).text.split("\n")) == 3_000
    with pytest.raises(ReadError):
        read_bytes(b"<html><body>" + b"<div>" * 51, Limits(nesting=50))


@pytest.mark.parametrize("body", ["", "<div></div>", "<script>alert(1)</script>"])
def test_a_page_without_text_is_empty(body: str) -> None:
    with pytest.raises(ReadError) as caught:
        page(body)
    assert caught.value.code == "empty"


def codes(document: Document) -> list[str]:
    return [problem.code for problem in document.problems]


def test_a_page_whose_report_is_attached_says_so() -> None:
    link = '<a href="/files/P020240301.pdf">2023年度法治政府建设报告.pdf</a>'
    document = page(f'<h1>关于报送报告的通知</h1><div id="zoom"><p>附件：{link}</p></div>')
    assert codes(document) == ["only_attached"]
    assert "2023年度法治政府建设报告.pdf" in document.problems[0].message
    assert codes(page(f'<div id="zoom"><p>{PARAGRAPH * 6}</p><p>附件：{link}</p></div>')) == []


@pytest.mark.parametrize("source", ["./W020240301_1.jpg", "data:image/jpeg;base64,/9j/4AAQ"])
def test_a_report_shown_as_pictures_needs_ocr(source: str) -> None:
    with pytest.raises(ReadError) as caught:
        page(f'<h1>2023年报告</h1><div class="TRS_Editor"><p><img src="{source}"></p></div>')
    assert caught.value.code == "needs_ocr"
    ornament = f'<p>{PARAGRAPH}</p><img src="/images/ewm.png"><img src="{source}">'
    assert page(f"{ornament}<p>{PARAGRAPH * 5}</p>").text.startswith(PARAGRAPH)
    assert page('<p>特此报告。</p><img src="/images/ewm.png">').text == "特此报告。"


@pytest.mark.parametrize(
    "paging",
    [
        '<div class="page"><a href="t1_1.html">下一页</a></div>',
        '<script>createPageHTML(3, 0, "t20240301_12", "html");</script>',
    ],
)
def test_one_page_of_an_article_says_that_it_goes_on(paging: str) -> None:
    assert codes(page(f'<div id="zoom"><p>{PARAGRAPH}</p></div>{paging}')) == ["goes_on_elsewhere"]


def test_a_page_of_its_own_does_not_go_on() -> None:
    body = f'<div id="zoom"><p>{PARAGRAPH}</p></div><script>createPageHTML(1, 0, "t1", "html")</script>'
    assert codes(page(body + '<a href="#">下一页</a>')) == []


def test_a_page_to_print_and_one_laid_out_by_tables_give_the_text_alone() -> None:
    """Old sites: no charset, upper case, tables in tables, <br> for paragraphs, a line of buttons."""
    text = "<BR>　　".join([PARAGRAPH, "（一）依法决策。全年召开会议12次。", PARAGRAPH])
    wanted = [PARAGRAPH, "（一）依法决策。全年召开会议12次。", PARAGRAPH]
    laid_out = (
        "<HTML><BODY><TABLE WIDTH=1000><TR><TD><A HREF=/>首页</A> <A HREF=/1>政务公开</A></TD></TR><TR><TD>"
        "<TABLE><TR><TD>字体：[大 中 小]</TD></TR><TR><TD><FONT SIZE=4>　　" + text + "</FONT></TD></TR>"
        "<TR><TD>【打印本页】【关闭窗口】</TD></TR></TABLE></TD></TR>"
        "<TR><TD>版权所有：临江区政府 电话：12345678</TD></TR></TABLE>"
    )
    close = "<a href='javascript:window.close()'>关闭</a>"
    printed = f"<html><body onload='window.print()'><p>　　{text}</p>{close}</body>"
    for markup in (laid_out, printed):
        document = read_bytes(markup.encode("gbk"))
        assert [line.strip("　") for line in document.text.split("\n")] == wanted
