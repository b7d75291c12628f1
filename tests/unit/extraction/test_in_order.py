"""Runs of figures that speak of others by their order, of years, or with one verb for all."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, of, parts, reasons, told

LOST, HEADS = "litigation.lost_rate", "litigation.head_appearance_rate"
COMPLETED, CORRECTED = "service.hotline_completion_rate", "reconsideration.correction_rate"
FIRMS, LAWYERS = "lawyer.firms", "lawyer.lawyers"
CASES = "mediation.cases"


def test_the_last_of_a_run_has_the_unit_of_all() -> None:
    text = "热线办结率和群众满意率分别达到97.8%和94.1%，分别比去年提高1.6和2.2个百分点。"
    assert of(COMPLETED, text) == {Told(COMPLETED, 97.8), Told(COMPLETED, 1.6, "change_abs")}


@pytest.mark.parametrize("words", ["举办培训3和5期", "分别为第1和2名"])
def test_without_a_word_for_each_a_number_has_no_unit_of_another(words: str) -> None:
    assert not {"3", "1"} & reasons(f"{words}，取得实效。").keys()


def test_a_rate_is_compared_with_two_years_once() -> None:
    text = "行政复议纠错率为20.8%，较2021年和2022年分别上升4.5和1.8个百分点。"
    assert of(CORRECTED, text) == {Told(CORRECTED, 20.8), Told(CORRECTED, 1.8, "change_abs")}


def test_points_for_a_count_and_a_rate_are_of_neither() -> None:
    text = "行政诉讼败诉案件97件，败诉率14.8%，分别较上年下降3.9和2.1个百分点。"
    assert of(LOST, text) == {Told(LOST, 14.8)}
    assert reasons(text)["2.1个百分点"] == "no_rule"


def test_changes_in_points_are_of_rates() -> None:
    text = "行政机关败诉案件97件，败诉率为14.8%，分别较上年下降3.9和2.1个百分点。"
    assert of("litigation.lost", text) == {Told("litigation.lost", 97)}


@pytest.mark.parametrize(
    "words", ["2021年、2022年出庭应诉率分别为38.4%、57.5%", "2021年至2022年，出庭应诉率分别达到38.4%、57.5%"]
)
def test_one_noun_for_several_years(words: str) -> None:
    wanted = {Told(HEADS, 38.4, period="2021"), Told(HEADS, 57.5, period="2022")}
    assert of(HEADS, f"行政诉讼中，{words}。") == wanted


def test_as_many_figures_as_years() -> None:
    assert not of(HEADS, "行政诉讼中，2019年至2022年，出庭应诉率分别达到38.4%、57.5%。")


def test_a_chain_of_years_is_of_one_thing() -> None:
    text = "负责人出庭应诉率100%；行政机关败诉率由2021年的14.9%、2022年的11.7%降至9.2%。"
    levels = {Told(LOST, 14.9, period="2021"), Told(LOST, 11.7, period="2022"), Told(LOST, 9.2)}
    assert of(LOST, text) == levels
    assert of(HEADS, text) == {Told(HEADS, 100)}


def test_changes_each_in_its_unit() -> None:
    text = "全县36家律师事务所、287名律师，比2022年底分别增加2家、19人。"
    assert Told(FIRMS, 2, "change_abs") in told(text)
    assert Told(LAWYERS, 19, "change_abs") in told(text)


def test_one_verb_for_names_with_codes_of_their_own() -> None:
    text = "办理公证1.2万件。司法鉴定、仲裁分别受理3150件、288件。"
    assert of("forensic.cases", text) == {Told("forensic.cases", 3150)}
    assert of("arbitration.cases", text) == {Told("arbitration.cases", 288)}


def test_the_ranks_are_named_before_what_was_done() -> None:
    text = (
        "人民调解组织受理纠纷15482件、调成15199件。"
        "受理量居前的是邻里、婚姻家庭两类，分别受理4026件和3391件，各占26.0%、21.9%。"
    )
    parts = {row for row in of(CASES, text) if row.breakdown}
    assert parts == {
        Told(CASES, 4026, breakdown="邻里"),
        Told(CASES, 3391, breakdown="婚姻家庭"),
        Told(CASES, 26, "share_pct", breakdown="邻里"),
        Told(CASES, 21.9, "share_pct", breakdown="婚姻家庭"),
    }


def test_more_than_the_year_that_the_clause_before_names() -> None:
    text = "与2022年相比，作出行政处罚多59起，罚款金额多63.5万元。"
    assert Told("enforcement.penalties", 59, "change_abs") in told(text)
    assert Told("enforcement.fines", 635000, "change_abs") in told(text)


def test_what_is_compared_with_a_part_is_of_the_part() -> None:
    text = "人民调解组织防止民转刑案件37件，上年同期为47件；防止群体性上访52起，比上年增加6起。"
    code = "mediation.escalations_prevented"
    assert {(row.measure, row.breakdown) for row in of(code, text)} == {
        ("level", "民转刑案件"),
        ("level", "群体性上访"),
        ("change_abs", "群体性上访"),
    }


def test_a_list_is_of_the_disputes_settled_not_of_those_found() -> None:
    text = "全年排查矛盾纠纷1243起，调处矛盾纠纷1210起，调处成功1187起。其中医疗纠纷11起、交通纠纷204起。"
    assert Told(CASES, 11, breakdown="医疗纠纷") in told(text)


def test_a_head_is_told_with_the_verb_of_its_list() -> None:
    text = "2021—2023年，全县法院受理行政诉讼案件467件，审结445件，其中2022年受理174件。"
    assert Told("litigation.cases", 174, period="2022") in told(text)


def test_what_no_count_is_told_of_has_no_share() -> None:
    text = "梳理自然人服务事项764项，一窗通办事项应纳尽纳，占比达100%。"
    assert not [row for row in told(text) if row.measure == "share_pct"]


def test_an_outcome_is_no_share_of_another() -> None:
    text = "行政复议审结278件，直接纠错22件，维持（含驳回）占52.5%。"
    assert not [row for row in of("reconsideration.corrected", text) if row.measure == "share_pct"]


def test_rates_change_by_points_and_counts_by_per_cent_in_one_run() -> None:
    text = "调解矛盾纠纷2376件，调解成功2352件，调解成功率98.99%，分别较上年增长8.1%、8.3%和0.2个百分点。"
    assert Told("mediation.cases", 8.1, "change_pct") in told(text)
    assert Told("mediation.succeeded", 8.3, "change_pct") in told(text)
    assert Told("mediation.success_rate", 0.2, "change_abs") in told(text)


def test_a_run_is_of_all_that_its_sentence_tells_though_one_is_unknown() -> None:
    text = "仲裁委员会受理仲裁案件387件，出动车辆94台，同比分别增长21.7%和35.2%。"
    assert Told("arbitration.cases", 21.7, "change_pct") in told(text)


def test_the_first_of_a_list_have_the_shares() -> None:
    text = (
        "行政复议受理76件。受理案件中，公安类29件、自然资源类17件、人社类12件、其他18件，"
        "前三类占比分别为38.2%、22.4%、15.8%。"
    )
    shares = {row.breakdown: row.value for row in told(text) if row.measure == "share_pct"}
    assert shares == {"公安类": 38.2, "自然资源类": 22.4, "人社类": 15.8}


def test_money_in_order_is_of_the_parts_just_told() -> None:
    text = "作出行政处罚29件，其中非法凿井19件、超许可取水6件，罚款分别为41.2万元、15.15万元。"
    assert parts(text, "enforcement.fines") == {"非法凿井": 412000, "超许可取水": 151500}


def test_points_in_a_run_of_changes_are_no_per_cent() -> None:
    text = "调解纠纷191件，调解成功率98.95%，同比分别下降8.2%、上升0.4个百分点。"
    assert Told("mediation.success_rate", 0.4, "change_abs") in told(text)


def test_a_run_that_no_rule_knows_is_of_no_run_before_it() -> None:
    text = "2021—2023年，调解成功数依次为14385、15277、19864件，刑事案件发案数依次为4626、3872、3257件。"
    assert of("mediation.succeeded", text) == {
        Told("mediation.succeeded", 14_385, period="2021"),
        Told("mediation.succeeded", 15_277, period="2022"),
        Told("mediation.succeeded", 19_864),
    }


def test_a_run_told_year_by_year_is_of_the_years_that_the_text_counts() -> None:
    title = "示例县司法局近三年工作回顾（2021—2023年）"
    text = "近三年来，工作稳步提升。\n直接纠错率逐年走低，依次是21.8%、17.4%、12.3%。"
    assert told(text, title=title) == {
        Told(CORRECTED, 21.8, period="2021"),
        Told(CORRECTED, 17.4, period="2022"),
        Told(CORRECTED, 12.3),
    }


@pytest.mark.parametrize(
    "text",
    [
        "受理申请300件，审结280件，其中排名前两位的单位分别为90件和60件。",
        "受理一审案件300件，受理二审案件280件，其中审结分别为290件、270件。",
        "行政检查3000次，行政处罚280件，其中调解分别为90件、60件。",
    ],
)
def test_what_names_no_kind_is_no_part_of_each(text: str) -> None:
    assert {row for row in told(text) if row.value in (90, 60, 290, 270, 900)} == set()


def test_rates_are_of_parts_of_one_whole_only() -> None:
    text = "新收一审案件120件，其中公安类60件；新收二审案件30件，其中土地类10件；出庭应诉率分别为95%、90%。"
    assert of(HEADS, text) == set()


def test_years_without_a_noun_are_of_the_level_before_them() -> None:
    text = "新收行政复议申请1126件，是近三年最高值，2021年、2022年分别为614件、803件，比2022年上升40.2%。"
    code = "reconsideration.received"
    assert of(code, text) == {
        Told(code, 1126),
        Told(code, 614, period="2021"),
        Told(code, 803, period="2022"),
        Told(code, 40.2, "change_pct"),
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("分季度看，一至三季度依次调解纠纷653件、741件和812件。", ("一季度", "二季度", "三季度")),
        ("第二季度至第四季度分别调解纠纷653件、741件和812件。", ("二季度", "三季度", "四季度")),
        ("1至3月调解纠纷依次为653、741、812件。", ("1月", "2月", "3月")),
    ],
)
def test_quarters_and_months_told_in_order_are_parts_of_the_year(text: str, names: tuple[str, ...]) -> None:
    wanted = dict(zip(names, (653, 741, 812), strict=True))
    assert parts(f"全年调解纠纷3189件。{text}", CASES) == {None: 3189} | wanted


def test_a_run_of_twelve_months_has_the_unit_of_its_last() -> None:
    counts = (58, 36, 71, 83, 77, 92, 104, 88, 95, 69, 81, 66)
    text = f"1至12月收到行政复议申请依次为{'、'.join(map(str, counts))}件。"
    assert parts(text) == {f"{month}月": count for month, count in enumerate(counts, 1)}


def test_what_has_not_changed_has_its_place_in_a_run_of_changes() -> None:
    rows = told("行政处罚4733件、行政许可2860件、行政强制97件，同比分别下降3.2%、18.5%和持平。")
    assert {(row.indicator, row.value) for row in rows if row.measure == "change_pct"} == {
        ("enforcement.penalties", -3.2),
        ("enforcement.licences", -18.5),
    }


def test_one_change_beside_what_has_not_changed_is_of_neither() -> None:
    rows = told("行政处罚4733件、行政许可2860件，分别下降3.2%和持平。")
    assert not [row for row in rows if row.measure == "change_pct"]


def test_names_and_figures_by_order_may_each_have_their_own_unit() -> None:
    rows = told("全市行政处罚、行政检查、行政许可分别为18,206件、21,450次和7.36万件。")
    assert rows == {
        Told("enforcement.penalties", 18206),
        Told("enforcement.inspections", 21450),
        Told("enforcement.licences", 73600),
    }


def test_the_first_of_several_that_have_changed_are_the_first_of_their_sentence() -> None:
    text = (
        "代理民事案件1894件，办理非诉讼法律事务742件，担任285家单位的法律顾问；"
        "前两项分别较上年增长2.6%、下降4.1%。"
    )
    rows = told(f"全县有基层法律服务所6家。基层法律服务工作者{text}")
    changes = {(row.indicator, row.value) for row in rows if row.measure == "change_pct"}
    assert changes == {("grassroots_legal.civil_cases", 2.6), ("grassroots_legal.nonlitigation_cases", -4.1)}


def test_shares_of_three_of_which_not_all_are_known_are_of_none() -> None:
    text = (
        "清理文件206件，结论是：继续管用151件，修修补补再用19件，宣布作废36件，三者分别占73.3%、9.2%、17.5%。"
    )
    assert not {row for row in told(text) if row.measure == "share_pct" and row.value == 9.2}


def test_changes_of_all_rates_of_a_sentence_are_told_in_their_order_though_one_is_unknown() -> None:
    rows = told("热线受理诉求8.2万件，办结率99.1%，满意率96.3%，同比分别提升0.5、1.2个百分点。")
    assert Told("service.hotline_completion_rate", 0.5, "change_abs") in rows


def test_changes_that_are_fewer_than_the_rates_before_them_say_nothing_of_those() -> None:
    rows = told("行政复议受理率91.2%，满意率93%，纠错率12%，同比分别提升0.5个和1.2个百分点。")
    assert not {row.value for row in rows if row.indicator == "reconsideration.acceptance_rate"} & {0.5, 1.2}


def test_what_is_set_against_another_year_is_no_change_on_the_year() -> None:
    text = "年末有律师事务所71家、律师1026名，公证员58名，分别比2015年增加16家、347名，减少1名。"
    assert {row.measure for row in told(text)} == {"level"}


def test_counts_follow_their_shares_in_order() -> None:
    shares = "维持的占43.1%，驳回占12.8%，终止占44.1%，分别为218件、65件、223件。"
    text = f"审结行政复议案件506件。在审结的案件中，{shares}"
    levels = {row.indicator: row.value for row in told(text) if row.measure == "level"}
    assert levels == {
        "reconsideration.concluded": 506,
        "reconsideration.upheld": 218,
        "reconsideration.dismissed": 65,
        "reconsideration.terminated": 223,
    }


def test_a_change_beside_another_whole_s_is_of_the_whole_of_a_list() -> None:
    text = "办理法律援助案件3107件，其中刑事2018件、民事1089件，受援人3415人，同比分别增长6.1%和8.3%。"
    changes = {(row.indicator, row.value, row.breakdown) for row in told(text) if row.measure == "change_pct"}
    assert changes == {("legal_aid.cases", 6.1, None), ("legal_aid.beneficiaries", 8.3, None)}


def test_a_share_has_no_change_of_its_own() -> None:
    text = "受理行政许可申请31206件，按时办结率100%，网上申请占比87.4%，较上年提高12个百分点。"
    assert not [row for row in told(text) if row.measure == "change_abs"]
