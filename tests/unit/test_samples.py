"""The samples in raw/: invented, complete, consistent but for what is wrong on purpose."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from pipelines.catalogue.indicators import indicators
from pipelines.catalogue.regions import Region, Regions
from pipelines.documents.reading import read_document
from pipelines.sources.origin import read_origin
from pipelines.sources.scan import scan
from tests.samples import expected
from tests.samples.compose import Report, reports
from tests.samples.figures import series_of
from tests.samples.make import make
from tests.samples.phrasing import characters, plain

RAW = Path(__file__).parents[2] / "raw"
SUMS = [
    ("复议收到", ("复议受理", "不予受理", "案前化解")),
    ("复议办理", ("复议受理", "复议结转")),
    ("复议办理", ("复议审结", "复议未结")),
    ("复议审结", ("维持", "驳回", "终止", "复议调解", "撤销", "确认违法", "责令履行")),
    ("复议纠错", ("撤销", "确认违法", "责令履行")),
    ("清理文件", ("保留文件", "修改文件", "废止文件")),
    ("应诉案件", ("一审案件", "二审案件")),
]


def place(report: Report) -> Path:
    return RAW / str(report.year) / report.district / f"{report.stem}.{report.format}"


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("report", reports(), ids=lambda r: f"{r.district}-{r.year}-{r.stem}")
def test_raw_holds_what_the_generator_makes(report: Report) -> None:
    assert squeezed(read_document(place(report)).text) == squeezed(report.text)
    origin = read_origin(place(report))
    assert origin is not None
    assert (origin.region_code, origin.report_year, origin.title) == (
        report.district,
        report.year,
        report.title,
    )
    assert "虚构" in (origin.note or "")


def test_raw_holds_nothing_else(tmp_path: Path) -> None:
    made = {file.relative_to(tmp_path).as_posix() for file in make(tmp_path)}
    found = scan(RAW)
    assert {file.relative for file in found} == made
    assert [file.problem for file in found if file.problem] == []


def test_text_files_are_the_same_bytes(tmp_path: Path) -> None:
    for file in make(tmp_path):
        if file.suffix in (".txt", ".html"):
            assert file.read_bytes() == (RAW / file.relative_to(tmp_path)).read_bytes()


def test_the_same_bytes_each_time(tmp_path: Path) -> None:
    first, second = make(tmp_path / "a"), make(tmp_path / "b")
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in second]


def test_length_and_density_are_those_of_a_report() -> None:
    for report in reports():
        if report.stem == "annual-report":
            assert 3800 <= len(report.text) <= 6000
            assert 60 <= len(report.facts) <= 110


def test_six_years_of_two_districts_in_four_formats() -> None:
    annual = [report for report in reports() if report.stem == "annual-report"]
    assert sorted((r.district, r.year) for r in annual) == [
        (district, year) for district in ("990101", "990102") for year in range(2019, 2025)
    ]
    assert {report.format for report in annual} == {"txt", "html", "pdf", "docx"}
    assert [(r.district, r.year) for r in reports() if r.stem == "work-plan"] == [("990102", 2024)]


def test_the_places_are_invented_and_found_from_the_text_alone() -> None:
    official = {name for region in Regions.load().all() for name in (region.name, region.full_name)}
    regions = Regions.load(RAW / "regions.csv")
    for report in reports():
        assert report.name.endswith("（示例）")
        assert report.name.removesuffix("（示例）") not in official
        found = regions.resolve(title=None, publisher=None, text=report.text, year=report.year)
        assert isinstance(found, Region)
        assert found.code == report.district


@pytest.mark.parametrize("district", ["990101", "990102"])
def test_the_figures_add_up(district: str) -> None:
    series = series_of(district)
    for whole, parts in SUMS:
        for year, value in series[whole].values.items():
            assert value == sum(series[part].values[year] for part in parts), (whole, year)
    for year in range(2019, 2025):
        assert series["复议结转"].values[year] == series["复议未结"].values[year - 1]
    for part, whole in (("调解成功", "调解案件"), ("整改问题", "发现问题"), ("败诉案件", "应诉审结")):
        assert all(series[part].values[year] <= value for year, value in series[whole].values.items())


def test_every_fact_is_of_the_catalogue() -> None:
    assert {fact.indicator for fact in expected.facts()} <= set(indicators())


def test_reports_contradict_each_other_only_where_they_mean_to() -> None:
    stated = defaultdict(set)
    for fact in expected.facts():
        if (fact.measure, fact.status, fact.breakdown, fact.comparator) == ("level", "actual", None, "="):
            stated[fact.region_code, fact.indicator, fact.period].add(fact.value)
    rounded = {key for key, values in stated.items() if max(values) - min(values) > 0.005 * max(values)}
    assert rounded == {("990101", "mediation.cases", 2020)}


def test_rates_follow_from_their_counts_but_for_one() -> None:
    wrong = []
    for report in reports():
        levels = {
            f.indicator: f.value for f in report.facts if (f.measure, f.period) == ("level", report.year)
        }
        cases, good = levels.get("mediation.cases"), levels.get("mediation.succeeded")
        rate = levels.get("mediation.success_rate")
        if (
            report.stem == "annual-report"
            and cases
            and good
            and rate
            and abs(100 * good / cases - rate) > 0.01
        ):
            wrong.append((report.district, report.year))
    assert wrong == [("990102", 2023)]


def test_the_contradictions_have_names() -> None:
    assert set(expected.contradictions()) == {"last_year_mediation_cases", "wrong_success_rate"}


def test_the_series_of_reconsideration() -> None:
    rows = expected.series("reconsideration.received")
    assert rows[0] == ("槐川县（示例）", "2019", 51)
    assert rows[-1] == ("澜湾区（示例）", "2024", 177)
    assert len(rows) == 12


@pytest.mark.parametrize("report", reports(), ids=lambda r: f"{r.district}-{r.year}-{r.stem}")
def test_the_facts_stand_in_the_text(report: Report) -> None:
    text = report.text.replace(",", "")
    for fact in report.facts:
        value = abs(fact.value)
        shown = {plain(value), plain(value / 10000)} | ({characters(int(value))} if value < 100 else set())
        assert any(form in text for form in shown), fact
