"""What the figures right before a change say of it: 许可增加618件，增长9%; 走访群众较上年的16户增长40%.

Here belongs what a change without a noun of its own is of by those figures. What its noun names is
changes.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extraction.comparisons.anchors import LOOK_BACK, NO_NOUN, Anchors
from pipelines.extraction.rules.drafts import Draft

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk


FORMER, LATTER = "前者", "后者"
_UNITS = {"件数": "case", "金额": "money", "人数": "person"}
_OF_UNIT = re.compile(rf"(?:(?<=相比)|(?<![\u4e00-\u9fff]))({'|'.join(_UNITS)})(?=同比|[增上下减降])")


class ChangedBefore:
    """Reads the figures before the changes of a walk."""

    def __init__(self, walk: Walk, anchors: Anchors) -> None:
        self._walk, self._anchors = walk, anchors

    def of_unknown(self, index: int) -> bool:
        """案件总数较2023年增加7件，增幅29%: what no rule knows has changed, not the figure before it."""
        before = self._walk.figures[index - 1] if index else None
        figure = self._walk.figures[index]
        if before is None or figure.noun or before.sentence_start != figure.sentence_start:
            return False
        if self._against_another_year(index):
            return True
        if before.role == "share" and figure.number.unit_class == "points":
            return True  # 网上申请占比87.4%，较上年提高12个百分点: a share has no change of its own
        named = before.role in ("previous", "change") and not NO_NOUN.fullmatch(before.noun)
        return named and not self._walk.drafts[index - 1]

    def _against_another_year(self, index: int) -> bool:
        """分别比2015年增加16家、347名，减少1家、增加7名: and what goes on such a run."""
        figures = self._walk.figures
        for at in range(index - 1, -1, -1):
            before = figures[at]
            if before.role != "change" or before.sentence_start != figures[index].sentence_start:
                return False
            if self._walk.drafts[at]:
                return False
            if self._walk.reasons[at] == "benchmark":
                return True
        return False

    def of_nothing(self, index: int) -> bool:
        """走访群众较上年的16户增长40%: what no rule knows has changed, not the figure before it."""
        figures = self._walk.figures
        for at in range(index - 1, -1, -1):
            before = figures[at]
            speaks = before.role in ("previous", "change") and not self._walk.drafts[at]
            if not speaks or before.sentence_start != figures[index].sentence_start:
                return False
            if before.role == "previous" and before.noun:
                return not NO_NOUN.fullmatch(before.noun)
        return False

    def changed(self, index: int) -> list[Draft]:
        """许可较上年增加618件，增长9%; 处罚较2022年的410件减少35件: said of what the figure before was."""
        figures = self._walk.figures
        before = figures[index - 1] if index else None
        if before is None or before.sentence_start != figures[index].sentence_start:
            return []
        drafts = self._walk.drafts[index - 1]
        if before.role == "change" and (before.noun or not figures[index].noun):
            return drafts
        if before.role == "previous" and not figures[index].noun:
            now = figures[index].period  # 其中2023年调解1.61万件，较上年增长4.5%: of that year itself
            return [
                replace(draft, period=now if draft.period == now else str(int(draft.period) + 1))
                for draft in drafts
                if draft.period.isdigit()
            ]
        return []

    def of_two(self, index: int, name: str) -> list[Draft]:
        """立案2060件，罚款1109万元，前者增长19%，后者增长15%: one of the two told last, by name."""
        figures, drafts = self._walk.figures, self._walk.drafts
        levels = [
            at
            for at in range(index - 1, max(-1, index - LOOK_BACK), -1)
            if figures[at].sentence_start == figures[index].sentence_start and figures[at].role == "level"
        ]
        return drafts[levels[1 if name == FORMER else 0]] if len(levels) > 1 else []

    def of_unit(self, index: int) -> list[Draft]:
        """给付18万件，金额5亿元，件数增长4.6%: of the last level of the unit that the noun names."""
        figures = self._walk.figures
        named = _OF_UNIT.search(figures[index].raw)
        unit = _UNITS[named[1]] if named else None
        for at in range(index - 1, max(-1, index - LOOK_BACK), -1) if unit else ():
            if figures[at].sentence_start != figures[index].sentence_start:
                return []
            if figures[at].role == "level" and figures[at].number.unit_class == unit:
                return self._walk.drafts[at]
        return []

    def counted_alike(self, index: int) -> list[Draft]:
        """办理27件，涉及4万元，较上年减少3件: of the figure of its unit, where the one before has another."""
        figures = self._walk.figures
        unit = figures[index].number.unit
        anchor = self._anchors.of(index)
        if figures[index].number.unit_class in ("percent", "points") or not unit:
            return []
        if not anchor or figures[anchor[0].figure].number.unit == unit:
            return []
        for at in range(index - 1, max(-1, index - LOOK_BACK), -1):
            before = figures[at]
            if before.sentence_start != figures[index].sentence_start:
                return []
            whole = before.role in ("level", "linked") and before.bracket == figures[index].bracket
            if whole and before.number.unit == unit and self._walk.drafts[at]:
                return self._anchors.of_list(index, at)
        return []
