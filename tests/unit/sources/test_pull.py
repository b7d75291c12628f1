"""Pulling from a real web server on loopback: pages, lists, attachments, revisions."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
import yaml

from pipelines.sources.origin import read_origin
from pipelines.sources.pull import PullReport, pull
from pipelines.sources.scan import scan
from pipelines.sources.sources_file import read_sources
from tests.loopback import Site
from tests.unit.sources.pulled import PDF, QUICK, run


def test_a_report_is_stored_as_received_with_its_record(site: Site, tmp_path: Path) -> None:
    content = "<html><body><p>２０２３年度报告</p></body></html>".encode("gb18030")
    site.page("/zwgk/report.html", content, "text/html; charset=gb2312")
    entry = {"address": site.url("/zwgk/report.html"), "title": "2023年度报告", "publisher": "甲区政府"}
    report = run(tmp_path, [entry])
    (file,) = report.stored
    assert file.parent == tmp_path / "2023" / "411002"
    assert file.read_bytes() == content
    origin = read_origin(file)
    assert origin is not None
    assert (str(origin.source_url), origin.title, origin.publisher) == (
        entry["address"],
        "2023年度报告",
        "甲区政府",
    )
    assert (origin.region_code, origin.report_year, origin.etag) == ("411002", 2023, f'"{hash(content)}"')
    (scanned,) = scan(tmp_path)
    assert scanned.sha256 == origin.sha256
    assert (report.problems, report.offline) == ((), False)


INDEX = """<a href="/2022.html">甲区2022年法治政府建设年度报告</a>
<a href="2023.html" title="x">甲区2023年法治政府建设年度报告</a>
<a href="/2023.html#top">甲区2023年法治政府建设年度报告</a>
<a href="/other.html">甲区2023年预算公开</a> <a href="javascript:void(0)">2023年法治政府建设年度报告</a>
<a href="/list2.html">下一页</a>"""


def test_an_index_its_pages_and_attachments(site: Site, tmp_path: Path) -> None:
    site.page("/list.html", INDEX)
    site.page(
        "/list2.html",
        '<a href="/2021.html">甲区2021年法治政府建设年度报告</a><a href="/list3.html">下一页</a>',
    )
    for year in (2021, 2022, 2023):
        site.page(f"/{year}.html", f"<html><p>{year}</p></html>")
    site.page(
        "/2023.html",
        '<p>2023</p><a href="/files/a.pdf">附件：统计表</a><a href="http://elsewhere.example/b.pdf">b</a>',
    )
    site.page("/files/a.pdf", PDF, "application/octet-stream")
    index = {"address": site.url("/list.html"), "link_text": r"(?P<year>20\d\d)年法治政府建设", "pages": 2}
    report = run(tmp_path, [], [index])
    assert [problem.message for problem in report.problems] == []
    stored = sorted(file.relative_to(tmp_path).as_posix() for file in report.stored)
    assert stored == [
        "2021/411002/127.0.0.1-2021.html",
        "2022/411002/127.0.0.1-2022.html",
        "2023/411002/127.0.0.1-2023.html",
        "2023/411002/127.0.0.1-a.pdf",
    ]
    assert "/list3.html" not in site.paths()
    assert "/other.html" not in site.paths()
    attached = read_origin(tmp_path / "2023/411002/127.0.0.1-a.pdf")
    assert attached is not None
    assert attached.title == "附件：统计表"
    assert site.url("/2023.html") in (attached.note or "")


ARTICLE = """<html><head><meta name="ArticleTitle" content="甲区2023年法治政府建设年度报告">
<meta name="ContentSource" content="甲区司法局"><meta name="PubDate" content="2024-03-05 10:00"></head>
<body><p>第一页</p><a href="/files/b.docx">统计表</a>%s</body></html>"""


@pytest.mark.parametrize(
    "paging",
    ["<a href='t1_1.html'>下一页</a>", '<script>createPageHTML(2, 0, "t1", "html");</script>'],
)
def test_an_article_of_several_pages_is_taken_whole(site: Site, tmp_path: Path, paging: str) -> None:
    site.page("/a/t1.html", ARTICLE % paging)
    site.page("/a/t1_1.html", '<p>第二页</p><script>createPageHTML(2, 1, "t1", "html");</script>')
    site.page("/files/b.docx", b"PK\x03\x04" + bytes(60), "application/octet-stream")
    first = run(tmp_path, [{"address": site.url("/a/t1.html")}])
    assert [file.name for file in first.stored] == [
        "127.0.0.1-t1.html",
        "127.0.0.1-b.docx",
        "127.0.0.1-t1_1.html",
    ]
    records = [read_origin(file) for file in first.stored]
    assert {record.publisher for record in records if record} == {"甲区司法局"}
    assert {str(record.published_on) for record in records if record} == {"2024-03-05"}
    assert [record.title for record in records if record] == [
        "甲区2023年法治政府建设年度报告",
        "统计表",
        "甲区2023年法治政府建设年度报告",
    ]
    assert [(record.note or "").rpartition(" ")[2] for record in records if record] == [
        "",
        site.url("/a/t1.html"),
        site.url("/a/t1.html"),
    ]
    second = run(tmp_path, [{"address": site.url("/a/t1.html")}])
    assert (second.stored, second.unchanged) == ((), 3)


def test_an_article_that_leads_on_for_ever_stops(site: Site, tmp_path: Path) -> None:
    for number in range(80):
        site.page(f"/{number}.html", f"<p>{number}</p><a href='/{number + 1}.html'>下一页</a>")
    report = run(tmp_path, [{"address": site.url("/0.html")}])
    assert len(report.stored) == 50


def test_a_list_whose_pages_a_script_links_is_gone_through(site: Site, tmp_path: Path) -> None:
    link = "<a href='{}.html'>甲区{}年法治政府建设年度报告</a>"
    paging = "<script>createPageHTML(2, {}, 'index', 'html')</script>"
    site.page("/list/index.html", link.format(2022, 2022) + paging.format(0))
    site.page("/list/index_1.html", link.format(2023, 2023) + paging.format(1))
    for year in (2022, 2023):
        site.page(f"/list/{year}.html", f"<p>{year}</p>")
    index = {"address": site.url("/list/index.html"), "link_text": r"(?P<year>20\d\d)年法治", "pages": 9}
    report = run(tmp_path, [], [index])
    assert [file.name for file in report.stored] == ["127.0.0.1-2022.html", "127.0.0.1-2023.html"]


def test_pictures_that_stand_for_the_text_are_taken_and_others_are_not(site: Site, tmp_path: Path) -> None:
    shown = "<a href='/'>首页</a><img src='/images/logo.png'><img src='./W01.jpg'><img src='W02.png'>"
    site.page("/a/t1.html", f"<h1>2023年报告</h1>{shown}")
    site.page("/a/t2.html", f"<p>{'区政府办理行政复议案件。' * 60}</p>{shown}")
    site.page("/a/W01.jpg", b"\xff\xd8\xff" + bytes(60), "image/jpeg")
    site.page("/a/W02.png", b"\x89PNG\r\n" + bytes(60), "image/png")
    report = run(tmp_path, [{"address": site.url("/a/t2.html")}])
    assert [file.name for file in report.stored] == ["127.0.0.1-t2.html"]
    report = run(tmp_path, [{"address": site.url("/a/t1.html")}])
    assert [file.name for file in report.stored] == [
        "127.0.0.1-t1.html",
        "127.0.0.1-W01.jpg",
        "127.0.0.1-W02.png",
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.rar", b"Rar!\x1a\x07\x01\x00"), ("a.7z", b"7z\xbc\xaf\x27\x1c"), ("a.rtf", b"{\\rtf1 report}")],
)
def test_attachments_keep_the_ending_of_what_they_are(
    site: Site, tmp_path: Path, name: str, content: bytes
) -> None:
    site.page("/t.html", f"<p>报告</p><a href='/{name}'>附件</a>")
    site.page(f"/{name}", content, "application/octet-stream")
    report = run(tmp_path, [{"address": site.url("/t.html")}])
    assert [file.name for file in report.stored] == ["127.0.0.1-t.html", f"127.0.0.1-{name}"]


def test_the_second_pull_keeps_a_revision_beside_the_old(site: Site, tmp_path: Path) -> None:
    entries = [{"address": site.url("/a.html")}, {"address": site.url("/b.html")}]
    site.page("/a.html", "<p>收到申请12件</p>")
    site.page("/b.html", "<p>不变</p>")
    first = run(tmp_path, entries)
    before = {file: file.read_bytes() for file in first.stored}
    site.page("/a.html", "<p>收到申请13件</p>")
    second = run(tmp_path, entries)
    assert [file.name for file in second.stored] == ["127.0.0.1-a~2.html"]
    assert second.revised == second.stored
    assert second.unchanged == 1
    assert {file: file.read_bytes() for file in first.stored} == before
    third = run(tmp_path, entries)
    assert (third.stored, third.unchanged) == ((), 2)
    asked = [headers for path, headers in site.asked if path == "/a.html"]
    assert "If-None-Match" not in asked[0]
    assert asked[2]["If-None-Match"] == f'"{hash("<p>收到申请13件</p>".encode())}"'


def test_a_host_that_ignores_conditions_gives_no_second_copy(site: Site, tmp_path: Path) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "14")
        request.end_headers()
        request.wfile.write(b"<p>the same</p>"[:14])

    site.answers["/a.html"] = answer
    run(tmp_path, [{"address": site.url("/a.html")}])
    again = run(tmp_path, [{"address": site.url("/a.html")}])
    assert (again.stored, again.unchanged) == ((), 1)


def test_nothing_enabled_asks_nothing(site: Site, tmp_path: Path) -> None:
    report = run(tmp_path, [{"address": site.url("/a.html"), "enabled": False}])
    assert report == PullReport()
    assert site.asked == []


def test_only_the_years_asked_for(site: Site, tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text(
        yaml.safe_dump(
            {
                "reports": [
                    {
                        "address": site.url(f"/{y}.html"),
                        "region": "411002",
                        "year": y,
                        "private_hosts": ["127.0.0.1"],
                    }
                    for y in (2022, 2023)
                ]
            }
        ),
        encoding="utf-8",
    )
    site.page("/2023.html", "<p>2023</p>")
    report = pull(tmp_path, read_sources(tmp_path / "sources.yaml"), limits=QUICK, years=[2023])
    assert [file.name for file in report.stored] == ["127.0.0.1-2023.html"]
    assert site.paths() == ["/2023.html"]
