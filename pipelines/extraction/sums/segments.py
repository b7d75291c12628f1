"""Bodies or kinds each with the same outcomes: 按机关分，甲文件保留42件、废止31件；乙文件保留31件、废止8件.

Here belongs that none of such figures is a whole. Lists that add up are announced.py.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from pipelines.extraction.scope import part_names
from pipelines.extraction.sums.restating import Restating
from pipelines.extraction.text import views

_ASIDE = re.compile(r"\((?:含|不含|包括|其中)[^()]*\)?")
_NOUN = re.compile(r"(?:行政)?(?:规范性)?(?:文件|案件|纠纷|申请)$")


class Segments(Restating):
    """Finds the figures of a document that are told for each of several kinds or bodies."""

    def settle(self, text: str) -> None:
        """Make figures of a code that several segments of an announced sentence tell the segments' own."""
        for opening, segments in self._announced(text):
            told = Counter(code for segment in segments for code in {*self._codes(segment)})
            starts = [opening, *(text.rfind("；", 0, self._place(one[0])) + 1 for one in segments[1:])]
            for start, segment in zip(starts, segments, strict=True):
                name = self._name(text, start, segment)
                for at in segment:
                    whole = self._whole(at)
                    if whole is not None and told[whole.indicator] > 1:
                        named = [replace(whole, breakdown=name)] if name else []
                        self._told.state(at, named, None if name else "no_rule")

    def _announced(self, text: str) -> Iterator[tuple[int, list[list[int]]]]:
        """Where the words of each announced sentence begin, and its figures by segment."""
        places = range(len(self._figures))
        for start, sentence in groupby(places, key=lambda at: self._figures[at].sentence_start):
            run = list(sentence)
            divided = views.DIVIDING.search(text, start, self._place(run[0]))
            parted = groupby(run, key=lambda at: text.count("；", start, self._place(at)))
            segments = [list(segment) for _, segment in parted] if divided else []
            if divided and len(segments) > 1:
                yield divided.end(), segments

    def _codes(self, segment: list[int]) -> Iterator[str]:
        return (whole.indicator for whole in map(self._whole, segment) if whole)

    def _name(self, text: str, start: int, segment: list[int]) -> str:
        """What a segment begins with, up to the words of the rule of its first figure."""
        drafts = self._drafts[segment[0]]
        words = _ASIDE.sub("", text[start : self._place(segment[0])])
        matched = drafts[0].matched if drafts else ""
        if not drafts:
            return part_names.part_label(self._figures[segment[0]].left)
        return part_names.part_label(_NOUN.sub("", words.removesuffix(matched))) if matched else ""

    def _place(self, at: int) -> int:
        return self._figures[at].number.start
