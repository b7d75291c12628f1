"""Tables that lost their layout: one cell a line."""

from __future__ import annotations

from tests.unit.extraction.told import Told, of, told


def test_a_name_and_a_figure_a_line_are_a_table() -> None:
    table = (
        "在册社区矫正对象\n类  别    在册人数（人）\n"
        "缓刑    179\n假释    22\n暂予监外执行    12\n合  计    213"
    )
    assert {(row.breakdown, row.value) for row in told(table)} == {
        (None, 213),
        ("缓刑", 179),
        ("假释", 22),
        ("暂予监外执行", 12),
    }


def test_cells_between_empty_lines_are_a_table_and_arrows_are_signs() -> None:
    cells = ["行政处罚案件领域分布", "领域", "2023年（件）", "2022年（件）", "同比（%）"]
    cells += [
        "食品",
        "143",
        "118",
        "↑21.19%",
        "特种设备",
        "14",
        "19",
        "↓26.32%",
        "广告",
        "48",
        "31",
        "↑54.84%",
    ]
    rows = of("enforcement.penalties", "全年作出行政处罚205件。\n\n" + "\n\n".join(cells))
    assert Told("enforcement.penalties", 14, breakdown="特种设备") in rows
    assert Told("enforcement.penalties", 118, period="2022", breakdown="食品") in rows
    assert Told("enforcement.penalties", -26.32, "change_pct", breakdown="特种设备") in rows


def test_cells_a_line_each_with_units_between_and_sections_over_them() -> None:
    cells = (
        "附：2023年示例县司法行政主要业务指标 指标名称 计量单位 2023年 2022年 比上年增减（%） 一、律师工作 "
        "律师事务所 家 7 6 16.7 执业律师 人 58 52 11.5 二、公证工作 公证员 人 4 3 33.3 "
        "办理公证 件 2317 2504 -7.5 #国内经济 件 1976 2102 -6.0 涉外 件 341 402 -15.2"
    )
    stated = told("\n\n".join(cells.split()), title="示例县司法局2023年工作总结")
    assert {
        Told("lawyer.firms", 7),
        Told("lawyer.firms", 6, period="2022"),
        Told("lawyer.lawyers", 11.5, "change_pct"),
        Told("notary.notaries", 4),
        Told("notary.cases", 2504, period="2022"),
        Told("notary.cases", -7.5, "change_pct"),
        Told("notary.cases", 1976, breakdown="国内经济"),
        Told("notary.cases", 341, breakdown="涉外"),
    } <= stated


def test_four_digits_among_figures_are_no_year() -> None:
    cells = ["行政执法实施情况", "执法主体", "行政检查（次）", "行政许可（件）", "行政强制（件）"]
    cells += [
        "合计",
        "6308",
        "3265",
        "78",
        "交通运输局",
        "3275",
        "2047",
        "41",
        "应急管理局",
        "3033",
        "1218",
        "37",
    ]
    rows = {(row.breakdown, row.value) for row in of("enforcement.licences", "\n".join(cells))}
    assert rows == {(None, 3265), ("交通运输局", 2047), ("应急管理局", 1218)}


def test_the_number_of_a_row_is_no_figure_beside_the_years_of_a_header() -> None:
    cells = ["附表", "序号", "指标", "2022", "2023", "1", "行政处罚（件）", "126", "140"]
    cells += ["2", "行政检查（次）", "300", "310", "3", "行政许可（件）", "500", "520"]
    assert {
        Told("enforcement.penalties", 126, period="2022"),
        Told("enforcement.penalties", 140),
        Told("enforcement.licences", 520),
    } <= told("\n".join(cells))


def test_a_part_named_with_a_colon_is_a_row_of_a_table_without_its_layout() -> None:
    cells = (
        "指标 单位 2022年 2023年 人民调解案件 件 1862 2035 其中：调解成功 件 1827 1998 "
        "法律援助案件 件 246 283"
    )
    stated = told("\n".join(cells.split()), title="示例县司法局2023年工作总结")
    assert {
        Told("mediation.succeeded", 1827, period="2022"),
        Told("mediation.succeeded", 1998),
        Told("legal_aid.cases", 283),
    } <= stated


def test_a_total_as_high_as_two_rows_of_names_is_the_last_column() -> None:
    cells = (
        "表三 行政强制实施情况统计表\n\n行政强制措施（宗）\n\n行政强制执行（宗）\n\n合计（宗）\n\n"
        "查封场所\n\n扣押财物\n\n代履行\n\n申请法院强制执行\n\n5\n\n33\n\n11\n\n24\n\n73\n\n说明：按决定书统计。"
    )
    rows = {(row.breakdown, row.value) for row in of("enforcement.coercions", cells)}
    assert rows == {
        (None, 73),
        ("查封场所", 5),
        ("扣押财物", 33),
        ("代履行", 11),
        ("申请法院强制执行", 24),
    }


def test_two_tables_beside_one_another_are_each_parts_of_the_same_whole() -> None:
    cells = (
        "来源 数量 占比 类型 数量 占比 电话 2678 89.3% 咨询类 1502 50.1% 网站 198 6.6% 投诉类 1153 38.4% "
        "上级转办 124 4.1% 举报类 345 11.5%"
    )
    text = "12345热线受理诉求3000件，构成如下：\n" + cells.replace(" ", "\n")
    assert {
        Told("service.hotline_requests", 2678, breakdown="电话"),
        Told("service.hotline_requests", 6.6, "share_pct", breakdown="网站"),
        Told("service.hotline_requests", 1502, breakdown="咨询类"),
        Told("service.hotline_requests", 11.5, "share_pct", breakdown="举报类"),
    } <= told(text)


def test_years_that_name_the_rows_of_such_a_table_are_no_figures() -> None:
    cells = ["行政诉讼情况", "", "年度", "一审收案", "审结", "败诉率"]
    cells += ["2021", "531", "729", "14.6%", "2022", "578", "811", "12.9%", "2023", "634", "903", "10.4%"]
    rows = told("\n\n".join(cells))
    assert rows >= {
        Told("litigation.first_instance", 531, period="2021"),
        Told("litigation.lost_rate", 12.9, period="2022"),
        Told("litigation.concluded", 903),
    }
