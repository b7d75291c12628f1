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


def test_rows_that_add_up_in_two_columns_are_parts_without_a_word() -> None:
    table = (
        "公证业务量\n| 指标 | 单位 | 2022年 | 2023年 | 比上年（%） |\n|---|---|---|---|---|\n"
        "| 公证办理总量 | 件 | 215 | 120 | -44.2 |\n| 国内 | 件 | 180 | 100 | -44.4 |\n"
        "| 涉外 | 件 | 35 | 20 | -42.9 |"
    )
    found = {
        (row.breakdown, row.measure, row.period, row.value)
        for row in told(table)
        if row.indicator == "notary.cases" and row.breakdown
    }
    assert found == {
        ("国内", "level", "2022", 180),
        ("国内", "level", "2023", 100),
        ("国内", "change_pct", "2023", -44.4),
        ("涉外", "level", "2022", 35),
        ("涉外", "level", "2023", 20),
        ("涉外", "change_pct", "2023", -42.9),
    }


def test_rows_that_add_up_in_one_column_alone_may_do_so_by_chance() -> None:
    table = (
        "案件办理情况表\n| 项目 | 单位 | 2022年 | 2023年 |\n|---|---|---|---|\n"
        "| 作出行政处罚 | 件 | 215 | 120 |\n| 约谈企业 | 件 | 90 | 100 |\n| 下达建议书 | 件 | 35 | 20 |"
    )
    assert {row.breakdown for row in told(table) if row.indicator == "enforcement.penalties"} == {None}


def test_rows_below_the_name_of_a_section_go_by_it() -> None:
    table = (
        "法律服务业务量\n指标\t计量单位\t2023年\n一、律师\t\t\n办理诉讼案件\t件\t954\n"
        "二、基层法律服务\t\t\n从业的法律工作者\t人\t33\n咨询解答\t人次\t510"
    )
    found = {(row.indicator, row.value) for row in told(table)}
    assert found == {
        ("lawyer.litigation_cases", 954),
        ("grassroots_legal.workers", 33),
        ("grassroots_legal.consultations", 510),
    }


def test_a_name_that_says_nothing_alone_is_read_with_the_row_above() -> None:
    table = "司法行政主要指标\n指标名称\t数量\n司法所（个）\t14\n工作人员（人）\t38\n司法鉴定（件）\t96"
    found = {(row.indicator, row.value) for row in told(table)}
    assert ("organisation.judicial_office_staff", 38) in found
