"""What a stretch of text is about: the topic words in it and the topic in force at a figure.

Here belongs the search for the topic. The words themselves are data (lexicon.yaml); which indicator a
figure states is for rules/matching.py.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import chain
from typing import NamedTuple

from pipelines.extraction.text.layout import Layout, Paragraph
from pipelines.extraction.topics.topic_words import Hit, found_in, topic_words

# 行政处罚, 执法 and the like name what papers, disputes and trainings are about; the search goes on past
# them.
_INCIDENTAL = frozenset({"acts", "enforcement", "dispute_centre"})
# In a section on lawyers 行政诉讼代理 tells what they did, not what the text turns to.
_OF_AGENTS = frozenset({"litigation"})
_RECEIVED = re.compile(r"(?:新收|收到|新受理)行政(?:复议|诉讼|应诉)(?:申请|案件)?\d")
_ELIDED = re.compile(
    r"(?:全年|累计|先后|共|并|还|是年|当年|年内|，)*(?:参与|协助|代理|办理(?=诉讼案件|各类案件|各类诉讼|案件|非诉讼)|担任|提供|解答|出具|他们|其中|帮助|为|向)"
)
_COUNTED = re.compile(r"(?:全[市县区州])?(?:\d[\d,]*余?[家名个位])?")  # ；7家基层法律服务所…
_BESIDES = -4  # a topic from elsewhere, where the figure's own words name another
_LOOK_BACK = 400  # characters before a paragraph under no heading in which its topic may stand
_SECTION = 1200  # the same under one heading that names none
_FAR = 100  # topic words of its paragraph, back from a figure, among which its topic may be
_OPENING = 16  # characters from a sentence's start within which a subject counts as opening it


class TopicsInForce(NamedTuple):
    """What a figure is about: the topics near it, the subject of its sentence, its section.

    ``headed``: all topics that the heading of its section names.
    """

    near: tuple[str, ...]
    subject: str | None
    section: str | None
    weak: frozenset[str] = frozenset()
    local: frozenset[str] = frozenset()
    headed: frozenset[str] = frozenset()

    @property
    def outright(self) -> str | None:
        """The topic that a figure's own words name, whatever its section is about; None for none."""
        first = self.near[0] if self.near else None
        return first if first in self.local and first not in self.weak else None

    def fit(self, wanted: frozenset[str]) -> int:
        """Return how well the wanted topics are in force: 0 not at all, more is nearer."""
        if self.subject in wanted:
            return 10
        for place, topic in enumerate(self.near):
            if topic in wanted:
                if self.local and topic not in self.local:
                    return _BESIDES
                return 1 if topic in self.weak else 3 if place == 0 else 2
        return 0


class Topics:
    """The topic words of one reading text, and the topics in force at its places."""

    def __init__(
        self, text: str, layout: Layout, usual: tuple[str, ...] = (), title: str | None = None
    ) -> None:
        """``usual``: what a body's figures are about where no word says so.

        A title that names one topic alone makes it usual: news of 行政复议 come back to it from anywhere.
        """
        self._words = topic_words()
        self._text = text
        self._hits = found_in(text)
        self._ends = [end for _, _, end in self._hits]
        self._layout = layout
        named = self.within(title or "")
        self._usual = (*usual, *named) if len(set(named)) == 1 else usual
        self._whole_text = named[0] if set(named) in ({"reconsideration"}, {"litigation"}) else None
        self._tabled = "|" in text or "\t" in text
        self._titled = [(self._words.strong[topic], 0, 0) for topic in named]
        self._subjects: dict[tuple[int, int], str | None] = {}
        self._segments: dict[tuple[int, int], str | None] = {}
        self._sections: dict[int, tuple[str | None, frozenset[str], list[Hit]]] = {}

    def at(
        self,
        start: int,
        local: int | None = None,
        until: int | None = None,
        stands_in: tuple[Paragraph, int] | None = None,
    ) -> TopicsInForce:
        """Return the topics in force for a figure at ``start``.

        ``local``: where its own words begin; ``until``: where they end on its right. Own words satisfy a
        rule, but the search goes on past them to the nearest strong topic. ``stands_in``: its paragraph and
        the start of its sentence, where they are known.
        """
        paragraph, sentence = stands_in or self._place(start)
        section, headed, above = self._above(paragraph)
        floor = start if local is None else local
        near: list[str] = []
        weak: set[str] = set()
        own: set[str] = set()
        passed = _INCIDENTAL | _OF_AGENTS if section in self._words.subjects else _INCIDENTAL
        meanings = self._words.meanings
        for word, begin, end in chain(reversed(self._around(paragraph.start, start, until or start)), above):
            if begin < start < end:
                continue
            topic, strong = meanings[word]
            if topic not in near:
                near.append(topic)
                if not strong:
                    weak.add(topic)
            elif strong:
                weak.discard(topic)
            if strong:
                if end > floor:
                    own.add(topic)
                elif topic not in passed:
                    break
        if self._usual:
            near += [topic for topic in self._usual if topic not in near]
            weak.update(topic for topic in self._usual if topic not in own)
        subject = self._of_segment(start, sentence) or self._ruling(start, sentence, paragraph)
        return TopicsInForce(tuple(near), subject, section, frozenset(weak), frozenset(own), headed)

    def _place(self, start: int) -> tuple[Paragraph, int]:
        paragraph = self._layout.paragraph(start)
        return paragraph, paragraph.sentence(start)[0]

    @staticmethod
    def within(words: str) -> tuple[str, ...]:
        """Return the topics named in a few words, strong ones first."""
        finder, meanings, *_ = topic_words()
        found = [meanings[term] for term, _, _ in finder.find_matches_as_indexes(words)]
        return tuple(topic for topic, strong in found if strong) + tuple(
            topic for topic, strong in found if not strong
        )

    def subject_of(self, words: str) -> str | None:
        """Return the first subject among the topics that a few words name."""
        return next((topic for topic in self.within(words) if topic in self._words.subjects), None)

    def _around(self, floor: int, start: int, until: int) -> list[Hit]:
        """Return the hits behind ``floor`` and up to ``until``; of those before ``start`` the nearest."""
        ends = self._ends
        here = bisect_right(ends, start)
        first = max(bisect_right(ends, floor), here - _FAR)
        return self._hits[first : here if until == start else bisect_right(ends, until)]

    def _before(self, end: int, start: int) -> list[Hit]:
        """Return the hits that end between ``start`` and ``end``, the last first."""
        first, last = bisect_right(self._ends, start), bisect_right(self._ends, end)
        return self._hits[first:last][::-1] if first < last else []

    def _strong(self, hits: list[Hit]) -> list[str]:
        meanings = [self._words.meanings[word] for word, _, _ in hits]
        return [topic for topic, strong in meanings if strong]

    def _above(self, paragraph: Paragraph) -> tuple[str | None, frozenset[str], list[Hit]]:
        """The section of a paragraph, all topics of its heading, the hits over it, the nearest first."""
        if paragraph.start not in self._sections:
            over = [
                (heading, self._before(heading.end, heading.start)) for heading in paragraph.headings[::-1]
            ]
            strong = [self._strong(hits) for _, hits in over]
            headed = next((topics for topics in strong if topics), [])
            section = headed[-1] if headed else self._whole_text
            above = [hit for heading, hits in over if heading.end <= paragraph.start for hit in hits]
            if section is None:
                since = paragraph.headings[-1].end if paragraph.headings else paragraph.start
                near = paragraph.start - (_SECTION if paragraph.start - since < _SECTION else _LOOK_BACK)
                named = next((heading.start for heading, hits in over if hits), 0)  # 执法…: no more of suits
                told = self._before(paragraph.start, max(named, min(near, paragraph.start - _LOOK_BACK)))
                above += [hit for hit in told if not self._in_table(hit)] if self._tabled else told
                above += self._titled
            self._sections[paragraph.start] = section, frozenset(headed), above
        return self._sections[paragraph.start]

    def _in_table(self, hit: Hit) -> bool:
        """The names of columns are not what the text after the table turns to."""
        end = self._text.find("\n", hit[2])
        line = self._text[self._text.rfind("\n", 0, hit[1]) + 1 : end if end >= 0 else len(self._text)]
        return "|" in line or "\t" in line

    def _of_segment(self, start: int, sentence: int) -> str | None:
        """律师…；基层法律服务所6个，担任顾问48家: the subject that opens what stands behind a ；."""
        segment = self._text.rfind("；", sentence, start) + 1
        if not segment:
            return None
        opened = segment, min(segment + _OPENING, start)
        if opened not in self._segments:
            opens = _COUNTED.match(self._text, segment)
            hits = [hit for hit in self._before(opened[1], segment) if opens and hit[1] == opens.end()]
            named = next(iter(self._strong(hits)), None)
            self._segments[opened] = named if named in self._words.subjects else None
        return self._segments[opened]

    def _subject(self, start: int, sentence: int, paragraph: Paragraph) -> str | None:
        """The subject that opens this sentence, or an earlier one of the paragraph with none since."""
        opened = sentence, min(sentence + _OPENING, start)
        if opened not in self._subjects:
            self._subjects[opened] = self._opening_subject(*opened, paragraph)
        return self._subjects[opened]

    def _ruling(self, start: int, sentence: int, paragraph: Paragraph) -> str | None:
        """律师…。主渠道作用显现，新收行政复议案件38件，受理34件: what is received ends a subject's rule."""
        subject = self._subject(start, sentence, paragraph)
        return None if subject and _RECEIVED.search(self._text, sentence, start) else subject

    def _opening_subject(self, first: int, until: int, paragraph: Paragraph) -> str | None:
        strong = self._strong(self._before(until, first))
        opening = strong[-1] if strong else None
        if opening in self._words.subjects:
            return opening
        # 复议 or 应诉 opening a sentence ends the rule of an earlier subject, unless the sentence has none
        # (参与…).
        if (opening and not _ELIDED.match(self._text, first)) or first <= paragraph.start:
            return None
        return self._subject(first - 1, paragraph.sentence(first - 1)[0], paragraph)
