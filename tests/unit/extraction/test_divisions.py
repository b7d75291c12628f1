"""What a division (从…看) divides."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, of, parts, told

RECEIVED, CONCLUDED = "reconsideration.received", "reconsideration.concluded"


def test_a_division_lists_parts_though_it_is_not_complete() -> None:
    text = "全年受理行政复议申请126件，审结120件。从案件类型看，治安类70件，较上年增加8件；土地类30件。"
    assert parts(text, "reconsideration.accepted") == {None: 126, "治安类": 70, "土地类": 30}
    assert parts(text, CONCLUDED) == {None: 120}
    assert Told("reconsideration.accepted", 8, "change_abs", breakdown="治安类") in told(text)


@pytest.mark.parametrize(
    "words",
    ["以公安局为被申请人的70件，以林业局为被申请人的30件", "被申请人为公安局的70件、林业局的30件"],
)
def test_cases_by_the_body_they_are_against(words: str) -> None:
    text = f"全年受理行政复议申请126件，{words}。"
    assert parts(text, "reconsideration.accepted") == {None: 126, "公安局": 70, "林业局": 30}


def test_kinds_told_before_the_whole_that_they_make() -> None:
    text = "简易程序案件4907件、一般程序案件5379件，共办结行政处罚案件10286件。"
    assert parts(text, "enforcement.penalties") == {None: 10286, "简易程序": 4907, "一般程序": 5379}


def test_a_part_that_rose_or_fell_to_a_figure_is_a_part() -> None:
    text = "判决行政机关败诉112件。从败诉案件类型看，征收类由上年的79件减少到61件，降幅22.78%；公安类13件。"
    assert Told("litigation.lost", 61, breakdown="征收类") in told(text)
    assert Told("litigation.lost", 13, breakdown="公安类") in told(text)
    assert Told("litigation.lost", 79, period="2022", breakdown="征收类") in told(text)
    assert Told("litigation.lost", -22.78, "change_pct", breakdown="征收类") in told(text)


def test_a_division_is_of_what_one_of_its_parts_is_known_to_be_a_part_of() -> None:
    text = (
        "新收行政复议申请2146件，新收一审行政诉讼案件1211件。"
        "从行为类型看，行政处罚类812件；举报处理类655件，占30.52%；信息公开类174件。"
    )
    assert parts(text) == {None: 2146, "行政处罚类": 812, "举报处理类": 655, "信息公开类": 174}


def test_a_list_within_the_list_that_a_sentence_names_has_a_head_of_its_own() -> None:
    text = (
        "在审结的69件一审行政诉讼案件中，驳回诉讼请求24件；行政机关败诉案件9件，"
        "其中判决撤销5件，判决履行法定职责4件。"
    )
    lost = {row.breakdown: row.value for row in told(text) if row.indicator == "litigation.lost"}
    assert lost == {None: 9, "判决撤销": 5, "判决履行法定职责": 4}


def test_those_who_appeared_are_among_those_who_appeared() -> None:
    text = "开庭审理一审行政案件418件，行政机关负责人出庭应诉371件。其中正职出庭57件。"
    assert parts(text, "litigation.head_appearances") == {None: 371, "正职": 57}


def test_those_who_appeared_are_among_the_appearances_though_their_rate_stands_between() -> None:
    text = "办理行政应诉案件418件，负责人出庭371件，出庭率88.8%。其中正职出庭57件。"
    assert parts(text, "litigation.head_appearances") == {None: 371, "正职": 57}
    assert parts(text, "litigation.cases") == {None: 418}


@pytest.mark.parametrize("name", ["东城司法所", "西城派出所"])
def test_an_office_that_opens_its_clause_holds_for_its_figures(name: str) -> None:
    text = f"调解矛盾纠纷4316起。{name}调处矛盾纠纷386件，调解成功率99.2%；北山司法所217件，调解成功率97.7%。"
    rates = {row.breakdown: row.value for row in told(text) if row.indicator == "mediation.success_rate"}
    assert rates == {name: 99.2, "北山司法所": 97.7}


def test_what_others_did_with_cases_handed_over_is_no_part() -> None:
    text = "向公安机关移送涉嫌拒不支付劳动报酬犯罪案件5件，公安机关立案侦查4件，法院判决1件。"
    assert parts(text, "enforcement.transferred_cases") == {None: 5}


def test_those_below_told_by_their_number_are_a_part() -> None:
    text = "全市新收行政复议申请1620件，其中市本级收到318件，12个县市区收到1302件。"
    assert parts(text) == {None: 1620, "市本级": 318, "县市区": 1302}


def test_a_list_is_of_the_count_in_its_unit() -> None:
    text = "审查政府合同、会议纪要、涉法事务等312份，提出意见建议486条，其中会议纪要61份。"
    assert parts(text, "decision.legality_reviews") == {None: 312, "会议纪要": 61}


def test_kinds_of_licences_applied_for_are_not_yet_licences() -> None:
    text = "行政许可情况。受理许可申请612件，包括排污许可179件。作出行政许可决定594件。"
    assert parts(text, "enforcement.licences") == {None: 594}


def test_a_field_that_opens_its_clause_is_a_part() -> None:
    text = "作出行政处罚277件。其中，运政领域实施行政处罚259件；海事领域实施行政处罚18件。"
    assert parts(text, "enforcement.penalties")["海事领域"] == 18


def test_a_part_is_called_by_the_way_it_ended() -> None:
    text = "行政应诉工作。一审审结案件240件，其中以判决方式结案131件，占审结案件的54.58%。"
    assert "判决" in parts(text, "litigation.concluded")


def test_what_others_took_over_is_no_part_of_what_was_found() -> None:
    text = "排查发现各类水事违法行为41件，其中立案处理12件，移交其他部门处理6件，转乡镇河长办整改23件。"
    assert parts(text, "enforcement.violations_found") == {None: 41}
    assert "enforcement.violations_rectified" not in {row.indicator for row in told(text)}


def test_a_sentence_that_opens_with_its_cases_names_the_whole() -> None:
    text = (
        "行政复议工作。收到申请1564件，受理1400件；不予受理97件。"
        "受理的案件集中在公安、自然资源、市场监管领域，分别为439件、319件和240件。"
    )
    assert parts(text, "reconsideration.not_accepted") == {None: 97}
    assert parts(text, "reconsideration.accepted")["自然资源"] == 319


def test_cases_compared_with_last_year_s_are_divided_by_field() -> None:
    text = (
        "行政应诉案件共1410件，其中一审752件、二审458件、再审200件。一审案件较上年的870件减少118件，"
        "下降13.56%，主要集中在资源、城建领域，分别为231件、154件。"
    )
    assert parts(text, "litigation.retrials") == {None: 200}
    assert Told("litigation.first_instance", 231, breakdown="资源") in of("litigation.first_instance", text)


def test_cases_against_a_body_are_of_all_that_were_brought() -> None:
    text = "新收行政诉讼案件81件（一审62件、二审19件），以县政府为被告的15件，审结76件。"
    assert parts(text, "litigation.second_instance") == {None: 19}
    assert parts(text, "litigation.cases") == {None: 81, "县政府": 15}


def test_a_heading_of_first_instances_tells_whose_defendants_follow() -> None:
    text = (
        "（一）收案情况\n\n行政应诉案件715件，其中一审388件、二审301件。\n\n"
        "（二）一审案件被告情况\n\n以市政府为被告的47件。"
    )
    assert parts(text, "litigation.cases") == {None: 715}
    assert parts(text, "litigation.first_instance") == {None: 388, "市政府": 47}


def test_kinds_of_disputes_need_not_be_told_in_the_unit_of_their_whole() -> None:
    text = "全县共调解纠纷1937件，成功1889件。分类看，婚姻家庭512起，山林土地430起。"
    assert parts(text, "mediation.cases") == {None: 1937, "婚姻家庭": 512, "山林土地": 430}


def test_a_division_is_of_what_the_verb_of_its_first_kind_says() -> None:
    text = (
        "全年立案2370件，作出行政处罚决定2204件。按类别分，食品案件立案968件、药械案件214件、价格案件163件。"
    )
    assert parts(text, "enforcement.cases_opened") == {None: 2370, "食品": 968, "药械": 214, "价格": 163}


def test_names_in_order_that_add_up_to_a_whole_of_another_paragraph_are_its_parts() -> None:
    text = (
        "全年受理行政复议案件846件。\n\n从管理领域看，公安512件、其他领域334件。"
        "从行政行为类别看，行政处罚、投诉举报、其他类别分别为491件、255件和100件。"
    )
    found = parts(text, "reconsideration.accepted")
    assert (found["行政处罚"], found["投诉举报"], found["其他类别"]) == (491, 255, 100)


def test_outcomes_told_for_each_of_several_bodies_are_no_wholes() -> None:
    text = (
        "清理行政规范性文件462件。\n按机关分，州政府文件（含办公室文件）继续有效142件、废止31件；"
        "县（市）政府文件继续有效231件、废止58件。"
    )
    outcomes = {
        (row.indicator, row.breakdown): row.value
        for row in told(text)
        if row.indicator in ("normative.retained", "normative.repealed")
    }
    assert outcomes == {
        ("normative.retained", "州政府"): 142,
        ("normative.repealed", "州政府"): 31,
        ("normative.retained", "县（市）政府"): 231,
        ("normative.repealed", "县（市）政府"): 58,
    }


def test_a_second_figure_of_unread_kinds_is_of_the_kinds_that_open_their_segments() -> None:
    text = (
        "市场监管执法共查办案件2730件，罚没款1460万元。分领域看：传销案件查办182起，罚没504万元；"
        "虚假违法广告案件查处966起，罚没116万元。"
    )
    assert parts(text, "enforcement.fines") == {
        None: 14600000,
        "传销": 5040000,
        "虚假违法广告": 1160000,
    }


def test_what_stands_under_a_heading_that_divides_is_a_division() -> None:
    text = (
        "一、受理情况\n受理行政复议申请158件。\n二、审理情况\n审结149件。\n三、办案方式\n听证22次。\n"
        "四、所属管理领域\n市场监管66件、公安54件（其中交警23件）、人社8件。行政强制类减少3件。"
    )
    assert parts(text, "reconsideration.accepted") == {
        None: 158,
        "市场监管": 66,
        "公安": 54,
        "公安/交警": 23,
        "人社": 8,
    }


def test_what_the_opening_names_is_what_is_divided() -> None:
    text = (
        "新收行政诉讼案件78件，审结71件，未审结7件，原告撤诉12件，行政机关败诉12件，败诉率16.90%。\n"
        "从败诉原因看，主要证据不足的5件，违反法定程序的4件，不履行法定职责的3件。"
    )
    divided = {row for row in told(text) if row.breakdown}
    assert {(row.indicator, row.value) for row in divided} == {
        ("litigation.lost", 5),
        ("litigation.lost", 4),
        ("litigation.lost", 3),
    }


def test_a_division_is_of_what_all_that_it_counts_adds_up_to() -> None:
    text = (
        "12345热线全年接诉18.47万件。\n"
        "全年完成合法性审查262件，提出意见410条。"
        "分类看，重大决策事项16件，政府合同协议209件，其余为涉法事务来函37件。"
    )
    assert parts(text, "decision.legality_reviews") == {None: 262, "涉法事务来函": 37}
    assert parts(text, "service.hotline_requests") == {None: 184700}


def test_the_rest_may_be_named_behind_its_number() -> None:
    text = (
        "县委常委会会议和县政府常务会议先后13次把法治建设列入议程，"
        "县委常委会会议占5次，其余8次为县政府常务会议。"
    )
    assert parts(text, "organisation.deliberations") == {None: 13, "县委常委会会议": 5, "县政府常务会议": 8}


def test_how_cases_are_distributed_announces_a_division_and_counts_no_places() -> None:
    text = (
        "受理一审行政诉讼案件585件。13个县（市、区）内一审行政诉讼案件地域分布情况是，"
        "鹤城区（含市直行政机关）266件、沅陵49件、麻阳42件。"
    )
    assert parts(text, "litigation.first_instance") == {None: 585, "鹤城区": 266, "沅陵": 49, "麻阳": 42}


def test_what_cases_concern_is_a_division_of_the_whole_that_its_share_names() -> None:
    text = (
        "收到行政复议申请4386件，受理3902件。"
        "涉及公安的1214件、土地的902件、房屋征收的457件，占受理总数的65.9%。"
    )
    kinds = {"公安": 1214, "土地": 902, "房屋征收": 457}
    assert kinds.items() <= parts(text, "reconsideration.accepted").items()


def test_what_the_cases_of_a_sentence_concern_are_its_parts() -> None:
    text = (
        "受理行政复议申请52件，维持24件，调解和解率40.4%；案件涉及公安21件、人社13件、自然资源9件、其他9件。"
    )
    kinds = {"公安": 21, "人社": 13, "自然资源": 9, "其他": 9}
    assert parts(text, "reconsideration.accepted") == {None: 52, **kinds}


def test_what_is_left_of_acts_that_all_have_codes_is_no_kind() -> None:
    text = "办理行政执法案件15218件，其中行政处罚3962件、行政许可8843件、行政强制176件、其他283件。"
    assert parts(text, "enforcement.acts_total") == {None: 15218}


def test_a_heading_that_divides_may_open_the_line_of_its_parts() -> None:
    text = (
        "收到行政复议申请1486件，受理1233件。\n"
        "（三）行政管理领域。公安领域447件，较上年增加119件；市场监管领域402件，自然资源领域157件。"
    )
    fields = {"公安领域": 447, "市场监管领域": 402, "自然资源领域": 157}
    assert parts(text, "reconsideration.accepted") == {None: 1233, **fields}
