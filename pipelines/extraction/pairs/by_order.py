"""Names and numbers paired by their order: A、B和C分别为x、y和z; 占比依次为…; 上述四项的同比增幅依次为….

Here belongs which names a run of figures with nothing but 、和 between them is of. What the names make of
them is named_runs.py and paired_parts.py. Single figures are read in
levels/level.py, comparisons/earlier.py and comparisons/told_shares.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.lists.names import INTRODUCED, RANKED, as_many, listed
from pipelines.extraction.pairs.in_order import InOrder
from pipelines.extraction.pairs.named_runs import EACH_DONE, NamedRuns
from pipelines.extraction.pairs.paired_parts import PairedParts
from pipelines.extraction.pairs.quarters import Quarters
from pipelines.extraction.pairs.year_runs import YearRuns
from pipelines.extraction.scope import part_names
from pipelines.extraction.scope.bodies import Bodies
from pipelines.extraction.scope.body_names import is_body
from pipelines.extraction.text.clauses import clean

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_RANKED = re.compile(
    r"(?P<names>[^，。；\d]{2,40}?)(?:[两三四五六七八](?:个|大)(?:重点)?(?:领域|方面|部门|行业|单位))?(?P<noun>(?:行政)?(?:处罚|许可|检查|强制|案件|收案|受理|办案|办件|收件|申请)(?:案件)?)(?:数量|总量|数|量)?"
    r"(?:居前|较多|最[多大]|靠前|位居前[一二三四五]|居前[一二三四五]位?)"
)
# 公安、税务部门的出庭率较高，分别为81.2%、78.9%
_RATED = re.compile(
    r"(?P<names>[^，。；\d]{2,40}?)(?:等)?(?:部门|机关|单位)?的(?P<noun>[^，。；、\d]{2,10}率)(?:均|都)?(?:较|相对|偏)[高低好]"
)
_EACH = re.compile("，?(?:分别|依次)(?:为|是|有)?")
_OF_THOSE = re.compile(r"[项者类](?:数额|数量|数据|指标)?的?$")  # 上述两项
_TOLD_AS = re.compile(r"占比|增幅|同比")
_RATE_OF_EACH = re.compile(r"^[^、和及]{0,10}率(?:分别|依次)(?:为|达到?|是)?$")
_SEVERAL = re.compile("[、和与及]")
_SEPARATED = re.compile("[，；]")
_AMONG_EACH = re.compile(r"，?其中[，：]?([^，。；、\d]{2,10}?)(?:分别|各|依次)(?:为|有|是)?")
_THEIR_SHARES = re.compile(r"[，；]?[两三四五六七八](?:者|[项类])(?:分别|依次)占")
_IN_ORDER = re.compile("分别|依次")
_TWO_YEARS = re.compile(r"年.*年")
# 食品、特种设备、知识产权三个领域分别查处31件、12件、8件
_EACH_FIELD = re.compile(
    r"(?:[两三四五六七八九十](?:个|大)?(?:领域|方面|部门|行业|单位))?(?:分别|依次)(?:查处|查办|办理|立案|受理|新收)(?:案件)?$"
)
# 行政处罚居前三位的县公安局、县市场监管局分别作出…: the names behind their rank
_RANKED_NAMES = re.compile(
    r"^[^，。；、]{2,12}(?:居前|排名前|位居前|列前)[两一二三四五]位的(?=[\u4e00-\u9fff])"
)
_COUNT = re.compile(r"(?:[两三四五六](?:者|[类项大]))?(?:案件|纠纷)?(?:数量|数|件数|人数)?")


def _ranked(before: str, first: Figure) -> re.Match[str] | None:
    """甲、乙处罚居前，分别为98件、86件; 甲、乙的出庭率较高，分别为…: whose ranks the words tell."""
    rated = first.number.unit_class == "percent"
    return _RANKED.fullmatch(before) or (_RATED.fullmatch(before) if rated else None)


class Pairs:
    """Reads runs of figures."""

    def __init__(self, walk: Walk, bodies: Bodies) -> None:
        self._walk = walk
        self._in_order, self._year_runs, self._parts = InOrder(walk), YearRuns(walk), PairedParts(walk)
        self._quarters = Quarters(walk)
        self._named = NamedRuns(walk, bodies, self._parts)

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
        if reason == "composite" and _IN_ORDER.search(first.raw):
            reason = walk.reasons[index] = None  # 三者分别为38件、22件、17件: each of its own
        if reason:
            walk.reasons[index : index + count] = [reason] * count
            return True
        if first.role in ("previous", "dated") and not first.noun:
            return False  # 较上年的6起、20件 are of the figures before, whatever stands before those
        if first.role == "level" and (
            self._year_runs.read(index, count) or self._quarters.read(index, count)
        ):
            return True
        told = walk.text[first.sentence_start : max(first.sentence_start, first.clause_start - 1)]
        before = _SEPARATED.split(told)[-1]
        counted = _COUNT.fullmatch(clean(first.raw)) or EACH_DONE.fullmatch(first.raw)
        ranked = _ranked(before, first) if counted else None
        if ranked and self._parts.ranked(index, count, ranked):
            return True
        phrase = _EACH_FIELD.sub("", _phrase(first))
        items = as_many(count, phrase, self._names_before(first, before))
        if items is not None:
            return self._named.read(index, items)
        name = _AMONG_EACH.fullmatch(first.raw) if first.role == "level" else None
        if name:
            self._parts.of_each(index, count, name[1])
            return True
        return (
            self._as_run_before(index, count)
            or self._as_told_before(index, count, phrase)
            or self._of_names_unread(index, count)
        )

    def _of_names_unread(self, index: int, count: int) -> bool:
        """甲数和乙额分别上升5%、12%: where the names are not told apart, no figure is of either."""
        first = self._walk.figures[index]
        if first.role == "share" and not first.label and _THEIR_SHARES.match(first.raw):
            self._walk.reasons[index : index + count] = ["no_rule"] * count
            return True  # 三者分别占73.3%、9.2%、17.5%, where not all of the three are known
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
        # 占32%、22%和13%，分别为27件、19件和11件; 维持占43%，驳回占13%，分别为218件、65件
        shares = index > 0 and self._walk.figures[index - 1].role == "share" and _EACH.fullmatch(first.raw)
        shared = first.role == "level" and (phrase.startswith("占") or shares)
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
        best = walk.match(first, first.left, "") if first.left else None
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
        named = EACH_DONE.fullmatch(first.raw) and _RANKED_NAMES.match(clause)
        if named:
            return clause[named.end() :]
        ranked = EACH_DONE.fullmatch(first.raw) and INTRODUCED.match(clause) and not re.search(r"\d", clause)
        return listed(clause) if counted or ranked else ""


def _phrase(first: Figure) -> str:
    """The words of a run's first figure that may name things."""
    if first.role == "share":
        return first.label
    return first.noun if first.role in ("change", "previous") else first.left
