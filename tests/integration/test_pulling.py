"""``fazhi pull`` and a run over published reports: a site on loopback is asked as a government's would be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from pipelines.sources.origin import read_origin
from tests import formats
from tests.integration.place import PLACES, Place, report_text
from tests.loopback import Site, serving

CODE, NAME = next(iter(PLACES.items()))


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


def publish(site: Site, year: int, received: int) -> None:
    paragraphs = "".join(
        f"<p>　　{line}</p>" for line in report_text(NAME, year, received).split("\n") if line
    )
    meta = f'<meta name="PubDate" content="{year + 1}-02-05 09:30">'
    body = f'<div id="zoom">{paragraphs}</div><a href="/f/{year}.pdf">附件</a>'
    page = f"<html><head>{meta}</head><body>{body}</body></html>"
    site.page(f"/{year}.html", page.encode("gbk"), "text/html")


def fill(site: Site, place: Place, folder: Path) -> None:
    """Publish a list of two pages with a report on each, one of them with an attachment that is there."""
    link = "<a href='/{0}.html'>{0}年度法治政府建设情况报告</a>"
    site.page("/list/index.html", link.format(2023) + "<script>createPageHTML(2,0,'index','html')</script>")
    site.page("/list/index_1.html", link.format(2024))
    publish(site, 2023, 100)
    publish(site, 2024, 120)
    pdf = formats.write_pdf("2024年统计表说明，全年办理行政处罚案件77件。", folder / "a.pdf").read_bytes()
    site.page("/f/2024.pdf", pdf, "application/pdf")
    listed = {
        "address": site.url("/list/index.html"),
        "link_text": r"(?P<year>20\d\d)年度法治政府建设",
        "region": CODE,
        "publisher": f"{NAME}人民政府",
        "pages": 5,
        "private_hosts": ["127.0.0.1"],
    }
    (place.raw / "sources.yaml").write_text(yaml.safe_dump({"indexes": [listed]}), encoding="utf-8")


@pytest.mark.slow
def test_pulling_fills_raw_and_a_correction_shows_as_a_revision(
    site: Site, place: Place, tmp_path: Path
) -> None:
    fill(site, place, tmp_path)
    first = place.fazhi("pull", "--raw", str(place.raw))
    assert first.returncode == 0, first.stderr
    files = sorted(file.relative_to(place.raw).as_posix() for file in place.raw.glob("20*/*/*"))
    assert [name for name in files if not name.endswith(".origin.yaml")] == [
        f"2023/{CODE}/127.0.0.1-2023.html",
        f"2024/{CODE}/127.0.0.1-2024.html",
        f"2024/{CODE}/127.0.0.1-2024.pdf",
    ]
    assert "新增 new 3，更新 revised 0" in first.stdout
    assert "HTTP 404" in first.stderr
    origin = read_origin(place.raw / f"2024/{CODE}/127.0.0.1-2024.html")
    assert origin is not None
    assert (str(origin.source_url), origin.publisher) == (site.url("/2024.html"), f"{NAME}人民政府")
    assert (str(origin.published_on), origin.report_year) == ("2025-02-05", 2024)
    assert origin.sha256
    assert origin.etag
    assert origin.accessed_at

    publish(site, 2024, 126)
    second = place.fazhi("pull", "--raw", str(place.raw))
    assert "新增 new 0，更新 revised 1，未变 unchanged 2" in second.stdout
    assert (place.raw / f"2024/{CODE}/127.0.0.1-2024~2.html").is_file()

    # The run asks too: nothing is new, and what was pulled is read, both versions of it.
    done = place.run()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "下载 pulled" in done.stdout
    revised = place.query(
        "select value, other_value from revision where indicator = 'reconsideration.received' order by 1"
    )
    assert {frozenset(row) for row in revised} == {frozenset({120.0, 126.0})}
    assert place.query("select count(*) from report where source_url is not null") == [(4,)]


@pytest.mark.slow
def test_a_run_with_the_network_down_works_on_what_is_there(filled: Place) -> None:
    listed = {"address": "http://no-such-host.invalid/a.html", "region": CODE, "year": 2024}
    (filled.raw / "sources.yaml").write_text(yaml.safe_dump({"reports": [listed]}), encoding="utf-8")
    done = filled.run()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "no host could be reached" in done.stdout
    assert "source_unreachable" in done.stdout
    assert len(filled.received()) == 4


def test_a_mistake_in_the_list_of_sources_is_told(filled: Place) -> None:
    (filled.raw / "sources.yaml").write_text("reports:\n  - {address: x, region: '1'}\n", encoding="utf-8")
    for done in (filled.fazhi("pull", "--raw", str(filled.raw)), filled.run()):
        assert done.returncode == 1
        assert "sources.yaml" in done.stdout + done.stderr
        assert "Traceback" not in done.stdout + done.stderr
