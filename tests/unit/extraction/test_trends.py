"""Changes: the wordings of a comparison, and the level that its figures speak of where no words say it."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, reasons, told

RECEIVED, OPENED, LOST = "reconsideration.received", "enforcement.cases_opened", "litigation.lost_rate"


# what words say
# ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "相较于2022年上升12%",
        "相比上年上升12%",
        "对比去年上升12%",
        "与上年比上升12%",
        "和上年相比上升12%",
        "同比大幅上升12%",
        "较上一年度略升12%",
        "首次突破80件，同比上升12%",
    ],
)
def test_a_rise_on_the_year_before(words: str) -> None:
    rows = told(f"新收行政复议案件86件，{words}。")
    assert Told(RECEIVED, 12, "change_pct") in rows
    assert Told(RECEIVED, 86) in rows


@pytest.mark.parametrize("words", ["较2021年上升12%", "比前年上升12%", "比2019年的40件多了46件"])
def test_another_year_than_the_one_before_is_no_change_on_the_year(words: str) -> None:
    assert not [row for row in told(f"新收行政复议案件86件，{words}。") if row.measure.startswith("change")]


@pytest.mark.parametrize("words", ["同比增加9件、11.7%", "同比增加9件（11.7%）"])
def test_a_change_told_as_a_number_and_as_a_rate(words: str) -> None:
    rows = told(f"新收行政复议案件86件，{words}。")
    assert {Told(RECEIVED, 9, "change_abs"), Told(RECEIVED, 11.7, "change_pct")} <= rows


def test_a_rate_below_the_one_of_the_year_before_fell_by_points() -> None:
    rows = told("行政诉讼案件败诉率为6.2%，低于上年1.3个百分点。")
    assert Told(LOST, -1.3, "change_abs") in rows


def test_a_rate_above_the_average_of_others_is_no_change() -> None:
    rows = told("行政诉讼案件败诉率为6.2%，低于全省平均1.3个百分点。")
    assert {row.measure for row in rows} == {"level"}


def test_more_than_a_number_of_times_is_no_round_number() -> None:
    rows = told("新收行政复议案件86件，比上年的80件多了6件。")
    assert {Told(RECEIVED, 80, period="2022"), Told(RECEIVED, 6, "change_abs")} <= rows


def test_a_comparison_that_opens_the_sentence_holds_for_its_changes() -> None:
    rows = told("作出行政处罚决定9843件。与2022年相比，案件数减少2112件，降幅17.7%。")
    penalties = "enforcement.penalties"
    assert {Told(penalties, -2112, "change_abs"), Told(penalties, -17.7, "change_pct")} <= rows


def test_what_something_was_cut_down_to_is_a_level() -> None:
    rows = told("新收行政复议案件由上年的98件压减为86件，同比减少12件。")
    assert {Told(RECEIVED, 98, period="2022"), Told(RECEIVED, 86), Told(RECEIVED, -12, "change_abs")} <= rows


@pytest.mark.parametrize(
    ("words", "changed"),
    [
        ("审结行政复议案件18件，其中维持10件、驳回8件，同比增长5%", {"reconsideration.concluded"}),
        ("办理复议、诉讼案件35件，其中行政复议22件、行政诉讼13件，比上年多7件", set()),
    ],
)
def test_a_change_behind_a_list_is_of_its_head(words: str, changed: set[str]) -> None:
    assert {row.indicator for row in told(f"{words}。") if row.measure.startswith("change")} == changed


# what the only whole in the sentence says
# ---------------------------------------------------------------------------------------------------


def test_a_loose_noun_is_of_the_only_figure_that_has_its_words() -> None:
    rows = told("收到政府信息公开申请86件，答复80件，申请量较上年上升6%。")
    assert Told("disclosure.requests_received", 6, "change_pct") in rows


def test_a_loose_noun_that_two_figures_may_have_states_nothing() -> None:
    assert reasons("新收行政复议案件31件，审结行政复议案件29件，案件总数同比增长10%。")["10%"] == "no_rule"


# what the arithmetic says
# ---------------------------------------------------------------------------------------------------

OPENED_31 = "行政执法案件立案31件，作出行政处罚28件，罚款16万元"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "案件总数较上年增加7件，增幅29.2%",
            {Told(OPENED, 7, "change_abs"), Told(OPENED, 29.2, "change_pct")},
        ),
        ("案件总量较上年的24件增加7件", {Told(OPENED, 24, period="2022"), Told(OPENED, 7, "change_abs")}),
        (
            "案件总量较2022年的24件上升29.2%",
            {Told(OPENED, 24, period="2022"), Told(OPENED, 29.2, "change_pct")},
        ),
    ],
)
def test_the_level_that_a_comparison_fits(words: str, expected: set[Told]) -> None:
    assert expected <= told(f"{OPENED_31}；{words}。")


@pytest.mark.parametrize(
    "words",
    [
        "案件总数较上年增加8件，增幅29.2%",  # no level before rose so
        "案件总量较上年的26件增加7件",  # 33 were told of nothing
        "案件总量较2021年的24件增加7件",  # of two years before
        "信访件较上年的24人增加7人",  # persons are no cases
    ],
)
def test_a_comparison_that_fits_no_level_states_nothing(words: str) -> None:
    rows = told(f"{OPENED_31}；{words}。")
    assert not {row for row in rows if row.indicator == OPENED and row != Told(OPENED, 31)}


def test_changes_of_several_levels_of_the_year_before_are_each_of_its_own() -> None:
    rows = told("全年行政处罚案件12件，罚没款35.8万元，较上年的9件、22.4万元分别增长33.3%和59.8%。")
    assert {
        Told("enforcement.penalties", 33.3, "change_pct"),
        Told("enforcement.fines", 59.8, "change_pct"),
    } <= rows
