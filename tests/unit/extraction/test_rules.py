"""Every rule against its own examples: the rows a sentence must give, the near misses that give none."""

from __future__ import annotations

import pytest

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.checking import check_indicator, examples
from pipelines.extraction.edges import ANYTHING, endings, openings
from pipelines.extraction.rule_files import rules


@pytest.mark.parametrize("code", list(indicators()))
def test_rule_reads_its_examples(code: str) -> None:
    assert not list(check_indicator(code))


def test_every_indicator_has_a_rule_and_enough_examples() -> None:
    assert {rule.indicator.code for rule in rules()} == set(indicators())
    few = [
        code
        for code in indicators()
        if len(examples()[code].positive) < 3 or len(examples()[code].negative) < 2
    ]
    assert not few


@pytest.mark.parametrize(
    ("pattern", "edges"),
    [
        ("(?:审结|办结)(?:的)?", {"审结", "办结", "结的"}),
        ("[件起]数?", {"件", "起", "件数", "起数"}),
        ("复议.{0,3}", {"复议", "议", ANYTHING}),
    ],
)
def test_endings_are_all_that_a_match_can_end_with(pattern: str, edges: set[str]) -> None:
    found = endings(pattern)
    for edge in edges - {ANYTHING, "议"}:
        assert edge in found or edge[-1] in found or ANYTHING in found
    assert all(len(edge) <= 2 for edge in found)


def test_openings_are_read_from_the_front() -> None:
    assert openings("(?:政府)?合同(?!意见)") == {"政府", "合同"}
