"""Which rules a reporting body may mean: a bureau answers for cases, and decides none."""

from __future__ import annotations

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
