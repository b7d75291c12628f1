"""The points of a paragraph: 一是…。二是…。三是….

Here belongs where they begin. What a year told in one of them rules is periods.py.
"""

from __future__ import annotations

import re

from pipelines.extraction.text.layout import Paragraph

_POINT = re.compile(r"(?:^|[。；\n])(?=[一二三四五六七八九十]是[\u4e00-\u9fff])", re.MULTILINE)


class Points:
    """Finds them in a text, each paragraph once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._begin: dict[int, list[int]] = {}

    def around(self, paragraph: Paragraph, place: int) -> tuple[int, int] | None:
        """Return where the first point begins, and that of a place; None for a place within no later one."""
        if paragraph.start not in self._begin:
            found = _POINT.finditer(self._text, paragraph.start, paragraph.end)
            self._begin[paragraph.start] = [match.end() for match in found]
        before = [start for start in self._begin[paragraph.start] if start <= place]
        return (before[0], before[-1]) if len(before) > 1 else None
