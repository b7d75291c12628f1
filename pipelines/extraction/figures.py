"""A figure in its place: a number with the words around it, its measure, period and status.

Here belongs what is cut out of the text for a number. What comparison words make of it is measures.py, what
years make of it is periods.py; which indicator it states is decided later (matching.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.extraction.edges import beginnings, endings, openings
from pipelines.extraction.grammar import any_of
from pipelines.extraction.layout import Layout, Paragraph
from pipelines.extraction.quantities import Number
from pipelines.extraction.topics import Topics, TopicsInForce
from pipelines.model import Measure, Status

_TAIL = re.compile(f"(?:{any_of('lead_up')})+$")
_LEAD = re.compile(r"^(?:[、和与并，]|及(?!时|格)|以及|其中|同时|此外|另外|另|并且)+")
_RECORD = re.compile(r"(?:首次|再次|一举)?(?:突破|跃上|迈上)[^，。；]{1,8}(?:大关|台阶)$|再?创(?:历史)?新高$")
# Most phrases end and begin with other characters; to see that is quicker than to try.
_TAIL_ENDS, _RECORD_ENDS = (
    frozenset(edge[-1] for edge in endings(ending)) for ending in (any_of("lead_up"), _RECORD.pattern)
)
_LEAD_BEGINS = frozenset(edge[0] for edge in openings(_LEAD.pattern))
_COMPARED = re.compile(any_of("compared"))
_MAY_COMPARE = re.compile(beginnings(any_of("compared")))
# 其中188卷为行政处罚、102卷为行政许可: the name of a part stands behind its number.
_NAMED_BEHIND = re.compile(r"(?:为|是|属于?|系)([\u4e00-\u9fff]{2,10}?)(?=[、，。；)]|和\d|$)")
_DIGIT = re.compile(r"\d")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_GOES_ON = ("、", "和", "及", "与")
_BRACKET = re.compile(r"\([^()]*\)")
_HEAD_BEFORE_BRACKET = re.compile(r"\d[\d,.]*[万亿余多]{0,2}[^\d，。；、]{0,3}$")
_LONGEST_NAME_IN_BRACKETS = 8
_RIGHT_WORDS = 24  # characters right of a number that may tell what it counts
_AFTERWARDS = 60  # characters behind the clause that may still tell it


@dataclass(slots=True)
class Figure:
    """A number with what is settled of it; offsets are of the reading text.

    ``raw``: the words since the clause, bracket or figure before. ``left``, ``right``: the same cleaned, and
    what follows. ``before``: the clause before. ``until``: where its words end (其中188卷为行政处罚).
    ``role``: level, previous (上年的…), linked (…增加到), dated (2022年为…), change or share. ``noun``,
    ``label``: what a comparison or a share says it is of. ``reason``: why it states nothing.
    """

    number: Number
    raw: str
    left: str
    right: str
    before: str
    clause: str
    sentence: str
    sentence_start: int
    clause_start: int
    paragraph: int
    topics: TopicsInForce
    until: int
    bracket: int | None = None
    heading: str = ""
    outlook: bool = False
    measure: Measure = Measure.LEVEL
    role: str = "level"
    sign: int = 1
    period: str | None = None
    status: Status = Status.ACTUAL
    label: str = ""
    noun: str = ""
    anchor: int | None = None
    reason: str | None = None
    listed: bool = False

    @property
    def end(self) -> int:
        """Where the number ends."""
        return self.number.end


def clean(phrase: str) -> str:
    """Cut what only leads up to a number: 共计, 达到, 不少于 and the like."""
    if phrase and phrase[-1] in _RECORD_ENDS:
        phrase = _RECORD.sub("", phrase)
    if phrase and phrase[-1] in _TAIL_ENDS:
        phrase = _TAIL.sub("", phrase)
    if phrase and phrase[0] in _LEAD_BEGINS:
        phrase = _LEAD.sub("", phrase)
    return phrase


def place(text: str, numbers: list[Number], layout: Layout, topics: Topics) -> list[Figure]:
    """Return a figure for each number of the prose, with the words around it and nothing settled yet."""
    found: list[Figure] = []
    for number in numbers:
        found.append(_placed(text, number, layout, topics, found[-1] if found else None))
    return found


def _placed(text: str, number: Number, layout: Layout, topics: Topics, previous: Figure | None) -> Figure:
    clause_start, clause_end = layout.clause(number.start)
    sentence_start, sentence_end = layout.sentence(number.start)
    paragraph = layout.paragraph(number.start)
    bracket = _open_bracket(text, number.start, sentence_start)
    raw = _without_brackets(text[_words_from(text, number, clause_start, bracket, previous) : number.start])
    right = _right(text[number.end : clause_end], bracket)
    before = _clause_before(text, clause_start, sentence_start, paragraph, layout)
    left = clean(raw)
    behind = _NAMED_BEHIND.match(right) if not left and raw else None
    if behind:
        left = behind[1]
    if not left and (not raw or raw.strip("、和及与")) and not _CHINESE.match(right):
        left = before
    beside = previous and not text[previous.end : number.start].strip("、/")
    if previous and beside and previous.number.unit_class != number.unit_class:
        left = previous.left  # 培训3期420人次: what is counted twice is named once
    heading = paragraph.headings[-1] if paragraph.headings else None
    return Figure(
        number,
        raw,
        left,
        right,
        before,
        clause=text[clause_start:clause_end],
        sentence=text[sentence_start : min(sentence_end, clause_end + _AFTERWARDS)],
        sentence_start=sentence_start,
        clause_start=clause_start,
        paragraph=paragraph.start,
        topics=topics.at(number.start, number.start - len(raw), number.end + min(_RIGHT_WORDS, len(right))),
        bracket=bracket,
        heading=text[heading.start : heading.end] if heading else "",
        outlook=paragraph.looks_ahead(number.start),
        until=number.end + (behind.end() if behind else 0),
    )


def _words_from(text: str, number: Number, clause: int, bracket: int | None, previous: Figure | None) -> int:
    """Where the words of a number begin: at its clause, its bracket, or the number before."""
    if bracket is not None and bracket >= clause:
        clause = bracket + 1
    if previous is None or previous.end <= clause:
        return clause
    if not _closed_between(text, previous.number.start, number.start):
        return previous.until
    opened = text.rfind("(", clause, previous.number.start)
    headed = opened < 0 or _HEAD_BEFORE_BRACKET.search(text, clause, opened)
    return text.rfind(")", previous.end, number.start) + 1 if headed else clause


def _right(right: str, bracket: int | None) -> str:
    closing = right.find(")")
    if bracket is not None and closing >= 0 and "(" not in right[:closing]:
        right = right[:closing]
    return "" if right.startswith(_GOES_ON) else right


def _clause_before(text: str, clause_start: int, sentence: int, paragraph: Paragraph, layout: Layout) -> str:
    """The words of the clause before, for a figure whose own clause has none (律师人数首次突破两千，达…)."""
    floor = max(sentence, paragraph.start)
    if clause_start - 1 <= floor or text[clause_start - 1 : clause_start] not in "，：":
        return ""
    start, end = layout.clause(clause_start - 2)
    digit = _DIGIT.search(text, max(start, floor), end)
    words = _without_brackets(text[max(start, floor) : digit.start() if digit else end])
    if _MAY_COMPARE.search(words):
        words = _COMPARED.split(words, maxsplit=1)[0]
    return clean(words)


def _open_bracket(text: str, at: int, floor: int) -> int | None:
    opened = text.rfind("(", floor, at)
    return opened if opened >= 0 and text.find(")", opened, at) < 0 else None


def _closed_between(text: str, start: int, at: int) -> bool:
    """Tell whether a bracket that holds ``start`` closes before ``at``."""
    return text.find(")", start, at) >= 0 and text.rfind("(", 0, start) > text.rfind(")", 0, start)


def _without_brackets(raw: str) -> str:
    """Keep brackets that are part of a name (村（居）), drop asides."""

    def kept(match: re.Match[str]) -> str:
        inside = match.group()
        return inside if len(inside) <= _LONGEST_NAME_IN_BRACKETS and not _DIGIT.search(inside) else ""

    return _BRACKET.sub(kept, raw) if "(" in raw else raw
