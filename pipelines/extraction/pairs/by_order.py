"""Names and numbers paired by their order: A、B和C分别为x、y和z; 占比依次为…; 上述四项的同比增幅依次为….

Here belongs runs of figures with nothing but 、和 between them. Single figures are read in
levels/level.py, comparisons/earlier.py and comparisons/told_shares.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.lists.names import INTRODUCED, RANKED, SPLITS, bare, listed, taken_apart
from pipelines.extraction.pairs.in_order import InOrder
from pipelines.extraction.pairs.paired_parts import FILED, PairedParts
from pipelines.extraction.pairs.year_runs import YearRuns
from pipelines.extraction.rules.rule import Candidate
from pipelines.extraction.scope import part_names
from pipelines.extraction.scope.bodies import Bodies, is_body
from pipelines.extraction.text.clauses import clean

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_RANKED = re.compile(
    r"(?P<names>[^，。；\d]{2,40}?)(?P<noun>(?:行政)?(?:处罚|许可|检查|强制|案件|收案|受理|办案)(?:案件)?)(?:数量|总量|数|量)?"
    r"(?:居前|较多|最多|靠前|位居前[一二三四五]|居前[一二三四五]位?)"
)
_OF_THOSE = re.compile(r"[项者类](?:数额|数量|数据|指标)?的?$")  # 上述两项
_TOLD_AS = re.compile(r"占比|增幅|同比")
_RATE_OF_EACH = re.compile(r"^[^、和及]{0,10}率(?:分别|依次)(?:为|达到?|是)?$")
_EACH_DONE = re.compile(
    r"，?(?:分别|依次)(?:受理|办理|查处|收案|新收|立案|调解|化解|处罚|审结|办结)(?:案件|纠纷)?"
)
_VERB = re.compile(r"(?:分别|依次|各)(?P<verb>(?:共|累计)?[受办审完调查立][\u4e00-\u9fff])$")
_DEED = re.compile(r"(?:研判|论证|审[查核]|评估|培训|出庭|会议|活动)$")
_SEVERAL = re.compile("[、和与及]")
_SEPARATED = re.compile("[，；]")
_AMONG_EACH = re.compile(r"，?其中[，：]?([^，。；、\d]{2,10}?)(?:分别|各|依次)(?:为|有|是)?")
_IN_ORDER = re.compile("分别|依次")
_TWO_YEARS = re.compile(r"年.*年")
_COUNT = re.compile(r"(?:[两三四五六](?:者|[类项大]))?(?:案件|纠纷)?(?:数量|数|件数|人数)?")


class Pairs:
    """Reads runs of figures."""

    def __init__(self, walk: Walk, bodies: Bodies) -> None:
        self._walk, self._bodies = walk, bodies
        self._in_order, self._year_runs, self._parts = InOrder(walk), YearRuns(walk), PairedParts(walk)

    def run(self, index: int) -> int:
        """Return how many figures follow one another from ``index`` with only 、和 between them."""
        figures = self._walk.figures
        end = index + 1
        while end < len(figures) and figures[end].listed:
            end += 1
        return end - index

    def read(self, index: int, count: int) -> bool:
        """Pair a run with the names before it; False where the names do not number the same."""
        walk = self._walk
        first = walk.figures[index]
        reason = walk.reasons[index] or walk.veto(first)
        if reason:
            walk.reasons[index : index + count] = [reason] * count
            return True
        if first.role in ("previous", "dated") and not first.noun:
            return False  # 较上年的6起、20件 are of the figures before, whatever stands before those
        if first.role == "level" and self._year_runs.read(index, count):
            return True
        phrase = (
            first.label if first.role == "share" else first.noun if first.role == "change" else first.left
        )
        told = walk.text[first.sentence_start : max(first.sentence_start, first.clause_start - 1)]
        before = _SEPARATED.split(told)[-1]
        ranked = _RANKED.fullmatch(before) if _COUNT.fullmatch(clean(first.raw)) else None
        if ranked and self._parts.ranked(index, count, ranked):
            return True
        for words in (
            listed(phrase) if INTRODUCED.match(phrase) or RANKED.match(phrase) else phrase,
            self._names_before(first, before),
        ):
            for split in SPLITS if words else ():
                items = taken_apart(split, words)
                if len(items) == count and "%" not in items[-1]:
                    return self._named(index, items)
        name = _AMONG_EACH.fullmatch(first.raw) if first.role == "level" else None
        if name:
            return self._parts.of_each(index, count, name[1])
        return (
            self._as_run_before(index, count)
            or self._as_told_before(index, count, phrase)
            or self._of_names_unread(index, count)
        )

    def _of_names_unread(self, index: int, count: int) -> bool:
        """甲数和乙额分别上升5%、12%: where the names are not told apart, no figure is of either."""
        first = self._walk.figures[index]
        # 败诉97件，败诉率14.8%，分别下降3.9和2.1个百分点: a count before them falls by no points
        points = first.number.unit_class == "points" and not _TWO_YEARS.search(first.raw)
        unnamed = points and not first.noun
        if first.role != "change" or not _IN_ORDER.search(first.raw):
            return False
        if not unnamed and not _SEVERAL.search(first.noun):
            return False
        self._walk.reasons[index : index + count] = ["no_rule"] * count
        return True

    def read_again(self, index: int, count: int) -> None:
        """Read a run that speaks of figures which have been read since."""
        first = self._walk.figures[index]
        if first.role in ("change", "share"):
            if not first.noun and not first.label and _IN_ORDER.search(first.raw):
                self._in_order.read(index, count)
        elif first.number.unit_class == "percent" and _RATE_OF_EACH.search(first.raw):
            self._parts.rates(index, count)

    def _as_told_before(self, index: int, count: int, phrase: str) -> bool:
        """审结90件、82件，分别增长7%、5%: a run of the figures before it, in their order."""
        first = self._walk.figures[index]
        ordered = bool(re.search(r"分别|依次|各为", first.raw)) or not phrase
        loose = first.role == "change" and part_names.LOOSE.fullmatch(phrase)
        anew = _OF_THOSE.search(phrase) or _TOLD_AS.search(phrase + first.raw)
        shared = first.role == "level" and phrase.startswith("占")  # 占32%、22%和13%，分别为27件、19件和11件
        if ordered and (not phrase or loose or anew or shared):
            return self._in_order.read(index, count)
        if first.number.unit_class == "percent" and _RATE_OF_EACH.search(first.raw):
            reasons = ["no_rule"] * count  # whose rates these are stands nowhere
            self._walk.reasons[index : index + count] = reasons
            return True
        return False

    def _as_run_before(self, index: int, count: int) -> bool:
        """甲县、乙县分别受理3214件和2361件，成功3159件和2319件: another run of the same bodies."""
        walk, first = self._walk, self._walk.figures[index]
        before = walk.drafts[max(0, index - count) : index]
        names = [drafts[0].breakdown for drafts in before if drafts]
        same = walk.figures[index - 1].sentence_start == first.sentence_start if index else False
        # 其中甲类19件、乙类6件，罚款分别为41万元、15万元: other figures of the parts just told
        amounts = first.role == "level" and first.number.unit_class == "money"
        ordered = amounts and _IN_ORDER.search(first.raw) and len(set(names)) == count
        if not same or len(names) != count or not all(name and (ordered or is_body(name)) for name in names):
            return False
        best = walk.match(index, first, first.left, "") if first.left else None
        walk.reasons[index] = None
        if best is None:
            return False
        for at, name in enumerate(names, index):
            walk.drafts[at] = [walk.draft(at, best.indicator, first.measure, name, best)]
            walk.reasons[at] = None
        return True

    def _names_before(self, first: Figure, clause: str) -> str:
        """主要涉及甲、乙、丙，分别占…: the names that the clause before lists; '' for none."""
        if first.role == "share" and not first.label:
            opened = (INTRODUCED.match(clause) or RANKED.match(clause)) and not re.search(r"\d", clause)
            return listed(clause) if opened else ""
        counted = _COUNT.fullmatch(clean(first.raw))
        ranked = _EACH_DONE.fullmatch(first.raw) and INTRODUCED.match(clause) and not re.search(r"\d", clause)
        return listed(clause) if counted or ranked else ""

    def _named(self, index: int, items: list[str]) -> bool:
        walk = self._walk
        count = len(items)
        first = walk.figures[index]
        if first.role == "level" and self._parts.under_head(index, items):
            return True
        right = walk.figures[index + count - 1].right
        spread = first.role != "level"
        own: list[Candidate | None] = [None] * count
        if not FILED.match(items[-1]):  # 行政处罚、行政许可案卷分别120宗和90宗: files of either
            own = self._own(index, items, spread=spread)
        whole = walk.match(index, first, items[-1], right, spread=spread)
        if whole is None and _EACH_DONE.fullmatch(first.raw):
            whole = walk.match(index, first, clean(first.raw), right)
        walk.reasons[index : index + count] = [None] * count
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
            words = (item, bare(item), done, item + common if of and item is not items[-1] else "")
            matches = (walk.match(at, walk.figures[at], one, "", spread=spread) for one in words if one)
            found.append(next((match for match in matches if match), None))
        return found

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
