"""Lines that a page has broken are sentences again; lists, tables and headings stay as they are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.extraction.text.normalise import normalise
from tests.unit.extraction.dated import facts
from tests.unit.extraction.told import told

PROSE = (
    "全区有律师事务所 17 家、执业律师 163 人，公证处 1 家、公证员 7 人，基层法律服务所 4 家。"
    "全年受理人民调解案件 3206 件，调解成功 3158 件，成功率 98.5%，涉及金额 8467 万元；"
    "办理法律援助案件 612 件，其中民事 318 件、刑事 287 件、行政 7 件。公证机构办理公证 9846 件，"
    "公证收费 782 万元；解答法律咨询 6150 人次，开展法治宣传活动 126 场，印发宣传资料 3.5 万份。"
)


def set_in_columns(text: str, width: int) -> list[str]:
    """Break a text as a page does: not within a figure, and no sign opens a line."""
    lines, left = [""], width
    for piece in re.findall(r"[\d.%]+|.(?:[，。；、])?", text):
        columns = sum(2 if sign > "\u2000" else 1 for sign in piece)
        if columns > left:
            lines, left = [*lines, ""], width
        lines[-1], left = lines[-1] + piece, left - columns
    return lines


def figures(text: str) -> set[tuple[str, str | None, float]]:
    rows = told(text, title="示例区司法局2023年工作总结")
    return {(row.indicator, row.breakdown, row.value) for row in rows if row.measure == "level"}


@pytest.mark.parametrize("width", [28, 36, 44, 52, 66])
def test_prose_set_in_columns_states_what_it_states_in_one_line(width: int) -> None:
    broken = set_in_columns(PROSE, width)
    assert len(broken) > 3
    assert figures("\n".join(broken)) == figures(PROSE)


def test_headings_and_paragraphs_stay_apart() -> None:
    lines = set_in_columns(PROSE, 40)
    text = "\n".join(["【概况】", "", *lines, "", "【人民调解】", "", *lines])
    assert normalise(text).text.split("\n")[0] == "【概况】"
    assert len(normalise(text).text.split("\n")) == 4


@given(
    st.lists(
        st.sampled_from(["行政处罚案件二百零六件", "行政许可案件一百零八件", "行政强制案件三十六件"]),
        min_size=4,
        max_size=9,
    )
)
def test_a_list_of_lines_stays_a_list(lines: list[str]) -> None:
    assert normalise("\n".join(lines)).text.split("\n") == lines


def test_single_spaces_part_a_table_of_figures() -> None:
    table = (
        "全市行政复议、一审行政诉讼收案统计表\n年份 行政复议收案 一审行政诉讼收案\n"
        "2021 326 905\n2022 418 921\n2023 562 887"
    )
    rows = told(table, title="示例市2023年行政复议行政应诉统计分析")
    assert {(row.indicator, row.period, row.value) for row in rows} >= {
        ("reconsideration.received", "2021", 326),
        ("reconsideration.received", "2023", 562),
        ("litigation.first_instance", "2022", 921),
    }


def test_a_title_that_lists_ends_where_it_ends() -> None:
    title = "示例乡2015年依法行政、建设法治政府工作汇报"
    found = facts(f"{title}\n\n示例乡地处山区，辖12个行政村。")
    assert (found.title, found.year) == (title, 2015)
