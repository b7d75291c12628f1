"""Trying an expression only where it can begin, or only in a text of its characters, finds the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.extraction.expressions.edges import beginnings, places
from pipelines.extraction.expressions.needed import needed
from pipelines.extraction.expressions.scanning import Scanner
from pipelines.extraction.figures.year_words import _YEAR
from pipelines.extraction.quantities.numbers import _QUANTITY
from tests.samples.compose import reports

SIGNS = "0129-,. ，。；、()%年月万亿十百千一二三五零无两余多约近来去上任期件人次元个条项案败诉关前以来起\n"


@pytest.mark.parametrize("scanner", [_QUANTITY, _YEAR], ids=["quantity", "year"])
def test_a_scan_of_the_samples_finds_what_finditer_does(scanner: Scanner) -> None:
    for report in reports():
        expected = [match.span() for match in scanner.expression.finditer(report.text)]
        assert [match.span() for match in scanner.finditer(report.text)] == expected


@given(st.text(SIGNS, max_size=60))
def test_a_scan_of_any_signs_finds_what_finditer_does(text: str) -> None:
    for scanner in (_QUANTITY, _YEAR):
        expected = [match.span() for match in scanner.expression.finditer(text)]
        assert [match.span() for match in scanner.finditer(text)] == expected


@pytest.mark.parametrize(
    ("pattern", "every"),
    [
        ("公平竞争(?:审查)?", "公平竞争"),
        ("(?:受理|审结)了?案件", "案件"),
        ("[新共]收", "收"),
        ("(?:件|)数", "数"),
        ("[^，]{0,4}案(?!由)", "案"),
        ("(?:的|了)*", ""),
    ],
)
def test_what_every_match_holds(pattern: str, every: str) -> None:
    assert needed(pattern) == set(every)


@given(st.text("公平竞争审查受理结新共收案件的数", max_size=8))
def test_a_text_that_lacks_characters_holds_no_match(text: str) -> None:
    for pattern in (
        "公平竞争(?:审查)?",
        "(?:受理|审结)了?案件",
        "[新共]收",
        "(?:件|)数",
        "[^，]{0,4}案(?!由)",
    ):
        if not needed(pattern) <= set(text):
            assert not re.search(pattern, text)


def test_where_an_expression_can_begin() -> None:
    assert re.fullmatch(beginnings("[较比]上年|同比"), "较")
    assert not re.fullmatch(beginnings("[较比]上年|同比"), "上")
    with pytest.raises(ValueError, match="can begin with anything"):
        beginnings("[^，]?同比")


def test_where_a_match_can_begin_is_told_by_two_characters() -> None:
    pattern = r"[较比]上年|同比|20\d\d年|\d+件"
    found = [
        match.start() for match in re.finditer(places(pattern), "比上年，比去年，同比，同时，12件，一件")
    ]
    assert found == [0, 8, 14, 15]
    with pytest.raises(ValueError, match="can begin with anything"):
        places("[^，]?同比")
