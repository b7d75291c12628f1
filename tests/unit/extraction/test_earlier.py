"""Figures that speak of others: levels of the year before, whose they are and how far their year holds."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, of, told

RECEIVED, CONCLUDED = "reconsideration.received", "reconsideration.concluded"
AID, MEDIATED, AMOUNT = "legal_aid.cases", "mediation.cases", "mediation.amount"
INSPECTED, SUPERVISED = "enforcement.inspections", "correction.supervisees"


# levels of the year before


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


# years that hold for themselves


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


def test_another_level_of_the_year_before_in_its_list() -> None:
    rows = told("行政检查824家次，同比2022年检查967家次、处罚21起均有所下降。")
    assert Told(INSPECTED, 967, period="2022") in rows
    assert not [row for row in rows if row.value == 21 and row.period == "2023"]


# past benchmarks, in order, and by the clause before


def test_a_comparison_reaches_past_a_benchmark() -> None:
    text = "出庭应诉率为88.76%，虽然仍低于全省92%的平均水平，但比2022年的79.4%还是上升了9.36个百分点。"
    rate = "litigation.head_appearance_rate"
    assert of(rate, f"行政应诉工作。行政机关负责人{text}") == {
        Told(rate, 88.76),
        Told(rate, 79.4, period="2022"),
        Told(rate, 9.36, "change_abs"),
    }


@pytest.mark.parametrize(
    "words", ["这一数据比2022年下降", "该比率较上年下降", "。院长介绍，这一数据比上年下降"]
)
def test_a_word_that_points_back_names_nothing_of_its_own(words: str) -> None:
    rate = "litigation.lost_rate"
    assert Told(rate, -2.35, "change_abs") in told(f"行政应诉工作。败诉率17.81%，{words}2.35个百分点。")


def test_levels_of_another_year_follow_in_the_order_of_those_told() -> None:
    text = "新收一审行政诉讼案件812件，新收二审行政诉讼案件298件，2022年分别为820件和291件。"
    assert Told("litigation.first_instance", 820, period="2022") in told(text)
    assert Told("litigation.second_instance", 291, period="2022") in told(text)


def test_the_clause_before_may_name_the_body_that_fell() -> None:
    text = "全市收到行政复议申请713件。甲区收到318件；乙县不增反降，由上年的68件降至61件，降幅10.29%。"
    rows = told(text, title="信阳市人民政府关于2023年度法治政府建设情况的报告")
    assert Told(RECEIVED, 61, breakdown="乙县") in rows
    assert Told(RECEIVED, 68, period="2022", breakdown="乙县") in rows
    assert Told(RECEIVED, -10.29, "change_pct", breakdown="乙县") in rows


@pytest.mark.parametrize("words", ["较之2022年的110件", "低于2022年的110件"])
def test_other_words_of_comparison(words: str) -> None:
    assert Told(RECEIVED, 110, period="2022") in told(f"收到行政复议申请100件，{words}。")


@pytest.mark.parametrize("words", ["上年分别是318件、2745.9万元", "上年依次为318件和2745.9万元"])
def test_levels_of_the_year_before_follow_in_order_each_in_its_unit(words: str) -> None:
    rows = told(f"作出行政处罚决定271件，罚款2318.4万元，{words}。")
    assert Told("enforcement.penalties", 318, period="2022") in rows
    assert Told("enforcement.fines", 27459000, period="2022") in rows


def test_the_year_before_told_behind_a_change_is_of_what_changed() -> None:
    text = "新收行政诉讼案件71件，其中一审46件。一审案件同比增长9.5%，2022年为42件。"
    assert Told("litigation.first_instance", 42, period="2022") in told(text)


def test_a_year_in_brackets_with_its_own_verb_is_that_years() -> None:
    text = "全年收到行政复议申请164件，同比下降8.9%（2022年收到180件）；受理139件。"
    assert Told("reconsideration.received", 180, period="2022") in told(text)
    assert Told("reconsideration.accepted", 139) in told(text)


def test_the_end_of_last_year_beside_the_end_of_this_one() -> None:
    assert Told("counsel.public_lawyers", 21, period="2022") in told("公职律师上年末21人，本年末29人。")


def test_a_level_of_the_year_before_is_of_what_is_said_to_have_changed() -> None:
    text = "办理行政处罚3176件；行政检查9820次。与2022年的3422件相比，行政处罚案件减少246件，下降7.2%。"
    rows = told(text)
    assert Told("enforcement.penalties", 3422, period="2022") in rows
    assert not {row for row in rows if row.indicator == "enforcement.inspections" and row.period == "2022"}


def test_two_levels_of_the_year_before_follow_the_order_of_two_before_them() -> None:
    text = "县委理论学习中心组学法8次、县政府常务会议学法14次，2022年分别为6次、11次。"
    assert of("study.party_sessions", text) == {
        Told("study.party_sessions", 8),
        Told("study.party_sessions", 6, period="2022"),
    }
    assert Told("study.government_meeting_sessions", 11, period="2022") in told(text)


def test_a_level_of_the_year_before_is_of_the_figure_with_its_verb() -> None:
    text = "行政处罚立案312件，罚没款286.5万元，移送公安机关4件；上年立案275件。"
    assert Told("enforcement.cases_opened", 275, period="2022") in told(text)
    assert Told("enforcement.transferred_cases", 275, period="2022") not in told(text)


@pytest.mark.parametrize("between", ["；2022年为1330件。", "，2022年办结1330件。"])
def test_a_year_told_in_passing_does_not_rule_the_next_sentence(between: str) -> None:
    text = f"全年办理公证业务，办结公证1420件{between}公证收费98.6万元。"
    assert Told("notary.fees_collected", 986000) in told(text)


def test_a_class_of_what_the_sentence_looks_at_is_no_act_of_its_own() -> None:
    text = "从受理的行政复议案件看，行政处罚类由2022年的41件上升到56件。"
    assert told(text) == {
        Told("reconsideration.accepted", 41, period="2022", breakdown="行政处罚类"),
        Told("reconsideration.accepted", 56, breakdown="行政处罚类"),
    }


def test_what_a_level_is_a_multiple_of_is_the_level_of_the_year_before() -> None:
    rows = of("reconsideration.accepted", "收到行政复议申请86件，受理79件，受理数是上年31件的2.5倍。")
    assert {(row.value, row.period) for row in rows} == {(79, "2023"), (31, "2022")}


def test_a_year_with_a_bare_verb_tells_what_the_figure_before_counts() -> None:
    rows = of("reconsideration.hearings", "开展行政复议听证会27场，2022年只开了14场。")
    assert {(row.value, row.period) for row in rows} == {(27, "2023"), (14, "2022")}


def test_what_a_rise_is_based_on_is_the_level_of_the_year_before() -> None:
    rows = told("新收行政复议申请36件，在2022年30件的基础上增长20%。")
    assert Told("reconsideration.received", 30, period="2022") in rows
    assert Told("reconsideration.received", 20, "change_pct") in rows


def test_what_brackets_hold_behind_the_year_compared_with_is_of_that_year() -> None:
    text = "全县收到行政复议申请447件，受理389件，较去年（收到251件、受理226件）分别增长78.1%和72.1%。"
    assert told(text) >= {
        Told(RECEIVED, 251, period="2022"),
        Told("reconsideration.accepted", 226, period="2022"),
        Told(RECEIVED, 78.1, "change_pct"),
        Told("reconsideration.accepted", 72.1, "change_pct"),
    }


def test_a_year_that_a_figure_has_come_from_holds_for_the_next() -> None:
    text = "行政处罚案件从2016年的6.2万件降到2023年的4.57万件，其中市场监管领域由8140件降到5026件。"
    assert Told("enforcement.penalties", 8140, period="2016", breakdown="市场监管领域") in told(text)


def test_a_year_goes_on_a_run_of_years() -> None:
    text = "行政复议收案2020年、2021年、2022年分别为254件、303件、378件，到2023年达到651件。"
    assert Told(RECEIVED, 651) in told(text)


def test_a_level_of_another_year_behind_a_whole_list_is_of_its_head() -> None:
    text = "承办人大代表建议、政协提案180件，其中建议68件、提案112件，2022年为193件。"
    assert Told("disclosure.proposals", 193, period="2022") in told(text)


def test_what_was_short_of_a_rate_the_year_before_is_its_rate() -> None:
    text = "负责人出庭率由2022年的不足20%提高到63.2%。"
    assert {(row.value, row.period) for row in told(text)} == {(20, "2022"), (63.2, "2023")}
