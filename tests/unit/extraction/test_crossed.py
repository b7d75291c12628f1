"""Tables of one thing by body and by kind, as the yearly statistics of enforcement are published."""

from __future__ import annotations

from tests.unit.extraction.told import Told, levels, of, parts, told

PENALTIES = (
    "表二 行政处罚实施情况统计表\n"
    "单位名称 | 警告 | 罚款 | 其他行政处罚 | 合计（件） | 罚没金额（万元） |\n"
    "甲县公安局 | 41 | 216 | 12 | 269 | 18.5 |\n"
    "甲县交通局 | 6 | 52 | 0 | 58 | 4.2 |\n"
    "合计 | 47 | 268 | 12 | 327 | 22.7 |"
)


def test_a_table_whose_rows_add_up_is_of_its_caption_by_body_and_kind() -> None:
    assert parts(PENALTIES, "enforcement.penalties") == {
        None: 327,
        "警告": 47,
        "罚款": 268,
        "其他行政处罚": 12,
        "甲县公安局": 269,
        "甲县公安局/警告": 41,
        "甲县公安局/罚款": 216,
        "甲县公安局/其他行政处罚": 12,
        "甲县交通局": 58,
        "甲县交通局/警告": 6,
        "甲县交通局/罚款": 52,
        "甲县交通局/其他行政处罚": 0,
    }


def test_money_beside_the_kinds_is_none_of_them() -> None:
    assert parts(PENALTIES, "enforcement.fines") == {None: 227000, "甲县公安局": 185000, "甲县交通局": 42000}


def test_a_table_whose_rows_do_not_add_up_is_read_by_its_headers_alone() -> None:
    wrong = PENALTIES.replace("| 269 |", "| 270 |")
    assert Told("enforcement.penalties", 41, breakdown="甲县公安局/警告") not in told(wrong)


def test_columns_with_codes_of_their_own_are_no_kinds_of_one_of_them() -> None:
    table = (
        "行政执法情况统计表\n单位 | 行政处罚（件） | 行政许可（件） | 行政强制（件） | 合计（件） |\n"
        "甲镇 | 12 | 30 | 2 | 44 |\n乙镇 | 8 | 20 | 1 | 29 |\n合计 | 20 | 50 | 3 | 73 |"
    )
    assert {("enforcement.penalties", 20), ("enforcement.licences", 50)} <= levels(table)


def test_a_total_that_equals_a_figure_told_elsewhere_stays_of_its_own_table() -> None:
    text = f"受理依申请公开327件。\n{PENALTIES}"
    assert parts(text, "disclosure.requests_received") == {None: 327}


def test_names_under_a_cell_that_spans_two_rows_belong_to_the_columns_right_of_it() -> None:
    text = (
        "表一 行政许可实施情况统计表\n单位名称 | 行政许可实施数量（件） | |||||\n"
        "申请数量 | 许可数量 | 不予许可数量 | 撤销许可数量 |\n"
        "甲县审批局 | 284 | 281 | 3 | 1 |\n甲县公安局 | 40 | 40 | 0 | 0 |\n合计 | 324 | 321 | 3 | 1 |"
    )
    assert {("enforcement.licence_applications", 324), ("enforcement.licences", 321)} <= levels(text)
    refused = {(row.breakdown, row.value) for row in of("enforcement.licences_refused", text)}
    assert {("甲县审批局/不予许可", 3), ("甲县审批局/撤销", 1), ("不予许可", 3), ("撤销", 1)} <= refused


def test_shares_of_what_came_in_say_what_the_counts_above_them_are_of() -> None:
    text = (
        "一、办案数量\n当年新收复议案件158件。\n三、申请事项\n"
        "事项 | 举报投诉处理 | 政府信息公开 | 行政处罚 | 行政强制 | 终止调查\n"
        "件数 | 78件 | 17件 | 42件 | 0件 | 5件\n"
        "占新收 | 49.37% | 10.76% | 26.58% | 0 | 3.16%"
    )
    title = "示例县2023年行政复议案件分析"
    assert parts(text, title=title)["行政处罚"] == 42
    shares = {row.breakdown: row.value for row in told(text, title=title) if row.measure == "share_pct"}
    assert shares["终止调查"] == 3.16
    assert shares["行政强制"] == 0
