"""Items that each tell the same things of a kind: 肉类案件502件，案值179万元；广告案件80件，案值92万元.

Here belongs such a list, in lines or between semicolons, whose counts add up to a whole told before it. Lists
of one figure an item are unread_lists.py.
"""

from __future__ import annotations

from dataclasses import replace

from pipelines.extraction.figures.figure import same_unit
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.sums.restating import Restating

_LEAST, _LONGEST = 3, 40  # items
_LARGE_ENOUGH = 100  # a sum that does not come out by chance
_BEFORE = 12  # figures before the first item among which the whole is told


class Itemised(Restating):
    """Finds the items of a document that add up."""

    def settle(self, text: str) -> None:
        """Restate the counts of every such list as parts, and what else each item tells as its part's."""
        opening = [at for at in range(len(self._figures)) if self._opens(at, text)]
        while opening:
            items = self._items(opening)
            whole = self._whole_of(items) if len(items) >= _LEAST else None
            if whole is not None:
                self._restate(whole, items)
                self._told_beside(whole, items)
            opening = opening[len(items) if whole else 1 :]

    def _opens(self, at: int, text: str) -> bool:
        """Whether a figure with a name that no rule knows is the first of its line or segment."""
        figure = self._figures[at]
        if not self._unnamed(at) or figure.number.unit_class != "case":
            return False
        begins = figure.number.start - len(figure.raw)
        return begins == figure.sentence_start or text[begins - 1] in "；\n：。"

    def _items(self, opening: list[int]) -> list[int]:
        """The openings that follow one another, with only money and cases that no name opens between them."""
        items = opening[:1]
        for at in opening[1:_LONGEST]:
            between = range(items[-1] + 1, at)
            if any(self._figures[one].number.unit_class not in ("case", "money") for one in between):
                break
            items.append(at)
        return items

    def _whole_of(self, items: list[int]) -> Draft | None:
        total = sum(self._figures[at].number.value for at in items)
        if total < _LARGE_ENOUGH:
            return None
        alike = (
            self._whole(head)
            for head in self._told.of_value(total, items[0], items[0] - _BEFORE + 1)
            if same_unit(self._figures[items[0]], self._figures[head])
        )
        return next((whole for whole in alike if whole), None)

    def _told_beside(self, whole: Draft, items: list[int]) -> None:
        """案值, 罚没 and 移送 of each item are what is told so beside the whole, perhaps in more words."""
        sentence = self._figures[whole.figure].sentence_start
        beside = [
            at
            for at in range(whole.figure + 1, items[0])
            if self._figures[at].sentence_start == sentence and self._whole(at)
        ]
        ends = [*items[1:], len(self._figures)]
        for item, end in zip(items, ends, strict=True):
            part = self._drafts[item][0].breakdown if self._drafts[item] else None
            for at in range(item + 1, end if part else item):
                if self._figures[at].paragraph != self._figures[item].paragraph:
                    break
                of = next((one for one in beside if self._is_short_for(at, one)), None)
                if of is not None:
                    value = self._figures[at].number.value
                    draft = replace(self._drafts[of][0], figure=at, breakdown=part, value=value)
                    self._told.state(at, [draft], None)

    def _is_short_for(self, at: int, of: int) -> bool:
        """案值 for 案件总值, 移送 for 移送司法机关: the same signs in their order, in the same unit."""
        signs = iter(self._figures[of].left)
        told = all(sign in signs for sign in self._figures[at].left)
        return told and bool(self._figures[at].left) and same_unit(self._figures[at], self._figures[of])
