"""Tables in which one cell stands for several: names over columns, totals of merged cells."""

from __future__ import annotations

from tests.unit.extraction.told import Told, of, told


def test_three_rows_of_names_stand_over_the_columns_that_they_span() -> None:
    table = (
        "三、收到和处理政府信息公开申请情况\n（本列数据的勾稽关系） | 申请人情况 | |||||| |\n"
        "自然人 | 法人或其他组织 | |||| 总计 |\n"
        "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |\n"
        "一、本年新收政府信息公开申请数量 | 21 | 5 | 0 | 0 | 2 | 1 | 29 |\n"
        "二、上年结转政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |"
    )
    rows = of("disclosure.requests_received", table)
    assert {(row.value, row.breakdown) for row in rows if row.value} == {
        (29, None),
        (21, "自然人"),
        (5, "商业企业"),
        (2, "法律服务机构"),
        (1, "其他"),
    }
    assert Told("disclosure.requests_carried_over", 3) in told(table)


def test_a_total_told_once_for_merged_cells_is_over_the_last_column() -> None:
    table = (
        "三、收到和处理政府信息公开申请情况\n\t自然人\t法人或其他组织\t总计\n\t\t商业企业\t科研机构\t其他\t\n"
        "一、本年新收政府信息公开申请数量\t44\t5\t0\t1\t50\n二、上年结转政府信息公开申请数量\t3\t0\t0\t0\t3"
    )
    rows = of("disclosure.requests_received", table)
    assert {(row.value, row.breakdown) for row in rows} == {
        (50, None),
        (44, "自然人"),
        (5, "商业企业"),
        (0, "科研机构"),
        (1, "其他"),
    }


def test_a_total_may_span_the_columns_of_number_and_name() -> None:
    table = (
        "人民调解纠纷类型表\n序号\t纠纷类型\t受理（件）\t成功（件）\n"
        "1\t邻里纠纷\t1307\t1301\n2\t婚姻家庭纠纷\t823\t809\n合计\t2130\t2110"
    )
    found = {row.breakdown: row.value for row in told(table) if row.indicator == "mediation.cases"}
    assert found == {"邻里纠纷": 1307, "婚姻家庭纠纷": 823, None: 2130}


def test_the_last_name_spans_as_many_columns_as_the_others_though_no_cell_says_so() -> None:
    table = (
        "行政复议案件（单位：件）\n地区\t新收\t\t受理\n\t2022年\t2023年\t2022年\t2023年\n"
        "市本级\t388\t702\t318\t560\n江阳区\t341\t655\t284\t531\n合计\t729\t1357\t602\t1091"
    )
    accepted = {
        (row.value, row.period) for row in of("reconsideration.accepted", table) if row.breakdown is None
    }
    assert accepted == {(602, "2022"), (1091, "2023")}


def test_the_number_aimed_at_is_no_name_of_a_part() -> None:
    table = "指标名称\t2023年完成数\t2024年目标数\n律师事务所（家）\t14\t16\n律师人数（人）\t226\t250"
    assert {(row.value, row.period, row.breakdown) for row in of("lawyer.firms", table)} == {
        (14, "2023", None),
        (16, "2024", None),
    }


def test_a_tab_within_a_numbered_caption_parts_no_cells() -> None:
    table = (
        "表四\t行政检查实施情况统计表（单位：户次）\n检查类别\t2022年\t2023年\t增减（%）\n"
        "日常检查\t3122\t3368\t7.88\n“双随机”抽查\t214\t203\t-5.14\n专项检查\t870\t1012\t16.32\n合计\t4206\t4583\t8.96"
    )
    rows = of("enforcement.inspections", table)
    assert {(row.value, row.breakdown) for row in rows if row.measure == "change_pct"} == {
        (7.88, "日常检查"),
        (-5.14, "“双随机”抽查"),
        (16.32, "专项检查"),
        (8.96, None),
    }


def test_among_kinds_of_penalties_a_fine_is_one_and_no_money() -> None:
    table = (
        "行政处罚实施情况统计表（单位：件、万元）\n类别\t警告\t罚款\t责令停产停业\t其他\t合计\t罚没金额\n"
        "数量\t36\t211\t3\t7\t257\t184.62"
    )
    penalties = {row.breakdown: row.value for row in of("enforcement.penalties", table)}
    assert penalties == {"警告": 36, "罚款": 211, "责令停产停业": 3, "其他": 7, None: 257}
    assert Told("enforcement.fines", 1846200) in told(table)
