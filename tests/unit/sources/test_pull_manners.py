"""Where a pull may go: redirects, private addresses, robots rules, pauses, certificates."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from pipelines.sources.answers import FetchError, PullLimits
from pipelines.sources.fetch import Fetcher
from tests.loopback import Site
from tests.unit.sources.pulled import QUICK, codes, run


def test_redirects_are_followed_to_where_they_may_lead(site: Site, tmp_path: Path) -> None:
    site.status("/old", 302, "/new.html")
    site.page("/new.html", "<p>新址</p>")
    report = run(tmp_path, [{"address": site.url("/old")}])
    assert [file.read_text(encoding="utf-8") for file in report.stored] == ["<p>新址</p>"]


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("http://localhost:{port}/secret", "source_refused"),
        ("http://169.254.169.254/latest/meta-data", "source_refused"),
        ("http://10.0.0.1/", "source_refused"),
        ("http://[::ffff:10.0.0.1]/", "source_refused"),
        ("http://0.0.0.0:{port}/secret", "source_refused"),
        ("file:///etc/passwd", "source_refused"),
        ("/start", "source_error"),
        ("//[::1", "source_error"),
    ],
)
def test_redirects_that_may_not_be_followed(site: Site, tmp_path: Path, location: str, code: str) -> None:
    site.status("/start", 302, location.format(port=site.port))
    site.page("/secret", "<p>secret</p>")
    report = run(tmp_path, [{"address": site.url("/start")}])
    assert codes(report) == [code]
    assert report.stored == ()
    assert "/secret" not in site.paths()


def test_a_private_address_is_asked_only_where_its_source_names_it(site: Site, tmp_path: Path) -> None:
    site.page("/a.html", "<p>a</p>")
    report = run(tmp_path, [{"address": site.url("/a.html"), "private_hosts": []}])
    assert codes(report) == ["source_refused"]
    assert site.asked == []


def test_endless_redirects_stop(site: Site, tmp_path: Path) -> None:
    for number in range(20):
        site.status(f"/{number}", 302, f"/{number + 1}")
    report = run(tmp_path, [{"address": site.url("/0")}])
    assert codes(report) == ["source_error"]
    assert len(site.paths()) <= QUICK.redirects + 1


def test_robots_rules_are_kept(site: Site, tmp_path: Path) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /private/\n", "text/plain")
    site.page("/private/a.html", "<p>a</p>")
    site.page("/open.html", "<p>b</p>")
    report = run(tmp_path, [{"address": site.url("/private/a.html")}, {"address": site.url("/open.html")}])
    assert codes(report) == ["source_refused"]
    assert "robots" in report.problems[0].message
    assert site.paths() == ["/open.html"]


def test_a_host_is_given_the_pause_it_asks_for(site: Site) -> None:
    site.page("/robots.txt", "User-agent: *\nCrawl-delay: 7\n", "text/plain")
    site.page("/a.html", "<p>a</p>")
    pauses: list[float] = []
    limits = PullLimits(pause=2, longest_pause=30, wait=0.01)
    with Fetcher(limits, sleep=pauses.append) as fetcher:
        fetcher.get(site.url("/a.html"), private_hosts=["127.0.0.1"])
        fetcher.get(site.url("/a.html"), private_hosts=["127.0.0.1"])
    assert [round(pause) for pause in pauses] == [7, 7]


@pytest.mark.skipif(shutil.which("openssl") is None, reason="makes its certificate with openssl")
def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    making = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *subject]
    subprocess.run([*making, "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with socket.create_server(("127.0.0.1", 0)) as server, Fetcher(QUICK) as fetcher:
        threading.Thread(target=shake_hands, args=(server, context), daemon=True).start()
        with pytest.raises(FetchError, match="certificate") as caught:
            fetcher.get(f"https://localhost:{server.getsockname()[1]}/", private_hosts=["localhost"])
    assert caught.value.code == "source_refused"


def shake_hands(server: socket.socket, context: ssl.SSLContext) -> None:
    with suppress(OSError):
        connection, _ = server.accept()
        context.wrap_socket(connection, server_side=True).close()


def test_an_invalid_address_is_refused() -> None:
    with Fetcher(QUICK) as fetcher, pytest.raises(FetchError, match="not an address") as caught:
        fetcher.get("http://ho\x00st/")
    assert caught.value.code == "source_refused"
