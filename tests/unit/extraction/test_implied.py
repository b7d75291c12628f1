"""Numbers without a noun: what they count stands in the clause before, or ends the sentence before."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, told


@pytest.mark.parametrize(
    ("sentence", "indicator"),
    [
        ("对县政府拟签订的合同逐件进行合法性审查，全年共96件。", "decision.contracts_reviewed"),
        ("对县政府拟签订的合同逐件进行合法性审查，全年共审查96件。", "decision.contracts_reviewed"),
        (
            "对提请县政府常务会议审议的议题进行合法性审核，累计审核96件。",
            "decision.meeting_topics_reviewed",
        ),
    ],
)
def test_a_deed_done_to_a_thing_is_counted_behind_it(sentence: str, indicator: str) -> None:
    assert told(sentence) == {Told(indicator, 96)}


def test_a_deed_of_another_kind_is_not_the_one_before() -> None:
    assert told("对县政府拟签订的合同逐件进行合法性审查，全年共走访96件。") == set()


def test_what_holds_a_figure_of_its_own_lends_nothing() -> None:
    rows = told("对县政府拟签订的18份合同进行合法性审查，全年共96件。")
    assert Told("decision.contracts_reviewed", 96) not in rows


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("行政许可：受理426件，准予421件。", Told("enforcement.licence_applications", 426)),
        ("司法鉴定：受理431件。", Told("forensic.cases", 431)),
    ],
)
def test_a_verb_behind_the_label_of_a_paragraph_is_of_what_the_label_names(sentence: str, row: Told) -> None:
    assert row in told(sentence)


def test_a_chinese_number_before_a_point_joins_no_nouns() -> None:
    assert told("四、行政检查18642次。") == {Told("enforcement.inspections", 18642)}


def test_how_often_a_thing_is_done_leaves_its_noun_to_the_year() -> None:
    assert told("法治专题讲座每季度1场，全年共4场。") == {Told("study.lectures", 4)}


def test_what_each_unit_does_at_least_is_no_figure_of_the_place() -> None:
    assert told("每个执法单位至少组织旁听庭审1次，全县共45次。") == {Told("study.court_observations", 45)}
