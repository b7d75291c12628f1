"""The topic in force: the nearest strong one, a subject that opens the sentence, the section."""

from __future__ import annotations

import pytest

from pipelines.extraction.text.layout import layout
from pipelines.extraction.topics.in_force import Topics, TopicsInForce
from tests.unit.extraction.told import Told, levels, told


def at(text: str, words: str) -> TopicsInForce:
    """Return the topics in force where some words begin."""
    return Topics(text, layout(text)).at(text.index(words))


def test_the_nearest_topic_comes_first() -> None:
    assert at("加强行政复议工作，做好法律援助，办结30件", "30件").near[0] == "legal_aid"


def test_a_topic_of_the_heading_holds_where_the_sentence_has_none() -> None:
    found = at("一、行政复议\n全年收到申请30件", "30件")
    assert "reconsideration" in found.near
    assert found.section == "reconsideration"


def test_a_weak_word_does_not_stop_the_search() -> None:
    found = at("一、行政复议\n通过学习，收到申请30件", "30件")
    assert "reconsideration" in found.near
    assert found.near[0] == "study"


def test_a_subject_rules_the_sentence_it_opens() -> None:
    found = at("公证处全年接待咨询，协助行政复议，办理30件", "30件")
    assert found.subject == "notary"


def test_a_subject_lasts_until_another_opens_a_sentence() -> None:
    text = "法律顾问参与政府决策。参与行政复议30件。行政复议机构收到申请40件。"
    assert at(text, "30件").subject == "counsel"
    assert at(text, "40件").subject is None


@pytest.mark.parametrize(
    ("title", "found"), [("全市行政复议案结事了率超九成", True), ("市司法局通报复议和应诉工作", False)]
)
def test_a_title_of_one_topic_alone_holds_behind_others(title: str, found: bool) -> None:
    text = "接待信访案件23件。\n举行听证25件。"
    near = Topics(text, layout(text), title=title).at(text.index("25件")).near
    assert ("reconsideration" in near) is found


@pytest.mark.parametrize(
    ("heading", "code"),
    [("行政复议", None), ("行政执法", "enforcement.penalties")],
)
def test_under_a_review_heading_an_act_is_what_a_case_is_about(heading: str, code: str | None) -> None:
    found = {row.indicator for row in told(f"（一）{heading}\n涉及行政处罚30件。")}
    assert found == ({code} if code else set())


def test_no_topic_no_figure() -> None:
    assert told("全年收到申请30件，审结20件。") == set()


def test_what_a_figure_is_compared_with_is_no_topic() -> None:
    text = "受理行政复议申请149件，是一审行政诉讼案件数的2.1倍；审结137件，驳回16件。"
    found = at(text, "137件")
    assert found.near[0] == "reconsideration"
    assert "litigation" not in found.near


def test_a_subject_behind_a_semicolon_rules_what_follows() -> None:
    text = "律师事务所3家，代理案件412件；基层法律服务所6个，担任顾问48家"
    assert at(text, "412件").subject == "lawyer"
    assert at(text, "48家").subject == "grassroots_legal"
    assert at("律师事务所3家，代理案件412件；担任法律顾问48家", "48家").subject == "lawyer"


def test_mediation_told_outright_is_none_of_the_reconsiderations_it_stands_under() -> None:
    text = "（四）畅通复议渠道，依法化解争议。收到申请118件。排查各类矛盾纠纷2316件，办理法律援助案件389件。"
    stated = {(row.indicator, row.value) for row in told(text)}
    assert ("mediation.disputes_found", 2316) in stated
    assert ("legal_aid.cases", 389) in stated


def test_what_was_told_of_suits_before_makes_no_suits_of_licences() -> None:
    text = "全年被提起行政诉讼2起。\n（五）优化营商环境。受理行政许可申请312件，办结308件，不予许可4件。"
    stated = {(row.indicator, row.value) for row in told(text)}
    assert {
        ("enforcement.licence_applications", 312),
        ("enforcement.licences", 308),
        ("enforcement.licences_refused", 4),
    } <= stated
    assert not {code for code, value in stated if code.startswith("litigation.") and value > 2}


def test_a_heading_within_a_line_begins_a_section_of_its_own() -> None:
    text = (
        "（二）做好行政复议工作。全年受理行政复议申请86件，均按期办理。"
        "（三）多元解纷格局不断完善。全县人民调解组织共调处矛盾纠纷2194件，调解成功率98.5%。"
    )
    stated = {(row.indicator, row.value) for row in told(text)}
    assert {("mediation.cases", 2194), ("mediation.success_rate", 98.5)} <= stated


def test_what_opens_a_line_is_over_that_line_alone() -> None:
    text = "行政应诉：全年一审行政诉讼案件86件。\n受理群众来信来访564件次。\n政务服务中心办件量3.8万件。"
    assert {row.indicator: row.value for row in told(text)} == {
        "litigation.first_instance": 86,
        "petition.cases": 564,
        "service.transactions": 38000,
    }


def test_a_heading_about_enforcement_ends_what_was_told_of_suits() -> None:
    text = (
        "一、依法应诉\n行政诉讼案件出庭率100%，全年零败诉。\n\n二、执法效能有新提升\n\n（一）全面覆盖抓检查\n\n"
        "全年实际检查4150家次，出动执法人员7800人次。"
    )
    assert ("enforcement.inspections", 4150) in levels(text)


def test_counsel_again_are_those_of_villages_just_named() -> None:
    text = "286个村（社区）法律顾问全部签约。法律顾问发放宣传资料3.8万份，解答咨询12350人次。"
    assert ("community_counsel.consultations", 12350) in levels(text)


def test_suits_that_cases_are_measured_by_are_not_what_the_text_turns_to() -> None:
    text = "收到行政复议申请236件，首次超过一审行政诉讼案件数的2倍。其中，受理208件，不予受理12件。"
    assert {("reconsideration.accepted", 208), ("reconsideration.not_accepted", 12)} <= levels(text)


def test_a_text_on_reviews_tells_of_them_under_headings_that_name_nothing() -> None:
    title = "示例县2023年行政复议案件数据分析"
    text = "一、总体情况\n新受理行政复议案件151件。\n二、申请事项\n行政处罚40件，信息公开16件。"
    assert {row.indicator for row in told(text, title=title)} == {"reconsideration.accepted"}


def test_a_heading_that_names_enforcement_besides_reviews_bans_no_figure_of_it() -> None:
    body = (
        "二、做好行政复议应诉和执法监督工作\n全年收到行政复议申请58件，受理51件。\n"
        "全县现有持证执法人员612名。对15个执法单位开展监督检查，评查执法案卷160卷。"
    )
    assert told(body) >= {
        Told("reconsideration.accepted", 51),
        Told("enforcement.officers_certified", 612),
        Told("enforcement.inspected_units", 15),
    }


@pytest.mark.parametrize(
    "kinds",
    [
        "。按事项分，公证41件、政府信息公开15件、其他22件",
        "，其中信访答复41件、法律援助15件",
        "，主要涉及政务服务、人民调解等领域",
        "（合同履行41件、公证15件）",
        "。案件主要集中在政府信息公开、法律援助等方面，分别为41件、15件",
    ],
)
def test_the_names_of_kinds_turn_the_text_to_nothing_behind_them(kinds: str) -> None:
    text = f"全年收到行政复议申请87件，受理79件{kinds}。全年审结77件，维持31件。召开听证会6次。"
    assert {
        ("reconsideration.concluded", 77),
        ("reconsideration.upheld", 31),
        ("reconsideration.hearings", 6),
    } <= levels(text)


def test_what_a_bracketed_name_opens_is_under_it_to_the_end_of_its_line() -> None:
    text = (
        "【律师工作】有律师事务所2家。全年担任法律顾问46家，办理各类诉讼案件422件，其中刑事辩护97件。\n"
        "【公证】办理312件。"
    )
    assert {("lawyer.litigation_cases", 422), ("lawyer.criminal_cases", 97)} <= levels(text)
    assert ("notary.cases", 312) in levels(text)


def test_counted_bodies_behind_a_comma_are_another_subject() -> None:
    text = "全县27名执业律师代理诉讼案件635件，5个基层法律服务所代理民事案件318件。"
    assert ("grassroots_legal.civil_cases", 318) in levels(text)


def test_what_a_count_is_measured_by_rules_nothing_behind_it() -> None:
    text = "收到行政复议申请1347件，首次超过一审行政诉讼收案（1093件），受理1189件，审结1146件。"
    assert {
        Told("litigation.first_instance", 1093),
        Told("reconsideration.accepted", 1189),
        Told("reconsideration.concluded", 1146),
    } <= told(text)


def test_a_court_that_counts_its_cases_of_every_sort_counts_none_of_ours() -> None:
    text = (
        "受理各类案件9874件，审结9602件，结案率97.25%。\n\n"
        "受理行政案件213件，其中行政诉讼案件137件、非诉审查案件76件。"
    )
    rows = told(text, title="示例县人民法院2023年行政审判工作报告")
    assert Told("litigation.cases", 137) in rows
    assert not {row for row in rows if row.value in (9874, 9602, 97.25, 213)}


def test_the_wider_count_of_a_court_is_no_part_of_its_suits() -> None:
    rows = told("法院受理行政案件213件，其中行政诉讼案件137件、非诉行政执行审查案件76件。")
    assert {row.value for row in rows if row.indicator == "litigation.cases"} == {137}


def test_mediators_behind_a_semicolon_mediate_for_the_people() -> None:
    text = "行政机关办理行政调解案件107件，调解成功率91.4%；人民调解组织调解纠纷192件，成功率98.1%。"
    assert {(row.indicator, row.value) for row in told(text)} == {
        ("mediation.administrative_cases", 107),
        ("mediation.administrative_success_rate", 91.4),
        ("mediation.cases", 192),
        ("mediation.success_rate", 98.1),
    }


def test_training_in_a_report_on_disclosure_is_about_disclosure_unless_it_names_the_law() -> None:
    body = "四、监督保障。举办专题培训3次，参训126人次，组织法治专题讲座2场。"
    rows = told(body, title="示例县2023年政府信息公开工作年度报告")
    assert rows == {Told("study.lectures", 2)}
    assert Told("study.training_participants", 126) in told("四、学法用法。举办专题培训3次，参训126人次。")


def test_what_is_done_to_documents_says_what_was_sorted_whatever_stood_before() -> None:
    text = "办理立法征求意见21件。组织清理4次，过筛文件167件，继续有效118件，废止和宣布失效34件，修改15件。"
    assert {(row.indicator, row.value, row.breakdown) for row in told(text)} >= {
        ("normative.cleaned", 167, None),
        ("normative.retained", 118, None),
        ("normative.repealed", 34, None),
        ("normative.amended", 15, None),
    }


def test_a_bracketed_name_of_reviews_and_suits_is_of_the_reviews_until_suits_are_named() -> None:
    text = "【行政复议与应诉】　收案38件，受理33件，审结34件，维持17件。行政诉讼案件21件，败诉2件。"
    assert {(row.indicator, row.value) for row in told(text)} == {
        ("reconsideration.received", 38),
        ("reconsideration.accepted", 33),
        ("reconsideration.concluded", 34),
        ("reconsideration.upheld", 17),
        ("litigation.cases", 21),
        ("litigation.lost", 2),
    }


def test_satisfaction_told_among_other_rates_turns_no_text() -> None:
    text = "行政复议受理312件，受理率91.2%，满意率93%，纠错率12%。"
    assert Told("reconsideration.correction_rate", 12) in told(text)


def test_under_a_title_of_two_topics_the_one_that_the_text_has_come_to_is_in_force() -> None:
    title = "示例县2023年行政复议和行政应诉工作情况通报"
    text = (
        "全县收到行政复议申请214件。\n在已审结的187件案件中，维持86件。\n应诉案件48件。\n审结45件，败诉3件。"
    )
    assert levels(text, title) >= {("reconsideration.concluded", 187), ("litigation.concluded", 45)}


@pytest.mark.parametrize(
    "beside",
    [
        "首次与行政诉讼一审案件数（208件）拉开差距",
        "首次超过一审行政诉讼案件",
        "案件量是行政诉讼的2.1倍",
        "超出同期法院新收一审行政诉讼案件四成以上",
    ],
)
def test_what_figures_are_set_against_is_not_what_the_text_turns_to(beside: str) -> None:
    text = f"全县受理行政复议申请389件，{beside}。审结372件，维持112件。"
    assert ("reconsideration.concluded", 372) in levels(text)


def test_services_that_open_a_segment_end_the_rule_of_counsel() -> None:
    text = "动态管理村居法律顾问，全县588个村居全覆盖；县公共法律服务中心接待咨询2.96万人次。"
    assert levels(text) == {("legal_service.consultations", 29600)}


def test_a_title_of_one_subject_rules_its_text() -> None:
    title = "示例市2023年律师行业发展数据"
    assert levels("全年办理诉讼案件27721件，同比增长10.12%。", title) == {("lawyer.litigation_cases", 27721)}


def test_a_subject_opens_its_sentence_behind_who_tells_and_since_when() -> None:
    rows = told("据统计，今年以来，全县村（居）委会法律顾问接受法律咨询2100人次，参与法律援助案件118件。")
    assert {row.indicator for row in rows} == {
        "community_counsel.consultations",
        "community_counsel.aid_cases",
    }
