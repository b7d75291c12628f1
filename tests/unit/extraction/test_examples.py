"""Each indicator's own examples: rows that sentences must give, near misses that give none."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.proof.checking import check_indicator, examples, read_examples
from pipelines.extraction.rules.rule import RuleError


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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("reconsideration.recieved: {negative: [收到]}", "reconsideration.recieved"),
        ("reconsideration.received: {positive: [{text: 收到1件}]}", "rows"),
        ("reconsideration.received: {negativ: [收到]}", "negativ"),
        ("reconsideration.received: {negative: [收到", "flow sequence"),
    ],
)
def test_a_mistake_in_an_example_file_names_it(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "domain.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        read_examples(tmp_path)
    assert "examples/domain.yaml" in str(caught.value)
    assert words in str(caught.value)
    assert "correct" in str(caught.value)
