"""Tables of every sort: bars, tabs, one cell a line, side by side; units, parts, totals, shares."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import TITLE, Told, levels, of, read, told

WANTED = {("enforcement.penalties", 340), ("enforcement.licences", 1200), ("enforcement.inspections", 560)}


@pytest.mark.parametrize(
    "table",
    [
        "行政执法情况统计表\n| 项目 | 数量（件） |\n| --- | --- |\n"
        "| 行政处罚 | 340 |\n| 行政许可 | 1200 |\n| 行政检查 | 560 |",
        "行政执法情况统计表\n项目\t数量\n行政处罚\t340件\n行政许可\t1,200件\n行政检查\t560次",
        "行政执法情况统计表\n项目\n数量\n行政处罚\n340\n行政许可\n1200\n行政检查\n560",
        "行政执法情况统计表\n项目\t数量\t项目\t数量\n行政处罚\t340\t行政许可\t1200\n行政检查\t560\t\t",
        "行政执法情况统计表\n序号\t项目\t单位\t数量\n1\t行政处罚\t件\t340\n2\t行政许可\t件\t1200\n3\t行政检查\t次\t560",
    ],
    ids=["bars", "tabs", "stacked", "side by side", "numbered"],
)
def test_a_table_states_the_same_however_it_is_set(table: str) -> None:
    assert levels(table) == WANTED


@pytest.mark.parametrize(
    "table",
    [
        "指标\t数值（万元）\n罚没金额\t15.2",
        "指标\t数值\n罚没金额（万元）\t15.2",
        "（单位：万元）\n指标\t数值\n罚没金额\t15.2",
        "指标\t单位\t数值\n罚没金额\t万元\t15.2",
        "指标\t数值\n罚没金额\t15.2万元",
    ],
    ids=["header", "label", "caption", "column", "cell"],
)
def test_a_unit_may_stand_in_header_label_caption_column_or_cell(table: str) -> None:
    assert levels(f"行政处罚情况\n{table}") == {("enforcement.fines", 152000)}


def test_a_total_is_the_whole_and_the_rest_are_parts() -> None:
    rows = told("行政处罚案件统计表\n部门\t行政处罚案件数（件）\n县城管局\t200\n县住建局\t140\n合计\t340")
    assert {(row.breakdown, row.value) for row in rows} == {(None, 340), ("县城管局", 200), ("县住建局", 140)}


def test_a_sign_for_nothing_states_nothing() -> None:
    rows = told("行政执法情况统计表\n项目\t数量\n行政处罚\t340\n行政许可\t-\n行政检查\t/")
    assert {row.indicator for row in rows} == {"enforcement.penalties"}


def test_a_figure_in_prose_and_table_is_one_with_two_places() -> None:
    table = "行政执法情况统计表\n项目\t数量（件）\n行政处罚\t340\n行政许可\t1200"
    text = f"{TITLE}\n\n全年作出行政处罚决定340件。\n{table}"
    extraction = read(text)
    (penalties,) = [row for row in extraction.observations if row.indicator == "enforcement.penalties"]
    assert [text[place.start : place.end] for place in penalties.evidence] == ["340件", "340"]


def test_every_cell_of_a_table_is_a_quantity_at_its_place() -> None:
    text = f"{TITLE}\n\n行政执法情况统计表\n项目\t数量\n行政处罚\t３４０\n行政许可\t1,200\n走访企业\t60"
    found = [mention.quantity for mention in read(text).mentions]
    assert [(text[item.start : item.end], item.value) for item in found] == [
        ("３４０", 340),
        ("1,200", 1200),
        ("60", 60),
    ]


def test_a_column_of_bodies_may_be_called_units() -> None:
    rows = told(
        "2023年行政处罚立案情况\n单位 | 立案数（起） | 立案数同比 |\n"
        "甲分局 | 47 | 30.6% |\n乙分局 | 58 | 87.1% |"
    )
    assert {(row.breakdown, row.measure, row.value) for row in rows} == {
        ("甲分局", "level", 47),
        ("甲分局", "change_pct", 30.6),
        ("乙分局", "level", 58),
        ("乙分局", "change_pct", 87.1),
    }


def test_a_row_of_signs_for_nothing_heads_no_table() -> None:
    table = (
        "指标情况表\n指标名称\t2023年实绩\t2024年目标\n行政复议纠错率\t8%\t不高于10%\n"
        "政务服务满意度\t—\t—\n行政复议调解率\t-\t30%以上"
    )
    rows = {(row.indicator, row.value, row.period, row.comparator) for row in told(table)}
    assert rows == {
        ("reconsideration.correction_rate", 8, "2023", "="),
        ("reconsideration.correction_rate", 10, "2024", "<="),
        ("reconsideration.mediation_rate", 30, "2024", ">="),
    }


def test_names_and_figures_by_turns_set_by_spaces_are_a_table() -> None:
    table = (
        "人民调解方面,具体数字如下:\n\n"
        "    项目          数量          项目          数量\n"
        "    纠纷调处数    3 146 起      调解成功数    3 061 起\n"
        "    调处率        100%          成功率        97.3%"
    )
    assert {(row.indicator, row.value) for row in told(table)} == {
        ("mediation.cases", 3146),
        ("mediation.succeeded", 3061),
        ("mediation.handling_rate", 100),
        ("mediation.success_rate", 97.3),
    }


def test_rows_of_one_indicator_that_make_up_their_total_are_its_parts() -> None:
    table = "人民调解委员会设置情况\n类别 | 数量（个）\n村（社区）调委会 | 198\n乡镇调委会 | 16\n合计 | 214"
    assert {(row.breakdown, row.value) for row in told(table)} == {
        (None, 214),
        ("村（社区）调委会", 198),
        ("乡镇调委会", 16),
    }


def test_a_total_without_a_number_of_its_own_keeps_the_columns_of_its_table() -> None:
    table = (
        "人民调解情况\n序号 | 县（区） | 调解成功（件） | 受理纠纷（件）\n"
        "1 | 甲区 | 5134 | 5218\n2 | 乙县 | 4341 | 4467\n | 全市 | 9475 | 9685"
    )
    city = "示例市2023年人民调解工作情况通报"
    succeeded = {
        row.breakdown: row.value for row in told(table, title=city) if row.indicator.endswith("succeeded")
    }
    assert succeeded == {None: 9475, "甲区": 5134, "乙县": 4341}


def test_a_row_named_after_its_measure_alone_is_no_part() -> None:
    table = (
        "行政诉讼案件审级情况（单位：件）\n"
        "| 审级 | 一审 | 二审 | 再审 | 合计 |\n| 案件数 | 61 | 38 | 4 | 103 |"
    )
    rows = told(table, title="示例市2023年行政应诉案件统计分析")
    assert {(row.indicator, row.breakdown, row.value) for row in rows} >= {
        ("litigation.first_instance", None, 61),
        ("litigation.second_instance", None, 38),
        ("litigation.retrials", None, 4),
    }


def test_a_column_of_rates_is_in_per_cent_whatever_its_row_is_counted_in() -> None:
    text = "公证业务表\n业务名称\t2022年\t2023年\t比上年±%\n公证收费（万元）\t296.4\t251.8\t-15.0"
    assert Told("notary.fees_collected", -15, "change_pct") in told(text)
    assert Told("notary.fees_collected", 2518000) in told(text)


def test_mediation_among_the_outcomes_of_reviews_is_one_of_them() -> None:
    text = (
        "全年共审结行政复议申请77件。\n\n分类 | 维持 | 终止 | 驳回 | 调解\n"
        "数量 | 27件 | 36件 | 9件 | 5件\n占审结数比例 | 35.06% | 46.75% | 11.69% | 6.49%"
    )
    rows = told(text)
    assert Told("reconsideration.mediated", 5) in rows
    assert Told("reconsideration.mediated", 6.49, "share_pct") in rows


def test_a_share_is_of_the_count_right_before_it() -> None:
    text = (
        "表2：一审案件及行政机关负责人出庭应诉情况\n"
        "被告类别\t一审案件（件）\t占比\t负责人出庭（件）\n市政府\t96\t16.8%\t61\n县政府\t168\t29.4%\t111\n"
        "市级部门\t121\t21.2%\t88\n合计\t571\t—\t393\n"
    )
    shares = {(row.indicator, row.breakdown) for row in told(text) if row.measure == "share_pct"}
    code = "litigation.first_instance"
    assert shares == {(code, "市政府"), (code, "县政府"), (code, "市级部门")}


def test_a_column_named_after_the_doing_alone_is_no_part() -> None:
    text = (
        "其他行政执法行为统计表\n类别\t实施数量（宗）\t涉及金额（万元）\n"
        "行政征收\t312\t286.5\n行政确认\t412\t-\n"
    )
    assert told(text) == {
        Told("enforcement.collections", 312),
        Told("enforcement.collection_amount", 2_865_000),
        Told("enforcement.confirmations", 412),
    }


def test_a_column_of_shares_may_name_the_column_that_they_are_of() -> None:
    text = (
        "全年作出处罚决定300件，罚款95万元。\n各领域办案情况（单位：件、万元）\n领域\t处罚决定数\t罚没款\t占处罚总数\n"
        "市容环卫\t120\t21.4\t40%\n违法建筑\t60\t53.6\t20%\n渣土运输\t120\t20\t40%\n合计\t300\t95\t—\n"
    )
    shares = {(row.indicator, row.breakdown) for row in told(text) if row.measure == "share_pct"}
    code = "enforcement.penalties"
    assert shares == {(code, "市容环卫"), (code, "违法建筑"), (code, "渣土运输")}


def test_a_change_in_per_cent_is_not_in_the_unit_of_the_name_over_it() -> None:
    table = (
        "表1 行政处罚和罚没金额\n执法主体\t行政处罚（件）\t\t罚没金额（万元）\t\n"
        "\t2023年\t增减（%）\t2023年\t增减（%）\n"
        "公安局\t2968\t-9.62\t386.25\t-6.39\n交通运输局\t1187\t-9.39\t152.73\t-9.31\n合计\t4155\t-9.55\t538.98\t-7.24"
    )
    fines = {row for row in told(table) if row.indicator == "enforcement.fines" and row.breakdown == "公安局"}
    assert fines == {
        Told("enforcement.fines", 3_862_500, breakdown="公安局"),
        Told("enforcement.fines", -6.39, "change_pct", breakdown="公安局"),
    }


def test_the_whole_year_is_the_total_of_its_quarters() -> None:
    table = (
        "表2 分季度案件办理情况（单位：件）\n项目 | 一季度 | 二季度 | 三季度 | 四季度 | 全年\n"
        "行政处罚立案 | 1502 | 1748 | 1690 | 1666 | 6606\n移送司法机关案件 | 6 | 4 | 9 | 7 | 26"
    )
    wholes = {(row.indicator, row.value) for row in told(table) if row.breakdown is None}
    assert wholes == {("enforcement.cases_opened", 6606), ("enforcement.transferred_cases", 26)}


def test_pairs_of_names_and_numbers_may_stand_under_names_of_their_own() -> None:
    stated = told(
        "机构（个）\t数量\t人员（人）\t数量\n律师事务所\t47\t执业律师\t612\n公证机构\t8\t公证员\t53\n\n"
        "业务（件）\t数量\t金额（万元）\t数量\n法律援助受理案件\t2875\t公证收费\t118.5"
    )
    assert {
        Told("lawyer.firms", 47),
        Told("lawyer.lawyers", 612),
        Told("notary.notaries", 53),
        Told("legal_aid.cases", 2875),
        Told("notary.fees_collected", 1185000),
    } <= stated


def test_a_place_in_brackets_stays_in_the_name_of_a_row() -> None:
    table = "复议机关\t收到申请\t受理\n市政府\t356\t302\n其他县（市）政府\t318\t270\n合计\t674\t572"
    stated = told(f"附：行政复议案件情况表（单位：件）\n{table}", title="示例市2023年行政复议案件统计分析")
    assert Told("reconsideration.received", 318, breakdown="其他县（市）政府") in stated


def test_a_row_knows_its_unit_better_than_a_column() -> None:
    header, row = "类别\t2023年（件）\t2022年（件）\t同比", "行政处罚\t4836\t5217\t-7.3%"
    table = f"{header}\n{row}\n罚没金额（万元）\t1873.6\t2104.9\t-10.99%"
    assert of("enforcement.fines", f"行政执法数据如下：\n{table}") == {
        Told("enforcement.fines", 18_736_000),
        Told("enforcement.fines", 21_049_000, period="2022"),
        Told("enforcement.fines", -10.99, "change_pct"),
    }


def test_bodies_that_rows_are_named_by_are_not_what_is_counted() -> None:
    table = "公证处\t公证员（人）\t国内民事\n甲公证处\t9\t2706\n乙公证处\t4\t1021"
    assert of("notary.offices", f"各公证处公证情况见表。\n{table}") == set()


def test_all_inspections_of_a_table_take_in_those_at_random() -> None:
    table = "单位\t行政处罚（件）\t行政检查（次）\n甲局\t319\t6204\n乙局\t742\t3150\n合计\t1061\t9354"
    found = of(
        "enforcement.inspections",
        f"组织双随机抽查任务12次，抽查市场主体1326户。\n行政执法情况如下：\n{table}",
    )
    assert Told("enforcement.inspections", 9354) in found
