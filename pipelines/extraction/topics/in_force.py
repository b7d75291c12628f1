"""What a stretch of text is about: the topic words in it and the topic in force at a figure.

Here belongs the search for the topic. What a paragraph stands under is sections.py, the subject whose deeds a
sentence tells subjects.py. The words themselves are data (lexicon.yaml); which indicator a figure states is
for rules/matching.py.
"""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple

from pipelines.extraction.text.layout import Layout, Paragraph
from pipelines.extraction.topics.hits import Hits
from pipelines.extraction.topics.sections import Sections
from pipelines.extraction.topics.subjects import Subjects
from pipelines.extraction.topics.topic_words import topic_words

# 行政处罚, 执法 and the like name what papers, disputes and trainings are about; the search goes on past
# them.
_INCIDENTAL = frozenset({"acts", "enforcement", "dispute_centre"})
# In a section on lawyers 行政诉讼代理 and 担任法律顾问 tell what they did, not what the text turns to.
_OF_AGENTS = frozenset({"litigation", "counsel"})
_BESIDES = -4  # a topic from elsewhere, where the figure's own words name another


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
        self._layout = layout
        named = self.within(title or "")
        self._hits = Hits(text, named)
        self._usual = (*usual, *named) if len(set(named)) == 1 else usual
        self._sections = Sections(text, self._hits, named)
        self._subjects = Subjects(text, self._hits, named[0] if len(set(named)) == 1 else None)

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
        section, headed, above = self._sections.of(paragraph)
        floor = start if local is None else local
        near: list[str] = []
        weak: set[str] = set()
        own: set[str] = set()
        passed = _INCIDENTAL | _OF_AGENTS if section in self._words.subjects else _INCIDENTAL
        meanings = self._words.meanings
        for word, begin, end in chain(
            reversed(self._hits.around(paragraph.start, start, until or start)), above
        ):
            if begin < start < end or (end <= floor and begin in self._hits.kinds):
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
        subject = self._subjects.at(start, sentence, paragraph)
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
