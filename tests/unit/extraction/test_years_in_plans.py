"""The years of plans, and of what is aimed at, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, of, told

CASES = "legal_aid.cases"
PLAN = "示例县2024年法治政府建设工作要点"


def test_in_a_plan_what_was_done_is_no_goal() -> None:
    text = "（三）2023年，全县开展宣传活动，办理法律援助案件476件。2024年办理法律援助案件500件以上。"
    assert of(CASES, text, title=PLAN) == {
        Told(CASES, 476),
        Told(CASES, 500, period="2024", status="target", comparator=">="),
    }


def test_in_a_plan_this_year_is_the_year_that_it_looks_back_on() -> None:
    text = "2023年，办理行政复议案件305件，其中本年受理288件、2022年结转17件；审结281件。"
    assert {row.period for row in told(text, title=PLAN)} == {"2023"}


def test_the_state_at_the_end_of_a_year_is_no_goal() -> None:
    text = "截至2023年末，全县现有规模稳定，在岗行政执法人员387名。"
    (row,) = of("enforcement.officers_total", text, title=PLAN)
    assert (row.value, row.period, row.status) == (387, "2023", "actual")


def test_in_a_plan_what_stands_under_a_heading_of_last_year_has_been_done() -> None:
    text = (
        "一、2023年工作成效回顾\n（一）法律援助。办理法律援助案件476件。\n"
        "二、2024年工作要点\n（一）法律援助。办理法律援助案件500件以上。"
    )
    assert of(CASES, text, title=PLAN) == {
        Told(CASES, 476),
        Told(CASES, 500, period="2024", status="target", comparator=">="),
    }


@pytest.mark.parametrize("words", ["新的一年", "明年", "下一年度", "来年"])
def test_what_the_next_year_is_to_bring_is_a_goal(words: str) -> None:
    text = f"一、存在的不足和下步安排\n{words}，要办理法律援助案件500件以上。"
    assert {(row.period, row.status) for row in of(CASES, text)} == {("2024", "target")}


def test_what_is_proposed_for_a_year_is_aimed_at() -> None:
    text = "建议2024年：一是力争全市行政复议调解和解率达到20%以上。编制年度检查计划，拟检查企业1200户次。"
    aims = {(row.value, row.period) for row in told(text) if row.status == "target"}
    assert aims == {(20, "2024"), (1200, "2023")}


def test_what_one_figure_is_to_become_says_nothing_of_the_next() -> None:
    text = "网办率达到96.8%，2024年力争达到98%以上；政务服务事项按时办结率99.6%。"
    assert Told("service.on_time_rate", 99.6) in told(text)
    assert Told("service.online_rate", 98, period="2024", status="target", comparator=">=") in told(text)
