"""What follows the first of a rank: 公安类最多，为89件，其次是市场监管类38件、人社类27件."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import parts

RECEIVED = "reconsideration.received"
WHOLE = "行政复议工作。2023年新收行政复议申请218件。"


@pytest.mark.parametrize(
    "rank",
    [
        "公安类案件最多，为89件，其次为市场监管类38件、人社类27件。",
        "涉公安类案件数量最多，89件；其次是市场监管类38件、人社类27件。",
        "排在首位的是公安类，89件；第二位是市场监管类，38件；第三位是人社类，27件。",
        "公安类最多，有89件；市场监管类次之，有38件；再次是人社类27件。",
    ],
)
def test_each_of_a_rank_is_a_part_of_what_was_told_before(rank: str) -> None:
    assert parts(f"{WHOLE}{rank}", RECEIVED) == {None: 218, "公安类": 89, "市场监管类": 38, "人社类": 27}


def test_a_rank_may_be_of_penalties() -> None:
    text = "全年办理行政处罚案件1126件。食品类案件最多，为412件，其次为药品类86件、医疗器械53件。"
    assert parts(text, "enforcement.penalties") == {None: 1126, "食品类": 412, "药品类": 86, "医疗器械": 53}


def test_what_is_more_than_the_first_is_none_of_the_rank() -> None:
    assert parts(f"{WHOLE}公安类最多，为89件，其次是走访群众120户。", RECEIVED) == {None: 218, "公安类": 89}
    assert parts(f"{WHOLE}公安类最多，为89件，其次是市场监管类138件。", RECEIVED) == {None: 218, "公安类": 89}
