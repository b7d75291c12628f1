"""The shape of a report: paragraphs, headings over them, sentences and clauses inside them, outlook sections.

Here belongs what punctuation, numbering and line breaks tell. Not here: what a heading or a clause is about.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from pipelines.extraction.text.ahead import heads_plans, heads_wants, opens_ahead, turns_ahead

_LEVELS = (
    (re.compile(r"[#* ]*第[一二三四五六七八九十]{1,3}[章部]分?"), 1),
    (re.compile(r"(?:#{1,6} *)?\**[一二三四五六七八九十]{1,3}[、.]"), 2),
    (re.compile(r"[#* ]*\([一二三四五六七八九十]{1,3}\)[、.]?|第[一二三四五六七八九十]{1,3}节"), 3),
    (re.compile(r"[#* ]*(?:\d{1,2}(?:[、．]|\.(?:(?!\d)|(?=20\d\d年)))|0\d ?(?=[\u4e00-\u9fff“]))"), 4),
    (
        re.compile(
            r"[#* ]*\(\d{1,2}\)[、.]?|[①②③④⑤⑥⑦⑧⑨⑩]|--(?=[^。：；，\d\n]{2,14}[。：])"
            r"| *第[一二三四五六七八九十](?:是|，)(?=[^。：；，\d\n]{2,10}。)"
        ),
        5,
    ),
)
_PLAIN = 6  # the level of headings without a number
_STOP = re.compile(r"[。；]")
_FIGURE = re.compile(r"\d[余多]?[\u4e00-\u9fff%]")
_FIGURE_OF_NO_YEAR = re.compile(r"\d[余多]?(?!年)[\u4e00-\u9fff%]")
_BODY = re.compile(r"(?:人民政府|委员会|局|办公室|区委|县委|市委)$")
_RUN_IN = re.compile(r"[^。：；\n]{2,60}[。：]")
_WITHIN_LINE = re.compile(
    r"(?<=。)(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、)(?=[^。；：\d\n]{4,40}。)"
)
# 第二节公证2009年，县公证处…: a heading that nothing parts from what it heads
_RUNS_ON = re.compile(
    r" *第[一二三四五六七八九十]{1,3}[章节] ?[\u4e00-\u9fff、]{2,12} ?(?=(?:19|20)\d\d年[^。]*，)"
)
_YEARS = re.compile(r"(?:19|20)\d\d年?(?:[-至到~](?:19|20)\d\d年?)?|\d{1,2}月|第\d+")
_LABEL = re.compile(r"[^，。；：、\d\n]{2,10}：|【[^】，。；\d\n]{2,14}】\s*")
_LONGEST_PLAIN = 24
_PLAIN_HEADING = re.compile(rf"[^，。；：、\d|\t\n]{{4,{_LONGEST_PLAIN}}}")
# One class first, as ``re`` skips quickly to a class; a point ends a sentence only between Chinese words.
_BOUNDARY = re.compile(
    r"[，。；：！？\n|\t.](?:(?<!\.)|(?<=[\u4e00-\u9fff)”\"%]\.)(?=[\u4e00-\u9fff\n(“]|$))"
)
_ENDS_SENTENCE = frozenset("。！？\n.")
_MAY_BE_NUMBERED = re.compile(r"[#* (第①②③④⑤⑥⑦⑧⑨⑩一二三四五六七八九十\d-]")


class Heading(NamedTuple):
    """A heading in force: its characters and its level (1 the highest)."""

    start: int
    end: int
    level: int


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
    for line, lasts in _pieces(text):
        start, end = offset, offset + len(line)
        offset = end + lasts
        heading, body = _heading(line, start)
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
        if heading and heading.level == _PLAIN and body < end:
            chain = chain[:-1]  # 行政应诉：全年…: what opens a line is over that line alone
    return Layout(tuple(paragraphs), [paragraph.start for paragraph in paragraphs])


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Each line, cut at headings within it (…。（三）规范执法。全年…), and 1 where a line ends with it."""
    for line in text.split("\n"):
        runs_on = _RUNS_ON.match(line)
        begun = runs_on.end() if runs_on else 0
        if begun:
            yield line[:begun], 0
        for match in _WITHIN_LINE.finditer(line, begun):
            yield line[begun : match.start()], 0
            begun = match.start()
        yield line[begun:], 1


def _heading(line: str, start: int) -> tuple[Heading | None, int]:
    for pattern, level in _LEVELS if _MAY_BE_NUMBERED.match(line) else ():
        match = pattern.match(line)
        if match:
            rest = line[match.end() :]
            if (
                len(rest) <= 45
                and not _STOP.search(rest, 0, len(rest) - 1)
                and not _FIGURE.search(_YEARS.sub("", rest))
            ):
                return Heading(start, start + len(line), level), start + len(line)
            run_in = _RUN_IN.match(rest)
            if run_in and not _FIGURE_OF_NO_YEAR.search(run_in.group()):
                end = match.end() + run_in.end()
                return Heading(start, start + end, level), start + end
            return Heading(start, start + match.end(), level), start + match.end()
    label = _LABEL.match(line)
    if label and len(line) > label.end():
        return Heading(start, start + label.end(), _PLAIN), start + label.end()
    plain = len(line) <= _LONGEST_PLAIN and _PLAIN_HEADING.fullmatch(_YEARS.sub("", line))
    if plain and not _BODY.search(line):
        return Heading(start, start + len(line), _PLAIN), start + len(line)
    return None, start
