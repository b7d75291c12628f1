"""What is no report, hosts that misbehave, folders that cannot be written: each costs one file."""

from __future__ import annotations

import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from pipelines.sources.scan import scan
from tests.loopback import Answer, Site
from tests.unit.sources.pulled import PDF, codes, run


@pytest.mark.parametrize(
    ("path", "content", "media_type", "says"),
    [
        ("/a.pdf", b"<html><title>x</title></html>", "application/pdf", "web page came instead of .pdf"),
        ("/a.docx", b"<!DOCTYPE html><p>404</p>", "text/html", "web page came instead of .docx"),
        ("/a.pdf", b"MZ\x90\x00" + b"\x00" * 60, "application/pdf", "not .pdf"),
        ("/a.html", "<title>404 页面不存在</title>".encode(), "text/html; charset=utf-8", "error page"),
        ("/a.html", b"", "text/html", "empty"),
    ],
)
def test_what_is_not_a_report_is_not_stored(
    site: Site, tmp_path: Path, path: str, content: bytes, media_type: str, says: str
) -> None:
    site.page(path, content, media_type)
    site.page("/good.html", "<p>good</p>")
    report = run(tmp_path, [{"address": site.url(path)}, {"address": site.url("/good.html")}])
    assert codes(report) == ["source_mismatch"]
    assert says in report.problems[0].message
    assert [file.name for file in report.stored] == ["127.0.0.1-good.html"]


def test_a_document_is_known_by_its_bytes(site: Site, tmp_path: Path) -> None:
    site.page("/download?id=1", PDF, "application/octet-stream")
    report = run(tmp_path, [{"address": site.url("/download?id=1")}])
    assert [file.suffix for file in report.stored] == [".pdf"]


def stall(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Length", "100")
    request.end_headers()
    request.wfile.write(b"<p>")
    request.wfile.flush()
    time.sleep(3)


def drip(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    for _ in range(60):
        request.wfile.write(b"<p>")
        request.wfile.flush()
        time.sleep(0.1)


def drip_headers(request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(60):
        request.wfile.write(f"X-{number}: 1\r\n".encode())
        request.wfile.flush()
        time.sleep(0.1)


def flood(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    for _ in range(10_000):
        request.wfile.write(b"x" * 10_000)


def break_off(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Length", "100")
    request.end_headers()
    request.wfile.write(b"<p>half")


def boast(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Length", str(10**12))
    request.end_headers()


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (stall, "source_error"),
        (drip, "source_error"),
        (drip_headers, "source_error"),
        (flood, "too_large"),
        (break_off, "source_error"),
        (boast, "too_large"),
    ],
)
def test_a_misbehaving_host_costs_one_file(site: Site, tmp_path: Path, answer: Answer, code: str) -> None:
    site.answers["/bad.html"] = answer
    site.page("/good.html", "<p>good</p>")
    report = run(tmp_path, [{"address": site.url("/bad.html")}, {"address": site.url("/good.html")}])
    assert codes(report) == [code]
    assert report.problems[0].path == site.url("/bad.html")
    assert [file.name for file in report.stored] == ["127.0.0.1-good.html"]
    assert [file.relative for file in scan(tmp_path)] == ["2023/411002/127.0.0.1-good.html"]


def test_a_passing_fault_is_tried_again(site: Site, tmp_path: Path) -> None:
    times: list[int] = []

    def answer(request: BaseHTTPRequestHandler) -> None:
        times.append(1)
        request.send_response(503 if len(times) == 1 else 200)
        request.send_header("Content-Length", "8")
        request.end_headers()
        request.wfile.write(b"<p>a</p>")

    site.answers["/a.html"] = answer
    report = run(tmp_path, [{"address": site.url("/a.html")}])
    assert (len(report.stored), report.problems) == (1, ())


def test_a_missing_page_says_so(site: Site, tmp_path: Path) -> None:
    report = run(tmp_path, [{"address": site.url("/gone.html")}])
    assert codes(report) == ["source_error"]
    assert "HTTP 404" in report.problems[0].message
    assert not report.offline


def test_an_index_without_matching_links_says_so(site: Site, tmp_path: Path) -> None:
    site.page("/list.html", "<a href='/a.html'>别的</a>")
    report = run(tmp_path, [], [{"address": site.url("/list.html"), "link_text": "年度报告", "year": 2023}])
    assert codes(report) == ["source_mismatch"]


def test_with_the_network_down_it_says_so(site: Site, tmp_path: Path) -> None:
    closed = site.url("/a.html").replace(str(site.port), "1")
    report = run(tmp_path, [{"address": closed}, {"address": "http://no-such-host.invalid/a.html"}])
    assert codes(report) == ["source_unreachable", "source_unreachable"]
    assert report.offline
    assert report.stored == ()


def test_a_raw_folder_that_cannot_be_written_is_a_problem(site: Site, tmp_path: Path) -> None:
    site.page("/a.html", "<p>a</p>")
    (tmp_path / "2023").write_text("in the way", encoding="utf-8")
    report = run(tmp_path, [{"address": site.url("/a.html")}])
    assert codes(report) == ["io_error"]
