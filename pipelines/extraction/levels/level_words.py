"""Which rule a level's words fit: its own, those of a verb along a list, or those of the clause before.

Here belongs the search for the words. Which rule fits them is for scope/fits.py, what the figure then states
for level.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.levels import implied
from pipelines.extraction.levels.behind import Behind
from pipelines.extraction.levels.mere_labels import mere_label
from pipelines.extraction.lists.names import GOES_ON
from pipelines.extraction.lists.under_heads import names_part
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.rules.rule import Candidate
from pipelines.extraction.text import views
from pipelines.extraction.text.clauses import clean, without_count

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_FREQUENT = re.compile(
    r"每(?!月一[法课讲题案])(?![^，。；]*\d[^，。；]*全年)(?:个?月|季度?|半年|周|日|两年|一季度|个?(?:行政)?村|个?社区|个?乡镇|个?镇街|个县(?:\(市、区\))?|个?司法所|个?点|个?[\u4e00-\u9fff]{0,4}(?:单位|部门)(?:至少)?|[十百千]?[万千百]名?(?:常住)?(?:人口|人|居民))(?![^，。；]*、开展)[^，。；]*$"
    r"|每年(?:化解|调解|调处|受理|办理|接待)[^，。；\d]{0,12}$"
    r"|每[\u4e00-\u9fff]{1,4}(?:选派|选聘|指派|选配)[^，。；\d]{0,2}$"
)
_FILED = re.compile("(?:全年|共|累计)*(?:新收|收案|新发)")
_ALL = re.compile(r"(?:全[区县市州]|年度内|总数|合计)?")
_ASIDE = re.compile(r"\((?![县市区镇乡街道居社、]+\))[^()]*\)")
_COUNTING_ASIDE = re.compile(r"\([^()]*\d[^()]*\)")
_YEAR_WITHIN = re.compile(r"(?<=[\u4e00-\u9fff]{4})(?:上年度?|去年|今年|本年度?)(?:为$|达$|则|共|仍)?")
_KINDS = re.compile("类型|类别|种类|领域|事项|案由|内容")
_WAS_DONE = re.compile("(?:全年|全[市县区州]|累计|共)")  # 从执法领域看，全年作出行政处罚86件
_YEAR_FIRST = re.compile(r"^(?:上年度?|去年|今年|本年度?)(?:同期)?(?=[\u4e00-\u9fff]{4})")
_DEED = re.compile(r"(行政(?:处罚|许可|检查|强制|复议|诉讼|调解))(?:案件)?(?:实施|办理)?(?:情况|数据)?")
_VERB_LAST = re.compile(r"(?:作出|办理|实施|开展|受理|收到|办结)$")
_DONE_BEHIND = re.compile(
    r"(?:先后|共|累计)*(?:开展|举办|组织|举行|召开|进行|实施|安排|完成|搞|做|办|开)(?:满|成|到)?$"
)
_LEAST_NOUN = 4  # characters: 培训 alone names too much
_VERB_LENGTH = 2
_TO = re.compile("^对|[，；]对|将")  # 对拟签订的合同进行合法性审查，全年96件
_NOUN_AFTER = re.compile(r"[\u4e00-\u9fff]{2}")


class LevelWords:
    """Finds the rules for the levels of a walk."""

    def __init__(self, walk: Walk) -> None:
        self._walk, self._behind = walk, Behind(walk)
        self._taken = (-1, 0)
        self._spoken: dict[tuple[int, str], Candidate] = {}

    def best(self, index: int, figure: Figure, base: Draft | None) -> Candidate | None:
        """Return the rule for a level, by its own words or by those that it leaves to the clause before."""
        best = self._walk.own_match(index, figure, self._own_words(index, figure), figure.right)
        if best is not None and best.used:
            self._taken = (index, figure.number.end + best.used)
        if self._walk.reasons[index]:
            return None
        if best is not None and _TO.search(best.rest):
            best = self._first(figure, implied.deeds(figure.left)) or best
        best = best or self._counted(figure) or self._told_elsewhere(index, figure, base)
        if base is None:
            best = self._behind.read(figure, best)
        if _FREQUENT.search(self._walk.text, figure.clause_start, figure.number.start):
            if best:
                self._spoken[index, figure.number.unit_class] = best
            self._walk.reasons[index] = "frequency"
            return None
        head = base or self._divided(index, figure)
        if best is None or self._goes_on(index, figure, best):
            return best
        part = names_part(head, best, figure.left) or mere_label(figure, best)
        return None if part else best

    def _goes_on(self, index: int, figure: Figure, best: Candidate) -> bool:
        """从执法领域看，全年作出行政处罚86件、行政许可12件: whether a figure is told along with a whole."""
        told = self._walk.drafts[index - 1][:1] if figure.raw[:1] == "、" else []
        domain = indicators()[best.indicator].domain
        return bool(told) and told[0].breakdown is None and indicators()[told[0].indicator].domain == domain

    def _told_elsewhere(self, index: int, figure: Figure, base: Draft | None) -> Candidate | None:
        """The rule for words that a figure shares with those around it: a verb, a noun, a bracket's."""
        if _ALL.fullmatch(clean(figure.raw)) and (index - 1, figure.number.unit_class) in self._spoken:
            return self._spoken[index - 1, figure.number.unit_class]  # 每月至少1场，全年不少于12场
        if base is not None:
            return self._with_verb_before(index, figure) if self._left_list(index, base) else None
        return (
            self._without_asides(figure)
            or self._without_verb(figure)
            or self._with_verb_before(index, figure)
            or self._of_clause_before(figure)
            or self._of_deed_viewed(figure)
            or self._first(figure, implied.labelled(self._walk.text, figure))
        )

    def _counted(self, figure: Figure) -> Candidate | None:
        """旁听庭审次数为6次: the noun without the word that it is counted."""
        for words in without_count(figure.left):
            found = self._walk.match(figure, words, figure.right)
            if found is not None:
                return found
        return None

    def _left_list(self, index: int, base: Draft) -> bool:
        """其中邻里91件，防止民转刑案件2起、群体性上访3起: whether the figure before was no part."""
        before = self._walk.drafts[index - 1][:1] if index else []
        return bool(before) and before[0].indicator != base.indicator

    def _divided(self, index: int, figure: Figure) -> Draft | None:
        """收案879件。从案件类型看，行政确认案件7件: what the kinds that a sentence looks at are kinds of."""
        kinds = not _WAS_DONE.match(figure.raw) and _KINDS.search(views.opening(figure.sentence)[0])
        return self._walk.heads.opened(index, figure.sentence_start) if kinds else None

    def _of_deed_viewed(self, figure: Figure) -> Candidate | None:
        """从行政处罚情况看，甲局作出386件；乙局作出215件: of the deed that the sentence looks at."""
        deed = _DEED.fullmatch(views.opening(figure.sentence)[0]) if _VERB_LAST.search(figure.left) else None
        return self._walk.match(figure, figure.left + deed[1], figure.right) if deed else None

    def _without_asides(self, figure: Figure) -> Candidate | None:
        """作出行政处罚(处理)决定11件; 对5件文件(政府3件)进行审核: the words around a bracket are one."""
        left, right = figure.left, figure.right
        if "(" in left or "(" in right:
            left, right = _ASIDE.sub("", left), _COUNTING_ASIDE.sub("", right)
        if "年" in left:
            left = _YEAR_WITHIN.sub("", _YEAR_FIRST.sub("", left))  # 专题培训班上年举办5期
        if (left, right) == (figure.left, figure.right):
            return None
        found = self._walk.match(figure, left, right)
        return found._replace(used=0) if found and (left != figure.left or found.used) else None

    def _without_verb(self, figure: Figure) -> Candidate | None:
        """法治宣传活动搞186场: the verb behind a noun says only that it was done."""
        words = _DONE_BEHIND.sub("", figure.left)
        if words == figure.left or len(words) < _LEAST_NOUN:
            return None
        return self._walk.match(figure, words, figure.right)

    def _own_words(self, index: int, figure: Figure) -> str:
        """4次中心组学习、10次常务会学法: a noun that the number before has taken is used up.

        14个司法所现有62人: not for a number that counts other things.
        """
        counted = self._walk.figures[index - 1] if index and figure.bracket is not None else None
        beside = counted is not None and counted.number.end == figure.bracket == figure.number.start - 1
        if counted is not None and beside and figure.number.unit_class == "money":
            return counted.left  # 行政给付6.8万件（2.31亿元）
        before, until = self._taken
        start = figure.number.start - len(figure.raw)
        if before != index - 1 or not start < until <= figure.number.start:
            return figure.left
        rest = clean(self._walk.text[until : figure.number.start])
        alike = self._walk.figures[before].number.unit_class == figure.number.unit_class
        return rest if rest or alike else figure.left

    def _with_verb_before(self, index: int, figure: Figure) -> Candidate | None:
        """防止民转刑案件11起、群体性上访23起: along a list the verb holds, the noun is its own."""
        at = self._past_persons(index)
        before = self._walk.drafts[at] if at >= 0 else []
        if not before or not before[0].matched or figure.raw[:1] not in GOES_ON or not figure.left:
            return None
        if self._walk.figures[at].paragraph != figure.paragraph:
            return None
        found = self._walk.match(figure, before[0].matched[:_VERB_LENGTH] + figure.left, figure.right)
        return found if found and len(found.matched) > len(figure.left) else None

    def _past_persons(self, index: int) -> int:
        """防止自杀2件3人、民转刑14件: the figure before, past the persons whom it is told with."""
        last = self._walk.figures[index - 1] if index > 1 else None
        beside = last is not None and not last.raw and last.number.unit_class == "person"
        return index - 2 if beside and not self._walk.drafts[index - 1] else index - 1

    def _of_clause_before(self, figure: Figure) -> Candidate | None:
        """会前学法坚持一会一法，累计开展12次: a verb alone takes its noun from the clause before."""
        if not figure.left and _NOUN_AFTER.match(figure.right):
            return None  # …目录制度，4个部门的…: the noun behind is its own
        if figure.before and re.search(r"\d", figure.before):
            return None
        if _FILED.fullmatch(figure.left) and figure.before.endswith(("案件", "申请")):
            return self._walk.match(figure, figure.before, "")  # 行政诉讼案件，新收153件
        return self._first(figure, implied.sources(self._walk.text, figure))

    def _first(self, figure: Figure, sources: Iterable[tuple[str, int]]) -> Candidate | None:
        """The rule for the first of the words that takes more of them than it must."""
        for words, more in sources:
            found = self._walk.match(figure, words, figure.right)
            if found is not None and len(found.matched) > more:
                return found
        return None
