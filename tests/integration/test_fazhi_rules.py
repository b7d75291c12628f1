"""``fazhi rules coverage`` and ``fazhi extract --explain`` as a person calls them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.place import Place

TEXT = (
    "示例县人民政府关于2023年度法治政府建设情况的报告\n\n"
    "全年收到行政复议申请126件。走访企业40家。\n累计走访企业50家，召开座谈会8次。\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "report.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_coverage_puts_the_wording_that_recurs_most_on_top(place: Place, report: Path) -> None:
    done = place.fazhi("rules", "coverage", str(report), "--most", "1")
    assert done.returncode == 0, done.stderr
    assert "1 / 4" in done.stdout
    assert "走访企业N家" in done.stdout
    assert "座谈会" not in done.stdout


def test_coverage_of_nothing_readable_fails_and_says_so(place: Place, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = place.fazhi("rules", "coverage", str(tmp_path))
    assert done.returncode == 1
    assert "no file could be read" in done.stderr


def test_explain_says_why_of_each_number(place: Place, report: Path) -> None:
    done = place.fazhi("extract", str(report), "--explain")
    shown = done.stdout.replace("\n", "")
    assert "规则 rule: reconsideration.received" in shown
    assert "未采用 left out: no_rule" in shown
