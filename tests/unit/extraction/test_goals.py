"""Goals: what a figure is measured by, what was planned, what is only done by plan."""

from __future__ import annotations

import pytest

from pipelines.model import Status
from tests.unit.extraction.told import Told, of, read, reasons, rows, told

AID, INSPECTED = "legal_aid.cases", "enforcement.inspections"


@pytest.mark.parametrize(
    "words",
    ["完成目标任务210件的125.2%", "占年度任务210件的125.2%", "超额完成全年目标任务数210件的125.2%"],
)
def test_what_a_figure_is_measured_by_is_a_goal(words: str) -> None:
    text = f"全年办理法律援助案件263件，{words}。"
    assert of(AID, text) == {Told(AID, 263), Told(AID, 210, status="target")}
    assert reasons(text)["125.2%"] == "no_rule"


def test_a_change_behind_a_goal_is_of_the_figure_before_it() -> None:
    text = "全年办理法律援助案件263件，占年度任务210件的125.2%，同比增长8%。"
    assert Told(AID, 8, "change_pct") in told(text)


@pytest.mark.parametrize("words", ["完成公证事项210件", "完成目标任务走访210户的90%", "超过上年的210件"])
def test_what_is_only_done_or_of_another_unit_is_no_goal(words: str) -> None:
    rows = told(f"全年办理法律援助案件263件，{words}。")
    assert Told(AID, 263) in rows
    assert {row.status for row in rows} == {"actual"}


@pytest.mark.parametrize("words", ["年度计划检查企业200家次", "年初计划检查200家次"])
def test_what_was_planned_is_a_target_of_the_year(words: str) -> None:
    rows = of(INSPECTED, f"{words}，实际检查企业212家次。")
    assert rows == {Told(INSPECTED, 200, status="target"), Told(INSPECTED, 212)}


@pytest.mark.parametrize("words", ["按照计划，检查企业212家次", "检查企业212家次，计划检查完成率100%"])
def test_what_was_done_by_plan_is_no_target(words: str) -> None:
    assert of(INSPECTED, f"全年{words}。") == {Told(INSPECTED, 212)}


def test_what_was_set_for_the_year_in_quotes_is_a_goal() -> None:
    text = "年初确定民生实事，提出“全年办理法律援助案件1100件”，实际办理法律援助案件1284件，超额完成任务。"
    rows = {(row.value, row.status) for row in told(text) if row.indicator == "legal_aid.cases"}
    assert rows == {(1100, "target"), (1284, "actual")}


def test_what_a_plan_tells_of_how_things_stand_is_of_the_year_before() -> None:
    text = (
        "一、发展现状\n全市有公证机构6家，全年公证收费1364万元。\n二、主要目标\n2024年，公证机构增加到8家。"
    )
    assert told(text, title="示例市公共法律服务提质行动方案（2024年）") == {
        Told("notary.offices", 6, period="2023"),
        Told("notary.fees_collected", 13_640_000, period="2023"),
        Told("notary.offices", 8, period="2024", status="target"),
    }


def test_a_label_within_a_section_of_wants_and_plans_opens_the_plans() -> None:
    text = "六、问题和2024年打算\n问题：成功率仍只有90%的调委会有3个。\n打算：1.人民调解成功率保持在97%以上。"
    rate = Told("mediation.success_rate", 97, period="2024", status="target", comparator=">=")
    assert rate in told(text)


def test_a_heading_over_the_next_year_may_say_much_between_year_and_plan() -> None:
    text = "一、成效\n审核合同20份。\n二、2024年度推进法治政府建设的主要安排\n年内评查案卷240卷以上。"
    row = Told("enforcement.case_files_reviewed", 240, period="2024", status="target", comparator=">=")
    assert row in told(text)


@pytest.mark.parametrize("heading", ["下一步工作建议", "下步建议", "今后工作建议"])
def test_what_is_advised_for_the_time_to_come_has_not_happened(heading: str) -> None:
    rows = told(f"五、{heading}\n一是加大调解力度，行政复议调解率达到25%以上。")
    assert {(row.status, row.period) for row in rows} == {("target", "2024")}


def test_what_was_set_as_a_goal_behind_a_colon_is_none_of_what_was_reached() -> None:
    rows = told("下半年，市司法局定下目标：行政复议案件调解和解率稳在45%以上，负责人出庭率保持100%。")
    assert {(row.indicator, row.status) for row in rows} == {
        ("reconsideration.mediation_rate", "target"),
        ("litigation.head_appearance_rate", "target"),
    }


def test_whom_a_measure_is_for_is_no_goal() -> None:
    text = "下一步，行政复议纠错率要控制在18%以内，对纠错率超过20%的单位逐一约谈。"
    assert {row.value for row in of("reconsideration.correction_rate", text)} == {18}


def test_what_the_second_half_of_a_year_is_to_bring_is_a_goal() -> None:
    text = "上半年办理法律援助案件143件。下半年，我局将继续做好工作，全年法律援助案件办理不少于300件。"
    rows = {(row.value, row.status) for row in of("legal_aid.cases", text)}
    assert rows == {(143, "actual"), (300, "target")}


def test_what_the_next_year_is_to_bring_is_a_goal_of_it_in_whatever_paragraph() -> None:
    text = "全年办理法律援助案件1642件。据介绍，明年将继续降低援助门槛，力争全年法律援助办案突破1800件。"
    rows = {(row.value, row.period, row.status) for row in of("legal_aid.cases", text)}
    assert rows == {(1642, "2023", "actual"), (1800, "2024", "target")}


@pytest.mark.parametrize("heading", ["2024年预期", "2024年的几句话承诺"])
def test_what_is_promised_for_the_next_year_is_a_goal_of_it(heading: str) -> None:
    rows = told(f"一、成效\n审核合同20份。\n五、{heading}\n行政复议调解率达到30%以上。")
    assert Told("reconsideration.mediation_rate", 30, period="2024", status="target", comparator=">=") in rows


def test_what_a_meeting_asks_for_is_a_goal_of_the_year() -> None:
    asked = "会议要求，下半年要加大力度，监督覆盖率达到100%，隐患整改率达到95%。"
    assert told(asked) == {
        Told("enforcement.coverage_rate", 100, status="target"),
        Told("enforcement.rectification_rate", 95, status="target"),
    }
    said = "会议指出，全年监督覆盖率达到100%。"
    assert told(said) == {Told("enforcement.coverage_rate", 100)}


def test_what_news_say_of_the_rest_of_their_year_is_a_goal_of_that_year() -> None:
    news = (
        "示例市前三季度办案忙\n2023-10-18  来源：示例日报\n\n本报讯 前三季度，全市出动执法人员986人次。"
        "年底前，监督覆盖率要达到100%；第四季度还将联合公安部门开展联合执法不少于6次。"
    )
    goals = {(row.value, row.period) for row in rows(read(news)) if row.status == "target"}
    assert goals == {(100, "2023"), (6, "2023")}


@pytest.mark.parametrize(
    "text",
    [
        "10月起，12345热线群众诉求按时办结率须达到100%。",
        "建议市政府对砖瓦窑厂的12345热线诉求办结率年内达到100%。",
    ],
)
def test_what_must_be_reached_is_a_goal(text: str) -> None:
    assert told(text) == {Told("service.hotline_completion_rate", 100, status="target")}


def test_a_goal_among_the_deeds_promised_for_a_year_is_of_the_year_after() -> None:
    text = (
        "热线连着千家万户\n2022年全年接听电话3.2万通。全市有律师412人，办理诉讼案件5206件。\n"
        "2023年，法律援助案件办理量不少于1900件，被列入全市民生实事。"
    )
    assert {row.period for row in read(text).observations if row.status is Status.ACTUAL} == {"2022"}


def test_what_is_planned_of_documents_is_a_goal_to_the_end_of_its_list() -> None:
    found = told("计划废止规范性文件12件、修订9件。")
    assert {(row.indicator, row.value, row.status) for row in found} == {
        ("normative.repealed", 12, "target"),
        ("normative.amended", 9, "target"),
    }


def test_a_report_to_the_congress_that_only_looks_back_tells_what_was_done() -> None:
    found = told("行政复议受理53件，公开政府信息9910条。", title="示例县政府工作报告（2023年工作回顾）")
    assert {(row.value, row.status) for row in found} == {(53, "actual"), (9910, "actual")}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "法律援助列入民心工程，市里要求全年办案不少于300件，群众满意率达到95%以上。",
            Told("organisation.satisfaction_rate", 95),
        ),
        ("下半年负责人出庭率必须达到90%以上。", Told("litigation.head_appearance_rate", 90)),
        ("自二季度起，热线诉求按期办结率不得低于99.8%。", Told("service.hotline_completion_rate", 99.8)),
    ],
)
def test_what_somebody_asks_for_is_a_goal_of_the_year(text: str, row: Told) -> None:
    assert row._replace(status="target", comparator=">=") in told(text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("对照2024年安排，调委会要达到18个以上。", Told("mediation.committees", 18, comparator=">=")),
        (
            "2024年，要压降行政机关败诉率，力争控制在8%以内。",
            Told("litigation.lost_rate", 8, comparator="<="),
        ),
        ("建成星级规范化司法所6个，计划2024年达到12个。", Told("organisation.star_judicial_offices", 12)),
    ],
)
def test_a_goal_of_a_year_to_come_may_stand_behind_what_it_is_of(text: str, row: Told) -> None:
    assert row._replace(status="target", period="2024") in told(text)


def test_a_goal_behind_a_list_of_parts_is_not_of_the_last_part() -> None:
    rows = told("建成星级规范化司法所6个，其中五星级2个、三星级4个，计划2024年达到12个。")
    assert not [row for row in rows if row.status == "target" and row.breakdown]


@pytest.mark.parametrize("ahead", ["明年", "下一年度", "明年，", "来年"])
def test_what_the_next_year_is_to_bring_is_aimed_at(ahead: str) -> None:
    text = f"{ahead}全县法律援助机构办理法律援助案件需达到600件。"
    assert of(AID, text) == {Told(AID, 600, period="2024", status="target")}


def test_what_is_laid_for_the_next_year_is_no_outlook() -> None:
    text = "为明年打下基础，办理法律援助案件600件。"
    assert of(AID, text) == {Told(AID, 600)}


def test_what_a_rate_reaches_before_a_year_ends_is_a_goal() -> None:
    rows = told("全力推进“一网通办”，2023年底前政务服务事项网上可办率达到90%。")
    assert {row.status for row in rows} == {"target"}
    done = told("2023年底前已实现政务服务事项网上可办率达到90%。")
    assert {row.status for row in done} == {"actual"}


def test_what_is_wanted_of_a_year_that_goes_on_is_of_that_year() -> None:
    rows = told("今年以来，审结行政复议案件86件。\n下一步工作\n力争全年行政复议审结率达到95%以上。")
    assert {(row.value, row.period) for row in rows if row.status == "target"} == {(95, "2023")}


@pytest.mark.parametrize(
    ("title", "opening", "period"),
    [
        ("示例州2023年法治护航，绘就善治新图景", "展望2024，全州将下移重心，", "2024"),
        ("示例市司法局2023年上半年工作总结及下半年工作安排", "三、下半年安排\n下半年，一是", "2023"),
    ],
)
def test_what_comes_after_the_time_told_of_is_a_goal(title: str, opening: str, period: str) -> None:
    rows = told(f"2023年，办理法律援助案件116件。\n{opening}力争复议调解和解率达35%。", title=title)
    assert Told("reconsideration.mediation_rate", 35, period=period, status="target") in rows


def test_a_mark_that_was_passed_is_no_figure() -> None:
    assert reasons("调解纠纷702件，首次突破700件。")["700件"] == "benchmark"


def test_what_is_planned_behind_a_body_s_plan_is_of_no_one_body() -> None:
    text = "2024年，市本级计划检查企业430家次，组织执法人员培训不少于900人次。"
    rows = told(f"二、下一步工作安排\n{text}")
    assert {row.breakdown for row in rows if row.indicator == "enforcement.officers_trained"} == {None}
    assert {row.breakdown for row in rows if row.indicator == "enforcement.inspections"} == {"市本级"}


def test_half_a_year_after_the_reports_own_has_happened() -> None:
    text = "2022年全县收到行政复议申请135件。2023年上半年收到申请81件，办结58件。"
    found = rows(read(f"示例县2022年行政复议工作情况的报告\n\n{text}"))
    assert Told("reconsideration.received", 81, period="2023") in found
    assert {row.status for row in found} == {"actual"}
