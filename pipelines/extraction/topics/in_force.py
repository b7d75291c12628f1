"""What a stretch of text is about: the topic words in it and the topic in force at a figure.

Here belongs the search for the topic. What a paragraph stands under is sections.py. The words themselves are
data (lexicon.yaml); which indicator a figure states is for rules/matching.py.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import NamedTuple

from pipelines.extraction.text.layout import Layout, Paragraph
from pipelines.extraction.topics.hits import Hits, strong_topics
from pipelines.extraction.topics.sections import Sections
from pipelines.extraction.topics.topic_words import topic_words

# 行政处罚, 执法 and the like name what papers, disputes and trainings are about; the search goes on past
# them.
_INCIDENTAL = frozenset({"acts", "enforcement", "dispute_centre"})
# In a section on lawyers 行政诉讼代理 and 担任法律顾问 tell what they did, not what the text turns to.
_OF_AGENTS = frozenset({"litigation", "counsel"})
_RECEIVED = re.compile(r"(?:新收|收到|新受理)行政(?:复议|诉讼|应诉)(?:申请|案件)?\d")
_ELIDED = re.compile(
    r"(?:全年|累计|先后|共|并|还|是年|当年|年内|，)*(?:参与|协助|代理|办理(?=诉讼案件|各类案件|各类诉讼|案件|非诉讼)|担任|提供|解答|出具|他们|其中|帮助|为|向)"
)
_SERVE_AS = re.compile(r"(?:全年|共|累计|年内|，)*担任(?:常年)?法律顾问\d")  # what lawyers do
# 864名律师担任村（社区）法律顾问，举办讲座…: what they did as such
_SERVE_VILLAGES = re.compile(
    r"担任[^，。；\d]{0,6}(?:村|社区|居委)[^，。；\d]{0,8}法律顾问，(?!.*(?:；|律师|代理|诉讼|刑事|民事))"
)
# 行政机关办理行政调解案件…；人民调解组织调解纠纷…: mediators end the rule of whoever opened the sentence
_PEOPLES = re.compile(r"；[^，。；\d]{0,8}(?:人民调解(?!员)|调委会)[^；]*\Z")
_COUNTED = re.compile(r"(?:全?[市县区州])?(?:\d[\d,]*余?[家名个位])?")  # ；7家基层法律服务所…
_ANOTHER = re.compile(
    r"(?<![家个名])，\d[\d,]*余?[家个](?=[\u4e00-\u9fff])"
)  # 律师代理635件，5个基层法律服务所代理…
_SERVICES = "legal_service"  # ends another's rule where it opens what stands behind a ；
_BESIDES = -4  # a topic from elsewhere, where the figure's own words name another
_AS_TOLD = re.compile(r"(?:(?:据(?:统计|介绍|了解)|今年以来|目前)，){1,2}")  # 据统计，今年以来，村法律顾问…
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
        self._layout = layout
        named = self.within(title or "")
        self._hits = Hits(text, named)
        self._usual = (*usual, *named) if len(set(named)) == 1 else usual
        self._sections = Sections(text, self._hits, named)
        only = next(iter(named), None) if len(set(named)) == 1 else None
        self._titled = only if only in self._words.subjects else None
        self._subjects: dict[tuple[int, int], str | None] = {}
        self._segments: dict[tuple[int, int], str | None] = {}

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
        subject = self._in_force(start, sentence, paragraph)
        return TopicsInForce(tuple(near), subject, section, frozenset(weak), frozenset(own), headed)

    def _in_force(self, start: int, sentence: int, paragraph: Paragraph) -> str | None:
        """The subject that rules at a place, and what it does there as another."""
        segment = self._of_segment(start, sentence)
        if segment == _SERVICES:
            return None  # 村居法律顾问全覆盖；公共法律服务中心接待咨询2万人次
        subject = segment or self._ruling(start, sentence, paragraph) or self._titled
        if subject == "lawyer" and _SERVE_VILLAGES.search(self._text[sentence:start]):
            return "community_counsel"
        if subject and _PEOPLES.search(self._text[sentence:start]):
            return None
        return subject

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

    def _of_segment(self, start: int, sentence: int) -> str | None:
        """律师…；基层法律服务所6个，担任顾问48家: the subject that opens what stands behind a ；."""
        segment = self._text.rfind("；", sentence, start) + 1
        anew = [match.start() + 1 for match in _ANOTHER.finditer(self._text, segment or sentence, start)]
        segment = anew[-1] if anew else segment
        if not segment:
            return None
        opened = segment, min(segment + _OPENING, start)
        if opened not in self._segments:
            opens = _COUNTED.match(self._text, segment)
            hits = [hit for hit in self._hits.before(opened[1], segment) if opens and hit[1] == opens.end()]
            named = next(iter(strong_topics(hits)), None)
            self._segments[opened] = named if named in (*self._words.subjects, _SERVICES) else None
        return self._segments[opened]

    def _subject(self, start: int, sentence: int, paragraph: Paragraph) -> str | None:
        """The subject that opens this sentence, or an earlier one of the paragraph with none since."""
        told = _AS_TOLD.match(self._text, sentence, start)
        opened = sentence, min((told.end() if told else sentence) + _OPENING, start)
        if opened not in self._subjects:
            self._subjects[opened] = self._opening_subject(*opened, paragraph)
        return self._subjects[opened]

    def _ruling(self, start: int, sentence: int, paragraph: Paragraph) -> str | None:
        """律师…。主渠道作用显现，新收行政复议案件38件，受理34件: what is received ends a subject's rule."""
        subject = self._subject(start, sentence, paragraph)
        return None if subject and _RECEIVED.search(self._text, sentence, start) else subject

    def _opening_subject(self, first: int, until: int, paragraph: Paragraph) -> str | None:
        strong = strong_topics(self._hits.before(until, first))
        opening = strong[-1] if strong else None
        if opening == "counsel" and _SERVE_AS.match(self._text, first):
            opening = None
        if opening in self._words.subjects:
            return opening
        # 复议 or 应诉 opening a sentence ends the rule of an earlier subject, unless the sentence has none
        # (参与…).
        if (opening and not _ELIDED.match(self._text, first)) or first <= paragraph.start:
            return None
        return self._subject(first - 1, paragraph.sentence(first - 1)[0], paragraph)
