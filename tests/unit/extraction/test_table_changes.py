"""Columns of changes and of shares in tables, and rows that know their own unit."""

from __future__ import annotations

from tests.unit.extraction.told import Told, told


def test_a_column_of_changes_may_name_its_column_by_a_part_of_the_name() -> None:
    rows = told(
        "主要领域行政执法情况\n领域\t行政许可（件）\t行政处罚（件）\t处罚同比\n"
        "市场监管\t42610\t2318\t-6.4%\n交通运输\t11037\t8954\t12.1%\n合计\t53647\t11272\t2.9%"
    )
    changes = {(row.indicator, row.breakdown, row.value) for row in rows if row.measure == "change_pct"}
    assert changes == {
        ("enforcement.penalties", "市场监管", -6.4),
        ("enforcement.penalties", "交通运输", 12.1),
        ("enforcement.penalties", None, 2.9),
    }


def test_a_column_of_changes_without_a_name_is_of_what_came_in() -> None:
    rows = told(
        "人民调解纠纷类型分布\n纠纷类型\t受理件数\t成功件数\t占受理总数比例\t同比增减\n"
        "邻里纠纷\t1307\t1301\t61.36%\t+8.1%\n婚姻家庭纠纷\t823\t809\t38.64%\t-4.4%"
    )
    beside = {(row.measure, row.breakdown, row.value) for row in rows if row.measure != "level"}
    assert {row.indicator for row in rows if row.measure != "level"} == {"mediation.cases"}
    assert beside == {
        ("share_pct", "邻里纠纷", 61.36),
        ("share_pct", "婚姻家庭纠纷", 38.64),
        ("change_pct", "邻里纠纷", 8.1),
        ("change_pct", "婚姻家庭纠纷", -4.4),
    }


def test_the_name_of_a_row_tells_which_unit_of_the_table_is_its_own() -> None:
    rows = told(
        "法律援助情况（单位：件、万元）\n项目\t合计\t民事\n受理案件\t529\t342\n挽回损失\t693.5\t693.5"
    )
    assert Told("legal_service.losses_recovered", 6_935_000) in rows


def test_plus_and_minus_over_a_column_is_a_change() -> None:
    rows = told(
        "律师业务\n指标\t2022\t2023\t2023年比2022年±%\n诉讼案件\t13260\t14187\t7.0\n民事\t10418\t11204\t7.5"
    )
    assert Told("lawyer.litigation_cases", 7.0, "change_pct") in rows
