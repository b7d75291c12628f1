"""Goals: what a figure is measured by, what was planned, what is only done by plan."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, of, reasons, told

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
