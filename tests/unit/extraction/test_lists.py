"""Heads and parts, pairs by order, one number for several, and what sums decide."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, parts, reasons, told

RECEIVED, CONCLUDED = "reconsideration.received", "reconsideration.concluded"


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


def test_names_behind_a_rank_are_paired_with_the_run_that_follows() -> None:
    text = "收到行政复议申请150件，居前三位的是行政处罚、投诉举报和信息公开，分别为64件、38件和21件。"
    assert parts(text, "reconsideration.received") == {
        None: 150,
        "行政处罚": 64,
        "投诉举报": 38,
        "信息公开": 21,
    }
    text = "全年收到行政复议申请150件，涉及公安、住建和教育领域较多，分别为64件、38件和21件。"
    assert parts(text, "reconsideration.received") == {None: 150, "公安": 64, "住建": 38, "教育": 21}


def test_a_share_of_several_bodies_together_is_of_none() -> None:
    text = "行政处罚案件数量排名前二的单位为县公安局、县城管局，分别为64件、38件，两家单位合计占全县的91.6%。"
    rows = [row for row in told(text) if row.measure == "share_pct"]
    assert not rows


def test_what_closes_a_list_of_fields_is_no_part_of_a_name() -> None:
    text = "受理行政复议案件460件，涉及公安、自然资源领域的行政争议所占比重较大，分别为241件、163件。"
    assert parts(text, "reconsideration.accepted") == {None: 460, "公安": 241, "自然资源": 163}


def test_bodies_of_a_list_with_their_verbs_have_each_its_own_figure() -> None:
    text = "办理行政调解案件5310件。从调解机关看，县公安局办理3268件、县市场监管局办理1427件。"
    assert parts(text, "mediation.administrative_cases") == {
        None: 5310,
        "县公安局": 3268,
        "县市场监管局": 1427,
    }


def test_a_share_is_never_one_of_a_rate() -> None:
    text = (
        "开展行政调解1306件，成功率93.2%，排查矛盾纠纷860次。"
        "位居前二的行政调解案件为消费类、治安类，分别占案件总数64.6%、25.3%。"
    )
    assert not [row for row in told(text) if row.measure == "share_pct" and row.indicator.endswith("rate")]


def test_the_rest_may_be_named_by_their_respondent_behind_the_number() -> None:
    text = (
        "受理行政复议案件799件。受理的案件中，以县级部门为被申请人的241件，以县政府部门为被申请人的497件，"
        "其余61件的被申请人是乡镇街道，占比依次为30.16%、62.2%和7.63%。"
    )
    assert parts(text, "reconsideration.accepted")["乡镇街道"] == 61
    shares = {row.breakdown: row.value for row in told(text) if row.measure == "share_pct"}
    assert shares == {"县级部门": 30.16, "县政府部门": 62.2, "乡镇街道": 7.63}


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


def test_fields_that_the_clause_before_lists_have_the_shares_in_order() -> None:
    text = (
        "12345热线受理群众诉求4.87万件，办结率98.97%；"
        "诉求主要集中在城市管理、住房建设、劳动社保三个领域，占比分别为24.6%、18.9%、13.2%。"
    )
    shares = {(row.breakdown, row.value) for row in told(text) if row.measure == "share_pct"}
    assert shares == {("城市管理", 24.6), ("住房建设", 18.9), ("劳动社保", 13.2)}


@pytest.mark.parametrize("lead", ["工单数量较多的单位为：", "问题分类为："])
def test_a_list_behind_a_colon_is_of_the_count_before_it(lead: str) -> None:
    text = f"12345热线共受理诉求3821件。{lead}县住建局914件（同比上升18.2%），县城管局708件。"
    assert parts(text, "service.hotline_requests") == {None: 3821, "县住建局": 914, "县城管局": 708}
    assert Told("service.hotline_requests", 18.2, "change_pct", breakdown="县住建局") in told(text)


def test_a_share_says_which_count_the_list_behind_is_of() -> None:
    text = "收到政府信息公开申请216件，答复213件。其中，予以公开87件，占40.85%；不予公开12件，占5.63%。"
    assert parts(text, "disclosure.requests_answered") == {None: 213, "予以公开": 87, "不予公开": 12}


def test_a_rate_behind_a_part_is_the_parts() -> None:
    text = (
        "全县在岗执法人员1012名，其中持证967名，持证率95.55%："
        "县直部门742名，持证718名，持证率96.77%；乡镇270名，持证249名，持证率92.22%。"
    )
    assert parts(text, "enforcement.certified_rate") == {None: 95.55, "县直部门": 96.77, "乡镇": 92.22}


def test_what_a_part_of_a_part_repeats_is_no_part_of_its_name() -> None:
    text = "实施行政强制1354宗，其中强制措施1312宗，强制执行42宗；强制执行中自行执行29宗，申请法院执行13宗。"
    assert parts(text, "enforcement.coercions")["强制执行/自行执行"] == 29


def test_what_was_inspected_of_one_kind_is_a_part_of_all_that_was() -> None:
    text = "检查各类市场主体9826个，检查学校食堂437个，检查特种设备使用单位426家。"
    assert parts(text, "enforcement.inspections") == {None: 9826, "学校食堂": 437, "特种设备使用单位": 426}


def test_defendants_are_those_of_the_suits_told_before() -> None:
    text = "新收一审行政案件512件，审结489件。\n被告以县水利局、县公安局为主，案件数分别为196件、93件。"
    assert parts(text, "litigation.first_instance") == {None: 512, "县水利局": 196, "县公安局": 93}


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


def test_the_share_of_several_parts_together_is_no_parts() -> None:
    text = "全县共举办法治讲座280场，其中县委党校42场、县司法局65场，占全年的38.21%。"
    assert parts(text, "study.lectures") == {None: 280, "县委党校": 42, "县司法局": 65}
    assert not {row for row in told(text) if row.measure == "share_pct"}


def test_the_share_of_bodies_that_are_only_counted_is_no_parts() -> None:
    text = "全县调解矛盾纠纷2860件，其中城关镇380件，前三个乡镇的纠纷占全县的29.4%。"
    assert not {row for row in told(text) if row.measure == "share_pct"}


def test_shares_among_people_go_on_along_the_list() -> None:
    text = "办理法律援助案件520件，受援人群中农民工占41.5%、老年人占14.7%。"
    shares = {(row.indicator, row.breakdown, row.value) for row in told(text) if row.measure == "share_pct"}
    code = "legal_aid.beneficiaries"
    assert shares == {(code, "农民工", 41.5), (code, "老年人", 14.7)}


def test_what_stands_behind_the_parts_of_a_list_is_of_no_single_one() -> None:
    text = "人民调解委员会调解纠纷318件，其中甲所调解38件、乙会调解41件，协议金额32万元。"
    assert parts(text, "mediation.amount") == {None: 320000}


def test_the_rest_may_be_told_by_where_it_lies() -> None:
    text = "行政诉讼案件败诉18件，征收拆迁类3件，其余15件散见于住建、市场监管等领域。"
    assert parts(text, "litigation.lost") == {None: 18, "征收拆迁类": 3, "其余": 15}


def test_ranked_names_have_the_shares_and_the_counts_behind_in_order() -> None:
    text = (
        "人民调解组织调解矛盾纠纷46180件，防止民转刑案件87件。从纠纷类型看，婚姻家庭、邻里、劳动争议纠纷位居前三，"
        "占调解总数的24.0%、21.4%和11.8%，分别为11082件、9870件和5436件。"
    )
    named = {"婚姻家庭": 11082, "邻里": 9870, "劳动争议": 5436}
    assert parts(text, "mediation.cases") == {None: 46180, **named}
    shares = {row.breakdown for row in told(text) if row.measure == "share_pct"}
    assert shares == set(named)


def test_a_share_of_the_noun_itself_is_no_part() -> None:
    text = "建成民主法治示范村（社区）151个，示范村占行政村总数的52.8%。"
    assert Told("publicity.democratic_villages", 52.8, "share_pct") in told(text)
