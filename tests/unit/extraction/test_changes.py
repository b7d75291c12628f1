"""Changes, and what a change or a level of the year before is of."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, of, reasons, told

RECEIVED, MEDIATED, INSPECTED = "reconsideration.received", "mediation.cases", "enforcement.inspections"


# changes
# ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "走访群众满意度同比提升6.3%",
        "群众来信件数同比下降6.3%",
        "走访群众较上年的80户增长6.3%",
        "走访群众较2022年的6次、16户分别增长50%和40%",
    ],
)
def test_a_change_of_a_noun_that_no_rule_knows_attaches_to_nothing(words: str) -> None:
    assert told(f"全年收到行政复议申请126件，{words}。") == {Told(RECEIVED, 126)}


@pytest.mark.parametrize("words", ["较上年的90件增长40%", "整体规模较上年的90件增长40%", "数量同比增长40%"])
def test_a_change_without_a_noun_is_of_the_figure_before_it(words: str) -> None:
    assert Told(RECEIVED, 40, "change_pct") in told(f"全年收到行政复议申请126件，{words}。")


@pytest.mark.parametrize("sign", ["+", "-"])
@pytest.mark.parametrize("lead", ["同比", "同比增减", "较上年", "环比", "同比为"])
def test_a_signed_change_has_its_sign(lead: str, sign: str) -> None:
    value = 6.3 if sign == "+" else -6.3
    assert told(f"全年收到行政复议申请126件，{lead}{sign}6.3%。") == {
        Told(RECEIVED, 126),
        Told(RECEIVED, value, "change_pct"),
    }


@pytest.mark.parametrize("words", ["同比增长-6.3%", "增幅-6.3%", "增速为-6.3%", "降幅-6.3%", "同比下降6.3%"])
def test_a_rise_below_nothing_is_a_fall_and_a_fall_is_one_however_written(words: str) -> None:
    assert told(f"全年收到行政复议申请126件，{words}。") == {
        Told(RECEIVED, 126),
        Told(RECEIVED, -6.3, "change_pct"),
    }


def test_a_comparison_without_a_sign_or_verb_is_no_change() -> None:
    assert told("全年收到行政复议申请126件，同比6.3%。") == {Told(RECEIVED, 126)}


@pytest.mark.parametrize(
    "words",
    [
        "举报投诉案件、行政处罚案件分别增加51件、29件",
        "相比于2022年，举报投诉案件与行政处罚案件增幅明显，分别增加51件和29件",
        "举报投诉案件、行政处罚案件同比分别增加51件、29件",
    ],
)
def test_kinds_of_cases_that_each_rose_are_parts_of_the_count_before(words: str) -> None:
    assert told(f"全年收到行政复议申请126件。{words}。") == {
        Told(RECEIVED, 126),
        Told(RECEIVED, 51, "change_abs", breakdown="举报投诉"),
        Told(RECEIVED, 29, "change_abs", breakdown="行政处罚"),
    }


# what a change or a level of the year before is of, told by its verb, its rate or its list
# ---------------------------------------------------------------------------------------------------


def test_a_change_told_with_a_verb_is_of_the_figure_of_that_verb() -> None:
    text = "监督检查各类单位1983户次，监督覆盖率99%，较上年多检查415户次。"
    assert of(INSPECTED, text) == {Told(INSPECTED, 1983), Told(INSPECTED, 415, "change_abs")}


def test_a_change_with_another_verb_is_of_no_figure_before_it() -> None:
    assert not any(row.measure == "change_abs" for row in told("检查单位1983户次，较上年多走访415户次。"))


def test_a_level_of_the_year_before_may_bring_its_own_rate() -> None:
    rate = "reconsideration.acceptance_rate"
    text = "收到行政复议申请545件，受理率为85.4%，与上年的受理率86.1%基本持平。"
    assert of(rate, text) == {Told(rate, 85.4), Told(rate, 86.1, period="2022")}


def test_behind_a_list_that_adds_up_the_year_before_is_of_its_head() -> None:
    issued = "normative.issued"
    text = "制定行政规范性文件23件，其中以政府名义制发14件，部门制发9件，较2022年的31件有所减少。"
    assert Told(issued, 31, period="2022") in of(issued, text)


@pytest.mark.parametrize("year", ["上一年", "前一年", "上年", "去年"])
def test_the_year_before_has_several_names(year: str) -> None:
    rate = "reconsideration.mediation_rate"
    text = f"行政复议调解和解率达41.1%，较{year}提升9个百分点。"
    assert of(rate, text) == {Told(rate, 41.1), Told(rate, 9, "change_abs")}


def test_the_change_behind_a_series_of_years_is_of_its_last() -> None:
    text = "2022年收到行政复议申请164件，2023年增至201件，增幅22.6%。"
    assert of(RECEIVED, text) == {
        Told(RECEIVED, 164, period="2022"),
        Told(RECEIVED, 201),
        Told(RECEIVED, 22.6, "change_pct"),
    }


@pytest.mark.parametrize("year", ["2022年", "上年", "去年同期"])
def test_a_sentence_may_say_that_its_brackets_hold_the_year_before(year: str) -> None:
    upheld = "reconsideration.upheld"
    text = f"行政复议结案方式（括号内为{year}数字）：维持318件（296件），终止163件（157件）。"
    assert of(upheld, text) == {Told(upheld, 318), Told(upheld, 296, period="2022")}


def test_a_rise_may_have_its_noun_in_the_clause_before() -> None:
    filed = "enforcement.major_penalty_filings"
    text = "报送备案的重大行政处罚案件，由2022年的17件增加到21件，多了4件。"
    assert of(filed, text) == {Told(filed, 17, period="2022"), Told(filed, 21), Told(filed, 4, "change_abs")}


def test_what_is_told_now_is_of_what_was_told_of_the_year_before() -> None:
    rate = "mediation.success_rate"
    text = "人民调解成功率上年为98.1%，今年不低于98.3%。"
    plan = told(text, title="示例县2023年法治政府建设工作要点")
    assert {row for row in plan if row.indicator == rate} == {
        Told(rate, 98.1, period="2022"),
        Told(rate, 98.3, status="target", comparator=">="),
    }


def test_a_figure_set_above_our_own_is_another_body_s() -> None:
    text = "邻近某区行政复议调解率为38.6%，明显高于我县。"
    assert of("reconsideration.mediation_rate", text) == set()


def test_our_own_figure_behind_the_city_s_is_of_the_same_noun() -> None:
    rate = "enforcement.certified_rate"
    title = "示例县（示例）人民政府关于2023年度法治政府建设情况的报告"
    rows = told("全市执法人员平均持证率为93.2%，我县为94.6%。", title=title)
    assert {row for row in rows if row.indicator == rate} == {Told(rate, 94.6)}


def test_the_year_before_of_a_whole_is_none_of_a_far_smaller_part() -> None:
    text = "全年调解纠纷3846件，含疑难复杂纠纷438件，上年同期为3592件，增幅为7.1%。"
    assert of(MEDIATED, text) == {
        Told(MEDIATED, 3846),
        Told(MEDIATED, 438, breakdown="疑难复杂纠纷"),
        Told(MEDIATED, 3592, period="2022"),
        Told(MEDIATED, 7.1, "change_pct"),
    }


def test_what_a_bracket_leaves_out_is_not_what_the_text_turns_to() -> None:
    text = "全市人民调解组织受理矛盾纠纷14238件，成功率98.2%（不含行政调解和司法调解）。甲县受理4686件。"
    rows = told(text, title="示例市2023年人民调解工作情况通报")
    assert Told(MEDIATED, 4686, breakdown="甲县") in rows


def test_a_change_before_the_largest_single_case_is_of_all() -> None:
    text = "行政处罚罚款842.6万元，同比下降9.4%，单笔最高的98万元系某铸造企业拒不执行指令。"
    rows = told(text)
    assert Told("enforcement.fines", -9.4, measure="change_pct") in rows
    assert {row.value for row in rows} == {8426000, -9.4}


def test_by_how_much_a_list_was_cut_is_no_change_of_what_was_cancelled() -> None:
    code = "service.cancelled_matters"
    assert of(code, "取消行政审批事项126项，压减率达到63.3%。") == {Told(code, 126)}
    assert of(code, "取消行政审批事项126项，同比增长5%。") == {Told(code, 126), Told(code, 5, "change_pct")}


def test_levels_of_the_beginning_of_a_year_and_their_changes_are_told_by_their_nouns() -> None:
    text = "全县律师事务所39家，执业律师461人，相比2022年年初36家律师事务所和349名律师，分别增加8.3%、32.1%。"
    assert of("lawyer.firms", text) == {
        Told("lawyer.firms", 39),
        Told("lawyer.firms", 36, period="2022"),
        Told("lawyer.firms", 8.3, "change_pct"),
    }
    assert of("lawyer.lawyers", text) == {
        Told("lawyer.lawyers", 461),
        Told("lawyer.lawyers", 349, period="2022"),
        Told("lawyer.lawyers", 32.1, "change_pct"),
    }


def test_a_rise_may_be_told_by_is() -> None:
    text = "收到行政复议申请126件，增幅是12%。"
    assert of(RECEIVED, text) == {Told(RECEIVED, 126), Told(RECEIVED, 12, "change_pct")}


@pytest.mark.parametrize("year", ["与2022年相比", "同上年比"])
def test_the_former_and_the_latter_are_the_two_levels_told_last(year: str) -> None:
    rows = told(f"立案2206件，处罚金额1109万元，{year}，前者增长19.2%，后者增长15.3%。")
    assert {row for row in rows if row.measure == "change_pct"} == {
        Told("enforcement.cases_opened", 19.2, "change_pct"),
        Told("enforcement.fines", 15.3, "change_pct"),
    }


def test_changes_told_in_turn_are_of_the_counts_in_their_units() -> None:
    text = "有律师事务所137家、执业律师2416人，比上年末增加9家、203人。"
    assert {(row.indicator, row.value) for row in told(text) if row.measure == "change_abs"} == {
        ("lawyer.firms", 9),
        ("lawyer.lawyers", 203),
    }


def test_the_latter_of_two_parts_has_changed_though_they_add_up() -> None:
    rows = told("新收行政诉讼案件1766件，其中一审收案1364件，二审402件，后者比上年少37件。")
    assert {row for row in rows if row.measure == "change_abs"} == {
        Told("litigation.second_instance", -37, "change_abs")
    }


def test_a_change_of_a_unit_is_of_the_figure_in_it() -> None:
    rows = told("办理行政给付18.63万件，给付金额5.42亿元，与2022年相比件数增长4.6%、金额增加2300万元。")
    assert {row for row in rows if row.measure != "level"} == {
        Told("enforcement.payments", 4.6, "change_pct"),
        Told("enforcement.payment_amount", 23_000_000, "change_abs"),
    }


def test_numbers_of_cases_and_amounts_fall_in_their_order() -> None:
    rows = told("作出行政处罚决定221件，罚款1874.6万元，处罚件数、罚款金额同比分别下降12.3%和8.7%。")
    assert {row for row in rows if row.measure == "change_pct"} == {
        Told("enforcement.penalties", -12.3, "change_pct"),
        Told("enforcement.fines", -8.7, "change_pct"),
    }


def test_what_was_five_years_ago_is_no_year_before() -> None:
    text = "基层法律服务工作者331人，较五年前减少100人。"
    assert {row.measure for row in told(text)} == {"level"}
    assert reasons(text)["100人"] == "benchmark"


def test_a_change_against_the_month_before_is_none_on_the_year() -> None:
    text = "9月，12345热线受理群众诉求1620件，环比下降1.2%，办结1381件。"
    assert not {row for row in told(text) if row.measure != "level"}
    assert reasons(text)["1.2%"] == "benchmark"


def test_months_count_nothing() -> None:
    assert not told("行政检查企业总数连续3个月居全市第一。")


def test_behind_a_list_that_adds_up_a_comparison_is_of_its_whole_whatever_stands_between() -> None:
    rows = told(
        "受理矛盾纠纷187件，成功率99%，其中草场61件、婚姻82件、其他44件，涉案163.5万元；较2022年215件减少28件。"
    )
    assert Told("mediation.cases", 215, period="2022") in rows
    assert Told("mediation.cases", -28, "change_abs") in rows


def test_the_change_of_a_mean_is_of_no_figure_before_it() -> None:
    rows = told("全县作出行政处罚4718件，其中莘河镇603件；人均办案9.6件，较上年多1.2件。")
    assert {row.measure for row in rows} == {"level"}


def test_a_mean_that_is_an_indicator_has_changes_of_its_own() -> None:
    rows = told("执法人员人均培训62学时，比上年增加2学时。")
    assert Told("enforcement.training_hours", 2, "change_abs") in rows


@pytest.mark.parametrize("words", ["与上一年度相比增幅达", "与上年相比增幅", "比上年增长"])
def test_by_how_much_more_than_the_year_before(words: str) -> None:
    rows = told(f"收到政府信息公开申请500件，{words}48.9%。")
    assert Told("disclosure.requests_received", 48.9, "change_pct") in rows


def test_each_of_two_changes_may_say_more_or_fewer() -> None:
    rows = told("审查合同协议88份、提出修改意见212条，分别比2022年多17份、少9条。")
    assert {row for row in rows if row.measure == "change_abs"} == {
        Told("decision.contracts_reviewed", 17, "change_abs"),
        Told("decision.contract_opinions", -9, "change_abs"),
    }
