"""Cases carried over and new ones that make up a sum: 一审案件共570件，其中旧存134件、新收436件.

Here belongs which of the three the indicator counts: what is new. The sum of both is of two years' cases.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.extraction.expressions.grammar import any_of
from pipelines.extraction.sums.restating import Restating

_NEW = re.compile(r"(?:当年|本年度?|今年|全年)?新(?:收|发)(?:案件)?")
_CARRIED = re.compile(rf"{any_of('carried_over')}|旧存|存案")
_FAR = 3  # figures between the sum and the last of the two
_COUNTED = frozenset(
    f"litigation.{code}" for code in ("cases", "first_instance", "second_instance", "retrials")
)


class NewCases(Restating):
    """Finds the new cases among all that were at hand."""

    def settle(self) -> None:
        """State the new cases where they are told as a part of all."""
        for at in range(2, len(self._figures)):
            told = self._counted(at)
            if told and told.indicator in _COUNTED and told.breakdown and _NEW.fullmatch(told.breakdown):
                self._state(at)

    def _state(self, at: int) -> None:
        new = self._drafts[at][0]
        near = range(max(0, at - _FAR), min(len(self._figures), at + 2))
        carried = next((one for one in near if _CARRIED.search(self._figures[one].raw)), None)
        if carried is None:
            return
        total = self._figures[carried].number.value + new.value
        for head in range(at - 1, max(-1, at - _FAR), -1):
            whole = self._whole(head)
            if whole and whole.indicator == new.indicator and abs(whole.value - total) < 1e-6:
                self._drafts[head], self._reasons[head] = [], "composite"
                self._drafts[carried], self._reasons[carried] = [], "no_rule"
                self._drafts[at] = [replace(new, breakdown=None)]
                return
