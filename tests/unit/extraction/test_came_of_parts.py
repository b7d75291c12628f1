"""What came of each part of a list, told beside the part in its own unit."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import parts, reasons, told


def test_a_list_goes_on_behind_what_came_of_its_parts() -> None:
    text = "调解纠纷12846件，调解成功12602件。其中物业纠纷1204件，成功1161件；劳动争议800件，成功780件。"
    assert parts(text, "mediation.cases") == {None: 12846, "物业纠纷": 1204, "劳动争议": 800}
    assert parts(text, "mediation.succeeded") == {None: 12602, "物业纠纷": 1161, "劳动争议": 780}


@pytest.mark.parametrize(
    ("whole", "outcome", "of", "became"),
    [
        ("收到行政复议申请", "审结", "reconsideration.received", "reconsideration.concluded"),
        ("收到行政复议申请", "受理", "reconsideration.received", "reconsideration.accepted"),
        ("法律援助受理", "办结", "legal_aid.cases", "legal_aid.concluded"),
    ],
)
def test_parts_told_with_an_outcome_are_of_what_it_came_of(
    whole: str, outcome: str, of: str, became: str
) -> None:
    text = f"{whole}320件，{outcome}298件。其中甲类120件，{outcome}110件；乙类80件，{outcome}78件。"
    assert parts(text, of) == {None: 320, "甲类": 120, "乙类": 80}
    assert parts(text, became) == {None: 298, "甲类": 110, "乙类": 78}


def test_what_is_told_once_behind_a_list_is_of_no_part_of_it() -> None:
    text = "收到行政复议申请320件，其中处罚类120件，审结98件。"
    assert parts(text, "reconsideration.concluded") == {None: 98}


def test_parts_without_an_outcome_of_their_own_are_of_the_count_beside_them() -> None:
    text = "收到行政复议申请320件，审结298件。其中处罚类120件，许可类80件。"
    assert parts(text, "reconsideration.concluded") == {None: 298, "处罚类": 120, "许可类": 80}


def test_kinds_of_disputes_in_a_row_are_parts_and_what_is_told_behind_them_is_of_none() -> None:
    text = "调解医疗纠纷412件、婚姻纠纷87件、邻里纠纷21件，成功率98%。"
    assert parts(text, "mediation.cases") == {"医疗纠纷": 412, "婚姻纠纷": 87, "邻里纠纷": 21}
    assert parts(text, "mediation.success_rate") == {None: 98}


def test_what_was_found_is_of_all_checks_not_of_those_at_random_among_them() -> None:
    rows = told("检查企业4182家次，其中“双随机”抽查867家次，发现环境问题1213个，已完成整改1178个。")
    found = {row.indicator: row.breakdown for row in rows if row.value in (1213, 1178)}
    assert found == {"enforcement.violations_found": None, "enforcement.violations_rectified": None}


@pytest.mark.parametrize("name", ["撤销及确认违法", "维持或驳回诉讼请求"])
def test_several_outcomes_at_once_are_no_kind_of_the_cases(name: str) -> None:
    text = (
        f"行政复议工作。审结119件。审结的案件里，维持37件（31.1%）、终止48件（40.3%）、{name}16件（13.4%）。"
    )
    assert not [row for row in told(text) if row.value in (16, 13.4)]
    assert reasons(text)["16件"] == "composite"


def test_a_goal_of_another_field_is_of_no_part_before_it() -> None:
    text = "上年败诉率12%。新建省级民主法治示范村2个，将败诉率控制在10%以下。"
    assert parts(text, "litigation.lost_rate") == {None: 10}


def test_a_rate_that_only_its_change_told_is_of_no_part_before_it() -> None:
    text = "负责人出庭应诉156件，其中正职负责人19件，负责人出庭应诉率提高11.5个百分点，达到82.1%。"
    assert parts(text, "litigation.head_appearance_rate") == {None: 82.1}


def test_along_a_list_the_persons_beside_its_cases_are_passed_over() -> None:
    text = "防止民间纠纷引起自杀2件3人、民转刑案件14件、群体性上访27件910人。"
    assert parts(text, "mediation.escalations_prevented") == {
        "自杀": 2,
        "民转刑案件": 14,
        "群体性上访": 27,
    }
