"""Figures that speak of other figures: levels of the year before, changes, shares.

Here belongs finding what they speak of: their own noun, or the figure before them. A figure that states
nothing still stands in its place, so that a 同比 after it attaches to nothing rather than to the wrong
figure.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extraction import scope
from pipelines.extraction.drafts import Draft, signed_value
from pipelines.extraction.figures import Figure
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.reading import Reading

_NO_NOUN = re.compile(r"相比|后者|(?:总体|整体)?(?:总量|数量|人数|件数|场次|频次|规模|金额)?")
_PASSED = re.compile(r"(?:首次|再次|一举)(?:突破|超过|跃上|迈上)$")
_SHORT_NAME = 10
_LOOK_BACK = 12  # figures before a list that it may speak of
_COUNTING = frozenset({"case", "piece", "time", "entity"})


def _has(figure: Figure, stem: str) -> bool:
    """Whether a loose noun may mean a figure: any count of cases is a 案件总数, only an 申请 an 申请量."""
    if stem in ("案件", "办件", ""):
        return figure.number.unit_class == "case"
    return stem in figure.left


class Comparisons:
    """Reads the comparing figures of a walk."""

    def __init__(self, walk: Reading) -> None:
        self._walk = walk

    def linked(self, index: int, figure: Figure) -> list[Draft]:
        """由18人增加到23人: the level after one of the year before states the same indicator."""
        anchor = self._walk.drafts[figure.anchor] if figure.anchor is not None else []
        if not anchor and figure.noun:
            best = self._walk.match(index, figure, figure.noun, "")
            return [self._walk.draft(index, best.indicator, figure.measure, None, best)] if best else []
        return [
            replace(draft, figure=index, period=figure.period, value=signed_value(figure))
            for draft in anchor
            if figure.period
        ]

    def previous(self, index: int, figure: Figure) -> list[Draft]:
        """较上年的340件: a level of the year before, of its own noun or of the figure before it."""
        if not figure.noun:
            return [self._follow(index, draft) for draft in self._in_order(index)]
        if figure.measure is Measure.SHARE_PCT:
            return self._share_of(index, figure, re.sub(r"(?:的?占比|的?比重|的?比例).*$", "", figure.noun))
        best = self._walk.match(index, figure, figure.noun, "")
        return [self._walk.draft(index, best.indicator, figure.measure, None, best)] if best else []

    def dated(self, index: int, figure: Figure) -> list[Draft]:
        """2022年为23件: a level of another year, of the figure before it."""
        return [self._follow(index, draft) for draft in self._of_same_unit(index)]

    def _in_order(self, index: int) -> list[Draft]:
        """较上年的6起、20件分别增长…: several levels of the year before, in the order of theirs."""
        figures = self._walk.figures
        first, end = index, index + 1
        while first and self._goes_on(first):
            first -= 1
        while end < len(figures) and self._goes_on(end):
            end += 1
        if end - first == 1:
            return self._of_same_unit(index)
        beside = figures[index].sentence_start, figures[index].bracket
        levels = [
            at
            for at in range(max(0, first - _LOOK_BACK), first)
            if (figures[at].sentence_start, figures[at].bracket) == beside
            and figures[at].role in ("level", "linked")
        ][first - end :]
        paired = zip(levels, range(first, end), strict=False)
        alike = all(self._alike(figures[at], figures[other]) for at, other in paired)
        whole = len(levels) == end - first and alike
        return self._walk.drafts[levels[index - first]] if whole else []

    def _goes_on(self, index: int) -> bool:
        """Whether a level of the year before goes on a list of such levels."""
        one, two = self._walk.figures[index - 1 : index + 1]
        return one.role == two.role == "previous" and not two.raw.strip("、和及")

    def _of_same_unit(self, index: int) -> list[Draft]:
        """The anchor where it counts in the same unit, else the last figure of the sentence that does."""
        anchor = self._anchor(index)
        figures = self._walk.figures
        figure = figures[index]
        if not anchor or self._alike(figure, figures[anchor[0].figure]):
            return anchor
        for at in range(index - 1, -1, -1):
            if figures[at].sentence_start != figure.sentence_start:
                break
            if figures[at].role in ("level", "linked") and self._alike(figure, figures[at]):
                return self._walk.drafts[at]
        return []

    def _alike(self, one: Figure, other: Figure) -> bool:
        classes = {one.number.unit_class, other.number.unit_class}
        return len(classes) == 1 or classes <= _COUNTING

    def change(self, index: int, figure: Figure) -> list[Draft]:
        """A change, of its own noun or of the figure before it."""
        if figure.noun:
            best = self._walk.match(index, figure, figure.noun, "", spread=True)
            if best:
                label = self._walk.label(figure, best)
                return [self._walk.draft(index, best.indicator, figure.measure, label, best)]
            if not _NO_NOUN.fullmatch(figure.noun):
                return self._loosely_named(index, figure)
        if self._of_unknown(index):
            return []
        if self._of_nothing(index):
            return []
        return [
            replace(draft, figure=index, measure=figure.measure, value=signed_value(figure))
            for draft in self._changed_before(index) or self._anchor(index)
            if self._comparable(figure, self._walk.figures[draft.figure]) and self._year_before(index, draft)
        ]

    def _loosely_named(self, index: int, figure: Figure) -> list[Draft]:
        """收到申请30件，答复28件，申请量同比增长6%: of the only whole in its sentence with such words."""
        loose = scope.LOOSE.fullmatch(figure.noun)
        if loose is None:
            return []
        alike: list[Draft] = []
        for at in range(index - 1, -1, -1):
            before = self._walk.figures[at]
            if before.sentence_start != figure.sentence_start:
                break
            told = self._walk.drafts[at]
            whole = before.role in ("level", "linked") and told and told[0].breakdown is None
            if whole and _has(before, loose["stem"]) and self._comparable(figure, before):
                alike.append(told[0])
        if len(alike) != 1 or not self._year_before(index, alike[0]):
            return []
        return [replace(alike[0], figure=index, measure=figure.measure, value=signed_value(figure))]

    def _of_nothing(self, index: int) -> bool:
        """走访群众较上年的16户增长40%: what no rule knows has changed, not the figure before it."""
        figures = self._walk.figures
        for at in range(index - 1, -1, -1):
            before = figures[at]
            speaks = before.role in ("previous", "change") and not self._walk.drafts[at]
            if not speaks or before.sentence_start != figures[index].sentence_start:
                return False
            if before.role == "previous" and before.noun:
                return not _NO_NOUN.fullmatch(before.noun)
        return False

    def _of_unknown(self, index: int) -> bool:
        """案件总数较2023年增加7件，增幅29%: what no rule knows has changed, not the figure before it."""
        before = self._walk.figures[index - 1] if index else None
        figure = self._walk.figures[index]
        if before is None or figure.noun or before.sentence_start != figure.sentence_start:
            return False
        named = before.role in ("previous", "change") and not _NO_NOUN.fullmatch(before.noun)
        return named and not self._walk.drafts[index - 1]

    def _changed_before(self, index: int) -> list[Draft]:
        """许可较上年增加618件，增长9%; 处罚较2022年的410件减少35件: said of what the figure before was."""
        figures = self._walk.figures
        before = figures[index - 1] if index else None
        if before is None or before.sentence_start != figures[index].sentence_start:
            return []
        drafts = self._walk.drafts[index - 1]
        if before.role == "change" and before.noun:
            return drafts
        if before.role == "previous" and before.noun and not figures[index].noun:
            return [
                replace(draft, period=str(int(draft.period) + 1))
                for draft in drafts
                if draft.period.isdigit()
            ]
        return []

    def _comparable(self, figure: Figure, anchor: Figure) -> bool:
        rate = anchor.number.unit_class == "percent"
        unit = figure.number.unit_class
        if unit in ("points", "percent"):
            return (unit == "points") == rate
        same = anchor.number.unit_class == unit
        return not rate and (same or {anchor.number.unit_class, unit} <= _COUNTING)

    def _year_before(self, index: int, head: Draft) -> bool:
        """A change against another year than the one before is no change on the year."""
        if not head.period.isdigit():
            first, _, last = head.period.partition("/")
            return last == str(int(first) + 1)  # a year from August to July
        before = str(int(head.period) - 1)
        previous = self._walk.figures[index - 1] if index else None
        if previous and previous.role == "previous" and self._walk.drafts[index - 1]:
            return self._walk.drafts[index - 1][0].period == before
        year = re.search(r"[比较与](20\d\d)年", self._walk.figures[index].raw)
        return year is None or year[1] == before

    def share(self, index: int, figure: Figure) -> list[Draft]:
        """A share, of its own label or of the figure before it."""
        if figure.label and not re.fullmatch(r"[^，。；]{0,2}者?(?:合计)?", figure.label):
            return self._share_of(index, figure, figure.label)
        if re.search(r"合占|合计占|共占|[二三两]者", figure.raw):
            return []
        return [
            replace(
                draft,
                figure=index,
                measure=Measure.SHARE_PCT,
                value=signed_value(figure),
                period=figure.period or draft.period,
            )
            for draft in self._anchor(index)
        ]

    def _share_of(self, index: int, figure: Figure, label: str) -> list[Draft]:
        best = self._walk.match(index, figure, label, "", spread=True)
        if best:
            part = scope.part_label(best.rest.strip("、和及其中受理的")) or None
            return [self._walk.draft(index, best.indicator, Measure.SHARE_PCT, part, best)]
        base = self._walk.heads.last(index)
        name = scope.part_label(label)
        if base is None or not name or not self._near(index, base, name):
            return []
        return [
            replace(
                base,
                figure=index,
                measure=Measure.SHARE_PCT,
                breakdown=name,
                value=signed_value(figure),
                period=figure.period or base.period,
                score=1,
            )
        ]

    def _near(self, index: int, base: Draft, name: str) -> bool:
        """A long name is of the figures of its own sentence only."""
        figures = self._walk.figures
        same = base.figure >= 0 and figures[base.figure].sentence_start == figures[index].sentence_start
        return same or len(name) <= _SHORT_NAME

    def _anchor(self, index: int) -> list[Draft]:
        """The level that a comparison or a share speaks of: the figure before it, past a closed bracket."""
        figure = self._walk.figures[index]
        for at in range(index - 1, -1, -1):
            other = self._walk.figures[at]
            if other.paragraph != figure.paragraph:
                return []
            if other.sentence_start != figure.sentence_start and (
                figure.clause_start != figure.sentence_start or index - at > 1
            ):
                return []
            if other.bracket is not None and figure.bracket is None:
                continue
            if other.number.unit_class == "zero":
                continue  # 应诉6件，无败诉案件，同比下降…
            if other.role in ("change", "previous", "share", "dated", "goal") or self._of_goal(at):
                continue
            if not self._walk.drafts[at] and _PASSED.search(other.raw):
                continue  # 应诉86件，首次突破80件，同比增长…
            return self._whole_of_list(index, at) or self._walk.drafts[at]
        return []

    def _of_goal(self, at: int) -> bool:
        """完成年度任务550件的112.18%: how much of a goal was reached is no level."""
        before = self._walk.figures[at - 1] if at else None
        return before is not None and before.role == "goal" and self._walk.figures[at].raw.startswith("的")

    def _whole_of_list(self, index: int, last: int) -> list[Draft]:
        """办理486件，其中刑事143件、民事343件，同比增长12.8%: behind a list that adds up, of its head."""
        figures, drafts = self._walk.figures, self._walk.drafts
        if not drafts[last] or drafts[last][0].breakdown is None or figures[index].role != "change":
            return []
        code, total, count = drafts[last][0].indicator, 0.0, 0
        for at in range(last, -1, -1):
            if figures[at].sentence_start != figures[last].sentence_start or not drafts[at]:
                return []
            draft = drafts[at][0]
            if draft.indicator != code or draft.measure is not Measure.LEVEL:
                return []
            if draft.breakdown is None:
                return drafts[at] if count > 1 and abs(draft.value - total) < 1e-6 else []
            total, count = total + draft.value, count + 1
        return []

    def _follow(self, index: int, draft: Draft) -> Draft:
        figure = self._walk.figures[index]
        return replace(
            draft,
            figure=index,
            measure=Measure.LEVEL,
            period=figure.period or draft.period,
            value=signed_value(figure),
        )
