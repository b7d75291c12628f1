"""Wholes of another size or year; what a named operation, a body, a class or a paper has."""

from __future__ import annotations

from tests.unit.extraction.told import Told, of, parts, told


def test_a_whole_that_is_smaller_than_its_parts_is_none() -> None:
    text = "新收行政诉讼案件71件，其中再审3件。涉诉较多的单位为县公安局、县资源局，分别为27件、19件。"
    assert parts(text, "litigation.cases") == {None: 71, "县公安局": 27, "县资源局": 19}
    assert parts(text, "litigation.retrials") == {None: 3}


def test_instances_are_parts_of_what_became_of_the_suits() -> None:
    text = "一审案件39件。败诉41件，败诉率7.5%。败诉案件中，一审29件、二审12件。"
    assert parts(text, "litigation.lost") == {None: 41, "一审": 29, "二审": 12}
    assert parts(text, "litigation.first_instance") == {None: 39}


def test_a_part_in_brackets_heads_no_list() -> None:
    text = "办理行政处罚案件284件（其中一般案件213件），罚没款9万元。其中扬尘类96件；占道类117件。"
    assert parts(text, "enforcement.penalties") == {None: 284, "一般": 213, "扬尘类": 96, "占道类": 117}


def test_what_is_done_in_a_named_operation_is_a_part_of_the_year() -> None:
    text = "为期百天的“清源”专项行动中，出动执法人员320人次，检查市场主体475家次。"
    assert parts(text, "enforcement.inspections") == {"清源": 475}


def test_rates_of_several_bodies_are_of_the_rate_before() -> None:
    text = "行政机关负责人出庭应诉率97.6%，其中县公安局、县资源局分别为100%和92.3%。"
    code = "litigation.head_appearance_rate"
    assert parts(text, code) == {None: 97.6, "县公安局": 100, "县资源局": 92.3}


def test_the_second_of_two_bodies_has_its_own_figures() -> None:
    text = "县市场局全年行政处罚立案412件，罚没款386万元；县应急局行政处罚立案56件，罚没款142万元。"
    assert parts(text, "enforcement.cases_opened") == {"县市场局": 412, "县应急局": 56}
    assert parts(text, "enforcement.fines") == {"县市场局": 3860000, "县应急局": 1420000}


def test_a_share_is_of_the_whole_that_its_words_name() -> None:
    text = "受理行政复议案件232件，审结202件。其中维持120件、驳回38件。权属类占受理总数的44.4%。"
    assert {row.indicator for row in told(text) if row.measure == "share_pct"} == {"reconsideration.accepted"}


def test_papers_of_two_names_handed_out_together_are_parts() -> None:
    text = "印发扫黑除恶宣传手册4000份、农民工维权手册1500份。"
    assert parts(text, "publicity.materials") == {"扫黑除恶宣传手册": 4000, "农民工维权手册": 1500}


def test_a_whole_that_no_figure_tells_still_has_its_parts() -> None:
    text = "全县社区矫正对象中，危险驾驶罪68人，占31.2%；盗窃罪41人，占18.8%。"
    assert parts(text, "correction.supervisees") == {"危险驾驶罪": 68, "盗窃罪": 41}
    text = "政府信息公开申请按内容划分，征地拆迁类28件，占45.2%；行政执法类17件，占27.4%。"
    assert parts(text, "disclosure.requests_received") == {"征地拆迁类": 28, "行政执法类": 17}


def test_a_share_between_a_whole_and_its_list_is_passed_over() -> None:
    text = "全县17个司法所中，建成省级星级规范化司法所13个，占76.5%，其中五星级2个、四星级4个、三星级7个。"
    code = "organisation.star_judicial_offices"
    assert parts(text, code) == {None: 13, "五星级": 2, "四星级": 4, "三星级": 7}


def test_what_is_told_with_each_part_is_of_the_part() -> None:
    text = "作出行政处罚986件，其中市场类364件，罚没款218万元；文化旅游类42件，罚没款26.5万元。"
    assert parts(text, "enforcement.fines") == {"市场类": 2_180_000, "文化旅游类": 265_000}
    one = "作出行政处罚986件，其中市场类364件、文化旅游类42件，罚没款218万元；行政许可912件。"
    assert parts(one, "enforcement.fines") == {None: 2_180_000}


def test_persons_of_another_standing_may_be_parts() -> None:
    text = "培育“法律明白人”1456名，其中村干部623名，人民调解员418名，网格员415名。"
    assert parts(text, "publicity.legal_literates") == {
        None: 1456,
        "村干部": 623,
        "人民调解员": 418,
        "网格员": 415,
    }
    assert not parts(text, "mediation.mediators")


def test_a_second_body_of_a_list_has_its_own_officers() -> None:
    text = "全县共有行政执法人员1240人，其中县公安局行政执法人员538人；县农业农村局行政执法人员86人。"
    assert parts(text, "enforcement.officers_total") == {None: 1240, "县公安局": 538, "县农业农村局": 86}


def test_cases_against_a_government_are_law_suits_where_it_is_the_defendant() -> None:
    text = "受理复议申请21件。行政应诉案件15件，较上年减少3件，其中一审11件、二审4件，以县政府为被告的6件。"
    assert parts(text, "litigation.cases") == {None: 15, "县政府": 6}
    assert parts(text, "reconsideration.accepted") == {None: 21}


def test_why_cases_were_terminated_is_a_part_of_them() -> None:
    text = "行政复议调解和解89件，终止64件。终止案件中，双方达成和解撤回申请的31件。"
    assert parts(text, "reconsideration.terminated") == {None: 64, "双方达成和解撤回申请": 31}
    assert parts(text, "reconsideration.mediated") == {None: 89}


def test_a_level_and_the_one_before_it_are_of_the_same_part() -> None:
    text = "涉企行政检查由上年的2860家次下降到1925家次，降幅32.7%。"
    assert {(row.breakdown, row.period, row.value) for row in told(text)} == {
        ("涉企", "2022", 2860),
        ("涉企", "2023", 1925),
        ("涉企", "2023", -32.7),
    }


def test_a_list_of_fields_names_no_part() -> None:
    text = "行政执法案卷集中评查中，重点评查生态环境、交通运输、应急管理等领域行政执法案卷120卷。"
    assert parts(text, "enforcement.case_files_reviewed") == {None: 120}


def test_the_rest_of_a_list_that_makes_up_its_whole_are_parts_too() -> None:
    text = (
        "（一）收案情况。收到行政复议申请174件。\n（三）申请复议事项。行政处罚类62件，占35.63%；"
        "举报投诉类51件，占29.31%；工伤认定类33件；信息公开类13件，比上年减少3件；其他15件。"
    )
    assert parts(text, "reconsideration.received") == {
        None: 174,
        "行政处罚类": 62,
        "举报投诉类": 51,
        "工伤认定类": 33,
        "信息公开类": 13,
        "其他": 15,
    }
    assert "其他" not in parts(text.replace("其他15件", "其他18件"), "reconsideration.received")


def test_what_a_part_is_compared_with_may_stand_before_its_share() -> None:
    body = (
        "01 复议渠道更畅通\n收到行政复议申请400件。\n从申请事项看，处罚类180件，占45.00%。"
        "公开类90件，占22.50%，涨幅最大，达62.07%；强制类70件，较上年的80件下降12.50%，占17.50%；"
        "其他60件，占15.00%。\n"
        "已审结案件中，维持决定120件，占48%。"
    )
    levels = {(row.breakdown, row.value) for row in told(body) if row[2:4] == ("level", "2023")}
    assert levels >= {(None, 400), ("处罚类", 180), ("公开类", 90), ("强制类", 70), ("其他", 60)}
    assert Told("reconsideration.received", 80, period="2022", breakdown="强制类") in told(body)
    assert Told("reconsideration.received", -12.5, "change_pct", breakdown="强制类") in told(body)
    assert Told("reconsideration.received", 62.07, "change_pct", breakdown="公开类") in told(body)
    assert Told("reconsideration.upheld", 120) in told(body)


def test_more_than_a_part_was_found_is_put_right_of_all() -> None:
    rows = told("检查企业312家次，查出各类隐患862项，其中重大隐患4项，已整改851项。")
    assert Told("enforcement.violations_rectified", 851) in rows


def test_an_instance_named_before_the_verb_is_no_part_and_behind_it_is_one() -> None:
    whole = "行政诉讼应诉案件126件，一审审结98件，败诉7件。"
    assert Told("litigation.concluded", 98) in told(whole)
    part = "行政诉讼工作有序推进，审结行政一审案件98件。"
    assert parts(part, "litigation.concluded") == {"一审": 98}


def test_files_in_force_that_are_sorted_out_have_not_been_kept_yet() -> None:
    found = told(
        "全面清理17个涉企文件以及现行有效的12个部门规范性文件。", title="示例县2023年法治政府建设报告"
    )
    assert found == {Told("normative.enterprise_related", 17)}


def test_a_head_that_only_its_number_tells_is_the_whole_of_as_many() -> None:
    text = "县法院新收一审行政案件24件。\n在受理的24件案件中，从案件类型来看，行政处罚9件、行政登记15件。"
    assert of("litigation.first_instance", text) == {
        Told("litigation.first_instance", 24),
        Told("litigation.first_instance", 9, breakdown="行政处罚"),
        Told("litigation.first_instance", 15, breakdown="行政登记"),
    }


def test_what_changed_behind_a_total_told_last_is_of_the_total() -> None:
    rows = told("承办人大代表建议196件和政协提案233件，总数429件，比上年增加17件。")
    assert {Told("disclosure.proposals", 429), Told("disclosure.proposals", 17, "change_abs")} <= rows


def test_the_rest_of_a_list_is_a_part_where_the_list_makes_up_its_whole() -> None:
    text = "律师担任法律顾问的261家单位中，企业187家，党政机关51家，其余23家。"
    assert parts(text, "lawyer.counsel_clients") == {None: 261, "企业": 187, "党政机关": 51, "其余": 23}
