"""Years, changes and goals in tables: whose they are, and what only looks like a year."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, levels, of, told


def test_years_in_headers_are_periods() -> None:
    rows = told(
        "行政执法情况统计表\n项目（件）\t2022年\t2023年\n行政处罚案件\t300\t340\n行政许可\t1000\t1200"
    )
    assert rows == {
        Told("enforcement.penalties", 300, period="2022"),
        Told("enforcement.penalties", 340),
        Told("enforcement.licences", 1000, period="2022"),
        Told("enforcement.licences", 1200),
    }


def test_a_signed_change_column() -> None:
    rows = told("行政执法情况统计表\n项目\t数量（件）\t同比（%）\n行政处罚\t340\t-12.5\n行政许可\t1200\t+20")
    assert Told("enforcement.penalties", -12.5, "change_pct") in rows
    assert Told("enforcement.licences", 20, "change_pct") in rows
    assert levels("行政执法情况统计表\n项目\t数量（件）\n行政处罚\t340") == {("enforcement.penalties", 340)}


def test_goals_beside_results() -> None:
    rows = told("法治建设指标情况表\n指标\t目标值\t完成值\n行政复议纠错率\t10%\t8.5%")
    assert {(row.value, row.status) for row in rows} == {(10, "target"), (8.5, "actual")}


def test_four_digits_among_figures_are_no_year() -> None:
    table = (
        "人民调解情况\n单位 | 受理纠纷（件） | 调解成功（件） |\n"
        "甲镇 | 433 | 421 |\n乙镇 | 1657 | 1636 |\n合计 | 2090 | 2057 |"
    )
    rows = told(table)
    assert {(row.indicator, row.value) for row in rows if row.breakdown is None} >= {
        ("mediation.cases", 2090)
    }


def test_four_digits_behind_a_name_and_a_unit_are_no_year() -> None:
    table = (
        "人民调解主要数据见下表：\n| 指标名称 | 计量单位 | 2023年 |\n| 受理并调解纠纷 | 件 | 2013 |\n"
        "| 其中：疑难复杂纠纷 | 件 | 187 |\n| 调解成功 | 件 | 1911 |"
    )
    found = {(row.indicator, row.breakdown, row.value) for row in told(table)}
    assert found == {
        ("mediation.cases", None, 2013),
        ("mediation.cases", "疑难复杂纠纷", 187),
        ("mediation.succeeded", None, 1911),
    }


def test_the_end_of_a_year_heads_levels_and_a_row_of_these_is_a_part_of_its_own_indicator() -> None:
    table = (
        "律师机构及人员情况\n项目\t单位\t2023年末\t比上年末增减\t增长（%）\n律师事务所\t家\t64\t+5\t8.5\n"
        "律师\t人\t812\t—\t9.4\n　其中：专职律师\t人\t655\t—\t—"
    )
    found = {(row.indicator, row.measure, row.breakdown, row.value) for row in told(table)}
    assert found == {
        ("lawyer.firms", "level", None, 64),
        ("lawyer.firms", "change_abs", None, 5),
        ("lawyer.firms", "change_pct", None, 8.5),
        ("lawyer.lawyers", "level", None, 812),
        ("lawyer.lawyers", "change_pct", None, 9.4),
        ("lawyer.lawyers", "level", "专职律师", 655),
    }


def test_a_cell_may_tell_a_change_with_its_verb() -> None:
    table = (
        "主要数据见下表：\n指标 | 2023年 | 与上年比较\n受理信访事项 | 893件 | 下降10.6%\n"
        "主动公开政府信息 | 7426条 | 增长9.1%"
    )
    found = {(row.indicator, row.measure, row.value) for row in told(table)}
    assert found == {
        ("petition.cases", "level", 893),
        ("petition.cases", "change_pct", -10.6),
        ("disclosure.proactive_items", "level", 7426),
        ("disclosure.proactive_items", "change_pct", 9.1),
    }


def test_each_of_tables_side_by_side_has_the_years_of_its_own_header() -> None:
    table = (
        "行政复议结案方式\n方式 | 2022年 | 2023年 | 方式 | 2022年 | 2023年\n"
        "维持 | 532 | 561 | 确认违法 | 92 | 87\n驳回 | 226 | 238 | 责令履行 | 51 | 45"
    )
    illegal = {(row.period, row.value) for row in told(table) if row.indicator.endswith("confirmed_illegal")}
    assert illegal == {("2022", 92), ("2023", 87)}


def test_a_row_of_changes_is_of_the_figures_over_it() -> None:
    table = (
        "新收行政复议申请分布\n项目\t合计\t市本级\t甲区\t乙县\n2022年（件）\t1530\t1000\t330\t200\n"
        "2023年（件）\t1700\t1100\t360\t240\n增幅（%）\t11.1\t10.0\t9.1\t20"
    )
    rows = told(table, title="示例市2023年行政复议统计分析")
    assert {(row.breakdown, row.value) for row in rows if row.measure == "change_pct"} == {
        (None, 11.1),
        ("市本级", 10.0),
        ("甲区", 9.1),
        ("乙县", 20),
    }


def test_last_year_behind_the_counts_of_this_one_is_of_the_same_parts() -> None:
    text = (
        "从被申请人所属领域看：\n领域\t收到申请（件）\t占比（%）\t上年同期（件）\n公安交管\t88\t37.29\t52\n"
        "市场监管\t61\t25.85\t47\n其他\t87\t36.86\t72\n合计\t236\t—\t171\n"
    )
    rows = of("reconsideration.received", f"全县新收行政复议申请236件。{text}")
    assert Told("reconsideration.received", 52, period="2022", breakdown="公安交管") in rows
    assert Told("reconsideration.received", 171, period="2022") in rows


def test_what_was_planned_for_the_year_is_a_goal_of_that_year() -> None:
    text = (
        "行政检查实施情况统计表\n项目\t合计\t应急局\t环境局\n计划检查（户次）\t2200\t1200\t1000\n"
        "实际检查（户次）\t2316\t1296\t1020\n计划完成率\t105.3%\t108%\t102%\n"
    )
    rows = told(text)
    assert Told("enforcement.inspections", 2200, status="target") in rows
    assert Told("enforcement.inspections", 2316) in rows
    assert Told("enforcement.plan_completion_rate", 105.3) in rows


def test_a_column_of_changes_is_of_the_columns_under_the_same_name() -> None:
    text = (
        "各地收案情况\n机关\t收到申请\t收到申请\t收到申请\t受理\t受理\t受理\n"
        "机关\t2022年\t2023年\t增减\t2022年\t2023年\t增减\n"
        "甲县\t142\t150\t5.63%\t124\t131\t5.65%\n乙县\t118\t97\t-17.80%\t104\t84\t-19.23%\n"
    )
    title = "示例市2023年度行政复议案件统计报告"
    rows = told(text, title=title)
    assert Told("reconsideration.received", 5.63, "change_pct", breakdown="甲县") in rows
    assert Told("reconsideration.accepted", 5.65, "change_pct", breakdown="甲县") in rows


@pytest.mark.parametrize("total", ["合计", "三年合计"])
def test_a_total_of_years_is_of_all_of_them(total: str) -> None:
    by_column = (
        f"法律援助情况\n项目\t2021年\t2022年\t2023年\t{total}\n法律援助案件（件）\t100\t120\t150\t370\n"
    )
    by_row = f"法律援助情况\n年份\t法律援助案件（件）\n2021年\t100\n2022年\t120\n2023年\t150\n{total}\t370\n"
    years = {Told("legal_aid.cases", 100, period="2021"), Told("legal_aid.cases", 120, period="2022")}
    years |= {Told("legal_aid.cases", 150), Told("legal_aid.cases", 370, period="2021/2023")}
    assert told(by_column) == told(by_row) == years


def test_a_column_of_goals_makes_goals_of_rates_of_completion_too() -> None:
    table = (
        "指标 | 2023年实绩 | 2024年目标\n"
        "年度执法检查计划完成率 | 98.8% | 100%\n"
        "执法人员人均培训（学时） | 64 | ≥60"
    )
    rows = told(table, title="示例区2024年法治政府建设工作要点")
    assert Told("enforcement.plan_completion_rate", 98.8) in rows
    assert Told("enforcement.plan_completion_rate", 100, period="2024", status="target") in rows
    assert Told("enforcement.training_hours", 64) in rows


def test_each_of_several_columns_of_shares_is_of_the_year_before_it() -> None:
    rows = told("复议结案方式表\n结案方式\t2023年件数\t占比\t2022年件数\t占比\n维持\t58\t29%\t49\t41%")
    shares = {(row.period, row.value) for row in rows if row.measure == "share_pct"}
    assert shares == {("2023", 29), ("2022", 41)}


def test_the_instance_that_a_row_names_is_a_part_of_what_its_columns_count() -> None:
    table = "行政应诉情况表\n审级\t收案\t负责人出庭（件）\n一审\t83\t81\n二审\t39\t34"
    assert of("litigation.head_appearances", table) == {
        Told("litigation.head_appearances", 81, breakdown="一审"),
        Told("litigation.head_appearances", 34, breakdown="二审"),
    }


def test_a_column_of_changes_is_of_the_column_that_it_names() -> None:
    table = (
        "各部门办理情况表\n部门\t行政许可（件）\t行政处罚（件）\t行政处罚同比（%）\t行政检查（次）\n"
        "市公安局\t83112\t12043\t-6.4\t15230\n市交通局\t9274\t3318\t11.7\t8846\n合计\t92386\t15361\t-2.2\t24076"
    )
    changes = {
        (row.indicator, row.value, row.breakdown) for row in told(table) if row.measure == "change_pct"
    }
    assert changes == {
        ("enforcement.penalties", -6.4, "市公安局"),
        ("enforcement.penalties", 11.7, "市交通局"),
        ("enforcement.penalties", -2.2, None),
    }
