"""Wholes of another size or year; what a named operation, a body, a class or a paper has."""

from __future__ import annotations

from tests.unit.extraction.told import parts, told


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
