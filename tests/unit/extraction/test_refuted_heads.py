"""Shares that refute the head which words gave to parts: of what was received or of what was concluded."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import of, parts, told

TOLD = "行政复议。全年新收行政复议申请1862件，审结1588件；"


@pytest.mark.parametrize(
    ("handled", "trade", "whole"), [("22.1", "10.6", "received"), ("25.9", "12.5", "concluded")]
)
def test_a_division_is_of_the_whole_that_its_shares_fit(handled: str, trade: str, whole: str) -> None:
    text = f"{TOLD}从类型看，治安类412件，占{handled}%，城管类198件，占{trade}%，其他97件。"
    found = of(f"reconsideration.{whole}", text)
    assert {(row.value, row.breakdown) for row in found if row.breakdown} == {
        (412, "治安类"),
        (float(handled), "治安类"),
        (198, "城管类"),
        (float(trade), "城管类"),
        (97, "其他"),
    }


def test_one_share_with_decimals_is_enough() -> None:
    whole = "行政复议。全市新收行政复议申请1862件，受理1703件。"
    text = f"{whole}其中市本级487件，占26.2%；县（市、区）1375件，占73.8%。"
    assert parts(text, "reconsideration.received")["市本级"] == 487
    assert parts(text, "reconsideration.accepted") == {None: 1703}


def test_shares_that_fit_nothing_leave_the_parts_where_words_put_them() -> None:
    text = f"{TOLD}从类型看，治安类412件，占41.7%，城管类198件，占33.9%。"
    assert parts(text, "reconsideration.concluded") == {None: 1588, "治安类": 412, "城管类": 198}


def test_what_is_lacking_is_no_bound() -> None:
    rows = told("行政应诉。败诉案件137件，从原因看，主要证据不足51件，违反法定程序38件。")
    assert {row.comparator for row in rows} == {"="}
