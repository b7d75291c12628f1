"""Which rules a reporting body may mean: a bureau answers for cases, and decides none."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import TITLE, Told, told

BUREAU = "示例县公安局2023年法治政府建设情况报告"


def levels(body: str, title: str = BUREAU) -> dict[str, float]:
    """Return the whole body's levels of a text by indicator."""
    return {row.indicator: row.value for row in told(body, title=title) if not row.breakdown}


def test_a_bureau_s_outcomes_are_of_the_cases_that_it_answers_for() -> None:
    found = levels("以我局为被申请人的行政复议案件17件，其中维持11件、撤销2件、申请人撤回申请终止4件。")
    assert found == {
        "reconsideration.as_respondent": 17,
        "reconsideration.upheld": 11,
        "reconsideration.revoked": 2,
        "reconsideration.terminated": 4,
    }


def test_a_bureau_decides_no_reconsiderations() -> None:
    assert levels("全年审结行政复议案件90件，其中维持60件。") == {}
    assert levels("全年审结行政复议案件90件，其中维持60件。", "示例县司法局2023年工作总结") == {
        "reconsideration.concluded": 90,
        "reconsideration.upheld": 60,
    }


def test_a_bureau_that_settles_its_own_disputes_does_no_people_s_mediation() -> None:
    words = "全年调解矛盾纠纷140件，调解成功132件。"
    assert levels(words) == {}
    assert levels(f"人民调解室进驻派出所。{words}") == {"mediation.cases": 140, "mediation.succeeded": 132}


def test_what_a_disputes_centre_settles_is_no_reconsideration() -> None:
    found = levels("县行政争议协调化解中心受理案件67件，化解率61%。", TITLE)
    assert not [code for code in found if code.startswith("reconsideration.")]


def test_a_reviewing_body_s_outcomes_are_of_the_cases_that_it_decided() -> None:
    words = "以我局为被申请人的行政复议案件3件，其中维持2件、驳回1件。"
    assert levels(words, "示例县司法局2023年工作总结") == {"reconsideration.as_respondent": 3}
    assert levels(words) == {
        "reconsideration.as_respondent": 3,
        "reconsideration.upheld": 2,
        "reconsideration.dismissed": 1,
    }


def test_a_noun_that_the_number_before_has_taken_is_used_up() -> None:
    text = "全县1328名法律顾问、317名公职律师为依法决策提供法律意见。"
    assert told(text) == {Told("counsel.advisers", 1328), Told("counsel.public_lawyers", 317)}


@pytest.mark.parametrize(
    "cases",
    [
        "作为被申请人的行政复议案件17件，同比增加4件，已审结的15件中，",
        "以区住建局为被申请人的行政复议案件17件，审结15件，其中",
        "因工伤认定引发行政复议17件，审结15件，其中",
    ],
)
def test_a_bureau_says_in_many_words_that_it_answers(cases: str) -> None:
    found = levels(f"{cases}维持11件、撤销4件。")
    assert (found["reconsideration.upheld"], found["reconsideration.revoked"]) == (11, 4)


def test_what_happens_to_a_government_s_own_acts_is_none_of_its_reviews() -> None:
    found = levels("以市局为被申请人的行政复议案件17件，其中维持11件、撤销4件。", TITLE)
    assert "reconsideration.upheld" not in found


def test_who_comes_to_see_a_county_s_mediators_is_no_bureau_of_another_field() -> None:
    text = "全县共排查各类矛盾纠纷2106起，调处矛盾纠纷2064起，调处成功率为98%。"
    found = levels(text, "2023年省司法厅督导组来某县视察")
    assert (found["mediation.cases"], found["mediation.success_rate"]) == (2064, 98)


def test_letters_and_visits_are_counted_under_a_heading_of_reviews() -> None:
    text = "四、行政复议和应诉\n（一）办案质量提升。全县受理信访事项412件，及时办结率97.8%。"
    assert levels(text, TITLE) == {"petition.cases": 412, "petition.resolution_rate": 97.8}


def test_only_acts_are_what_a_case_is_about() -> None:
    cases = "新收行政复议申请98件。"
    who = levels(f"{cases}全县在岗执法人员412人，公布行政执法主体36个，罚没款186万元。", TITLE)
    assert who == {
        "reconsideration.received": 98,
        "enforcement.officers_total": 412,
        "enforcement.bodies": 36,
        "enforcement.fines": 1_860_000,
    }
    kinds = levels(f"{cases}行政处罚41件，行政强制12件。", TITLE)
    assert kinds == {"reconsideration.received": 98}


def test_the_administrative_cases_of_the_police_are_no_suits() -> None:
    title = "示例县公安局2022年度法治公安建设工作情况"
    handled = told("全局共办理行政案件4386起。行政诉讼案件8件。", title=title)
    assert {row.value for row in handled if row.indicator == "litigation.cases"} == {8}


def test_reviews_that_a_bureau_met_with_are_those_against_it() -> None:
    title = "示例县自然资源局2023年度法治政府建设工作报告"
    text = "全年新增行政复议案件19件，复议维持15件。"
    assert told(text, title=title) == {Told("reconsideration.as_respondent", 19)}
    assert told("全年新增行政复议案件19件。") == {Told("reconsideration.received", 19)}
