"""The shape of a report: paragraphs, headings over them, sentences and clauses inside them, outlook sections.

Here belongs what punctuation and line breaks tell. What makes words a heading is headings.py. Not here: what
a heading or a clause is about.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from pipelines.extraction.text.ahead import heads_plans, heads_wants, opens_ahead, turns_ahead
from pipelines.extraction.text.headings import PLAIN, Heading, heading_of, pieces

# One class first, as ``re`` skips quickly to a class; a point ends a sentence only between Chinese words.
_BOUNDARY = re.compile(
    r"[，。；：！？\n|\t.](?:(?<!\.)|(?<=[\u4e00-\u9fff)”\"%]\.)(?=[\u4e00-\u9fff\n(“]|$))"
)
_ENDS_SENTENCE = frozenset("。！？\n.")


@dataclass(slots=True)
class Paragraph:
    """A line of the text. ``body``: where it begins after a run-in heading.

    ``section``: it stands under a heading about what comes; ``mixed``: under one about what is wanting too.
    What else is asked of it is found when it is asked, as most paragraphs hold no figure.
    """

    text: str = field(repr=False)
    start: int
    end: int
    body: int
    headings: tuple[Heading, ...]
    section: bool
    mixed: bool
    _boundaries: tuple[list[int], list[int]] | None = field(default=None, init=False, repr=False)
    _looks: tuple[bool, int | None] | None = field(default=None, init=False, repr=False)

    @property
    def outlook(self) -> bool:
        """Whether all of it is about what comes."""
        return self._looking()[0]

    @property
    def ahead(self) -> int | None:
        """The character from which on it is about what comes (…。下一步，…), where not all of it is."""
        return self._looking()[1]

    def _looking(self) -> tuple[bool, int | None]:
        if self._looks is None:
            outlook = self.section or opens_ahead(self.text, self.body)
            turns = None if outlook else turns_ahead(self.text, self.body, self.end, mixed=self.mixed)
            self._looks = outlook, turns
        return self._looks

    def _ends(self) -> tuple[list[int], list[int]]:
        """The ends of its clauses and of its sentences, each behind its sign."""
        if self._boundaries is None:
            text = self.text
            clauses = [match.end() for match in _BOUNDARY.finditer(text, self.start, self.end + 1)]
            self._boundaries = clauses, [end for end in clauses if text[end - 1] in _ENDS_SENTENCE]
        return self._boundaries

    def looks_ahead(self, offset: int) -> bool:
        """Tell whether what stands at ``offset`` is about what comes."""
        outlook, turns = self._looking()
        return outlook or (turns is not None and offset >= turns)

    def sentence(self, offset: int) -> tuple[int, int]:
        """Return the span of the sentence around ``offset``."""
        ends = self._ends()[1]
        index = bisect_right(ends, offset)
        start = ends[index - 1] if index else self.start
        return start, ends[index] if index < len(ends) else self.end

    def clause(self, offset: int) -> tuple[int, int]:
        """Return the span of the clause around ``offset`` (commas and colons end a clause)."""
        ends = self._ends()[0]
        index = bisect_right(ends, offset)
        start = ends[index - 1] if index else self.start
        return start, ends[index] - 1 if index < len(ends) else self.end


@dataclass(frozen=True, slots=True)
class Layout:
    """The paragraphs of a text with their starts."""

    paragraphs: tuple[Paragraph, ...]
    starts: list[int] = field(repr=False)

    def paragraph(self, offset: int) -> Paragraph:
        """Return the paragraph that holds ``offset``."""
        return self.paragraphs[max(0, bisect_right(self.starts, offset) - 1)]

    def sentence(self, offset: int) -> tuple[int, int]:
        """Return the span of the sentence around ``offset``."""
        return self.paragraph(offset).sentence(offset)


def layout(text: str) -> Layout:
    """Return the shape of a reading text."""
    paragraphs: list[Paragraph] = []
    chain: tuple[Heading, ...] = ()
    outlook_level = 0
    mixed = False  # a heading over both what is wanting and what comes: 存在的不足和下一步打算
    offset = 0
    for line, lasts in pieces(text):
        start, end = offset, offset + len(line)
        offset = end + lasts
        heading, body = heading_of(line, start)
        if heading:
            chain = (*(above for above in chain if above.level < heading.level), heading)
            if outlook_level and heading.level <= outlook_level:
                outlook_level = 0
            if (not outlook_level or mixed) and heads_plans(text, heading.start, heading.end):
                outlook_level = outlook_level or heading.level
                mixed = heads_wants(text, heading.start, heading.end)
        under_both = mixed and bool(outlook_level)
        section = bool(outlook_level) and not mixed
        paragraph = Paragraph(text, start, end, body, chain, section, under_both)
        if under_both:
            mixed = not (paragraph.outlook or paragraph.ahead is not None)
        paragraphs.append(paragraph)
        if heading and heading.level == PLAIN and body < end:
            chain = chain[:-1]  # 行政应诉：全年…: what opens a line is over that line alone
    return Layout(tuple(paragraphs), [paragraph.start for paragraph in paragraphs])
