"""Years that a sentence passes on its way: steps of a change, a span's own years, those that news tell of."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, read, rows, told


def test_the_years_that_a_rate_came_through_rule_nothing_behind_them() -> None:
    rows = told("行政机关败诉率由2021年的12.3%、2022年的10.1%降到8.7%，负责人出庭应诉率99.1%。")
    assert Told("litigation.head_appearance_rate", 99.1) in rows
    assert Told("litigation.lost_rate", 8.7) in rows


def test_a_change_is_of_the_year_that_was_named_out_of_a_span() -> None:
    rows = told("2020年至2023年，调解纠纷5.83万件；其中2023年调解1.61万件，较上年增长4.5%。")
    assert Told("mediation.cases", 4.5, "change_pct") in rows


def test_a_loosely_named_count_is_the_one_told_before_and_leads_back_to_the_year_before() -> None:
    rows = told("受理行政调解案件386件，成功351件。与去年同期的342件相比，受理数增加44件。")
    assert Told("mediation.administrative_cases", 44, "change_abs") in rows
    assert Told("mediation.administrative_cases", 342, period="2022") in rows
    assert "mediation.cases" not in {row.indicator for row in rows}


@pytest.mark.parametrize(
    "opening",
    [
        "11月16日，示例市市场监督管理局召开新闻通气会，通报2023年“铁拳”行动进展。",
        "“办案方式变了。”6月4日，市生态环境局在发布会上介绍，2023年全市出动执法人员1.36万人次。",
        "记者从市司法局获悉热线满一年。据同步发布的数据，2023年全市受理法律援助案件2417件。",
    ],
)
def test_news_are_of_the_year_that_the_meeting_told_of(opening: str) -> None:
    extraction = read(f"示例市召开新闻发布会\n{opening}立案164件，罚款1187万元。")
    assert extraction.report.report_year == 2023


def test_a_year_in_which_something_is_to_be_done_is_not_the_one_told_of() -> None:
    text = (
        "示例州召开生态环境执法新闻发布会\n6月4日，州生态环境局在发布会上介绍，2023年检查企业512家次。\n"
        "2024年，检查家次拟比上年压减5%以上。"
    )
    assert read(text).report.report_year == 2023


@pytest.mark.parametrize(("words", "period"), [("全年", "2022"), ("", "2022/2023")])
def test_a_whole_year_since_the_year_before_is_that_year(words: str, period: str) -> None:
    text = "示例省公布火灾隐患\n示例日报2023年1月8日讯\n2022年以来，为保安全，{}检查627家次，发现隐患475处。"
    found = rows(read(text.format(words)))
    assert {row.period for row in found} == {period}
    assert {row.value for row in found} == {627, 475}


def test_a_year_that_is_multiplied_rules_nothing_behind_it() -> None:
    rows = told("2023年收到行政复议申请1208件，是2021年（203件）的近6倍；受理1093件。")
    assert Told("reconsideration.accepted", 1093) in rows
