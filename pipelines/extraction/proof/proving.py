"""What the examples leave unproven: expressions that none of them needs, words that two rules claim alike.

Here belongs looking at the rules through all their examples. Whether each example holds is checking.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from pipelines.extraction.engine import Context
from pipelines.extraction.proof.checking import Finding, example_document, examples
from pipelines.extraction.proof.explaining import Explained, explain
from pipelines.extraction.rules.rule import Pair, Rule
from pipelines.extraction.rules.rule_files import rules
from pipelines.extraction.tables.cells import bare_name
from pipelines.extraction.text.clauses import clean
from pipelines.extraction.text.normalise import normalise

_NAMES = re.compile(r"[、，]|和|以?及(?!时)|与")
_LONGEST = 48  # characters of the words before a number that a rule is asked about


def unproven(context: Context) -> Iterator[Finding]:
    """Yield the expressions of rules that no positive example of their indicator matches."""
    for rule in rules():
        spoken = list(_spoken(rule, context))
        for pair in rule.pairs:
            if not any(_matches(pair, left, right) for left, right in spoken):
                yield Finding(rule.indicator.code, f"no example needs {_written(pair)}")


def overlaps(context: Context) -> Iterator[Finding]:
    """Yield the examples in which two rules fit a number equally well, so that neither is taken."""
    for code, entry in examples().items():
        for text in (*(example.text for example in entry.positive), *entry.negative):
            for item in explain(example_document(text), context)[1]:
                if item.reason == "tie":
                    alike = ", ".join(fit.indicator for fit in item.beaten[:2])
                    yield Finding(code, f"{item.mention.quantity.surface}: {alike} fit equally well", text)


def _spoken(rule: Rule, context: Context) -> Iterator[tuple[str, str]]:
    """The words beside the numbers of a rule's own positive examples: left and right of each."""
    entry = examples().get(rule.indicator.code)
    for example in entry.positive if entry else ():
        for item in explain(example_document(example.text), context)[1]:
            if any(row.indicator == rule.indicator.code for row in item.rows):
                yield from _words(item, example.text)


def _words(item: Explained, text: str) -> Iterator[tuple[str, str]]:
    yield item.left[-_LONGEST:], item.right
    for name in _NAMES.split(item.left):  # one number for several names, names paired by order
        yield name, ""
    # A row of a table is called by the cells before its figures.
    rows = [line for line in normalise(text).text.split("\n") if "\t" in line]
    yield from ((clean(bare_name(re.split(r"\d", row)[0])), "") for row in rows)
    yield from ((clean(bare_name(name)), "") for name in _columns(rows))
    # A verb alone takes its noun from the clause before.
    yield from ((clause[-_LONGEST:], item.right) for clause in re.split(r"[，。；：\d]", text) if clause)


def _columns(rows: list[str]) -> Iterator[str]:
    """The names of a table's columns: each cell over the figures, alone and behind what stands over it."""
    above: list[str] = []
    for row in rows:
        if re.search(r"\d", row):
            return
        cells = row.split("\t")
        yield from cells
        yield from (over + cell for over, cell in zip(above, cells, strict=False))
        filled: Iterator[str] = accumulate(cells, lambda before, cell: cell or before)
        above = [over + cell for over, cell in zip(above, filled, strict=False)] if above else list(filled)


def _matches(pair: Pair, left: str, right: str) -> bool:
    before, after = pair
    return (before is None or bool(before.search(left))) and (after is None or bool(after.match(right)))


def _written(pair: Pair) -> str:
    before, after = pair
    return " + ".join(part.pattern for part in (before, after) if part)
