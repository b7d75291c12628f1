"""Whom cases are brought against: which of them are a part, and which somebody else decided."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, parts, told

RECEIVED = "reconsideration.received"


def test_cases_against_one_body_are_a_part_where_all_are_told() -> None:
    text = "全年办理行政应诉案件50件，以市政府为被告的行政应诉案件20件。"
    assert parts(text, "litigation.cases") == {None: 50, "市政府": 20}


@pytest.mark.parametrize("body", ["县公安局", "县政府及各部门"])
def test_cases_against_a_body_are_the_whole_where_no_others_are_told(body: str) -> None:
    text = f"全年办理以{body}为被告的行政应诉案件20件。"
    assert parts(text, "litigation.cases") == {None: 20}


def test_the_bodies_that_cases_are_brought_against_are_named_without_their_preposition() -> None:
    text = "全年办理行政应诉案件50件，以各部门为被告的行政应诉案件20件。"
    assert parts(text, "litigation.cases") == {None: 50, "各部门": 20}


def test_suits_against_the_government_are_of_all_suits() -> None:
    text = "全县新收行政诉讼案件112件，撤诉31件。二审案件46件。以县政府为被告的19件。"
    assert parts(text, "litigation.cases") == {None: 112, "县政府": 19}


def test_what_the_county_was_sued_for_is_a_part_only_beside_all_suits() -> None:
    sentence = "以县政府为被告的行政诉讼案件35件，已审结31件。"
    assert Told("litigation.cases", 35) in told(sentence)
    of_city = told(sentence, title="澜湾市人民政府2023年法治政府建设年度报告")
    assert Told("litigation.cases", 35, breakdown="县政府") in of_city
    beside = told("全县新收行政诉讼案件112件。以县政府为被告的19件。")
    assert {
        Told("litigation.cases", 112),
        Told("litigation.cases", 19, breakdown="县政府"),
    } <= beside


def test_first_instance_cases_are_parted_by_their_respondents() -> None:
    opening = "新收行政诉讼案件318件，其中一审204件、二审114件；"
    text = f"{opening}一审案件中，以市政府为被告的64件、以县区政府为被告的140件。"
    assert parts(text, "litigation.first_instance") == {None: 204, "市政府": 64, "县区政府": 140}


@pytest.mark.parametrize(
    "elsewhere",
    [
        "以市政府为被申请人向省政府申请复议的15件，省政府维持13件。",
        "市政府作为被申请人的案件，省政府维持13件。",
    ],
)
def test_what_the_superior_decided_on_the_governments_own_cases_is_none_of_its_reviews(
    elsewhere: str,
) -> None:
    rows = told(
        f"行政复议。审结80件，维持40件。{elsewhere}", title="示例市关于2023年度法治政府建设情况的报告"
    )
    assert {(row.indicator, row.value) for row in rows} == {
        ("reconsideration.concluded", 80),
        ("reconsideration.upheld", 40),
    }


@pytest.mark.parametrize(
    "text",
    [
        "被申请人中区公安分局39件居首，区住建局23件次之。",
        "被申请人为区公安分局的39件，区住建局的23件。",
        "被申请人为区公安分局的39件，区住建局的23件，两者合占受理总数的67.4%。",
    ],
)
def test_those_that_a_sentence_lists_as_respondents_are_parts(text: str) -> None:
    found = parts(f"行政复议立案受理92件。{text}", "reconsideration.accepted")
    assert found == {None: 92, "区公安分局": 39, "区住建局": 23}


def test_what_came_of_the_suits_against_a_government_is_of_those() -> None:
    text = "以市政府为被告的行政诉讼案件86件，败诉7件。全市一审行政案件513件，审结488件，败诉62件。"
    assert parts(text, "litigation.lost") == {"市政府": 7, None: 62}


def test_levels_told_by_their_number_of_cases_hold_for_what_came_of_them() -> None:
    text = (
        "全市一审行政案件623件，败诉152件。其中，市政府本级94件，败诉9件；县级政府331件，败诉82件；"
        "乡镇（街道）198件，败诉61件。"
    )
    assert parts(text, "litigation.lost") == {None: 152, "市政府本级": 9, "县级政府": 82, "乡镇（街道）": 61}


def test_governments_of_several_counties_may_be_named_with_a_bracket() -> None:
    text = (
        "全市一审行政案件812件，政府信息公开类68件。"
        "以县（市、区）政府为被告的203件，以乡镇政府为被告的94件，以市政府为被告的61件。"
    )
    levels = {"县（市、区）政府": 203, "乡镇政府": 94, "市政府": 61}
    assert levels.items() <= parts(text, "litigation.first_instance").items()


def test_suits_against_a_body_are_no_part_of_the_appearances_told_before() -> None:
    text = "出庭应诉情况。行政机关负责人出庭应诉912件。县政府作为被告的38件中，县领导出庭6件。"
    assert parts(text, "litigation.head_appearances") == {None: 912, "县领导": 6}
