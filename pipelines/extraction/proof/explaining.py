"""Why each quantity of a document became what it is: what every pass decided about it, and what lost.

Here belongs putting the passes' decisions side by side, and one quantity's account as lines of text. Not
here: the decisions themselves, and colours (pipelines.commands).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.extraction.engine import Context, Passed, conclude, pass_through
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.lists.heads import Heads
from pipelines.extraction.quantities.units import TALLY
from pipelines.extraction.resolution.reasons import reasons
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.rules.rule import Candidate
from pipelines.model import Document, Extraction, Mention, Observation

_MOST_BEATEN = 4
_CELL = "cell"


@dataclass(frozen=True, slots=True)
class Fit:
    """A rule that fits the words beside a figure: its indicator, the words it took and its score."""

    indicator: str
    words: str
    score: int


@dataclass(frozen=True, slots=True)
class Explained:
    """One quantity with all that was decided about it.

    ``role``: level, previous, linked, dated, change, share, or cell for one of a table. ``left``, ``right``:
    its own words, cleaned. ``topics``: those in force, the nearest first; ``subject`` and ``section`` outrank
    or ban. ``head``: the indicator whose parts are being listed. ``rows``: what it states. ``rule``: the rule
    in force; ``beaten``: the rules that fit as well but lost.
    """

    mention: Mention
    role: str
    left: str
    right: str
    topics: tuple[str, ...]
    subject: str | None
    section: str | None
    head: str | None
    period: str | None
    rows: tuple[Observation, ...]
    rule: Fit | None
    beaten: tuple[Fit, ...]

    @property
    def reason(self) -> str | None:
        """Why the quantity states nothing, a code of reasons.yaml; None where it states something."""
        return self.mention.reason


def explain(document: Document, context: Context) -> tuple[Extraction, tuple[Explained, ...]]:
    """Return what ``extract`` returns, and an explanation of each quantity in the order of the text."""
    passed = pass_through(document, context)
    extraction = conclude(passed, document, context)
    rows = _rows_by_start(extraction)
    figures = {
        passed.reading.span(figure.number.start, figure.number.end)[0]: index
        for index, figure in enumerate(passed.walk.figures)
    }
    explained = []
    for mention in extraction.mentions:
        start = mention.quantity.start
        index = figures.get(start)
        stated = rows.get(start, ())
        explained.append(_cell(mention, stated) if index is None else _figure(passed, index, mention, stated))
    return extraction, tuple(explained)


def lines(explained: Explained) -> Iterator[str]:
    """Yield the account of one quantity as plain text, one decision a line."""
    quantity = explained.mention.quantity
    yield f"{quantity.surface} [{quantity.start}–{quantity.end}] {explained.role}"
    words = " … ".join(part for part in (explained.left, explained.right[:16]) if part)
    if words:
        yield f"  词语 words: {words}"
    if explained.topics or explained.subject:
        subject = f"; 主体 subject {explained.subject}" if explained.subject else ""
        section = f"; 章节 section {explained.section}" if explained.section else ""
        yield f"  主题 topics: {' > '.join(explained.topics)}{subject}{section}"
    if explained.head:
        yield f"  列举于 listed under: {explained.head}"
    if explained.period:
        yield f"  期间 period: {explained.period}"
    yield from _verdict(explained)


def _verdict(explained: Explained) -> Iterator[str]:
    for row in explained.rows:
        part = row.breakdown or "全部 whole"
        yield (
            f"  采用 read: {row.indicator} {row.measure.value} {row.status.value} "
            f"{row.period} {row.comparator.value}{row.value:g} {row.unit} [{part}]"
        )
    if explained.rule:
        yield f"  规则 rule: {explained.rule.indicator} “{explained.rule.words}” {explained.rule.score}"
    for fit in explained.beaten:
        yield f"  落选 lost: {fit.indicator} “{fit.words}” {fit.score}"
    if explained.reason:
        reason = reasons()[explained.reason]
        yield f"  未采用 left out: {explained.reason}（{reason.zh} / {reason.en}）"


def _rows_by_start(extraction: Extraction) -> dict[int, tuple[Observation, ...]]:
    found: dict[int, tuple[Observation, ...]] = {}
    for row in extraction.observations:
        for place in row.evidence:
            found[place.start] = (*found.get(place.start, ()), row)
    return found


def _cell(mention: Mention, rows: tuple[Observation, ...]) -> Explained:
    period = rows[0].period if rows else None
    role = mention.reason if mention.reason == TALLY else _CELL
    return Explained(mention, role, "", "", (), None, None, None, period, rows, None, ())


def _figure(passed: Passed, index: int, mention: Mention, rows: tuple[Observation, ...]) -> Explained:
    walk = passed.walk
    figure = walk.figures[index]
    head = Heads(walk).of(index) if figure.role == "level" else None
    drafts = walk.drafts[index]
    fits = walk.fitting(figure, _phrase(figure), figure.right, spread=figure.role in ("change", "share"))
    rule, beaten = _ranked(drafts, [_fit(candidate) for candidate in fits])
    return Explained(
        mention,
        figure.role,
        _phrase(figure),
        figure.right,
        figure.topics.near,
        figure.topics.subject,
        figure.topics.section,
        head.indicator if head else None,
        figure.period,
        rows,
        rule,
        beaten,
    )


def _phrase(figure: Figure) -> str:
    """The words that the rules are asked about: what a comparison or a share is of, else what stands left."""
    return figure.label if figure.role == "share" else figure.noun or figure.left


def _fit(candidate: Candidate) -> Fit:
    return Fit(candidate.indicator, candidate.matched or f"→{candidate.used}", candidate.score)


def _ranked(drafts: list[Draft], fits: list[Fit]) -> tuple[Fit | None, tuple[Fit, ...]]:
    """The rule in force, which other words may have found (a head's, a figure's before), and the rest."""
    codes = [draft.indicator for draft in drafts]
    rule = next((fit for fit in fits if fit.indicator in codes), None)
    if rule is None and drafts:
        rule = Fit(drafts[0].indicator, drafts[0].matched, drafts[0].score)
    beaten = tuple(fit for fit in fits if fit.indicator not in codes)
    return rule, beaten[:_MOST_BEATEN]
