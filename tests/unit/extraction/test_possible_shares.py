"""Shares whose whole arithmetic tells: not the count before them, of their sentence, or of several parts."""

from __future__ import annotations

from tests.unit.extraction.told import Told, told


def shares(text: str) -> set[tuple[str, float]]:
    """Return the shares told in a text with what they are of."""
    return {(row.indicator, row.value) for row in told(text) if row.measure == "share_pct"}


def test_a_share_that_no_count_has_of_the_nearest_whole_is_of_the_one_its_words_name() -> None:
    text = "调解纠纷4318件，防止群体性上访20件。婚姻家庭纠纷占24.1%，邻里纠纷占29.6%。"
    assert shares(text) == {("mediation.cases", 24.1), ("mediation.cases", 29.6)}


def test_a_share_that_the_nearest_whole_may_have_is_of_that() -> None:
    text = "调解纠纷4318件，防止群体性上访200件。涉及征地的占24.5%。"
    assert shares(text) == {("mediation.escalations_prevented", 24.5)}


def test_a_share_without_decimals_is_of_the_nearest_whole_whatever_its_size() -> None:
    text = "收到行政复议申请97件，其中行政处罚类占41%。"
    assert Told("reconsideration.received", 41, "share_pct", breakdown="行政处罚类") in told(text)


DIVIDED = "调解纠纷12846件，调解成功12602件，成功率98.1%。从纠纷类型看，邻里纠纷3964件，占30.86%；"


def test_what_a_sentence_divides_is_the_whole_that_its_shares_fit() -> None:
    rows = told(DIVIDED + "劳动争议1275件，占比不足一成。")
    assert Told("mediation.cases", 1275, breakdown="劳动争议") in rows


def test_kinds_with_words_of_their_own_are_of_what_those_say() -> None:
    rows = told(DIVIDED + "防止群体性上访64件。")
    assert ("mediation.escalations_prevented", 64) in {(row.indicator, row.value) for row in rows}


def test_one_share_behind_a_run_in_order_is_of_all_of_it_and_not_of_the_last() -> None:
    text = "市场监管、交通运输、城市管理三个领域处罚案件最多，分别为1203件、892件、711件，占总数的62.3%。"
    assert shares(text) == set()
    assert {row.breakdown for row in told(text)} == {"市场监管", "交通运输", "城市管理"}
