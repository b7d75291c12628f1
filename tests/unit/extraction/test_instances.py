"""The instances of courts: parts where two of them stand side by side, else the whole."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, of, told


@pytest.mark.parametrize(
    "text",
    [
        "一审审结24件，败诉3件；二审审结8件，败诉1件。",
        "一审24件（胜诉21件、败诉3件）、二审8件（胜诉7件、败诉1件）。",
    ],
)
def test_what_came_of_suits_is_a_part_where_two_instances_stand_side_by_side(text: str) -> None:
    assert of("litigation.lost", f"行政应诉工作。{text}") == {
        Told("litigation.lost", 3, breakdown="一审"),
        Told("litigation.lost", 1, breakdown="二审"),
    }


def test_what_each_instance_has_ended_is_a_part() -> None:
    text = "一审行政诉讼收案284件，审结241件；二审行政案件96件，审结83件。"
    assert of("litigation.concluded", text) == {
        Told("litigation.concluded", 241, breakdown="一审"),
        Told("litigation.concluded", 83, breakdown="二审"),
    }


def test_what_came_of_one_instance_alone_is_told_as_the_whole() -> None:
    text = "行政应诉工作。一审审结24件，败诉3件，败诉率12.5%。"
    assert of("litigation.lost", text) == {Told("litigation.lost", 3)}
    assert of("litigation.lost", f"{text}新收二审案件9件。") == {Told("litigation.lost", 3)}


def test_who_brought_suits_to_a_court_of_first_instance_makes_no_part() -> None:
    rows = told("一审法院受理以我县行政机关为被告的案件132件，判决败诉11件。")
    assert {row.breakdown for row in rows} == {None}


def test_cases_that_end_as_only_suits_do_are_suits() -> None:
    text = "经复议的案件46件。审结264件，其中裁定驳回起诉104件，准许撤诉62件，其他98件。"
    assert of("litigation.concluded", text) >= {Told("litigation.concluded", 264)}
    assert of("reconsideration.concluded", text) == set()


def test_reviews_stay_reviews_where_a_later_segment_tells_of_courts() -> None:
    text = "行政复议。审结80件，其中维持40件；应诉案件中裁定驳回起诉5件。"
    assert of("reconsideration.concluded", text) == {Told("reconsideration.concluded", 80)}


def test_courts_of_two_instances_are_parts() -> None:
    text = "行政应诉。一审法院审结51件，败诉9件，败诉率17.6%；二审法院审结13件，败诉4件。"
    assert of("litigation.lost", text) == {
        Told("litigation.lost", 9, breakdown="一审"),
        Told("litigation.lost", 4, breakdown="二审"),
    }


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("一审审结228件，败诉17件，败诉率7.46%；二审审结51件，败诉4件。", 7.46),
        ("一审审结20件，败诉1件，败诉率5%，二审审结7件，均予维持。", 5),
    ],
)
def test_what_came_of_an_instance_is_a_part_where_the_other_has_ended_cases_too(
    text: str, rate: float
) -> None:
    found = of("litigation.lost_rate", f"行政应诉工作。{text}")
    assert found == {Told("litigation.lost_rate", rate, breakdown="一审")}


def test_a_list_of_outcomes_is_of_the_instance_that_opens_it() -> None:
    text = (
        "一审审结784件（含旧存），其中：判决驳回诉讼请求231件；准予撤诉197件；判决败诉82件。\n"
        "二审审结316件，经二审败诉9件，二审败诉率2.85%。"
    )
    assert of("litigation.lost", f"行政应诉工作。{text}") >= {Told("litigation.lost", 82, breakdown="一审")}
    assert of("litigation.withdrawn", f"行政应诉工作。{text}") == {
        Told("litigation.withdrawn", 197, breakdown="一审")
    }


def test_outcomes_behind_the_counts_of_two_instances_are_of_both() -> None:
    text = "行政应诉工作。一审案件33件，二审9件，行政机关胜诉29件、败诉2件。"
    assert of("litigation.lost", text) == {Told("litigation.lost", 2)}
