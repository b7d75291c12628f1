"""No expression of a rule works without bound: steps are counted on long hostile runs, and grow with them.

``steps.Steps`` tries what ``re`` tries and counts. Work that grows linearly adds as many steps for the third
stretch of a text as for the second; work that grows with the square adds two thirds more. The first stretch
is the longest phrase that a rule is asked about (48 characters), the others lie beyond it. And a character
may cost no more than a fixed number of steps: repeats inside bounded repeats are linear, but dear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from pipelines.extraction.rules.rule import Rule
from pipelines.extraction.rules.rule_files import bounded, rules
from tests.unit.extraction.steps import Steps, TooManyStepsError

PHRASE = 48
SLACK = 8  # steps
RAMP = 1.25  # a repeated group may reach further than the first stretch; the square would be 1.67
BUDGET = 2500  # steps for each character of a run
_parser: Any = re._parser  # type: ignore[attr-defined]


def expressions(rule: Rule) -> Iterator[tuple[str, bool]]:
    """Yield the expressions of a rule and whether they are looked for anywhere in the text."""
    for left, right in rule.pairs:
        if left:
            yield left.pattern, True
        if right:
            yield right.pattern, False
    for pattern in (rule.without, rule.needs, rule.unless, rule.members, rule.part):
        if pattern:
            yield pattern.pattern, True


def sample(items: Any, *, last: bool) -> str:
    """Return a text that nearly matches: first or last of each choice, each repeat twice."""
    written = ""
    for operator, argument in items:
        name = str(operator)
        if name == "LITERAL":
            written += chr(argument)
        elif name == "IN" and str(argument[0][0]) == "LITERAL":
            written += chr(argument[-1 if last else 0][1]) if str(argument[-1][0]) == "LITERAL" else ""
        elif name == "BRANCH":
            written += sample(argument[1][-1 if last else 0], last=last)
        elif name == "SUBPATTERN":
            written += sample(argument[3], last=last)
        elif name.endswith("REPEAT"):
            written += sample(argument[2], last=last) * min(2, int(argument[1]))
    return written


def repeated(items: Any) -> Iterator[str]:
    """Yield what an expression repeats: the pieces that a run of could keep it busy."""
    for operator, argument in items:
        name = str(operator)
        if name.endswith("REPEAT"):
            if int(argument[1]) > 1:
                yield sample(argument[2], last=False)
                yield sample(argument[2], last=True)
            yield from repeated(argument[2])
        elif name == "BRANCH":
            for branch in argument[1]:
                yield from repeated(branch)
        elif name == "SUBPATTERN":
            yield from repeated(argument[3])


def hostile(pattern: str) -> list[str]:
    """Return the pieces whose runs an expression is tried on: digits, commas, brackets and its own words."""
    parsed = _parser.parse(pattern)
    own = [sample(parsed, last=False), sample(parsed, last=True), *repeated(parsed)]
    return list(dict.fromkeys(piece for piece in ["1", "，", "()", *own] if piece))


def growth(pattern: str, piece: str, *, anywhere: bool) -> tuple[int, int]:
    """Return the steps that the second and the third stretch of a run add; the run ends in no match."""
    times = -(-PHRASE // len(piece))
    steps = Steps(pattern, limit=BUDGET * 3 * times * len(piece))
    work = steps.search if anywhere else steps.match
    one, two, three = (work(piece * times * stretch + "！") for stretch in (1, 2, 3))
    return two - one, three - two


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.indicator.code)
def test_work_grows_with_the_length_of_the_text_only(rule: Rule) -> None:
    for pattern, anywhere in expressions(rule):
        for piece in hostile(pattern):
            try:
                second, third = growth(pattern, piece, anywhere=anywhere)
            except TooManyStepsError:
                pytest.fail(f"more than {BUDGET} steps a character on {piece!r} repeated: {pattern}")
            assert third <= second * RAMP + SLACK, (pattern, piece, second, third)


@pytest.mark.parametrize(
    ("pattern", "sign", "stretch"),
    [("(?:的|了)*案$", "的", 48), ("a*b", "a", 48), ("[^，]*案$", "a", 48), ("(?:a+)+b", "a", 4)],
)
def test_the_counter_sees_work_without_bound(pattern: str, sign: str, stretch: int) -> None:
    steps = Steps(pattern)
    short, middle, long = (steps.search(sign * stretch * times) for times in (1, 2, 3))
    assert long - middle > 1.5 * (middle - short)


def test_a_bounded_repeat_is_linear_and_one_inside_another_is_too_dear() -> None:
    second, third = growth(bounded("(?:的|了)*案$"), "的", anywhere=True)
    assert third <= second * RAMP + SLACK
    with pytest.raises(TooManyStepsError):
        growth(bounded("(?:a+)+b"), "a", anywhere=True)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("a{2,3}b", "aaab"),
        ("(?<!x)a|b$", "xab"),
        ("[^，。]{0,4}件(?!次)", "三件次"),
        ("^(?:已|均)?审结", "均审结"),
    ],
)
def test_the_counter_agrees_with_re(pattern: str, text: str) -> None:
    steps = Steps(pattern)
    for start in range(len(text)):
        tail = text[start:]
        assert steps.found(tail) is (re.search(pattern, tail) is not None)
