"""Each indicator's own examples: rows that sentences must give, near misses that give none."""

from __future__ import annotations

import pytest

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.checking import check_indicator, examples


@pytest.mark.parametrize("code", sorted(indicators()))
def test_the_examples_hold(code: str) -> None:
    assert list(check_indicator(code)) == []


@pytest.mark.parametrize("code", sorted(indicators()))
def test_there_are_enough_examples(code: str) -> None:
    entry = examples()[code]
    assert len(entry.positive) >= 3
    assert len(entry.negative) >= 2
    assert len({example.text for example in entry.positive}) == len(entry.positive)
    assert all(example.rows for example in entry.positive)
