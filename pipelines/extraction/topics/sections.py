"""What a paragraph stands under: the topic of its section, all that its heading names, the words over it.

Here belongs how far back the topic of a paragraph may stand. Which topic is in force at a figure is
in_force.py.
"""

from __future__ import annotations

from typing import NamedTuple

from pipelines.extraction.text.layout import Paragraph
from pipelines.extraction.topics.hits import Hits, strong_topics
from pipelines.extraction.topics.kinds import DEED
from pipelines.extraction.topics.topic_words import Hit, topic_words

_LOOK_BACK = 400  # characters before a paragraph under no heading in which its topic may stand
_SECTION = 1200  # the same under one heading that names none


class Section(NamedTuple):
    """What a paragraph stands in.

    ``topic``: what it is about; ``headed``: all that its heading names; ``above``: hits, the nearest first.
    """

    topic: str | None
    headed: frozenset[str]
    above: list[Hit]


class Sections:
    """The sections of one text, each found once."""

    def __init__(self, text: str, hits: Hits, titled: tuple[str, ...]) -> None:
        """``titled``: the topics that the title names."""
        self._text, self._hits = text, hits
        self._whole_text = titled[0] if set(titled) in ({"reconsideration"}, {"litigation"}) else None
        self._titled = [(topic_words().strong[topic], 0, 0) for topic in titled]
        self._tabled = "|" in text or "\t" in text
        self._found: dict[int, Section] = {}

    def of(self, paragraph: Paragraph) -> Section:
        """Return the section that a paragraph stands in."""
        if paragraph.start not in self._found:
            self._found[paragraph.start] = self._over(paragraph)
        return self._found[paragraph.start]

    def _over(self, paragraph: Paragraph) -> Section:
        over = [
            (heading, self._hits.before(heading.end, heading.start)) for heading in paragraph.headings[::-1]
        ]
        named = (strong_topics(hits) for _, hits in over)
        headed = next((topics for topics in named if topics), [])
        topic = headed[-1] if headed else self._whole_text
        above = [hit for heading, hits in over if heading.end <= paragraph.start for hit in hits]
        if topic is None:
            last = next((heading.start for heading, hits in over if hits), 0)  # 执法…: no more of suits
            above += self._told_before(paragraph, last) + self._titled
        elif len(set(headed)) > 1:  # 行政复议和应诉工作: the one that the text has come to
            above = [hit for hit in self._told_before(paragraph, 0) if hit[1] >= over[-1][0].start] + above
        return Section(topic, frozenset(headed), above)

    def _told_before(self, paragraph: Paragraph, last: int) -> list[Hit]:
        """What is told before a paragraph, since the last heading that names a topic."""
        since = paragraph.headings[-1].end if paragraph.headings else paragraph.start
        near = paragraph.start - (_SECTION if paragraph.start - since < _SECTION else _LOOK_BACK)
        meanings = topic_words().meanings
        told = self._hits.before(paragraph.start, max(last, min(near, paragraph.start - _LOOK_BACK)))
        told = [hit for hit in told if meanings[hit[0]] != DEED]
        return [hit for hit in told if not self._in_table(hit)] if self._tabled else told

    def _in_table(self, hit: Hit) -> bool:
        """The names of columns are not what the text after the table turns to."""
        end = self._text.find("\n", hit[2])
        line = self._text[self._text.rfind("\n", 0, hit[1]) + 1 : end if end >= 0 else len(self._text)]
        return "|" in line or "\t" in line
