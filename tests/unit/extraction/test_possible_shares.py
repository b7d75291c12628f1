"""Shares that the count before them cannot have, and the count that their sentence names."""

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
