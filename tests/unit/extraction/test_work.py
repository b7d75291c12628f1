"""Reading a text works as long as the text is: twice the lines, twice the work, whatever stands in them.

Work is counted in lines of Python run, so no clock is asked: the third stretch of a text adds as much as the
second did, where work with the square of the length adds two thirds more. What expressions do within one line
is test_expressions.py.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from pipelines.extraction.tables.grids import find_grids
from tests.unit.extraction.told import TITLE, read

RAMP = 1.1
PIECES = {
    "names": "县城管局\n",
    "bars": "|县城管局\n",
    "names and signs for nothing": "县城管局\n-\n",
    "names and figures": "县城管局\n12\n",
    "rows of four": "3\n县城管局\n12\n-\n",
    "small tables": "项目\n数量\n行政处罚\n12\n一、下一张\n",
}
SENTENCES = {
    "sentences": "{0}年全年收到涉企行政复议申请{1}件，审结{2}件，其中调解{1}件。",
    "sentences that open with 其中": "作出行政处罚{1}件。其中，县城管局{2}件。",
    "clauses": "作出行政处罚{1}件，",
    "one list": "治安类{1}件、",
    "cases against us": "不服我局，应诉行政诉讼案件{1}件，",
    "figures that no rule knows": "治安{1}件。",
    "parts with shares": "治安类{1}件，占{2}.5%，",
    "campaigns": "开展“利剑”专项行动，检查企业{1}家次。",
}


def lines_run(work: Callable[[], Any]) -> int:
    """Return how many lines of Python a piece of work runs."""
    count = 0

    def seen(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        count += event == "line"
        return seen

    usual = sys.gettrace()
    sys.settrace(seen)
    try:
        work()
    finally:
        sys.settrace(usual)
    return count


def growth(work: Callable[[str], Any], text: Callable[[int], str]) -> tuple[int, int]:
    """Return what the second and the third stretch of a text add to the work."""
    work(text(3))  # what is kept from text to text is kept now
    one, two, three = (lines_run(lambda times=times: work(text(times))) for times in (1, 2, 3))  # type: ignore[misc]
    return two - one, three - two


@pytest.mark.parametrize("name", PIECES)
def test_thousands_of_lines_of_one_cell(name: str) -> None:
    second, third = growth(find_grids, lambda times: PIECES[name] * 1000 * times)
    assert third <= second * RAMP


@pytest.mark.parametrize("name", SENTENCES)
def test_hundreds_of_figures_in_one_paragraph(name: str) -> None:
    def text(times: int) -> str:
        told = [SENTENCES[name].format(2021 + at % 3, at + 7, at + 5) for at in range(100 * times)]
        return f"{TITLE}\n\n全年收到行政复议申请98765件，其中" + "".join(told)

    second, third = growth(read, text)
    assert third <= second * RAMP


def test_a_table_of_a_thousand_rows() -> None:
    def text(times: int) -> str:
        rows = "".join(f"第{at}中队\t{at + 7}\n" for at in range(330 * times))
        return f"{TITLE}\n\n行政处罚案件统计表\n部门\t行政处罚案件数（件）\n{rows}"

    second, third = growth(read, text)
    assert third <= second * RAMP


def test_counting_lines_tells_the_square_from_the_length() -> None:
    def pairs(text: str) -> int:
        count = 0
        for one in text:
            for other in text:
                count += one == other
        return count

    second, third = growth(pairs, lambda times: "件" * 40 * times)
    assert third > second * 1.5
