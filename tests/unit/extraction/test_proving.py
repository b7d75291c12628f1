"""What the examples leave unproven is told: needless expressions and words that two rules claim alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.extraction.engine import Context
from pipelines.extraction.proof import proving
from pipelines.extraction.proof.proving import overlaps, unproven
from pipelines.extraction.rules import matching
from pipelines.extraction.rules.rule_files import read_rules
from tests.unit.extraction.told import regions

HEARINGS = "reconsideration.hearings:\n  topic: [reconsideration]\n  left: [{}]\n"


@pytest.fixture
def context() -> Context:
    return Context(regions(), "example")


def test_no_words_are_claimed_by_two_rules_alike(context: Context) -> None:
    assert list(overlaps(context)) == []


def test_an_expression_that_no_example_needs_is_named(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rules.yaml").write_text(HEARINGS.format("'听证会?', 听证茶话会"), encoding="utf-8")
    monkeypatch.setattr(proving, "rules", lambda: read_rules(tmp_path))
    (finding,) = unproven(context)
    assert finding.indicator == "reconsideration.hearings"
    assert "听证茶话会" in finding.what


def test_two_rules_that_fit_alike_are_named(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = HEARINGS.format("听证会") + HEARINGS.format("听证会").replace("hearings", "accepted")
    (tmp_path / "rules.yaml").write_text(text, encoding="utf-8")
    matching._shelves.cache_clear()
    monkeypatch.setattr(matching, "rules", lambda: read_rules(tmp_path))
    try:
        found = list(overlaps(context))
    finally:
        matching._shelves.cache_clear()
    assert {finding.indicator for finding in found} >= {"reconsideration.hearings"}
    assert all("fit equally well" in finding.what for finding in found)
