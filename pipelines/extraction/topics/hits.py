"""The topic words of one text in order, by where they stand.

Here belongs looking them up. What they make the topic of a figure is in_force.py.
"""

from __future__ import annotations

from bisect import bisect_right

from pipelines.extraction.topics.kinds import kinds_among, measures_among
from pipelines.extraction.topics.topic_words import Hit, found_in, of_disclosure, topic_words

_FAR = 100  # topic words of its paragraph, back from a figure, among which its topic may be


class Hits:
    """The topic words of a reading text."""

    def __init__(self, text: str, titled: tuple[str, ...]) -> None:
        """``titled``: the topics that the title names."""
        hits = found_in(text)
        self._hits = of_disclosure(hits, text) if set(titled) == {"disclosure"} else hits
        self._ends = [end for _, _, end in self._hits]
        # where those begin that rule nothing behind them
        self.kinds = kinds_among(text, self._hits) | measures_among(text, self._hits)

    def around(self, floor: int, start: int, until: int) -> list[Hit]:
        """Return the hits behind ``floor`` and up to ``until``; of those before ``start`` the nearest."""
        ends = self._ends
        here = bisect_right(ends, start)
        first = max(bisect_right(ends, floor), here - _FAR)
        return self._hits[first : here if until == start else bisect_right(ends, until)]

    def before(self, end: int, start: int) -> list[Hit]:
        """Return the hits that end between ``start`` and ``end``, the last first, without those of kinds."""
        first, last = bisect_right(self._ends, start), bisect_right(self._ends, end)
        return [hit for hit in self._hits[first:last][::-1] if hit[1] not in self.kinds]


def strong_topics(hits: list[Hit]) -> list[str]:
    """Return the topics that strong words among some hits name, in their order."""
    meanings = topic_words().meanings
    told = [meanings[word] for word, _, _ in hits]
    return [topic for topic, is_strong in told if is_strong]
