"""Rows of a table under another, which are parts of it or not."""

from __future__ import annotations

from tests.unit.extraction.told import told


def test_rows_below_of_these_are_parts_until_they_make_up_the_row_above() -> None:
    table = (
        "案件办理情况表\n| 项目 | 2023年 |\n|---|---|\n| 作出行政处罚 | 96 |\n"
        "| 其中：简易程序 | 60 |\n| 普通程序 | 36 |\n| 听证程序 | 2 |"
    )
    found = {(row.breakdown, row.value) for row in told(table) if row.indicator == "enforcement.penalties"}
    assert found == {(None, 96), ("简易程序", 60), ("普通程序", 36)}


def test_rows_below_that_do_not_make_up_the_row_above_are_no_parts() -> None:
    table = (
        "案件办理情况表\n| 项目 | 2023年 |\n|---|---|\n| 作出行政处罚 | 96 |\n"
        "| 其中：简易程序 | 60 |\n| 约谈企业 | 20 |\n| 下达建议书 | 7 |"
    )
    found = {(row.breakdown, row.value) for row in told(table) if row.indicator == "enforcement.penalties"}
    assert found == {(None, 96), ("简易程序", 60)}
