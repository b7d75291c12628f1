"""What is no figure of the reporting body: another's, a benchmark, a single case, a class of cases."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, parts, reasons, told

RECEIVED = "reconsideration.received"


@pytest.mark.parametrize(
    "sentence",
    [
        "全省收到行政复议申请5000件。",
        "全国收到行政复议申请50000件。",
        "全国1200件行政复议申请中被纠错120件。",
        "全省平均每县收到行政复议申请90件。",
    ],
)
def test_another_body_s_figures_are_not_ours(sentence: str) -> None:
    assert told(sentence) == set()
    assert set(reasons(sentence).values()) <= {"other_body", "benchmark"}


def test_a_benchmark_is_no_figure_of_ours() -> None:
    body = "行政复议调解率达35%，高于全省平均水平8个百分点。"
    assert told(body) == {Told("reconsideration.mediation_rate", 35)}
    assert reasons(body)["8个百分点"] == "benchmark"


@pytest.mark.parametrize(
    "sentence",
    [
        "例如，在一起行政复议案件中，收到申请2件。",
        "办理某公司行政处罚案，收到行政复议申请1件。",
    ],
)
def test_a_single_case_counts_nothing(sentence: str) -> None:
    assert told(sentence) == set()


@pytest.mark.parametrize("kind", ["涉企", "涉农", "涉外"])
def test_a_class_of_cases_holds_to_the_end_of_its_sentence(kind: str) -> None:
    text = f"全年新收{kind}行政复议案件64件，审结60件。全年审结行政复议案件300件。"
    assert parts(text, RECEIVED) == {kind: 64}
    assert parts(text, "reconsideration.concluded") == {kind: 60, None: 300}


def test_a_class_of_cases_ends_where_all_are_named() -> None:
    text = "新收涉企行政复议案件64件，全县审结行政复议案件300件。"
    assert parts(text, "reconsideration.concluded") == {None: 300}


def test_what_a_rate_has_changed_by_is_no_rate() -> None:
    text = "调解成功率98.99%，调解率的增幅达到0.2个百分点。"
    assert {row.value for row in told(text) if row.measure == "level"} == {98.99}


def test_outcomes_under_lost_cases_name_their_parts() -> None:
    text = "行政复议情况。收到申请9件。法院判决行政机关败诉94件，其中撤销行政行为41件，直接变更行政行为53件。"
    assert {row.indicator for row in told(text) if row.value in (41, 53)} == {"litigation.lost"}


def test_a_day_of_the_nation_names_no_other_body() -> None:
    text = "结合全国生态日等节点开展普法宣传活动62场次。全国共开展普法活动9000场。"
    assert {row.value for row in told(text) if row.indicator == "publicity.activities"} == {62}


def test_more_than_ten_thousand_is_no_figure() -> None:
    assert not [
        row
        for row in told("立案查处违法案件107件，其中查处罚款金额超万元的大要案件6件。")
        if row.value == 10000
    ]


def test_the_county_s_figures_are_not_a_town_s() -> None:
    title = "柳泉镇2023年综合行政执法工作小结"
    text = "立案46件，作出行政处罚43件。全县18个乡镇全年共作出行政处罚702件。"
    assert {row.value for row in told(text, title=title)} == {46, 43}


def test_who_works_with_others_counts_none_of_theirs() -> None:
    text = "执法人员11名，其中持证的9名，与县直部门下沉的6名干部混编成3个网格。"
    assert reasons(text)["6名"] == "no_rule"


def test_cases_about_disclosure_stay_so_behind_a_semicolon() -> None:
    text = (
        "因政府信息公开被申请行政复议43件，其中维持28件、其他结果5件；"
        "被提起行政诉讼26件，其中维持19件、其他结果2件。"
    )
    assert parts(text, "reconsideration.as_respondent") == {"政府信息公开": 43}
    assert parts(text, "litigation.cases") == {"政府信息公开": 26}


def test_a_contest_of_the_province_is_entered_by_the_county() -> None:
    assert told("全省执法人员知识竞赛参赛率97.6%。") == {Told("enforcement.contest_participation_rate", 97.6)}


def test_around_a_school_is_no_other_place() -> None:
    assert told("开展校园周边等联合执法行动35次。") == {Told("enforcement.joint_operations", 35)}
    assert reasons("周边县联合执法行动35次。") == {"35次": "other_body"}


def test_fines_are_of_the_class_of_cases_told_right_before_them() -> None:
    rows = told("查处涉危险废物环境违法案件159起，罚款1543万元；查处涉自动监控案件37件，罚款380万元。")
    fines = {row.breakdown: row.value for row in rows if row.indicator == "enforcement.fines"}
    assert fines == {"涉危险废物": 15_430_000, "涉自动监控": 3_800_000}


def test_whom_an_honour_is_for_is_not_how_many_there_are() -> None:
    assert not told("4名律师（1名专职律师、3名公职律师）被评选为全市“法治人物”。")


def test_a_committee_that_a_sentence_comes_to_rules_it() -> None:
    text = "在纠纷调处方面，区医疗纠纷人民调解委员会受理医疗纠纷92件，调解成功87件，成功率94.6%。"
    assert {row.breakdown for row in told(text)} == {"区医疗纠纷人民调解委员会"}


def test_how_many_bodies_filed_papers_counts_no_papers() -> None:
    rows = told("对10个县（市、区）和36个市直部门报备的规范性文件进行备案审查。")
    assert not rows


def test_the_year_of_the_files_that_are_reviewed_is_not_the_reviews() -> None:
    rows = told("抽查10个县（区）2022年度行政处罚案卷100卷。")
    assert {(row.indicator, row.period) for row in rows} == {("enforcement.case_files_reviewed", "2023")}


def test_what_two_levels_do_together_is_not_the_first_ones() -> None:
    text = "州本级作出行政处罚24件；州县两级共作出行政处罚948件。"
    assert parts(text, "enforcement.penalties") == {"州本级": 24, None: 948}


def test_what_its_own_level_cancels_is_told_by_what_was_done() -> None:
    text = "继续削减行政审批事项，市本级取消17项、下放21项。"
    assert parts(text, "service.cancelled_matters") == {"取消": 17, "下放": 21}


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("全年行政诉讼86件，败诉9件。涉自然资源领域行政诉讼46件，败诉3件。", "涉自然资源领域"),
        ("全年行政诉讼86件，败诉9件。涉征地拆迁类诉讼案件46件，败诉3件。", "涉征地拆迁类"),
        ("因信息公开被申请行政复议11件，纠正2件；被提起行政诉讼4件，败诉3件。", "政府信息公开"),
    ],
)
def test_what_came_of_the_suits_of_a_field_is_of_the_field(text: str, field: str) -> None:
    assert (3, field) in {(row.value, row.breakdown) for row in told(text) if row.indicator.endswith("lost")}
