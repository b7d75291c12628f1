"""Heads and parts, pairs by order, one number for several, and what sums decide."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, reasons, told

RECEIVED, CONCLUDED = "reconsideration.received", "reconsideration.concluded"


def parts(text: str, code: str = RECEIVED) -> dict[str | None, float]:
    """Return the levels of an indicator by part."""
    return {row.breakdown: row.value for row in told(text) if (row.indicator, row.measure) == (code, "level")}


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


def test_names_and_numbers_pair_by_order() -> None:
    rows = told("全年行政复议维持、驳回、撤销分别为50件、20件和8件。")
    assert {(row.indicator, row.value) for row in rows} == {
        ("reconsideration.upheld", 50),
        ("reconsideration.dismissed", 20),
        ("reconsideration.revoked", 8),
    }


def test_shares_pair_with_the_figures_before_them() -> None:
    text = "全年收到行政复议申请200件，其中治安类80件、土地类60件，分别占40%、30%。"
    shares = {row.breakdown: row.value for row in told(text) if row.measure == "share_pct"}
    assert shares == {"治安类": 40, "土地类": 30}


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


def test_a_body_below_holds_to_the_end_of_its_sentence() -> None:
    text = "全市收到行政复议申请300件。其中，市本级收到申请120件，审结100件。"
    assert parts(text) == {None: 300, "市本级": 120}
    assert parts(text, CONCLUDED) == {"市本级": 100}


# lists that go on
# ---------------------------------------------------------------------------------------------------


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


# lists by body, by a count of their own, by shares
# ---------------------------------------------------------------------------------------------------


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


@pytest.mark.parametrize(
    "shares",
    ["分别占调解总数的50%、30%", "所占比重较大，分别为50%和30%"],
)
def test_shares_of_parts_in_their_order(shares: str) -> None:
    rows = told(f"调解矛盾纠纷400件，其中婚姻家庭200件、邻里120件，{shares}。")
    stated = {(row.breakdown, row.value) for row in rows if row.measure == "share_pct"}
    assert stated == {("婚姻家庭", 50), ("邻里", 30)}


def test_shares_of_names_that_a_clause_lists() -> None:
    rows = told("受理政务热线投诉900件，主要集中在跨门营业、占道堆物，分别占24.6%和17.2%。")
    stated = {(row.breakdown, row.value) for row in rows if row.measure == "share_pct"}
    assert stated == {("跨门营业", 24.6), ("占道堆物", 17.2)}


CITY = "湘潭市人民政府关于2023年度法治政府建设情况的报告"


def test_counties_told_in_a_row_are_parts_of_their_city() -> None:
    rows = told("全市新收行政复议案件470件。湘潭县新收182件，湘乡市167件，韶山市121件。", title=CITY)
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


# divisions
# ---------------------------------------------------------------------------------------------------


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


@pytest.mark.parametrize("words", ["治安类案件占比最高，达70件", "治安类案件居首位，达70件"])
def test_the_kind_told_to_be_the_largest(words: str) -> None:
    text = f"全年受理行政复议申请126件，{words}。"
    assert parts(text, "reconsideration.accepted") == {None: 126, "治安类": 70}


def test_kinds_told_before_the_whole_that_they_make() -> None:
    text = "简易程序案件4907件、一般程序案件5379件，共办结行政处罚案件10286件。"
    assert parts(text, "enforcement.penalties") == {None: 10286, "简易程序": 4907, "一般程序": 5379}


def test_the_share_of_a_kind_is_its_own() -> None:
    rows = told("现有人民调解员1372名，其中专职213名、兼职1159名，专职占比15.5%。")
    assert Told("mediation.mediators", 15.5, "share_pct", breakdown="专职") in rows


# lists whose numbers stand before their names, and bodies told in a row
# ---------------------------------------------------------------------------------------------------


def test_numbers_before_the_names_of_parts_are_of_the_noun_behind_the_last() -> None:
    text = "71个村级、10个镇级和13个行业性、专业性人民调解委员会织成一张网，总数达到94个。"
    assert parts(text, "mediation.committees") == {None: 94, "村级": 71, "镇级": 10, "行业性、专业性": 13}


def test_numbers_before_nouns_of_their_own_make_no_such_list() -> None:
    text = "全县26个行政执法单位、7个乡镇共有行政执法人员437名。"
    assert parts(text, "enforcement.officers_total") == {None: 437}


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


def test_amounts_in_order_are_parts_of_the_amount_before_them() -> None:
    text = "行政给付金额2326万元，市直部门、县直部门和乡镇依次为613万元、1428万元、285万元。"
    assert parts(text, "enforcement.payment_amount") == {
        None: 23_260_000,
        "市直部门": 6_130_000,
        "县直部门": 14_280_000,
        "乡镇": 2_850_000,
    }


def test_the_former_and_the_latter_have_the_names_that_the_sentence_gave() -> None:
    text = "适用不予处罚、从轻减轻处罚的案件共230件，前者98件，后者132件。"
    assert parts(text, "enforcement.exempted_cases") == {None: 230, "不予处罚": 98, "从轻减轻处罚": 132}


def test_what_stands_in_the_bracket_of_a_part_is_a_part_of_it() -> None:
    text = "在册社区矫正对象174人，其中缓刑149人（未成年犯4人）、假释17人、暂予监外执行8人。"
    assert parts(text, "correction.supervisees")["缓刑/未成年犯"] == 4


def test_a_share_may_tell_what_it_is_of_behind_its_figure() -> None:
    rows = told("司法鉴定机构完成鉴定业务4318件，86.2%属法医类鉴定。")
    assert Told("forensic.cases", 86.2, "share_pct", breakdown="法医类鉴定") in rows


def test_a_list_with_numbers_first_may_tell_its_sum_before_the_noun() -> None:
    text = "将16个乡镇、41个县级部门共计57个单位列为年度述法对象。"
    assert parts(text, "organisation.assessed_entities") == {None: 57, "乡镇": 16, "县级部门": 41}


def test_the_names_of_parts_may_stand_before_the_noun_that_ranks_them() -> None:
    text = "作出行政处罚决定265件，公安交管、交通运输处罚数量居前，依次为158件、36件。"
    assert parts(text, "enforcement.penalties") == {None: 265, "公安交管": 158, "交通运输": 36}


def test_outcomes_paired_with_numbers_have_codes_of_their_own() -> None:
    rows = told("清理规范性文件156件，废止（失效）、修改、继续有效的分别为27件、18件和111件。")
    assert {(row.indicator, row.value) for row in rows} == {
        ("normative.cleaned", 156),
        ("normative.repealed", 27),
        ("normative.amended", 18),
        ("normative.retained", 111),
    }


def test_a_bracket_in_a_name_divides_no_list() -> None:
    text = "行政征收金额61.1亿元，市级、县（市、区）级分别为43.8亿元和17.3亿元。"
    assert parts(text, "enforcement.collection_amount") == {
        None: 6_110_000_000,
        "市级": 4_380_000_000,
        "县（市、区）级": 1_730_000_000,
    }
