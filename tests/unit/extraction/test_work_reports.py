"""Reports of a government to its congress: given in January, they tell of the year before or of five."""

from __future__ import annotations

from pipelines.model import ReportKind
from tests.unit.extraction.told import Told, read, told

GIVEN = "——2024年1月9日在示例县第十八届人民代表大会第四次会议上"


def test_such_a_report_tells_of_the_year_before_it_was_given() -> None:
    rows = told(
        f"{GIVEN}\n\n过去一年，我们坚持依法行政。行政复议收案53件，去年首次突破50件。\n\n"
        "2024年，要着力建设法治政府。人民调解成功率稳定在98%以上。",
        title="2024年示例县政府工作报告",
    )
    assert Told("reconsideration.received", 53) in rows
    aimed = {(row.indicator, row.period) for row in rows if row.status == "target"}
    assert aimed == {("mediation.success_rate", "2024")}


def test_what_was_done_in_five_years_is_of_the_five_and_what_stands_of_the_last() -> None:
    rows = told(
        f"{GIVEN}\n\n五年来，我们坚持依法行政。县政府常务会议集体学法58次。\n\n"
        "持证执法人员达到1016名，群众对法治建设满意率升至97.3%。",
        title="示例县政府工作报告（节选）",
    )
    assert Told("study.government_meeting_sessions", 58, period="2019/2023") in rows
    assert Told("enforcement.officers_certified", 1016) in rows
    assert Told("organisation.satisfaction_rate", 97.3) in rows


def test_a_review_that_names_its_year_is_of_that_year() -> None:
    text = "示例县政府工作报告（2023年工作回顾）\n\n行政复议受理53件，公开政府信息9910条。"
    extraction = read(text)
    assert extraction.report.report_year == 2023
    assert {row.status.value for row in extraction.observations} == {"actual"}


def test_an_excerpt_that_only_plans_has_goals_alone() -> None:
    text = f"{GIVEN}\n\n今年，我们要建设法治政府。人民调解成功率稳定在98%以上，行政许可事项控制在240项以内。"
    rows = told(text, title="示例县政府工作报告（节选）")
    assert rows
    assert {row.status for row in rows} == {"target"}


def test_a_report_on_the_rule_of_law_is_none_to_a_congress() -> None:
    facts = read("示例县2015年度推进依法行政建设法治政府工作报告\n\n审查政府合同27份。").report
    assert (facts.kind, facts.report_year) == (ReportKind.ANNUAL_REPORT, 2015)


def test_procurators_tell_deputies_of_the_year_before() -> None:
    text = "示例县人民检察院工作报告（2024年，摘录）\n各位代表：\n2023年，办理行政检察监督案件214件。"
    assert read(text).report.report_year == 2023
