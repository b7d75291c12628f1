"""What totals tell in tables: rows that no words name are parts of the whole that they add up to."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, of, told

RECEIVED = "reconsideration.received"
TOTAL = "全年收到行政复议申请126件。"
KINDS = {None: 126.0, "治安": 70.0, "征地": 30.0, "工伤": 26.0}


def parts(
    *lines: str, before: str = TOTAL, measure: str = "level", period: str = "2023"
) -> dict[str | None, float]:
    """Return the values of applications by part, as a sentence and a table of cases by kind state them."""
    wanted = (RECEIVED, measure, period)
    rows = told("\n".join((before, "案件分类表", *lines)))
    return {row.breakdown: row.value for row in rows if (row.indicator, row.measure, row.period) == wanted}


def test_a_column_that_adds_up_to_a_known_whole_lists_its_parts() -> None:
    assert parts("类别\t数量", "治安\t70", "征地\t30", "工伤\t26") == KINDS
    assert parts("类别\t数量", "治安\t70", "征地\t30", "工伤\t26", "合计\t126") == KINDS


def test_a_row_that_adds_up_to_a_known_whole_lists_its_parts() -> None:
    assert parts("类别\t治安\t征地\t工伤\t合计", "数量\t70\t30\t26\t126") == KINDS


def test_the_whole_may_be_told_after_the_table() -> None:
    rows = told(f"案件分类表\n类别\t数量\n治安\t70\n征地\t30\n工伤\t26\n二、总体情况\n{TOTAL}")
    assert Told(RECEIVED, 70, breakdown="治安") in rows


@pytest.mark.parametrize(
    ("ordinary", "found"), [(200, {None: 340, "简易程序": 140, "普通程序": 200}), (201, {None: 340})]
)
def test_two_figures_of_the_text_may_make_up_the_whole_of_a_table(
    ordinary: int, found: dict[str | None, float]
) -> None:
    rows = told(f"行政执法情况表\n项目\t数量（件）\n行政处罚\t340\n\n简易程序140件，普通程序{ordinary}件。")
    assert {row.breakdown: row.value for row in rows if row.indicator == "enforcement.penalties"} == found


@pytest.mark.parametrize(
    "lines",
    [
        ["治安\t70", "征地\t30", "工伤\t25"],
        ["治安\t70", "征地\t30", "工伤\t25", "合计\t126"],
        ["治安\t70", "征地\t30", "工伤\t26", "合计\t127"],
        ["治安\t100", "征地\t26"],
    ],
    ids=["sum differs", "total right, sum not", "sum right, total not", "two cells"],
)
def test_what_does_not_add_up_is_not_restated(lines: list[str]) -> None:
    assert parts("类别\t数量", *lines) == {None: 126}


def test_a_small_sum_agrees_by_chance() -> None:
    before = "全年收到行政复议申请9件。"
    assert parts("类别\t数量", "治安\t4", "征地\t3", "工伤\t2", before=before) == {None: 9}


@pytest.mark.parametrize("head", ["涉及人数（人）", "金额（元）"])
def test_cells_of_another_unit_are_no_parts(head: str) -> None:
    assert parts(f"类别\t{head}", "治安\t70", "征地\t30", "工伤\t26") == {None: 126}


def test_another_year_s_whole_has_no_parts_of_this_year() -> None:
    before = "2022年，全县收到行政复议申请126件。"
    lines = ("类别\t数量", "治安\t70", "征地\t30", "工伤\t26")
    assert parts(*lines, before=before) == {}
    assert parts(*lines, before=before, period="2022") == {None: 126}


def test_a_total_names_its_year_before_and_its_change_and_so_do_its_parts() -> None:
    lines = ("类别\t2022年\t2023年\t同比", "治安\t60\t70\t16.7%", "征地\t20\t30\t50%", "工伤\t20\t26\t30%")
    total = "合计\t100\t126\t26%"
    assert parts(*lines, total) == KINDS
    before, change = {"治安": 60, "征地": 20, "工伤": 20}, {"治安": 16.7, "征地": 50, "工伤": 30}
    assert parts(*lines, total, period="2022") == {None: 100, **before}
    assert parts(*lines, total, measure="change_pct") == {None: 26, **change}


def test_a_total_of_a_column_that_is_not_restated_names_nothing_else() -> None:
    lines = ("类别\t2022年\t2023年\t同比", "治安\t60\t70\t16.7%", "征地\t20\t30\t50%", "工伤\t20\t25\t30%")
    total = "合计\t100\t126\t26%"
    assert parts(*lines, total, period="2022") == {}
    assert parts(*lines, total, measure="change_pct") == {}


def test_shares_stand_beside_or_under_their_parts() -> None:
    shares = {"治安": 55.6, "征地": 23.8, "工伤": 20.6}
    beside = ("类别\t数量\t占比", "治安\t70\t55.6%", "征地\t30\t23.8%", "工伤\t26\t20.6%", "合计\t126\t100%")
    under = ("类别\t治安\t征地\t工伤\t合计", "数量\t70\t30\t26\t126", "占比\t55.6%\t23.8%\t20.6%\t100%")
    assert parts(*beside, measure="share_pct") == shares
    assert parts(*under, measure="share_pct") == shares


def test_shares_beside_what_is_not_restated_state_nothing() -> None:
    lines = ("类别\t数量\t占比", "治安\t70\t55.6%", "征地\t30\t23.8%", "工伤\t25\t20.6%")
    assert parts(*lines, measure="share_pct") == {}


def test_outcomes_keep_their_own_codes_though_they_add_up() -> None:
    rows = told("全年审结行政复议案件78件。\n审理结果表\n结果\t数量\n维持\t50\n驳回\t20\n撤销\t8\n合计\t78")
    assert {(row.indicator, row.value, row.breakdown) for row in rows} == {
        ("reconsideration.concluded", 78, None),
        ("reconsideration.upheld", 50, None),
        ("reconsideration.dismissed", 20, None),
        ("reconsideration.revoked", 8, None),
    }


DIVIDED = (
    "二、行政复议申请涉及的事项\n事项 | 举报处理 | 信息公开 | 工伤认定 | 终止调查 |\n"
    "数量 | 88件 | 14件 | 57件 | 3件 |\n"
    "占新受理数比例 | 47.31% | 7.53% | 30.65% | 1.61% |"
)
STATISTICS = "示例县2023年行政复议案件统计分析"


def test_a_row_of_shares_says_of_what_the_figures_over_it_are_parts() -> None:
    rows = {row for row in told(DIVIDED, title=STATISTICS) if row.indicator == "reconsideration.accepted"}
    assert {(row.breakdown, row.value) for row in rows if row.measure == "level"} == {
        ("举报处理", 88),
        ("信息公开", 14),
        ("工伤认定", 57),
        ("终止调查", 3),
    }
    assert {row.value for row in rows if row.measure == "share_pct"} == {47.31, 7.53, 30.65, 1.61}


def test_shares_outrank_a_sum_that_agrees_by_chance_and_zeros_follow() -> None:
    told_whole = DIVIDED.replace("终止调查 |", "终止调查 | 行政补偿 |").replace("3件 |", "3件 | 0 |")
    told_whole = told_whole.replace("1.61% |", "1.61% | 0 |") + "\n全年审结行政复议案件162件。"
    rows = [row for row in told(told_whole, title=STATISTICS) if row.breakdown]
    assert {row.indicator for row in rows} == {"reconsideration.accepted"}
    assert {(row.measure, row.value) for row in rows if row.breakdown == "行政补偿"} == {
        ("level", 0),
        ("share_pct", 0),
    }


def test_figures_that_are_not_the_shares_told_stay_unread() -> None:
    rows = told(DIVIDED.replace("30.65%", "20.65%"), title=STATISTICS)
    assert not [row for row in rows if row.indicator == "reconsideration.accepted"]


def test_another_year_and_its_change_are_of_the_parts_that_add_up() -> None:
    text = (
        "2023年，新收行政复议申请1286件。\n\n表1 申请事项（单位：件）\n"
        "事项 | 2022年 | 2023年 | 同比 |\n"
        "自然资源 | 312 | 468 | 50.0% |\n"
        "举报投诉 | 412 | 585 | 42.0% |\n"
        "其他 | 160 | 233 | 45.6% |\n"
        "合计 | 884 | 1286 | 45.5% |"
    )
    code = "reconsideration.received"
    parts = {row for row in told(text) if row.indicator == code and row.breakdown == "自然资源"}
    assert parts == {
        Told(code, 468, breakdown="自然资源"),
        Told(code, 312, period="2022", breakdown="自然资源"),
        Told(code, 50, "change_pct", breakdown="自然资源"),
    }


def test_the_same_things_of_another_year_have_one_code() -> None:
    text = (
        "2023年，受理行政复议138件，办结127件；2022年办结72件。\n\n"
        "申请事项 | 举报投诉 | 自然资源 | 其他 |\n"
        "数量 | 61件 | 47件 | 30件 |\n"
        "2022年同期 | 26件 | 21件 | 25件 |"
    )
    codes = {row.indicator for row in told(text) if row.breakdown == "举报投诉"}
    assert codes == {"reconsideration.accepted"}


def test_a_column_that_names_another_thing_holds_no_parts_though_its_sum_is_known() -> None:
    text = "行政应诉工作。判决驳回诉讼请求71件。\n单位\t应通知数量人\n公安局\t38\n资源局\t21\n人社局\t12"
    assert {row.value for row in of("litigation.dismissed", text)} == {71}


def test_a_count_is_no_money_though_the_total_of_its_row_is_known_as_money() -> None:
    text = (
        "办结行政执法案件11654件，罚款约265万元。各类案件办结数量及处罚金额见下表。\n\n"
        "案件类别 | 2022年案件(件) | 2022年处罚金额(万元) | 2023年案件(件) | 2023年处罚金额(万元)\n"
        "简易程序 | 6381 | 25.7 | 6120 | 24.2\n普通程序 | 5665 | 245.5 | 5534 | 240.9\n"
        "合计 | 12046 | 271.2 | 11654 | 265.1"
    )
    rows = told(text)
    assert {row.value for row in rows if row.indicator == "enforcement.fines" and not row.breakdown} == {
        2712000,
        2651000,
    }
    assert Told("enforcement.acts_total", 12046, period="2022") in rows
    assert Told("enforcement.acts_total", 5665, period="2022", breakdown="普通程序") in rows


def test_a_change_beside_two_years_of_one_code_is_of_that_code() -> None:
    text = (
        "示例市复议案件情况表\n地区 | 收到申请（件） | 受理（件） | 2022年收到（件） | 同比\n"
        "甲县 | 452 | 398 | 296 | 52.70%\n乙县 | 236 | 198 | 165 | 43.03%\n合计 | 688 | 596 | 461 | 49.24%"
    )
    changes = {row for row in told(text) if row.measure == "change_pct"}
    received = "reconsideration.received"
    assert changes == {
        Told(received, 52.7, "change_pct", breakdown="甲县"),
        Told(received, 43.03, "change_pct", breakdown="乙县"),
        Told(received, 49.24, "change_pct"),
    }


def test_a_column_of_what_was_shared_out_holds_shares() -> None:
    text = (
        "表一 行政复议审结案件结果\n| 结案方式 | 件数 | 占审结总数 |\n| 维持 | 322 | 46.00% |\n"
        "| 驳回申请 | 210 | 30.00% |\n| 终止 | 168 | 24.00% |\n| 合计 | 700 | 100% |"
    )
    shares = {(row.indicator.split(".")[1], row.value) for row in told(text) if row.measure == "share_pct"}
    assert shares == {("upheld", 46), ("dismissed", 30), ("terminated", 24)}


def test_the_act_that_a_caption_names_is_that_of_its_columns() -> None:
    text = (
        "附表2 2023年度行政许可办理情况\n类别 | 申请（件） | 不予许可（件）\n"
        "特种设备 | 1029 | 8\n合计 | 1029 | 8"
    )
    rows = {(row.indicator, row.breakdown, row.value) for row in told(text)}
    assert ("enforcement.licence_applications", "特种设备", 1029) in rows
    assert ("enforcement.licence_applications", None, 1029) in rows


def test_shares_name_their_whole_where_a_sum_agrees_with_another_by_chance() -> None:
    before = "二、案件情况\n全年新受理行政复议案件151件。到年底已办结135件。\n三、申请事项"
    lines = (
        "申请事项 | 举报投诉处理 | 行政处罚 | 政府信息公开 | 终止调查 |",
        "数量 | 75件 | 40件 | 16件 | 4件 |",
        "占新受理数比例 | 49.66% | 26.49% | 10.59% | 2.64% |",
    )
    found = {
        (row.breakdown, row.measure): row.value
        for row in told("\n".join((before, *lines)), title="示例县2024年度行政复议案件分析")
        if row.indicator == "reconsideration.accepted" and row.breakdown
    }
    assert found == {
        ("举报投诉处理", "level"): 75,
        ("行政处罚", "level"): 40,
        ("政府信息公开", "level"): 16,
        ("终止调查", "level"): 4,
        ("举报投诉处理", "share_pct"): 49.66,
        ("行政处罚", "share_pct"): 26.49,
        ("政府信息公开", "share_pct"): 10.59,
        ("终止调查", "share_pct"): 2.64,
    }


def test_figures_and_shares_tell_of_which_known_whole_they_are() -> None:
    text = (
        "一、办理情况\n新收行政复议申请219件，受理186件。\n二、被申请人情况\n县政府部门最多，公安局居首。\n三、申请事项\n举报处理类最多，其次是信息公开类。与上年相比，举报处理增加9件，政府信息公开减少7件。见下表。\n"
        + DIVIDED.split("\n", 1)[1].replace("新受理", "受理")
    )
    found = [
        row
        for row in told(text, title="示例县2023年度行政复议应诉案件统计分析")
        if row.breakdown and row.measure == "level"
    ]
    assert {row.indicator for row in found} == {"reconsideration.accepted"}
    assert len(found) == 4


OUTCOMES = (
    "分类 | 维持 | 驳回 | 终止 | 撤销 | 调解\n数量 | 58件 | 27件 | 42件 | 17件 | 25件\n"
    "占审结数比例 | 34.32% | 15.98% | 24.85% | 10.06% | 14.79%"
)


def test_outcomes_side_by_side_are_of_reviews_though_no_word_says_so() -> None:
    text = f"五、案件审理情况\n全年审结169件。见下表。\n{OUTCOMES}"
    codes = ("upheld", "dismissed", "terminated", "revoked", "mediated")
    found = told(text, title="示例县2023年度行政复议应诉案件统计分析")
    levels = dict(zip(codes, (58, 27, 42, 17, 25), strict=True))
    assert {Told(f"reconsideration.{code}", value) for code, value in levels.items()} <= found
    assert Told("reconsideration.upheld", 34.32, "share_pct") in found


def test_outcomes_of_law_suits_are_none_of_reviews() -> None:
    text = f"五、行政应诉\n一审行政案件审理情况表\n{OUTCOMES}"
    assert not any(row.indicator.startswith("reconsideration.") for row in told(text))


def test_two_figures_of_two_sentences_are_no_parts_of_a_cell_that_they_add_up_to() -> None:
    text = f"五、行政复议案件审理情况\n{OUTCOMES}\n因和解自行撤回的37件。公开开庭审理21件。"
    upheld = [row for row in told(text) if row.indicator == "reconsideration.upheld"]
    assert {(row.breakdown, row.value) for row in upheld if row.measure == "level"} == {(None, 58)}
