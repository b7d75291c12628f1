"""What ends: a list behind its last part, a body behind its clause, a plan behind what was done."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, parts, told

_RECEIVED = "收到行政复议申请139件，其中行政处罚62件、政府信息公开24件"


def test_behind_a_list_of_kinds_a_sentence_is_of_what_it_was_before() -> None:
    rows = told(f"全年{_RECEIVED}，受理125件，审结118件，维持60件。")
    assert {row for row in rows if row.breakdown is None} == {
        Told("reconsideration.received", 139),
        Told("reconsideration.accepted", 125),
        Told("reconsideration.concluded", 118),
        Told("reconsideration.upheld", 60),
    }


def test_two_topics_in_one_name_are_one_kind() -> None:
    rows = told("全年行政应诉84件，其中行政复议后应诉21件。审结80件。")
    assert Told("litigation.concluded", 80) in rows


@pytest.mark.parametrize(
    ("sentence", "total"),
    [
        ("公安、交通分别作出行政处罚126件、98件，全年行政处罚共计386件。", 386),
        ("应急部门作出行政处罚12件，农业农村部门作出行政处罚8件，共作出行政处罚86件。", 86),
    ],
)
def test_behind_the_parts_of_bodies_the_total_is_of_all(sentence: str, total: float) -> None:
    assert Told("enforcement.penalties", total) in told(sentence)


def test_what_every_county_did_is_a_part_of_its_city() -> None:
    rows = told(
        "全市办理行政复议案件820件。各县（市、区）办理行政复议案件560件。",
        title="示例市2023年法治政府建设情况报告",
    )
    assert rows == {
        Told("reconsideration.cases_handled", 820),
        Told("reconsideration.cases_handled", 560, breakdown="各县（市、区）"),
    }


def test_who_serves_villages_ends_behind_a_semicolon() -> None:
    rows = told("律师86名，其中38名担任村居法律顾问；办理民事案件1260件，刑事案件126件。")
    assert {Told("lawyer.civil_cases", 1260), Told("lawyer.criminal_cases", 126)} <= rows


def test_what_was_done_is_no_kind_of_the_sentence_before() -> None:
    rows = told("受理行政复议案件102件。从执法领域看，全年作出行政处罚86件、行政许可12件。")
    assert rows == {
        Told("reconsideration.accepted", 102),
        Told("enforcement.penalties", 86),
        Told("enforcement.licences", 12),
    }


def test_papers_made_in_several_years_are_of_those_years_unless_they_are_sorted() -> None:
    made = told("2020年至2022年制定的规范性文件共38件。")
    assert made == {Told("normative.issued", 38, period="2020/2022")}


def test_a_plan_is_not_what_was_done() -> None:
    rows = told("法律援助案件承办量计划达到500件，实际办理386件。")
    assert rows == {Told("legal_aid.cases", 386)}


def test_a_change_is_of_the_year_that_it_names() -> None:
    rows = told(
        "2021年、2022年、2023年分别受理行政复议申请120件、130件、143件，2022年同比增长8.3%，2023年同比增长10%。"
    )
    assert {row for row in rows if row.measure != "level"} == {
        Told("reconsideration.accepted", 8.3, "change_pct", period="2022"),
        Told("reconsideration.accepted", 10, "change_pct", period="2023"),
    }


def test_years_that_nobody_can_tell_hold_to_the_end_of_the_sentence() -> None:
    assert told("全市法院三年共审结一审行政案件3961件，其中判决驳回1426件，撤诉1129件。") == set()


def test_the_kinds_right_behind_those_settled_are_of_all_taken_on_where_these_are_told() -> None:
    rows = told("全年调解矛盾纠纷980件，调解成功961件，其中邻里纠纷412件、婚姻家庭纠纷286件。")
    assert Told("mediation.cases", 412, breakdown="邻里纠纷") in rows
    alone = told("全年调解成功矛盾纠纷961件，其中邻里纠纷412件、婚姻家庭纠纷286件。")
    assert Told("mediation.succeeded", 412, breakdown="邻里纠纷") in alone


def test_a_threshold_that_several_bodies_pass_is_no_figure_of_theirs() -> None:
    rows = told("南岭区、北塘区两家法院新收一审行政案件数超过100件。", title="示例市2023年行政审判白皮书")
    assert rows == set()


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("城管执法局劝导占道经营3260起，简易程序处罚1280起，罚款126万元。", "城管执法局"),
        ("住建局核发施工许可证86份，罚款126万元。", "住建局"),
        ("交通执法部门检查车辆1260辆次，罚款126万元。", "交通执法部门"),
    ],
)
def test_a_body_that_opens_a_sentence_by_what_it_does_holds_to_its_end(sentence: str, body: str) -> None:
    assert Told("enforcement.fines", 1_260_000, breakdown=body) in told(sentence)


def test_the_court_of_a_city_is_none_of_the_governments_bodies() -> None:
    assert told("市中级人民法院受理一审行政案件820件，审结760件，调解率18.4%。") == set()


def test_a_share_of_a_kind_that_no_count_is_told_of_states_nothing() -> None:
    rows = told("受理行政复议案件102件，行政处罚案件中公安占62.5%。")
    assert rows == {Told("reconsideration.accepted", 102)}


def test_what_was_closed_is_no_kind_of_what_was_opened() -> None:
    text = "立案查处违法案件1286宗，其中超限612宗、其他674宗，结案1263宗。"
    assert parts(text, "enforcement.cases_opened") == {None: 1286, "超限": 612, "其他": 674}
