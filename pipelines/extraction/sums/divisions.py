"""Divisions of cases: 从管理领域看，公安类689件，较上年增加338件…; parts that neither sums nor shares tell.

Here belongs whose parts such a division lists where its figures do not add up. Sums and shares, which are
surer, have been asked before (arithmetic.py, shares.py); which wholes are likely is divided_wholes.py.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.scope import part_names
from pipelines.extraction.sums.around_parts import TOLD_NOW
from pipelines.extraction.sums.divided_wholes import Wholes, likeliest
from pipelines.extraction.sums.restating import Restating
from pipelines.extraction.sums.told import Told
from pipelines.extraction.text import views

_LONGEST_NAME = 14
_CHANGED = re.compile(r"(?:增加|减少|增长|上升|下降)$")  # 行政强制类减少3件
# 涉及公安的1214件、土地的902件，占受理总数的65.9%
_CONCERNING = re.compile(r"(?:案件)?(?:主要)?涉及[\u4e00-\u9fff]{2,8}的\d+件、")
_OPENING = 4  # characters
# 四、所属管理领域: under it stands a division
_HEADED = re.compile(r"(?:领域|类型|类别|地区|区域|事项|行业)(?:分布|情况|构成)?(?:\([^()]*\))?$")
_SHARED_OUT = re.compile(r"[^。\n]{0,80}占(?:全部|全[市县区])?([\u4e00-\u9fff]{2,6}?)(?:总[数量]|数)")


class Divisions(Restating):
    """Finds the parts that divisions list."""

    def __init__(self, told: Told) -> None:
        super().__init__(told)
        self._wholes = Wholes(told)

    def settle(self, text: str) -> None:
        """Restate every figure of a division that nothing else has read."""
        at = 0
        while at < len(self._figures):
            run = self._run(at, text)
            whole = self._whole_divided(run, text) if run else None
            if whole is not None:
                for part in [*self._named_kinds(run[0], whole), *run]:
                    self._restate(whole, [part])
            at = run[-1] + 1 if run else at + 1

    def _run(self, first: int, text: str) -> list[int]:
        """The unread figures of a division from one on, to the end of its sentence."""
        start = self._figures[first].sentence_start
        if not self._unread(first) or not self._announced(first, text):
            return []
        run = [first]
        for at in range(first + 1, len(self._figures)):
            if self._figures[at].sentence_start != start:
                break
            if self._unread(at) and self._figures[at].number.unit == self._figures[first].number.unit:
                run.append(at)
        return run

    def _announced(self, first: int, text: str) -> bool:
        """Whether words announce a division, or the heading that it opens the paragraph under."""
        figure = self._figures[first]
        announced = views.ANNOUNCING.search(text, figure.sentence_start, figure.number.start)
        if _CONCERNING.match(figure.sentence) or figure.left.startswith("案件涉及"):
            return True  # …；案件涉及公安21件、人社13件
        return announced is not None or (self._headed(figure) and not part_names.OUTCOME.match(figure.left))

    def _headed(self, figure: Figure) -> bool:
        """Whether a figure stands in the first sentence under a heading that divides."""
        begins = max(figure.paragraph, figure.within.paragraph.body)  # （三）行政管理领域。公安447件
        opens = figure.sentence_start - begins < _OPENING
        return opens and _HEADED.search(figure.heading.rstrip("。：")) is not None

    def _unread(self, at: int) -> bool:
        figure = self._figures[at]
        unread = not self._drafts[at] and self._reasons[at] == "no_rule" and figure.role in TOLD_NOW
        named = 0 < len(figure.left) <= _LONGEST_NAME and not _CHANGED.search(figure.left)
        return unread and figure.bracket is None and named

    def _whole_divided(self, run: list[int], text: str) -> Draft | None:
        """The whole that a division divides: the one that its words name, else the likeliest kind."""
        figure = self._figures[run[0]]
        beside = [*self._before(run[0]), *self._beside(run[0])]
        total = sum(self._figures[part].number.value for part in beside)
        named = _SHARED_OUT.search(text, figure.sentence_start)
        headed = self._headed(figure)
        found = self._wholes.near(run[0], len(self._before(run[0])), anywhere=named is not None or headed)
        fits = [
            whole
            for whole in found.values()
            if whole.value >= total + (self._parted(run[0], whole.indicator) if headed else 0)
            and whole.period == (figure.period or whole.period)
        ]
        added = self._added_up(run[0], found)
        if added is not None:
            return added
        divided = self._divided_among(beside) or self._divided_before(run[0])
        for fit in fits:
            if fit.indicator == divided:
                return fit
        return likeliest(fits, figure, named[1] if named else "")

    def _added_up(self, first: int, found: Mapping[str, Draft]) -> Draft | None:
        """分类看，文件143件，合同309件，其余52件: what all that the sentence counts adds up to."""
        sentence = self._figures[first].sentence_start
        before = takewhile(lambda at: self._figures[at].sentence_start == sentence, range(first, -1, -1))
        opens = min(before)
        total = sum(self._figures[at].number.value for at in self._beside(opens))
        wholes = [whole for whole in found.values() if whole.value == total]
        return wholes[0] if len(wholes) == 1 and opens < first else None

    def _beside(self, first: int) -> list[int]:
        """All that the sentence of a division counts in its unit, read before or not."""
        sentence, unit = self._figures[first].sentence_start, self._figures[first].number.unit
        places = range(first, len(self._figures))
        within = takewhile(lambda at: self._figures[at].sentence_start == sentence, places)
        return [
            at
            for at in within
            if self._figures[at].role in TOLD_NOW
            and self._figures[at].bracket is None
            and self._figures[at].number.unit == unit
            and self._reasons[at] != "composite"  # 三者合计36件
        ]

    def _parted(self, first: int, indicator: str) -> float:
        """行政处罚类62件，占35.63%；工伤类33件: how much of a whole the sentence has divided before."""
        sentence = self._figures[first].sentence_start
        places = self._told.of_indicator(indicator, first)
        return sum(
            part.number.value
            for part, told in ((self._figures[at], self._drafts[at][0]) for at in places)
            if part.sentence_start == sentence and part.bracket is None and part.role in TOLD_NOW
            if told.breakdown and "/" not in told.breakdown
        )

    def _divided_among(self, beside: Sequence[int]) -> str | None:
        """行政处罚类812件；投诉举报类655件，占30.5%: what one of them is known to be a part of."""
        told = (self._drafts[at][0] for at in beside if self._drafts[at])
        return next((draft.indicator for draft in told if draft.breakdown or _names_kind(draft)), None)

    def _named_kinds(self, first: int, whole: Draft) -> list[int]:
        """食品案件立案968件、药械案件214件: the verb is told with the first, whose noun names its kind."""
        before = [at for at in self._before(first) if self._drafts[at]]
        return [at for at in before if self._drafts[at][0].indicator == whole.indicator]

    def _before(self, first: int) -> list[int]:
        """The figures of a division before one that is unread, if each tells a kind of the cases."""
        found: list[int] = []
        sentence, unit = self._figures[first].sentence_start, self._figures[first].number.unit
        for at in range(first - 1, -1, -1):
            figure = self._figures[at]
            if figure.sentence_start != sentence or figure.number.unit != unit or figure.role not in TOLD_NOW:
                break
            if not (self._drafts[at] and _names_kind(self._drafts[at][0])):
                break
            found.append(at)
        return found

    def _divided_before(self, first: int) -> str | None:
        """败诉47件，其中…的6件、占12.8%。从领域看，…: what the figure before a division told a part of."""
        if not first or self._figures[first - 1].paragraph != self._figures[first].paragraph:
            return None
        told = self._drafts[first - 1]
        return told[0].indicator if told and told[0].breakdown else None


def _names_kind(draft: Draft) -> bool:
    """Whether the words that a rule left over name a kind of what it counts: 食品案件立案968件."""
    return draft.breakdown is None and bool(part_names.part_label(draft.rest))
