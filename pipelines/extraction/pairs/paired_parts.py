"""Names of parts paired with a run: 行政处罚、工伤认定案件分别为447件和92件.

Here belongs which names such parts bear. Which names a run is of is by_order.py, and which whole told before
them the parts are of run_wholes.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from pipelines.extraction.comparisons.share_wholes import whole_named
from pipelines.extraction.figures.figure import Figure, same_unit
from pipelines.extraction.lists.names import SPLITS, taken_apart, without_common_noun
from pipelines.extraction.pairs.run_wholes import suits_of_defendants, whole_of_run
from pipelines.extraction.rules.drafts import Draft, signed_value
from pipelines.extraction.rules.rule import Candidate
from pipelines.extraction.scope import part_names
from pipelines.extraction.scope.body_names import is_body
from pipelines.extraction.text.clauses import clean
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

FILED = re.compile(r"^(?:.*[评抽检][查取])?(.+?)(?:案卷|卷宗)$")
_OFFICE = re.compile(r"[县市区州](?:委|人大|政府|政协)")
# 行政给付主要由民政局、人社局实施，分别为812件、136件: of what the sentence opens with
_MAINLY_BY = re.compile(r"(?:^|[，；：])([^，。；\d]{2,12}?)主要由")
_NO_KIND = re.compile(r"前[一二两三四五\d]|最[多大高]|单位$")


def _may_hold(whole: Figure, part: Figure) -> bool:
    """Whether a figure may be a part of one in its sentence: of its unit, and smaller."""
    alike = whole.sentence_start == part.sentence_start and same_unit(whole, part)
    return alike and whole.number.value > part.number.value


class PairedParts:
    """Reads the parts of a walk that stand in runs."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def ranked(self, index: int, count: int, ranked: re.Match[str]) -> bool:
        """公安、城管处罚数量居前，依次为158件、36件: the names of parts before the noun that is counted."""
        names = taken_apart(SPLITS[0], ranked["names"])
        first = self._walk.figures[index]
        nouns = (ranked["noun"], clean(first.raw))  # 甲、乙办件最多，分别收到544件和297件
        whole = next((found for noun in nouns if (found := self._walk.match(first, noun, ""))), None)
        if whole is None or len(names) != count:
            return False
        for at, name in enumerate(names, index):
            self._walk.drafts[at] = self._part(at, part_names.part_label(name), whole, 0)
            self._walk.reasons[at] = None if self._walk.drafts[at] else "no_rule"
        return True

    def under_head(self, index: int, items: list[str]) -> bool:
        """新收案件中，行政处罚、工伤认定案件分别为447件和92件: kinds of the whole that a sentence names."""
        walk = self._walk
        base = walk.heads.of(index) if walk.heads.named(index) else None
        if base is None or not walk.heads.alike(base, walk.figures[index]):
            return False
        names = [part_names.part_label(item) for item in without_common_noun(items)]
        if not all(names) or any(part_names.OUTCOME.match(name) for name in names):
            return False
        for at, name in enumerate(names, index):
            value = walk.figures[at].number.value
            walk.drafts[at] = [replace(base, figure=at, breakdown=name, value=value, score=1)]
            walk.reasons[at] = None
        return True

    def of_each(self, index: int, count: int, name: str) -> None:
        """顾问1127人、公职律师658人，其中市直分别为86人和143人: the same part of each of as many wholes."""
        label = part_names.part_label(name)
        wholes = self._each_told(index, count, label)
        for at in range(index, index + count):
            self._walk.drafts[at], self._walk.reasons[at] = [], None if wholes else "no_rule"
        for at, one in enumerate(wholes, index):
            value = self._walk.figures[at].number.value
            self._walk.drafts[at] = [replace(one, figure=at, breakdown=label, value=value, score=1)]

    def _each_told(self, index: int, count: int, label: str) -> list[Draft]:
        """The wholes right before such a run, one for each of its figures; none where they do not fit."""
        figures, before = self._walk.figures, self._walk.drafts[max(0, index - count) : index]
        told = [drafts[0] for drafts in before if drafts and drafts[0].breakdown is None]
        if len(told) != count or len({one.indicator for one in told}) != count:
            return []
        wholes = (figures[one.figure] for one in told)
        fit = all(map(_may_hold, wholes, figures[index : index + count]))
        return told if fit and self._names_kind(index, label) else []

    def _names_kind(self, index: int, label: str) -> bool:
        """Whether words name a kind of things (市直), no rank, time, deed or code of its own."""
        if not label or _NO_KIND.search(label) or part_names.OUTCOME.match(label):
            return False
        found = self._walk.match(self._walk.figures[index], label, "")
        return found is None and not part_names.DEED.match(label)

    def rates(self, index: int, count: int) -> None:
        """甲局出庭98件，乙局31件；出庭应诉率依次为97.9%、92.9%: a rate of each of the parts told before."""
        walk, first = self._walk, self._walk.figures[index]
        best = walk.match(first, first.left, "")
        begins = bisect_left(walk.figures, first.sentence_start, key=attrgetter("sentence_start"))
        told = [drafts[0] for drafts in walk.drafts[begins:index] if drafts]
        parts = [one for one in told if one.breakdown]
        together = told[-count:] == parts and len({one.indicator for one in parts}) == 1
        if best is None or not together or len({one.breakdown for one in parts}) != count:
            return
        for at, part in enumerate(parts, index):
            walk.drafts[at] = [walk.draft(at, best.indicator, Measure.LEVEL, part.breakdown, best)]
            walk.reasons[at] = None

    def read(self, index: int, items: list[str], whole: Candidate | None) -> None:
        """甲类、乙类分别为64件、38件: each name is a part of the whole that the words or the text tell."""
        names = without_common_noun(items)
        run = self._walk.figures[index : index + len(items)]
        together = sum(figure.number.value for figure in run)
        if whole is not None and items[-1] == whole.matched and items[-1].endswith("案件"):
            whole = None  # 举报投诉案件、行政处罚案件分别为51件、29件 are kinds of what was told before
        if FILED.match(items[-1]):
            names = [FILED.sub(r"\1", f"{item.removesuffix('案卷')}案卷") for item in items]
        elif whole is not None and whole.matched:
            before = (item.removesuffix(whole.matched) or item for item in items[:-1])
            rest = whole.rest if items[-1].startswith(whole.rest) else ""
            names = [*before, rest or items[-1]]
        shared = whole_named(self._walk, index, run[0]) if run[0].role == "share" else None
        for at, name in enumerate(names, index):
            label = name if _OFFICE.fullmatch(name) else part_names.part_label(name)
            self._walk.drafts[at] = self._part(at, label, whole, together, shared)
            if not self._walk.drafts[at]:
                self._walk.reasons[at] = "no_rule"
                if not part_names.OUTCOME.match(label):
                    self._walk.figures[at].left = label  # by which a sum or a division may know it

    def _part(
        self, at: int, label: str, whole: Candidate | None, together: float, shared: Draft | None = None
    ) -> list[Draft]:
        walk = self._walk
        figure = walk.figures[at]
        if not label:
            return []
        if whole is not None:
            return [walk.draft(at, whole.indicator, figure.measure, label, whole)]
        rate = figure.role == "level" and figure.number.unit_class == "percent"
        if rate:
            return self._rate_of_body(at, label)
        mainly = _MAINLY_BY.search(figure.sentence, 0, figure.number.start - figure.sentence_start)
        best = walk.match(figure, mainly[1], "") if mainly else None
        if mainly:
            return [walk.draft(at, best.indicator, figure.measure, label, best)] if best else []
        sued = suits_of_defendants(walk, at)
        base = sued or shared or whole_of_run(walk, at, together)
        if base is None or not (sued or figure.role == "share" or walk.heads.alike(base, figure)):
            return []
        value = signed_value(figure)
        return [replace(base, figure=at, measure=figure.measure, breakdown=label, value=value, score=1)]

    def _rate_of_body(self, at: int, label: str) -> list[Draft]:
        """出庭应诉率97.6%，其中甲局、乙局分别为100%、92.3%: of the last rate that the sentence tells."""
        walk, figure = self._walk, self._walk.figures[at]
        for before in range(at - 1, -1, -1):
            if walk.figures[before].sentence_start != figure.sentence_start:
                return []
            for told in walk.drafts[before][:1]:
                rate = told.measure is Measure.LEVEL and walk.figures[before].number.unit_class == "percent"
                if rate and told.breakdown is None and (is_body(label) or label.endswith("局")):
                    return [replace(told, figure=at, breakdown=label, value=figure.number.value, score=1)]
        return []
