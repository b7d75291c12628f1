"""What names make of a run of figures: 废止、修改分别为5件、3件 have each a code, 甲类、乙类案件 are parts.

Here belongs whether the names of a run have codes of their own. Of which whole they else are parts is
paired_parts.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.lists.listed import of_others
from pipelines.extraction.lists.names import bare
from pipelines.extraction.lists.under_heads import names_part
from pipelines.extraction.pairs.paired_parts import FILED, PairedParts
from pipelines.extraction.rules.rule import Candidate
from pipelines.extraction.scope.bodies import Bodies
from pipelines.extraction.text import views
from pipelines.extraction.text.clauses import clean

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

EACH_DONE = re.compile(
    r"，?(?:分别|依次)(?:受理|办理|查处|收案|收到|新收|立案|作出|调解|化解|处罚|审结|办结)(?:案件|纠纷)?"
)
_VERB = re.compile(r"(?:分别|依次|各)(?P<verb>(?:共|累计)?[受办审完调查立学][\u4e00-\u9fff])$")
_COUNTED = re.compile("(?:起|件|宗|案件)?数量?$")  # 立案、处罚起数
_DEED = re.compile(r"(?:研判|论证|审[查核]|评估|培训|出庭|会议|活动)$")


class NamedRuns:
    """Reads such runs of a walk."""

    def __init__(self, walk: Walk, bodies: Bodies, parts: PairedParts) -> None:
        self._walk, self._bodies, self._parts = walk, bodies, parts

    def read(self, index: int, items: list[str]) -> bool:
        """State a run of figures by the names, one for each of them, that stand before it."""
        walk = self._walk
        count = len(items)
        first = walk.figures[index]
        if first.role == "level" and self._parts.under_head(index, items):
            return True
        right = walk.figures[index + count - 1].right
        spread = first.role != "level"
        own: list[Candidate | None] = [None] * count
        if not FILED.match(items[-1]):  # 行政处罚、行政许可案卷分别120宗和90宗: files of either
            own = self._kinds_apart(index, self._own(index, items, spread=spread))
        (whole,) = self._kinds_apart(index, [walk.match(first, items[-1], right, spread=spread)])
        if whole is None and EACH_DONE.fullmatch(first.raw):
            whole = walk.match(first, clean(first.raw), right)
        divided = views.among(first.sentence) if whole is None and first.role == "share" else ""
        whole = walk.match(first, divided, "", spread=True) if divided else whole
        amount = whole is not None and indicators()[whole.indicator].kind == "amount"
        whole = None if amount and items[-1].endswith("纠纷") else whole  # 损害赔偿纠纷 is a kind, no money
        matched = [match for match in own if match]
        if self._each(index, count, matched):
            return True
        joined = len(matched) == count and all(match.joined for match in matched)
        rates = first.number.unit_class in ("percent", "points")
        # 参考率、合格率分别为…: each is the code's rate; 废止、修改分别为…: each has a code of its own
        several = len({match.indicator for match in matched}) > 1
        # 调解案件数和涉及金额分别上升5.1%、12.8%: what the last one names whole is none of the others'
        alone = whole is not None and items[-1] == whole.matched and len(matched) == 1
        deeds = first.role == "change" or rates or all(map(_DEED.search, items))
        several = several or (alone and deeds and not items[-1].endswith("案件"))
        if several or (rates and (joined or (matched and whole is None))):
            self._some(index, own)
            return True
        self._parts.read(index, items, whole)
        return True

    def _own(self, index: int, items: list[str], *, spread: bool) -> list[Candidate | None]:
        """The rule of each name, with the verb of all where no noun is told (鉴定、仲裁分别受理)."""
        walk = self._walk
        verb = _VERB.search(walk.figures[index].raw)
        _, of, common = items[-1].rpartition("的")  # 人民调解、行政调解的成功率
        found: list[Candidate | None] = []
        for at, item in enumerate(items, index):
            done = item.removesuffix(verb[0]) + verb["verb"] if verb else ""
            counted = _COUNTED.sub("", item)
            words = (item, bare(item), done, item + common if of and item is not items[-1] else "", counted)
            matches = (walk.match(walk.figures[at], one, "", spread=spread) for one in words if one)
            found.append(next((match for match in matches if match), None))
        others = [match for match in found if match]
        return [
            match or self._alike(at, item, others, spread=spread)
            for at, (item, match) in enumerate(zip(items, found, strict=True), index)
        ]

    def _alike(self, at: int, item: str, others: list[Candidate], *, spread: bool) -> Candidate | None:
        """行政处罚、行政许可分别占14%、42%: of rules that tie the one that counts as the others do."""
        found = self._walk.fitting(self._walk.figures[at], item, "", spread=spread) if others else []
        codes = [match.indicator for match in others]
        best = [one for one in found if one.score == found[0].score]
        if _COUNTED.search(item):  # 处罚件数、罚款金额分别下降12%和9%
            alike = [one for one in best if indicators()[one.indicator].kind == "count"]
        else:
            alike = [one for one in best if _counts_alike(one.indicator, codes)]
        return alike[0] if len(alike) == 1 < len(best) else None

    def _kinds_apart(self, index: int, found: list[Candidate | None]) -> list[Candidate | None]:
        """复议申请58件，主要涉及行政许可、行政处罚，分别为…: what names a kind of the head is no code's."""
        head = self._walk.heads.of(index) if self._walk.figures[index].role == "level" else None
        if head is None:
            return found
        kinds = (match and (names_part(head, match) or of_others(head, match)) for match in found)
        return [None if kind else match for match, kind in zip(found, kinds, strict=True)]

    def _each(self, index: int, count: int, matched: list[Candidate]) -> bool:
        """State a run whose every name has an indicator, or names one of the things an indicator counts."""
        walk, measure = self._walk, self._walk.figures[index].measure
        codes, members = {match.indicator for match in matched}, {match.member for match in matched}
        by_code, by_member = len(codes) == count, len(members) == count and None not in members
        if len(matched) != count or not (by_code or by_member):
            return False
        for at, match in enumerate(matched, index):
            label = self._bodies.of(walk.figures[at], match) if by_code else match.member
            walk.drafts[at] = [walk.draft(at, match.indicator, measure, label, match)]
        return True

    def _some(self, index: int, own: list[Candidate | None]) -> None:
        """参考率和优秀率分别是100%和94.1%: a rate that no rule knows leaves the others their values."""
        walk = self._walk
        for at, match in enumerate(own, start=index):
            measure = walk.figures[index].measure
            walk.drafts[at] = [walk.draft(at, match.indicator, measure, None, match)] if match else []
            walk.reasons[at] = None if match else "no_rule"


def _counts_alike(code: str, others: list[str]) -> bool:
    """Tell whether an indicator is of the domain and the kind of others, and none of them."""
    domain, kind = code.partition(".")[0], indicators()[code].kind
    alike = all(one.partition(".")[0] == domain and indicators()[one].kind == kind for one in others)
    return alike and code not in others
