"""Lists of bodies: each with its figures, its verb or its share of what the first one counted."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, parts, reasons, told

RECEIVED, CONCLUDED = "reconsideration.received", "reconsideration.concluded"
CITY = "示例市2023年度法治政府建设情况报告"


def test_a_body_below_holds_to_the_end_of_its_sentence() -> None:
    text = "全市收到行政复议申请300件。其中，市本级收到申请120件，审结100件。"
    assert parts(text) == {None: 300, "市本级": 120}
    assert parts(text, CONCLUDED) == {"市本级": 100}


# lists that go on
# ---------------------------------------------------------------------------------------------------


def test_a_body_that_only_its_name_tells_counts_what_the_body_before_counted_first() -> None:
    text = "全市人民调解组织受理纠纷8426件。各县情况是：甲县受理3615件、成功3562件；乙县2437件，成功率97.9%。"
    city = "示例市2023年人民调解工作情况通报"
    rows = told(text, title=city)
    cases = {row.breakdown: row.value for row in rows if row.indicator == "mediation.cases"}
    assert cases == {None: 8426, "甲县": 3615, "乙县": 2437}
    assert Told("mediation.success_rate", 97.9, breakdown="乙县") in rows


def test_a_body_s_figures_rise_from_those_of_the_year_before() -> None:
    received = "reconsideration.received"
    rows = told(
        "行政复议方面，甲县收件355件；乙县由229件增加到246件，上升7.4%。",
        title="示例市2023年行政复议统计分析",
    )
    assert {row for row in rows if row.breakdown == "乙县"} == {
        Told(received, 229, period="2022", breakdown="乙县"),
        Told(received, 246, breakdown="乙县"),
        Told(received, 7.4, "change_pct", breakdown="乙县"),
    }


def test_what_a_clause_is_about_is_counted_by_body() -> None:
    rows = told("行政处罚方面，甲县1468件、乙县821件。", title="示例市2023年行政执法统计年报")
    assert {row for row in rows if row.indicator == "enforcement.penalties"} == {
        Told("enforcement.penalties", 1468, breakdown="甲县"),
        Told("enforcement.penalties", 821, breakdown="乙县"),
    }


def test_bodies_of_a_list_with_their_verbs_have_each_its_own_figure() -> None:
    text = "办理行政调解案件5310件。从调解机关看，县公安局办理3268件、县市场监管局办理1427件。"
    assert parts(text, "mediation.administrative_cases") == {
        None: 5310,
        "县公安局": 3268,
        "县市场监管局": 1427,
    }


def test_the_rest_may_be_named_by_their_respondent_behind_the_number() -> None:
    text = (
        "受理行政复议案件799件。受理的案件中，以县级部门为被申请人的241件，以县政府部门为被申请人的497件，"
        "其余61件的被申请人是乡镇街道，占比依次为30.16%、62.2%和7.63%。"
    )
    assert parts(text, "reconsideration.accepted")["乡镇街道"] == 61
    shares = {row.breakdown: row.value for row in told(text) if row.measure == "share_pct"}
    assert shares == {"县级部门": 30.16, "县政府部门": 62.2, "乡镇街道": 7.63}


def test_defendants_are_those_of_the_suits_told_before() -> None:
    text = "新收一审行政案件512件，审结489件。\n被告以县水利局、县公安局为主，案件数分别为196件、93件。"
    assert parts(text, "litigation.first_instance") == {None: 512, "县水利局": 196, "县公安局": 93}


def test_the_rest_may_be_told_by_where_it_lies() -> None:
    text = "行政诉讼案件败诉18件，征收拆迁类3件，其余15件散见于住建、市场监管等领域。"
    assert parts(text, "litigation.lost") == {None: 18, "征收拆迁类": 3, "其余": 15}


def test_what_a_bracket_tells_is_of_the_body_before_it() -> None:
    text = (
        "全市收到行政复议申请342件，其中受理301件。"
        "各县由多到少：东陵区156件（受理139件）、西陵区118件（受理102件）、南湾县68件（受理60件）。"
    )
    assert parts(text, "reconsideration.accepted", title=CITY) == {
        None: 301,
        "东陵区": 139,
        "西陵区": 102,
        "南湾县": 60,
    }
    assert parts(text, title=CITY) == {None: 342, "东陵区": 156, "西陵区": 118, "南湾县": 68}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("山高路远的岭头县办理207件。", "岭头县"),
        ("北河区办理法律援助案件1026件；山高路远的岭头县办理207件。", "岭头县"),
        ("南山回族自治县办理207件。", "南山回族自治县"),
    ],
)
def test_a_county_below_is_a_part_whatever_is_said_of_it(sentence: str, name: str) -> None:
    found = parts(f"全市办理法律援助案件2606件。{sentence}", "legal_aid.cases", title=CITY)
    assert found[name] == 207


def test_what_is_taken_over_from_above_is_no_other_body_s() -> None:
    text = "目录内政务服务事项1926项，承接省市下放审批权限17项。"
    assert parts(text, "service.cancelled_matters") == {None: 17}


def test_committees_are_told_in_a_row_as_bodies_are() -> None:
    text = "调解纠纷3422件。乡镇调委会调解1054件，村（社区）调委会2013件，行业性调委会355件。"
    assert parts(text, "mediation.cases") == {
        None: 3422,
        "乡镇调委会": 1054,
        "村（社区）调委会": 2013,
        "行业性调委会": 355,
    }


def test_bodies_right_behind_a_whole_are_parts_of_it() -> None:
    text = "推行包容审慎监管，不予处罚共6803件，市场监管部门2914件，城管部门1775件。"
    assert parts(text, "enforcement.exempted_cases", title=CITY) == {
        None: 6803,
        "市场监管部门": 2914,
        "城管部门": 1775,
    }


@pytest.mark.parametrize(
    "text",
    [
        "行政机关败诉率10.3%，较上年下降1.5个百分点；白鹤区最低，为4.6%，枫林市最高，达15.2%。",
        "各县区中，白鹤区败诉率最低，为4.6%；枫林市最高，达15.2%。",
        "各县区败诉率差异明显，最低的白鹤区为4.6%，最高的枫林市为15.2%。",
    ],
)
def test_the_highest_and_the_lowest_rate_are_of_the_bodies_named(text: str) -> None:
    found = parts(text, "litigation.lost_rate", title=CITY)
    assert (found["白鹤区"], found["枫林市"]) == (4.6, 15.2)


def test_a_change_is_of_a_part_of_a_part_by_its_last_name() -> None:
    text = "受理法援案件2125件，其中市本级400件，县区1725件（乙区900件、靖江堡县825件）。靖江堡县下降7.9%。"
    changes = {(row.breakdown, row.value) for row in told(text, title=CITY) if row.measure == "change_pct"}
    assert changes == {("县区/靖江堡县", -7.9)}


def test_respondents_are_of_what_all_that_their_sentence_counts_add_up_to() -> None:
    stated = told(
        "全县共收到行政复议申请286件，受理195件。\n"
        "从被申请人看，乡镇政府为被申请人的86件，县政府部门为被申请人的141件，县政府为被申请人的48件，其余11件。"
    )
    assert Told("reconsideration.received", 141, breakdown="县政府部门") in stated


def test_our_own_segment_is_no_part_of_the_body_told_before_it() -> None:
    stated = told("县医疗纠纷人民调解委员会受理医疗纠纷34起；我局对医患双方申请的13起医疗争议开展行政调解。")
    assert Told("mediation.administrative_cases", 13) in stated


@pytest.mark.parametrize("department", ["税务部门", "食品药品监管部门", "安全监管部门", "应急部门"])
def test_a_department_that_opens_a_sentence_is_a_part(department: str) -> None:
    stated = told(f"{department}检查企业320家次，发现隐患45处，罚款12万元。")
    assert Told("enforcement.inspections", 320, breakdown=department) in stated
    assert Told("enforcement.fines", 120000, breakdown=department) in stated


def test_the_body_that_opens_a_clause_holds_along_its_list() -> None:
    text = "应对行政诉讼22件、行政复议17件，其中甲分局应对行政诉讼12件、行政复议7件，乙分局应对行政诉讼10件。"
    assert parts(text, "litigation.cases") == {None: 22, "甲分局": 12, "乙分局": 10}
    assert parts(text, "reconsideration.as_respondent") == {None: 17, "甲分局": 7}


def test_a_list_is_of_the_count_beside_it_though_it_adds_up_to_another() -> None:
    text = "行政复议案件终止5件。行政诉讼案件11件，其中以县人民政府为被告的3件，以乡镇人民政府为被告的2件。"
    assert parts(text, "reconsideration.terminated") == {None: 5}
    assert len(parts(text, "litigation.cases")) == 3


def test_a_sentence_that_opens_with_a_count_lists_its_parts() -> None:
    text = "一审86件，二审39件。在受理的86件一审案件中，处罚22件、登记19件（房产12件、婚姻7件）、其他45件。"
    assert parts(text, "litigation.first_instance") == {
        None: 86,
        "处罚": 22,
        "登记": 19,
        "登记/房产": 12,
        "登记/婚姻": 7,
        "其他": 45,
    }
    assert parts(text, "litigation.second_instance") == {None: 39}


def test_a_part_named_again_has_parts_of_its_own() -> None:
    text = "作出行政处罚决定5318件，其中简易程序3422件、普通程序1896件。普通程序案件中，涉企案件507件。"
    assert parts(text, "enforcement.penalties")["普通程序/涉企"] == 507


XIANGTAN = "湘潭市人民政府关于2023年度法治政府建设情况的报告"


def test_counties_told_in_a_row_are_parts_of_their_city() -> None:
    rows = told("全市新收行政复议案件470件。湘潭县新收182件，湘乡市167件，韶山市121件。", title=XIANGTAN)
    received = {row.breakdown: row.value for row in rows if row.indicator == RECEIVED}
    assert received == {None: 470, "湘潭县": 182, "湘乡市": 167, "韶山市": 121}


def test_bodies_told_between_semicolons_have_each_its_own() -> None:
    text = "市环保局作出行政处罚147件，罚款103万元；市城管局作出行政处罚538件，罚款41万元。"
    assert parts(text, "enforcement.penalties") == {"市环保局": 147, "市城管局": 538}
    assert parts(text, "enforcement.fines") == {"市环保局": 1_030_000, "市城管局": 410_000}


def test_outcomes_in_a_list_may_go_without_their_unit() -> None:
    rows = told("审结行政复议案件16件，其中维持12、撤销3、责令履行1。")
    assert {("reconsideration.upheld", 12), ("reconsideration.revoked", 3)} <= {
        (row.indicator, row.value) for row in rows
    }


@pytest.mark.parametrize("words", ["第12、13号令", "2023年12、1月", "一审稿第3、4条"])
def test_other_numbers_in_a_row_count_nothing(words: str) -> None:
    assert not reasons(f"行政复议工作依据{words}。")


def test_a_total_over_kinds_that_no_rule_reads() -> None:
    text = "依法实施行政许可，办理林木采伐许可3120件、使用林地审批186件、植物检疫1204件，合计4510件。"
    assert parts(text, "enforcement.licences") == {
        None: 4510,
        "林木采伐许可": 3120,
        "使用林地审批": 186,
        "植物检疫": 1204,
    }


def test_a_numbered_point_is_no_list_of_objects() -> None:
    assert Told("normative.issued", 4) in told("2、制定行政规范性文件4件。")


def test_the_others_of_a_list_are_a_part_told_by_their_number() -> None:
    text = "作出行政处罚9873件，其中公安5912件、城管3069件，其余14家合计892件。"
    assert parts(text, "enforcement.penalties") == {
        None: 9873,
        "公安": 5912,
        "城管": 3069,
        "其余14家": 892,
    }


@pytest.mark.parametrize(
    "text",
    [
        "其中县公安局行政处罚2471件（简易程序2130件）、罚款105万元，县市场监管局行政处罚327件、罚款214万元。",
        "县公安局处罚2471件。县市场监管局处罚327件。",
    ],
)
def test_each_bureau_named_before_its_penalties_has_its_own(text: str) -> None:
    found = parts(f"实施行政处罚8912件。{text}", "enforcement.penalties")
    assert (found[None], found["县公安局"], found["县市场监管局"]) == (8912, 2471, 327)


def test_several_counties_keep_to_one_rate() -> None:
    text = "出庭应诉率99.6%，甲县、乙县连续三年保持100%。"
    assert parts(text, "litigation.head_appearance_rate") == {None: 99.6, "甲县": 100, "乙县": 100}


def test_a_level_that_lists_are_made_for_acts_in_nothing_behind_it() -> None:
    text = "清理确认市本级行政执法主体46个，核发执法证件1903个，现有持证人员7418人。"
    assert parts(text, "enforcement.officers_certified") == {None: 7418}


def test_a_department_without_its_place_may_have_penalised() -> None:
    text = "全市作出行政处罚12800件。市场监管部门处罚1162件，交通运输部门834件。"
    assert parts(text, "enforcement.penalties") == {None: 12800, "市场监管部门": 1162, "交通运输部门": 834}


def test_the_committees_of_villages_are_bodies() -> None:
    text = "人民调解组织调解纠纷5800件。村（社区）调委会调解4156件，占71.7%。"
    assert parts(text, "mediation.cases") == {None: 5800, "村（社区）调委会": 4156}


def test_what_the_government_received_is_a_part_beside_all_of_its_place() -> None:
    text = (
        "全市行政复议机关收到申请1346件，受理1200件。\n"
        "——市政府收到286件，受理241件，其中维持84件。\n——县级合计收到1060件。"
    )
    assert parts(text, "reconsideration.accepted") == {None: 1200, "市政府": 241}
    assert parts(text, "reconsideration.upheld") == {"市政府": 84}
    assert parts(text, "reconsideration.received") == {None: 1346, "市政府": 286, "县级": 1060}
