"""Looking for an expression over a whole text, tried only where a match can begin.

Here belongs what is general in it; ``re`` skips quickly to a character of a class, but tries an expression of
several branches at every character of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.extraction.expressions.edges import places


class Scanner:
    """An expression whose matches can begin with certain characters only."""

    def __init__(self, pattern: str) -> None:
        self.expression = re.compile(pattern)
        self._begin = re.compile(places(pattern)).search
        self._match = self.expression.match

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches that ``re.finditer`` would."""
        begin, match = self._begin, self._match
        place = begin(text)
        while place is not None:
            found = match(text, place.start())
            if found is None:
                place = begin(text, place.end())
            else:
                yield found
                place = begin(text, found.end())
