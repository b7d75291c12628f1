"""The prefilter changes nothing: trying only what stands at the figure finds what trying every rule finds."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.extraction.expressions.edges import ANYTHING, endings, openings
from pipelines.extraction.proof.checking import examples
from pipelines.extraction.rules.matching import allowed, candidates
from pipelines.extraction.rules.rule import Candidate, Phrase, Rule
from pipelines.extraction.rules.rule_files import rules
from pipelines.extraction.scope import fits
from pipelines.extraction.tables import cell_rules
from pipelines.extraction.topics.in_force import TopicsInForce
from tests.unit.extraction.told import told


def all_tried(phrase: Phrase) -> list[Candidate]:
    """Return what every rule says of a phrase, none left out beforehand."""
    found = [fit(rule, phrase) for rule in rules() if allowed(rule, phrase)]
    return sorted((match for match in found if match), key=lambda match: (-match.score, match.indicator))


def fit(rule: Rule, phrase: Phrase) -> Candidate | None:
    """Try all expressions of a rule, of which the one that takes the most words holds."""
    if phrase.unit_class not in rule.units or (rule.topic and not phrase.topics.fit(rule.topic)):
        return None
    spans = []
    for left, right in rule.pairs:
        before = left.search(phrase.left) if left else None
        after = right.match(phrase.right) if right else None
        if bool(before) is bool(left) and bool(after) is bool(right):
            spans.append((before.start() if before else len(phrase.left), after.end() if after else 0))
    return rule.candidate(phrase, *max(spans, key=lambda span: span[1] - span[0])) if spans else None


@cache
def sentences() -> tuple[str, ...]:
    """Return the sentences of all examples."""
    found = []
    for entry in examples().values():
        found += [example.text for example in entry.positive] + list(entry.negative)
    return tuple(found)


def phrases(texts: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> set[Phrase]:
    """Return the phrases that reading some texts asks the rules about."""
    asked: set[Phrase] = set()

    def noted(phrase: Phrase) -> list[Candidate]:
        asked.add(phrase)
        return candidates(phrase)

    for module in (fits, cell_rules):
        monkeypatch.setattr(module, "candidates", noted)
    for text in texts:
        told(text)
    return asked


def test_every_example_is_read_the_same_without_the_prefilter(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = phrases(sentences(), monkeypatch)
    assert len(asked) > 1000
    assert [phrase for phrase in asked if candidates(phrase) != all_tried(phrase)] == []


@given(st.data())
def test_any_words_are_matched_the_same_without_the_prefilter(data: st.DataObject) -> None:
    pieces = st.sampled_from(fragments())
    phrase = Phrase(
        "".join(data.draw(st.lists(pieces, max_size=4)))[-48:],
        "".join(data.draw(st.lists(pieces, max_size=3))),
        "",
        "",
        data.draw(st.sampled_from(["case", "piece", "time", "person", "percent", "money", "bare", "entity"])),
        TopicsInForce(tuple(data.draw(st.sets(st.sampled_from(topics()), max_size=4))), None, None),
    )
    assert candidates(phrase) == all_tried(phrase)


def test_words_that_a_line_ends_behind_are_matched_the_same_without_the_prefilter() -> None:
    phrase = Phrase("发现隐患和违法行为\n", "", "", "", "case", TopicsInForce((), None, None))
    assert candidates(phrase) == all_tried(phrase)


@cache
def fragments() -> list[str]:
    """Return the words that stand beside figures in the examples."""
    return sorted(
        {piece for text in sentences() for piece in re.split(r"[\d，。；：、%()（）]+", text) if piece}
    )


@cache
def topics() -> list[str]:
    return sorted({topic for rule in rules() for topic in rule.topic})


@pytest.mark.parametrize(
    ("pattern", "ends", "opens"),
    [
        ("审结(?:案件)?", {"审结", "案件"}, {"审结"}),
        ("(?:受理|办)", {"受理", "办"}, {"受理", "办"}),
        ("收到[^，。]{0,4}", {"收到", ANYTHING}, {"收到"}),
        ("[新共]收", {"新收", "共收"}, {"新收", "共收"}),
        ("结(?!率)", {"结"}, {"结"}),
        ("(?:的|了)?", {"的", "了", ANYTHING}, {"的", "了", ANYTHING}),
    ],
)
def test_the_edges_of_an_expression(pattern: str, ends: set[str], opens: set[str]) -> None:
    assert endings(pattern) == ends
    assert openings(pattern) == opens
