"""Heads and parts, pairs by order, one number for several, and what sums decide."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, parts, reasons, told

RECEIVED = "reconsideration.received"
CONCLUDED = "reconsideration.concluded"


@pytest.mark.parametrize(
    "text",
    [
        "全年收到行政复议申请126件，其中治安类70件、土地类30件。",
        "全年收到行政复议申请126件（治安类70件、土地类30件）。",
        "全年收到行政复议申请126件（其中：治安类70件，土地类30件）。",
        "全年收到行政复议申请126件。其中，治安类70件，土地类30件。",
    ],
)
def test_a_list_of_parts(text: str) -> None:
    assert parts(text) == {None: 126, "治安类": 70, "土地类": 30}


def test_kinds_of_cases_are_no_deeds_of_their_own_where_a_count_of_cases_stands_before() -> None:
    body = "全年收到行政复议申请126件。其中举报投诉案件、行政处罚案件分别为51件、29件。"
    assert parts(body) == {None: 126, "举报投诉": 51, "行政处罚": 29}


def test_outcomes_in_a_list_are_codes_of_their_own() -> None:
    rows = told("全年审结行政复议案件90件，其中维持50件、驳回20件、撤销8件、调解12件。")
    assert {(row.indicator, row.value, row.breakdown) for row in rows} == {
        (CONCLUDED, 90, None),
        ("reconsideration.upheld", 50, None),
        ("reconsideration.dismissed", 20, None),
        ("reconsideration.revoked", 8, None),
        ("reconsideration.mediated", 12, None),
    }


def test_a_composite_outcome_states_nothing() -> None:
    body = "全年审结行政复议案件90件，撤销和确认违法8件，维持50件。"
    assert Told("reconsideration.upheld", 50) in told(body)
    assert reasons(body)["8件"] == "composite"


def test_the_part_of_a_part() -> None:
    text = "全年收到行政复议申请126件，其中治安类70件（打架斗殴40件、赌博30件）。"
    assert parts(text).get("治安类/打架斗殴") == 40


def test_one_number_for_several_subjects() -> None:
    rows = told("规范性文件审核率、报备率、报备及时率均达100%。")
    assert {(row.indicator, row.value) for row in rows} == {
        ("normative.review_rate", 100),
        ("normative.filing_rate", 100),
        ("normative.filing_timely_rate", 100),
    }


def test_one_verb_with_several_objects() -> None:
    rows = told("全年办理行政许可1200件、行政处罚340件、行政强制15件。")
    assert {(row.indicator, row.value) for row in rows} == {
        ("enforcement.licences", 1200),
        ("enforcement.penalties", 340),
        ("enforcement.coercions", 15),
    }


def test_a_sum_finds_the_parts_that_no_word_announces() -> None:
    text = "全年收到行政复议申请126件。从类型看，治安70件，征地30件，工伤26件。"
    assert parts(text) == {None: 126, "治安": 70, "征地": 30, "工伤": 26}


def test_a_list_that_does_not_add_up_to_anything_is_not_made_parts() -> None:
    text = "全年收到行政复议申请126件。从类型看，治安70件，征地31件，工伤26件。"
    assert parts(text) == {None: 126}


def test_a_total_after_its_parts() -> None:
    text = "全年办理人大代表建议58件、政协提案71件，共129件。"
    assert parts(text, "disclosure.proposals").get(None) == 129
    assert len(parts(text, "disclosure.proposals")) == 3


def test_a_list_goes_on_behind_a_semicolon() -> None:
    text = "全年收到行政复议申请86件，其中处罚类40件，同比增长12%；确认类20件，同比下降3%；征收类9件。"
    assert parts(text) == {None: 86, "处罚类": 40, "确认类": 20, "征收类": 9}
    assert Told(RECEIVED, -3, "change_pct", breakdown="确认类") in told(text)


@pytest.mark.parametrize(
    "after",
    [
        "审结80件",
        "组织听证会9次",
        "发出建议书50件",
    ],  # another count, another unit, more than the list has room for
)
def test_what_is_no_part_ends_the_list(after: str) -> None:
    text = f"全年收到行政复议申请86件，其中处罚类40件；{after}。"
    assert parts(text) == {None: 86, "处罚类": 40}


def test_names_of_parts_behind_their_numbers() -> None:
    text = "抽取行政执法案卷310卷，其中188卷为行政处罚、102卷为行政许可、20卷为行政强制。"
    assert parts(text, "enforcement.case_files_reviewed") == {
        None: 310,
        "行政处罚": 188,
        "行政许可": 102,
        "行政强制": 20,
    }


def test_villages_that_add_up_to_a_figure_are_no_parts_of_it() -> None:
    text = "建成村（社区）法律服务工作室250个，律师服务全县229个行政村和21个社区。"
    assert parts(text, "legal_service.stations") == {None: 250}


# lists whose numbers stand before their names, and bodies told in a row
# ---------------------------------------------------------------------------------------------------


def test_numbers_before_the_names_of_parts_are_of_the_noun_behind_the_last() -> None:
    text = "71个村级、10个镇级和13个行业性、专业性人民调解委员会织成一张网，总数达到94个。"
    assert parts(text, "mediation.committees") == {None: 94, "村级": 71, "镇级": 10, "行业性、专业性": 13}


def test_numbers_before_nouns_of_their_own_make_no_such_list() -> None:
    text = "全县26个行政执法单位、7个乡镇共有行政执法人员437名。"
    assert parts(text, "enforcement.officers_total") == {None: 437}


def test_what_stands_in_the_bracket_of_a_part_is_a_part_of_it() -> None:
    text = "在册社区矫正对象174人，其中缓刑149人（未成年犯4人）、假释17人、暂予监外执行8人。"
    assert parts(text, "correction.supervisees")["缓刑/未成年犯"] == 4


def test_a_list_with_numbers_first_may_tell_its_sum_before_the_noun() -> None:
    text = "将16个乡镇、41个县级部门共计57个单位列为年度述法对象。"
    assert parts(text, "organisation.assessed_entities") == {None: 57, "乡镇": 16, "县级部门": 41}


def test_names_whose_figures_stand_in_brackets_are_parts() -> None:
    text = "行政机关败诉69件。败诉原因主要是事实不清（31件）、程序违法（24件）、依据错误（14件）。"
    assert parts(text, "litigation.lost") == {None: 69, "事实不清": 31, "程序违法": 24, "依据错误": 14}
    text = (
        "全年行政检查3860次；检查量排名前三的是县水利局（982次）、县文旅局（641次）和县应急管理局（327次）。"
    )
    assert parts(text, "enforcement.inspections") == {
        None: 3860,
        "县水利局": 982,
        "县文旅局": 641,
        "县应急管理局": 327,
    }


def test_a_count_that_its_own_list_opens_with_is_the_head() -> None:
    text = "审查非诉行政执行案件90件；行政机关败诉案件7件中，程序违法3件、主要证据不足4件。"
    assert parts(text, "litigation.lost") == {None: 7, "程序违法": 3, "主要证据不足": 4}


@pytest.mark.parametrize("lead", ["工单数量较多的单位为：", "问题分类为："])
def test_a_list_behind_a_colon_is_of_the_count_before_it(lead: str) -> None:
    text = f"12345热线共受理诉求3821件。{lead}县住建局914件（同比上升18.2%），县城管局708件。"
    assert parts(text, "service.hotline_requests") == {None: 3821, "县住建局": 914, "县城管局": 708}
    assert Told("service.hotline_requests", 18.2, "change_pct", breakdown="县住建局") in told(text)


def test_what_a_part_of_a_part_repeats_is_no_part_of_its_name() -> None:
    text = "实施行政强制1354宗，其中强制措施1312宗，强制执行42宗；强制执行中自行执行29宗，申请法院执行13宗。"
    assert parts(text, "enforcement.coercions")["强制执行/自行执行"] == 29


def test_what_was_inspected_of_one_kind_is_a_part_of_all_that_was() -> None:
    text = "检查各类市场主体9826个，检查学校食堂437个，检查特种设备使用单位426家。"
    assert parts(text, "enforcement.inspections") == {None: 9826, "学校食堂": 437, "特种设备使用单位": 426}


def test_what_requests_came_to_is_of_those_answered() -> None:
    text = "新收政府信息公开申请73件。其中，予以公开15件，部分公开6件，不予公开7件。"
    assert parts(text, "disclosure.requests_answered") == {"予以公开": 15, "部分公开": 6, "不予公开": 7}
    assert parts(text, "disclosure.requests_received") == {None: 73}


def test_a_part_compared_by_its_own_noun_stays_that_part() -> None:
    text = (
        "全市法院新收一审行政案件792件，较2022年同期883件减少91件。"
        "其中，中院新收一审行政案件88件，新收一审行政案件较2022年同期的151件减少63件。"
    )
    code = "litigation.first_instance"
    assert Told(code, 151, period="2022", breakdown="中院") in told(text)
    assert Told(code, -63, "change_abs", breakdown="中院") in told(text)
    assert Told(code, 883, period="2022") in told(text)


def test_files_of_either_kind_are_parts_of_all_that_were_read() -> None:
    text = "全年评查行政处罚、行政许可案卷分别为120宗和90宗。"
    assert parts(text, "enforcement.case_files_reviewed") == {"行政处罚": 120, "行政许可": 90}


def test_what_stands_behind_the_parts_of_a_list_is_of_no_single_one() -> None:
    text = "人民调解委员会调解纠纷318件，其中甲所调解38件、乙会调解41件，协议金额32万元。"
    assert parts(text, "mediation.amount") == {None: 320000}


@pytest.mark.parametrize(
    "before",
    [
        "全年排查线索782件，收到行政复议申请5件。",  # the first is of no rule
        "全年收到行政复议申请5件，排查线索782件。",  # smaller than its parts
    ],
)
def test_a_list_that_opens_a_sentence_is_of_no_figure_that_cannot_be_its_whole(before: str) -> None:
    assert parts(f"{before}其中，治安类582件、土地类200件。") == {None: 5}


def test_items_of_a_list_that_opens_a_sentence_may_have_several_figures_each() -> None:
    text = (
        "全年查办食品药品案件782件，移送公安机关5件，罚没款403.98万元。"
        "其中食品案件582件，罚没款315.28万元；药品案件200件，罚没款88.7万元。"
    )
    assert parts(text, "enforcement.penalties") == {None: 782, "食品": 582, "药品": 200}
    assert parts(text, "enforcement.fines") == {None: 4039800, "食品": 3152800, "药品": 887000}


def test_what_a_staff_has_among_it_is_a_part_of_the_staff() -> None:
    text = "全县律师254人。律师队伍中拥有本科以上学历240人、中级职称80人。"
    assert parts(text, "lawyer.lawyers") == {None: 254, "本科以上学历": 240, "中级职称": 80}


def test_a_rank_is_named_without_what_leads_to_it() -> None:
    text = "行政复议收案较多的是以甲市（118件）、乙市（97件）。"
    assert parts(text, title="示例省2023年度行政复议工作报告") == {"甲市": 118, "乙市": 97}


@pytest.mark.parametrize("told_as", ["公安71件、国土资源58件", "公安（71件）、国土资源（58件）"])
@pytest.mark.parametrize("opener", ["案件主要集中在", "案件主要涉及", "从领域看，案件主要为"])
def test_fields_of_cases_are_of_all_of_them_not_of_what_became_of_some(opener: str, told_as: str) -> None:
    before = "受理行政复议案件280件，审结260件，终止98件。"
    assert parts(f"{before}{opener}{told_as}。", "reconsideration.accepted") == {
        None: 280,
        "公安": 71,
        "国土资源": 58,
    }


def test_fields_of_cases_are_of_those_closed_where_only_they_are_told() -> None:
    text = "审结行政复议案件260件，终止98件。案件主要集中在公安71件、国土资源58件。"
    assert parts(text, "reconsideration.concluded") == {None: 260, "公安": 71, "国土资源": 58}


def test_each_part_may_be_told_in_two_units() -> None:
    text = "实施行政处罚4073件，罚没入库1538万元，其中农业农村局109件、21.6万元，自然资源局48件、614万元。"
    assert parts(text, "enforcement.penalties") == {None: 4073, "农业农村局": 109, "自然资源局": 48}
    assert parts(text, "enforcement.fines") == {
        None: 15_380_000,
        "农业农村局": 216_000,
        "自然资源局": 6_140_000,
    }


def test_a_count_that_a_kind_takes_up_is_a_part() -> None:
    text = "全年完成司法鉴定4215件，法医类占3860件。"
    assert parts(text, "forensic.cases") == {None: 4215, "法医类": 3860}


def test_what_the_rest_is_stands_behind_it() -> None:
    text = "开展法治宣传活动682场次，其中进乡村214场、进校园283场，其余185场为广场、集市等集中宣传。"
    assert parts(text, "publicity.activities") == {
        None: 682,
        "进乡村": 214,
        "进校园": 283,
        "广场、集市等集中宣传": 185,
    }


def test_a_segment_of_its_own_subject_is_none_of_the_list() -> None:
    text = "行政强制214件。行政强制中，强制措施189件；行政确认以婚姻登记为主，婚姻登记4127件。"
    assert parts(text, "enforcement.coercions") == {None: 214, "强制措施": 189}


def test_classes_right_behind_a_whole_are_its_parts() -> None:
    text = "主动公开政府信息1642条，规划公示类603条，土地出让类187条。"
    assert parts(text, "disclosure.proactive_items") == {None: 1642, "规划公示类": 603, "土地出让类": 187}


def test_classes_of_what_is_counted_are_its_parts_whatever_else_they_name() -> None:
    text = "共评查行政执法案卷428宗，行政处罚类296宗、行政许可类132宗。"
    assert parts(text, "enforcement.case_files_reviewed") == {
        None: 428,
        "行政处罚类": 296,
        "行政许可类": 132,
    }
