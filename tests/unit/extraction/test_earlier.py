"""Figures that speak of others: goals, series of years, spans that end, levels of the year before."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, reasons, told

RECEIVED, CONCLUDED = "reconsideration.received", "reconsideration.concluded"
AID, MEDIATED, AMOUNT = "legal_aid.cases", "mediation.cases", "mediation.amount"
INSPECTED, SUPERVISED = "enforcement.inspections", "correction.supervisees"


def of(code: str, text: str) -> set[Told]:
    """Return the rows of one indicator."""
    return {row for row in told(text) if row.indicator == code}


# goals
# ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    ["完成目标任务210件的125.2%", "占年度任务210件的125.2%", "超额完成全年目标任务数210件的125.2%"],
)
def test_what_a_figure_is_measured_by_is_a_goal(words: str) -> None:
    text = f"全年办理法律援助案件263件，{words}。"
    assert of(AID, text) == {Told(AID, 263), Told(AID, 210, status="target")}
    assert reasons(text)["125.2%"] == "no_rule"


def test_a_change_behind_a_goal_is_of_the_figure_before_it() -> None:
    text = "全年办理法律援助案件263件，占年度任务210件的125.2%，同比增长8%。"
    assert Told(AID, 8, "change_pct") in told(text)


@pytest.mark.parametrize("words", ["完成公证事项210件", "完成目标任务走访210户的90%", "超过上年的210件"])
def test_what_is_only_done_or_of_another_unit_is_no_goal(words: str) -> None:
    rows = told(f"全年办理法律援助案件263件，{words}。")
    assert Told(AID, 263) in rows
    assert {row.status for row in rows} == {"actual"}


@pytest.mark.parametrize("words", ["年度计划检查企业200家次", "年初计划检查200家次"])
def test_what_was_planned_is_a_target_of_the_year(words: str) -> None:
    rows = of(INSPECTED, f"{words}，实际检查企业212家次。")
    assert rows == {Told(INSPECTED, 200, status="target"), Told(INSPECTED, 212)}


@pytest.mark.parametrize("words", ["按照计划，检查企业212家次", "检查企业212家次，计划检查完成率100%"])
def test_what_was_done_by_plan_is_no_target(words: str) -> None:
    assert of(INSPECTED, f"全年{words}。") == {Told(INSPECTED, 212)}


# series of years and spans
# ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "series", ["2021年12件，2022年15件，2023年20件", "2021年12件、2022年15件、2023年20件"]
)
def test_a_series_of_years_is_one_indicator_at_several_periods(series: str) -> None:
    assert of(RECEIVED, f"收到行政复议申请{series}。") == {
        Told(RECEIVED, 12, period="2021"),
        Told(RECEIVED, 15, period="2022"),
        Told(RECEIVED, 20),
    }


def test_a_series_goes_on_through_its_verbs() -> None:
    text = "行政复议纠错率2021年为12%，2022年下降到9%，2023年进一步下降至8%。"
    assert {(row.period, row.value) for row in told(text)} == {("2021", 12), ("2022", 9), ("2023", 8)}


def test_a_year_with_words_of_its_own_goes_on_no_series() -> None:
    text = "收到行政复议申请2021年12件，2022年调解纠纷15件。"
    assert told(text) == {Told(RECEIVED, 12, period="2021"), Told(MEDIATED, 15, period="2022")}


@pytest.mark.parametrize("sign", ["，", "、"])
def test_what_follows_a_series_is_of_its_last_year(sign: str) -> None:
    text = f"2021年收到行政复议申请12件{sign}2022年15件{sign}2023年20件，审结18件。"
    assert of(CONCLUDED, text) == {Told(CONCLUDED, 18)}


def test_a_series_of_another_unit_is_of_nothing() -> None:
    text = "收到行政复议申请2021年12件，2022年15万元。"
    assert told(text) == {Told(RECEIVED, 12, period="2021")}


@pytest.mark.parametrize(
    "now", ["目前在册社区矫正对象25人", "年末在矫25人", "现有社区矫正对象25人", "年底在册社区矫正对象25人"]
)
@pytest.mark.parametrize("span", ["自2019年以来", "2019年至2023年"])
def test_a_span_ends_where_a_figure_is_of_now(span: str, now: str) -> None:
    rows = of(SUPERVISED, f"{span}，累计接收社区矫正对象486人，{now}。")
    assert {(row.period, row.value) for row in rows} == {("2019/2023", 486), ("2023", 25)}


@pytest.mark.parametrize("now", ["今年收到", "本年度收到", "全年收到"])
def test_a_span_ends_where_a_figure_is_of_the_year(now: str) -> None:
    text = f"2021年以来，全县收到行政复议申请290件，{now}126件。"
    assert of(RECEIVED, text) == {Told(RECEIVED, 290, period="2021/2023"), Told(RECEIVED, 126)}


@pytest.mark.parametrize("span", ["近三年", "五年来，", "“十四五”期间，", "任期内"])
def test_a_span_without_a_start_ends_there_too(span: str) -> None:
    text = f"{span}全县收到行政复议申请290件，今年收到126件。"
    assert told(text) == {Told(RECEIVED, 126)}
    assert reasons(text)["290件"] == "period_unknown"


@pytest.mark.parametrize("words", ["落实“十四五”规划，", "“十四五”开局之年，", "谋划“十五五”工作，"])
def test_the_name_of_a_plan_is_no_span(words: str) -> None:
    assert told(f"{words}全县收到行政复议申请126件。") == {Told(RECEIVED, 126)}


def test_a_plan_aims_within_the_years_that_it_names() -> None:
    title = "示例县法治政府建设规划（2021—2025年）"
    rows = told("“十四五”期间，行政复议调解率达到40%以上。", title=title)
    assert {(row.value, row.period, row.status) for row in rows} == {(40, "2021/2025", "target")}


@pytest.mark.parametrize("upto", ["截至目前，", "截至目前", "目前累计", "截至年底，", ""])
def test_a_span_up_to_now_is_a_span(upto: str) -> None:
    text = f"2021年以来，{upto}全县共收到行政复议申请290件。"
    assert of(RECEIVED, text) == {Told(RECEIVED, 290, period="2021/2023")}


def test_a_span_holds_for_the_figures_beside_it() -> None:
    text = "2021年以来，全县收到行政复议申请290件，审结280件。"
    assert of(CONCLUDED, text) == {Told(CONCLUDED, 280, period="2021/2023")}


# levels of the year before
# ---------------------------------------------------------------------------------------------------


def test_levels_of_the_year_before_and_their_changes_pair_by_order() -> None:
    text = "全年调解纠纷9起，涉及金额22.4万元，较2022年的6起、16万元分别增长50%和40%。"
    assert told(text) == {
        Told(MEDIATED, 9),
        Told(MEDIATED, 6, period="2022"),
        Told(MEDIATED, 50, "change_pct"),
        Told(AMOUNT, 224_000),
        Told(AMOUNT, 160_000, period="2022"),
        Told(AMOUNT, 40, "change_pct"),
    }


def test_levels_of_one_unit_pair_by_order_too() -> None:
    text = "全年调解纠纷9起、办理法律援助案件28件，较上年的6起、20件分别增长50%和40%。"
    assert told(text) == {
        Told(MEDIATED, 9),
        Told(MEDIATED, 6, period="2022"),
        Told(MEDIATED, 50, "change_pct"),
        Told(AID, 28),
        Told(AID, 20, period="2022"),
        Told(AID, 40, "change_pct"),
    }


def test_an_aside_in_a_bracket_is_passed_over_in_the_order() -> None:
    text = "全年调解纠纷9起（其中涉企纠纷3起）、办理法律援助案件28件，较上年的6起、20件分别增长50%和40%。"
    assert told(text) == {
        Told(MEDIATED, 9),
        Told(MEDIATED, 3, breakdown="涉企纠纷"),
        Told(MEDIATED, 6, period="2022"),
        Told(MEDIATED, 50, "change_pct"),
        Told(AID, 28),
        Told(AID, 20, period="2022"),
        Told(AID, 40, "change_pct"),
    }


@pytest.mark.parametrize("years", ["6起、16万元", "6起、20件、7件"])
def test_levels_of_the_year_before_that_have_no_partners_state_nothing(years: str) -> None:
    text = f"全年调解纠纷9起、办理法律援助案件28件，较上年的{years}有所增长。"
    assert told(text) == {Told(MEDIATED, 9), Told(AID, 28)}


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


# years that hold for themselves
# ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("aside", ["（上年为27件，增加9件）", "，上年仅27件", "，上年为27件"])
def test_a_year_said_in_passing_does_not_rule_what_follows(aside: str) -> None:
    rows = told(f"收到行政复议申请36件{aside}，审结33件。")
    assert {Told(RECEIVED, 36), Told(RECEIVED, 27, period="2022"), Told(CONCLUDED, 33)} <= rows


def test_a_year_that_opens_a_sentence_rules_it() -> None:
    rows = told("2022年收到行政复议申请27件，审结25件；2023年收到36件，审结33件。")
    assert {
        Told(RECEIVED, 27, period="2022"),
        Told(CONCLUDED, 25, period="2022"),
        Told(CONCLUDED, 33),
    } <= rows


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("“十二五”期间", "2011/2015"),
        ("“十四五”以来", "2021/2023"),
        ("自1999年行政复议法颁布以来至2023年", "1999/2023"),
    ],
)
def test_spans_of_years(words: str, period: str) -> None:
    assert Told(RECEIVED, 364, period=period) in told(f"{words}，全县收到行政复议申请364件。")


def test_a_sum_over_untold_years_has_no_period() -> None:
    assert reasons("五年累计收到行政复议申请364件。")["364件"] == "period_unknown"


def test_another_level_of_the_year_before_in_its_list() -> None:
    rows = told("行政检查824家次，同比2022年检查967家次、处罚21起均有所下降。")
    assert Told(INSPECTED, 967, period="2022") in rows
    assert not [row for row in rows if row.value == 21 and row.period == "2023"]


def test_what_became_of_cases_is_of_the_years_of_the_sentence_before() -> None:
    rows = told("其中2018年至2022年收到行政复议申请417件。作出维持决定的221件。2023年收到112件。")
    assert rows == {
        Told(RECEIVED, 417, period="2018/2022"),
        Told("reconsideration.upheld", 221, period="2018/2022"),
        Told(RECEIVED, 112),
    }


def test_a_span_from_a_law_to_a_year() -> None:
    rows = told("自1999年行政复议法颁布至2022年，全县收到行政复议申请1326件。")
    assert rows == {Told(RECEIVED, 1326, period="1999/2022")}


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
