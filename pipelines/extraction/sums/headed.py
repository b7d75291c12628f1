"""Fields under headings of their own: 抽查22657户。…（一）医疗卫生。抽到2518家。（二）放射诊疗。抽到790户.

Here belongs that what several headings each tell once more, of a code whose whole stands before all of them,
are parts named by the headings. Bodies and kinds within a sentence are segments.py.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.sums.restating import Restating

_LEAST = 2  # headings that tell of a code
_NAME = re.compile(
    r"[#* ]*(?:\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、．]|[一二三四五六七八九十]{1,2}[、是])\s*"
    r"((?!.*(?:情况|工作|总体|问题|打算|安排|机制|制度|能力|宣传|培训|队伍|监督|责任|普法|案卷|复议|诉讼|应诉|[严抓强优促深推]))"
    r"[\u4e00-\u9fff、“”]{2,14}?)(?:领域|方面)?[。：]?"
)


class Headed(Restating):
    """Finds the fields of a document that headings name."""

    def settle(self, text: str) -> None:
        """Make second wholes under several headings parts, if together they are no more than the first."""
        for whole, parts in self._told_again(text):
            total = sum(draft.value for draft, _ in parts)
            if len(parts) >= _LEAST and total <= whole.value:
                for draft, name in parts:
                    self._told.state(draft.figure, [replace(draft, breakdown=name)], None)

    def _told_again(self, text: str) -> Iterator[tuple[Draft, list[tuple[Draft, str]]]]:
        """The first whole of each code and period, and what each heading after it tells of them first."""
        wholes: dict[tuple[str, str], Draft] = {}
        parts: dict[tuple[str, str], dict[int, tuple[Draft, str]]] = defaultdict(dict)
        for at, figure in enumerate(self._figures):
            whole = self._whole(at)
            if whole is None:
                continue
            key = whole.indicator, whole.period
            first = wholes.setdefault(key, whole)
            heading = figure.within.paragraph.headings[-1:]
            if first is whole or not heading or heading[0].start < self._figures[first.figure].number.start:
                continue
            named = _NAME.fullmatch(text, heading[0].start, heading[0].end)
            if named:
                parts[key].setdefault(heading[0].start, (whole, named[1]))
        return ((wholes[key], list(told.values())) for key, told in parts.items())
