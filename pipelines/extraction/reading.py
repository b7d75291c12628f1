"""From figures to drafts of rows: which indicator each figure states, in the order of the text.

Here belongs the walk over the figures with what has been stated so far. The single decisions are elsewhere:
measure
and period in figures.py, the indicator in matching.py, heads of lists in heads.py, pairs by order in
pairs.py,
whole or part in scope.py, sums in arithmetic.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipelines.catalogue.indicators import indicators
from pipelines.extraction import scope
from pipelines.extraction.arithmetic import Known, Sums
from pipelines.extraction.comparing import Comparisons
from pipelines.extraction.drafts import Draft, signed_value
from pipelines.extraction.figures import Figure, clean
from pipelines.extraction.heads import Heads
from pipelines.extraction.matching import candidates
from pipelines.extraction.pairs import Pairs
from pipelines.extraction.rules import BANNED, COORDINATE, Candidate, Phrase
from pipelines.model import Measure

_SHARED = re.compile(
    r"(?:均|都|各|皆|全部|双双)(?:为|达到?|是|保持|保持在|有|超过|约|须|要|能|到|在|实现|须保持|应|应达到|要达到)*[^\u4e00-\u9fff]*$"
)
_RATES = re.compile(r"率(?=[、和及]|$)")
_SUBJECTS = re.compile(r"[、，]|和|以?及(?!时)")
_FREQUENT = re.compile(
    r"每(?:个?月|季度?|半年|周|日|两年|一季度|个?(?:行政)?村|个?社区|个?乡镇|个?镇街|个?司法所|个?单位)[^，。；]*$"
)
_DONE = re.compile(r"办理|作出|做出|实施|查处|下达|立案|开展|办结|决定|完成|处理")
_ALL = re.compile(r"(?:全[区县市州]|年度内|总数)?")
_BARE_VERB = re.compile(
    r"(?:累计|共|先后|全年|年内)*(?:开展|组织|举办|举行|进行|完成|实施|安排|召开|提供|办)?"
)
_AGENTS = frozenset({"counsel", "lawyer", "grassroots_legal", "community_counsel", "legal_aid"})
_OF_RESPONDENTS = frozenset(
    {
        "reconsideration.as_respondent",
        "reconsideration.litigated_after",
        "reconsideration.litigated_after_rate",
    }
)
_CONTEXT = 60
_OF_THE_YEAR = re.compile(r"(?:受理|新收|收到|收案|办理)?")
_MEAN = re.compile(
    r"(?:人均|[日月年户]均|平均每)[^，。；\d]{0,6}$|平均(?:仅|只|不足|约)?有?$|平均[^，。；\d]{1,8}(?:仅|只|不足)有?$"
)
_VERB_LENGTH = 2
# Under such a head in a list 其中… the nouns of these domains name parts.
_LABELS = {
    "disclosure": ("enforcement", "normative", "decision", "service"),
    "service": ("enforcement",),
    "petition": ("mediation", "enforcement"),
}
_RANKED = re.compile(
    r"(?P<noun>.{2,40}?(?:较多|最多|较少|最少|居前|靠前|前[一二三四五]位?名?)的?[^，。；：]{0,6}(?:是|为|有)：?)"
)
_RANKS = re.compile(r"(?:数量)?(?:较多|最多|较少|最少|居前|靠前|前[一二三四五]位?名?).*$")
_NAME_BEFORE_BRACKET = re.compile(r"(?:是|为|有|、|，|；|：|和)([\u4e00-\u9fff]{2,12}?)$")
_AGAINST_US = re.compile(r"以我[局委办院厅]为被申请人|不服我[局委办]")
_OF_ALL = re.compile(r"全[市县区省州]|共|行政机关")
_IN_LIST = re.compile(r"其中[，：]?[^，。；]{2,24}$|其中[^。；]{0,40}\d[^，。；]{0,4}、[^，。；]{2,24}$")
_KIND = 12  # characters of 危险废物经营 in 其中…、危险废物经营许可4件
_NOUN_AFTER = re.compile(r"[\u4e00-\u9fff]{2}")
_CENTRE = re.compile(r"争议(?:协调|调解|多元)?(?:化解|调解)中心[^。；]{0,40}$")
_OWN_LEVEL = re.compile(r"(?:公布|梳理|调整后|现有)?[县区市旗](?:政府)?本?级")
_LOWER = re.compile(r"[乡镇村]|社区|街道")
_JOINED = re.compile(r"([\u4e00-\u9fff()]{1,8})[、和及]")
_SUBJECT = re.compile(
    r"((?:国家|省|市|县|区)级(?=[“\"民规示])|[\u4e00-\u9fff]{1,6}?(?:\([\u4e00-\u9fff、]+\))?)"
    r"(?=党政|主要|负责|班子|党委|党组|进行|开展|全部|完成|被|获|创建|入选|命名|的|纳入|为|[“\"民规示]|[，。；]|$)"
)
_POINT = re.compile(r"^[一二三四五六七八九十]是")
_AMONG = re.compile(r"^其中[，：]?")
_FIELD = re.compile(
    r"在((?!加|聚焦|围绕|突出|重点|行政许可|行政处罚|行政执法)[\u4e00-\u9fff]{2,8}领域)(?![、和及])"
)
_FIELD_OF_ENFORCEMENT = re.compile(
    r"((?!.{0,8}(?:行政|执法|法治|依法|复议|诉讼|审批|服务|制度|队伍|规范))[\u4e00-\u9fff]{2,12}?)"
    r"(?:安全)?(?:监管|保护)?(?:方面|领域)[，：]"
)
# A bureau that settles disputes of its own field does no people's mediation.
_MEDIATED = frozenset({"mediation.cases", "mediation.succeeded", "mediation.success_rate"})
_MEDIATORS = re.compile(r"人民调解|调委会|调解委员会")
_ACTS = frozenset(f"enforcement.{act}" for act in ("penalties", "licences", "coercions", "inspections"))
_ALL_BODIES = re.compile(r"及各|及其|各级|各部门|行政机关")
_OF_CASES = frozenset({"reconsideration", "litigation", "mediation", "legal_service"})
_NEW_ACT = re.compile(
    r"^(?!.*(?:类|领域)$)(?:打造|建设|建立|建成|创建|设立|成立|培育|培养|举办|开展|组织|下发|下达|制发|印发|制定|发放|培训|命名)"
)
_INSTANCE = re.compile(r"(?:一审|二审|再审)(?=(?:行政)?(?:诉讼)?(?:新收)?(?:行政)?案件|情况|审理)")
_ENDED = frozenset({"litigation.concluded", "litigation.pending", "litigation.conclusion_rate"})
_INSTANCES = frozenset({"litigation.first_instance", "litigation.second_instance", "litigation.retrials"})


class Reading:
    """The walk over the figures of one document."""

    def __init__(
        self,
        found: Sequence[Figure],
        text: str,
        superior: str | None,
        known: Sequence[Known] = (),
        *,
        body: str | None = None,
        reviews: bool = True,
        mediates: bool = True,
        lowest: bool = False,
    ) -> None:
        """``superior``: what the text calls the region above. ``lowest``: no counties stand below it."""
        self.figures = found
        self.starts = [figure.number.start for figure in found]
        self.text = text
        self.known = known
        self.reviews = reviews
        self.mediates = mediates
        self._lowest = lowest
        self.body = body
        self._above = re.compile(rf"{superior}(?!统一)|全州") if superior else None
        self.drafts: list[list[Draft]] = [[] for _ in found]
        self.reasons: list[str | None] = [figure.reason for figure in found]
        self.losers: list[list[Candidate]] = [[] for _ in found]
        self.heads = Heads(self)
        self._pairs = Pairs(self)
        self._comparisons = Comparisons(self)
        self._taken = (-1, 0)
        self._spoken: dict[int, Candidate] = {}
        self._held = (-1, "", "")
        self._wholes: set[str] = set()
        self._at = range(0)
        self._first_ends: dict[tuple[re.Pattern[str], int], int | None] = {}

    def read(self) -> None:
        """Assign every figure that can be assigned; the others get a reason."""
        index = 0
        while index < len(self.figures):
            count = self._pairs.run(index)
            self._at = range(index, index + count)
            if count < 2 or not self._pairs.read(index, count):
                self._single(index)
                count = 1
            self._wholes.update(draft.indicator for draft in self._wholes_of(index, index + count))
            index += count
        Sums(self.figures, self.drafts, self.reasons, self.known).settle()

    def wholes(self) -> list[Known]:
        """Return the wholes that the sentences state."""
        return [
            Known(draft.indicator, draft.period, draft.value)
            for draft in self._wholes_of(0, len(self.drafts))
        ]

    def _wholes_of(self, first: int, end: int) -> Iterator[Draft]:
        for drafts in self.drafts[first:end]:
            for draft in drafts:
                if draft.breakdown is None and draft.measure is Measure.LEVEL:
                    yield draft

    def _single(self, index: int) -> None:
        figure = self.figures[index]
        if self.reasons[index]:
            return
        self.reasons[index] = self.veto(figure)
        if self.reasons[index]:
            return
        readers = {
            "level": self._level,
            "linked": self._comparisons.linked,
            "previous": self._comparisons.previous,
            "dated": self._comparisons.dated,
            "goal": self._comparisons.dated,
            "change": self._comparisons.change,
            "share": self._comparisons.share,
        }
        self.drafts[index] = readers[figure.role](index, figure)
        if not self.drafts[index]:
            self.reasons[index] = self.reasons[index] or "no_rule"

    def veto(self, figure: Figure) -> str | None:
        """Return why a figure states nothing of the reporting body whatever its words: None where it may."""
        before = self.text[max(figure.clause_start, figure.number.start - 40) : figure.number.start]
        reason = scope.foreign(before, figure.right)
        if reason:
            return reason
        if self._above and self._above.search(before):
            return "other_body"
        if figure.number.unit_class not in ("hours", "percent") and _MEAN.search(before):
            return "benchmark"
        upto = figure.number.end - figure.sentence_start + 12
        return "single_case" if scope.single_case(figure.sentence[:upto]) else None

    # levels
    # ---------------------------------------------------------------------------------------------------

    def _level(self, index: int, figure: Figure) -> list[Draft]:
        shared = self._shared(index, figure)
        if shared:
            return shared
        ranked = self._ranked(index, figure)
        if ranked:
            return ranked
        base = self.heads.of(index)
        best = self._best(index, figure, base)
        if self.reasons[index]:
            return []
        body = self._body_of_sentence(figure, best)
        if best is not None and body:
            return [self.draft(index, best.indicator, figure.measure, body, best)]
        if base is not None and (best is None or best.indicator == base.indicator):
            return self._part(index, figure, base, best)
        if best is None:
            return []
        coordinate = self._coordinate(index, figure, best)
        if coordinate:
            return coordinate
        companion = self._companion(index, figure, best) if base is not None else None
        if base is not None and base.breakdown and _same_domain(base.indicator, best.indicator):
            companion = base.breakdown
        if companion:
            return [self.draft(index, best.indicator, figure.measure, companion, best)]
        return [self.draft(index, best.indicator, figure.measure, self.label(figure, best), best)]

    def _ranked(self, index: int, figure: Figure) -> list[Draft]:
        """收案较多的是甲市(118件)、乙市(97件): names with their figures in brackets, under one noun."""
        if figure.bracket is None or figure.number.start != figure.bracket + 1:
            return []
        before = self.text[figure.sentence_start : figure.bracket]
        listed = _RANKED.match(before)
        name = _NAME_BEFORE_BRACKET.search(before)
        if not listed or not name or not self.text.startswith(")", figure.number.end):
            return []
        found = self.match(index, figure, clean(_RANKS.sub("", listed["noun"])), "")
        return [self.draft(index, found.indicator, figure.measure, name[1], found)] if found else []

    def _best(self, index: int, figure: Figure, base: Draft | None) -> Candidate | None:
        """The rule for a level: by its own words, or by those that it leaves to the clause before."""
        best = self.match(index, figure, self._own_words(index, figure), figure.right)
        if best is not None and best.used:
            self._taken = (index, figure.number.end + best.used)
        if self.reasons[index]:
            return None
        if best is None and _ALL.fullmatch(clean(figure.raw)) and index - 1 in self._spoken:
            best = self._spoken[index - 1]  # 每月至少1场，全年不少于12场
        if best is None and base is None:
            best = self._with_verb_before(index, figure) or self._of_clause_before(index, figure)
        if _FREQUENT.search(figure.clause[: max(0, figure.number.start - figure.clause_start)]):
            if best:
                self._spoken[index] = best
            self.reasons[index] = "frequency"
            return None
        if best is not None and (_named_by(base, best) or self._mere_label(figure, best)):
            return None
        return best

    def _mere_label(self, figure: Figure, best: Candidate) -> bool:
        """按复议事项分：行政处罚124件: where cases are reviewed, an act names what they are about."""
        if (
            indicators()[best.indicator].domain != "enforcement"
            or _DONE.search(best.matched)
            or not best.matched
        ):
            return False
        around = [topic for topic in figure.topics.near if topic not in ("acts", "enforcement")]
        return bool(around) and around[0] in BANNED

    def _own_words(self, index: int, figure: Figure) -> str:
        """4次中心组学习、10次常务会学法: a noun that the number before has taken is used up."""
        before, until = self._taken
        start = figure.number.start - len(figure.raw)
        if before != index - 1 or not start < until <= figure.number.start:
            return figure.left
        return clean(self.text[until : figure.number.start]) or figure.left

    def _with_verb_before(self, index: int, figure: Figure) -> Candidate | None:
        """防止民转刑案件11起、群体性上访23起: along a list the verb holds, the noun is its own."""
        before = self.drafts[index - 1] if index else []
        if not before or not before[0].matched or not re.match(r"[、和及]", figure.raw) or not figure.left:
            return None
        if self.figures[index - 1].paragraph != figure.paragraph:
            return None
        found = self.match(index, figure, before[0].matched[:_VERB_LENGTH] + figure.left, figure.right)
        self.reasons[index] = None
        return found if found and len(found.matched) > len(figure.left) else None

    def _of_clause_before(self, index: int, figure: Figure) -> Candidate | None:
        """会前学法坚持一会一法，累计开展12次: a verb alone takes its noun from the clause before."""
        if not figure.left and _NOUN_AFTER.match(figure.right):
            return None  # …目录制度，4个部门的…: the noun behind is its own
        if not _BARE_VERB.fullmatch(figure.left) or not figure.before or re.search(r"\d", figure.before):
            return None
        return self.match(index, figure, figure.before, figure.right)

    def _companion(self, index: int, figure: Figure, best: Candidate) -> str | None:
        """其中简易程序5214件，罚款21万元: a second figure of a part, of a code whose whole stands before."""
        before = self.figures[index - 1] if index else None
        part = self.drafts[index - 1][0] if before and self.drafts[index - 1] else None
        if before is None or part is None or part.breakdown is None or part.indicator == best.indicator:
            return None
        between = self.text[before.number.end : figure.number.start]
        if re.search(r"[；。]", between) or before.number.unit_class == figure.number.unit_class:
            return None
        stated = any(
            drafts and drafts[0].indicator == best.indicator and drafts[0].breakdown is None
            for at, drafts in enumerate(self.drafts[:index])
            if self.figures[at].paragraph == figure.paragraph
        )
        return part.breakdown if stated else None

    def _coordinate(self, index: int, figure: Figure, best: Candidate) -> list[Draft]:
        """20个乡镇、36个部门述法: what is said of both is a part of each, as no figure tells their sum."""
        before = self.figures[index - 1] if index else None
        if before is None or {before.number.unit_class, figure.number.unit_class} - {"piece", "entity"}:
            return []
        joined = _JOINED.fullmatch(self.text, before.number.end, figure.number.start)
        named = _SUBJECT.match(figure.right)
        told = self.drafts[index - 1]
        alike = not told or (told[0].indicator == best.indicator and told[0].breakdown is None)
        if not (joined and named and alike and (best.used or told)) or before.role != "level":
            return []
        if not told and self.reasons[index - 1] != "no_rule":
            return []
        self.drafts[index - 1] = [self.draft(index - 1, best.indicator, figure.measure, joined[1], best)]
        self.reasons[index - 1] = None
        return [self.draft(index, best.indicator, figure.measure, named[1], best)]

    def label(self, figure: Figure, best: Candidate) -> str | None:
        """The part that the words beside the rule's own restrict a figure to; None for the whole."""
        before = self.text[figure.sentence_start : figure.number.start]
        upto = max(0, len(before) - len(figure.left))
        body = (
            scope.sub_body(best.rest[-24:], self.body)
            or scope.sub_body(before[:upto][-30:], self.body)
            or scope.sub_body(before[:16], self.body)
        )
        before_noun = scope.part_label(best.rest) if not best.matched and len(best.rest) <= 8 else ""
        named = (
            before_noun
            if re.fullmatch(r"[^两三各全]{1,6}(?:级|类|型|存量|增量)|存量|增量", before_noun)
            else None
        )
        listed = indicators()[best.indicator].domain == "enforcement" and _IN_LIST.search(before)
        kind = scope.part_label(best.rest) if listed and best.matched and len(best.rest) <= _KIND else ""
        return (
            body
            or self._restricted(figure, best)
            or named
            or scope.qualifier(best.rest[-18:])
            or kind
            or None
        )

    def _restricted(self, figure: Figure, best: Candidate) -> str | None:
        """全市新收涉企行政复议案件164件，纠错23件: a class of cases holds to the end of its sentence."""
        domain = indicators()[best.indicator].domain
        if best.indicator == "enforcement.inspections":
            return "涉企" if "涉企" in figure.raw else None
        if domain not in _OF_CASES:
            return None
        found = scope.restriction(figure.raw)
        named = scope.respondent(figure.raw) if not found and domain == "litigation" else None
        if named and not _ALL_BODIES.search(named):
            if not self._stated(best.indicator):
                return named if named.endswith("政府") else None
            found = named
        if found:
            self._held = (figure.sentence_start, domain, found)
        elif _OF_ALL.search(figure.raw):
            self._held = (-1, "", "")
        elif self._held[:2] == (figure.sentence_start, domain):
            found = self._held[2]
        return found

    def _instance(self, figure: Figure, indicator: str) -> str | None:
        """一审审结655件: what is told of each instance is a part where it is told of two."""
        if not indicator.startswith("litigation.") or indicator in _INSTANCES:
            return None
        named = _INSTANCE.findall(figure.heading)
        if indicator in _ENDED:
            named += _INSTANCE.findall(self.text, figure.sentence_start, figure.number.start)
        return named[-1] if named else None

    def _body_of_sentence(self, figure: Figure, best: Candidate | None) -> str | None:
        """其中，市政府本级受理…，审结…: the body that opens a sentence holds to its end."""
        opening = self.text[figure.sentence_start : min(figure.number.start, figure.sentence_start + 16)]
        opening = _POINT.sub("", opening)
        field = _FIELD.match(opening)
        if best is not None and indicators()[best.indicator].domain == "enforcement":
            field = field or _FIELD_OF_ENFORCEMENT.match(opening)
        return field[1] if field else scope.sub_body(_AMONG.sub("", opening), self.body)

    def _part(self, index: int, figure: Figure, base: Draft, best: Candidate | None) -> list[Draft]:
        if base.measure is not Measure.LEVEL or not self.heads.alike(base, figure):
            return []
        label = self._part_name(index, figure, base, best)
        if _OF_THE_YEAR.fullmatch(label) and figure.period and figure.period != base.period:
            return [
                replace(base, figure=index, breakdown=None, value=signed_value(figure), period=figure.period)
            ]
        if figure.number.unit_class == "percent" and not scope.restricts(label):
            return []
        outcome = best is None and base.indicator != "litigation.lost" and scope.OUTCOME.search(label)
        if not label or len(label) > 24 or outcome or (best is None and _NEW_ACT.match(figure.left)):
            return []
        whole = f"{base.breakdown}/{label}" if base.breakdown and figure.bracket is not None else label
        return [
            replace(
                base,
                figure=index,
                breakdown=whole,
                value=signed_value(figure),
                score=1,
                period=figure.period or base.period,
            )
        ]

    def _part_name(self, index: int, figure: Figure, base: Draft, best: Candidate | None) -> str:
        """What the words name: the kind that the rule counts, what it left over, or the part told before."""
        if best is None:
            return scope.part_label(figure.left)
        named = best.member or scope.part_label(best.rest)
        if named or not best.matched:
            return named or scope.part_label(figure.left)
        for at in range(index - 1, -1, -1):
            before, drafts = self.figures[at], self.drafts[at]
            if re.search(r"[；。]", self.text[before.number.end : figure.number.start]):
                break
            if drafts and drafts[0].indicator == base.indicator:
                break
            if before.bracket is None and drafts and drafts[0].breakdown:
                return drafts[0].breakdown
        return scope.part_label(figure.left)

    def _shared(self, index: int, figure: Figure) -> list[Draft]:
        """审结率、备案率、及时率均达100%: one number, several subjects."""
        rates = figure.number.unit_class == "percent" and len(_RATES.findall(figure.left)) > 1
        if not (rates or _SHARED.search(figure.raw)) or not re.search(r"[、和及]", figure.left):
            return []
        parts = [part for part in _SUBJECTS.split(figure.left) if part]
        drafts: list[Draft] = []
        for part in parts:
            best = self.match(index, figure, part, figure.right)
            self.reasons[index] = None
            if best and best.indicator not in {draft.indicator for draft in drafts}:
                drafts.append(self.draft(index, best.indicator, figure.measure, None, best))
        return drafts if len(parts) > 1 else []

    # rules
    # ----------------------------------------------------------------------------------------------------

    def draft(
        self, index: int, indicator: str, measure: Measure, label: str | None, found: Candidate
    ) -> Draft:
        """Return the draft of a figure for the rule found."""
        figure = self.figures[index]
        return Draft(
            index,
            indicator,
            measure,
            figure.period or "",
            None if self._own_level(index, label, indicator) else label,
            signed_value(figure),
            found.score,
            found.rest,
            indicator,
            found.matched,
            found.member or self._instance(figure, indicator),
        )

    def _stated(self, indicator: str) -> bool:
        """Tell whether a whole of the indicator stands before, or in the run that is being read."""
        here = self._wholes_of(self._at.start, self._at.stop)
        return indicator in self._wholes or any(draft.indicator == indicator for draft in here)

    def _own_level(self, index: int, label: str | None, indicator: str) -> bool:
        """县本级收到42件: in a county's report its own figure, unless one of all bodies stands before."""
        if not self._lowest or not label or not _OWN_LEVEL.fullmatch(label):
            return False
        listed = not label.endswith("本级") and _LOWER.search(self.figures[index].sentence)
        return not listed and not self._stated(indicator)

    def match(
        self, index: int, figure: Figure, left: str, right: str, *, spread: bool = False
    ) -> Candidate | None:
        """Return the best rule for words beside a figure; None for none, a tie or a composite."""
        found = self.fitting(figure, left, right, spread=spread)
        self.losers[index] = found[1:4]
        if not found:
            return None
        best = found[0]
        if len(found) > 1 and found[1].score == best.score:
            self.reasons[index] = "tie"
            return None
        if best.matched and COORDINATE.search(best.rest) and not best.joined:
            self.reasons[index] = "composite"
            return None
        return best

    def fitting(self, figure: Figure, left: str, right: str, *, spread: bool = False) -> list[Candidate]:
        """Return the rules that fit, best first. ``spread``: the noun has another unit than the figure."""
        unit = figure.number.unit_class
        units: tuple[str, ...] = ("case", "person", "money") if spread else (unit,)
        if unit == "points":
            units = ("percent",)
        first = max(figure.paragraph, figure.sentence_start - _CONTEXT)
        context = self.text[first : figure.number.end + _CONTEXT]
        best: dict[str, Candidate] = {}
        for unit_class in units:
            phrase = Phrase(clean(left)[-48:], right, context, figure.number.unit, unit_class, figure.topics)
            for candidate in candidates(phrase):
                if self._under_review(figure, candidate.indicator) or _agents_case(figure, candidate):
                    continue
                if candidate.indicator not in best or best[candidate.indicator].score < candidate.score:
                    best[candidate.indicator] = candidate
        return sorted(best.values(), key=lambda candidate: (-candidate.score, candidate.indicator))

    def _under_review(self, figure: Figure, indicator: str) -> bool:
        """A body whose acts are reviewed decides no reconsiderations: the outcomes are not its figures."""
        before = self.text[figure.sentence_start : figure.number.start]
        if figure.topics.subject == "dispute_centre" or _CENTRE.search(before):
            return indicator.startswith(("reconsideration.", "mediation."))
        if indicator in _MEDIATED and not self.mediates:
            return not (_MEDIATORS.search(figure.heading) or self._told(_MEDIATORS, figure, figure.end))
        if not indicator.startswith("reconsideration.") or indicator in _OF_RESPONDENTS:
            return False
        if not self.reviews:
            return True
        return self._told(_AGAINST_US, figure, figure.number.start)

    def _told(self, words: re.Pattern[str], figure: Figure, end: int) -> bool:
        """Tell whether the words stand in the paragraph of a figure before ``end``; each is searched once."""
        key = words, figure.paragraph
        if key not in self._first_ends:
            last = self.text.find("\n", figure.paragraph)
            found = words.search(self.text, figure.paragraph, last if last >= 0 else len(self.text))
            self._first_ends[key] = found.end() if found else None
        first = self._first_ends[key]
        return first is not None and first <= end


def _agents_case(figure: Figure, found: Candidate) -> bool:
    """法律顾问…代理行政诉讼案件25件: what agents handle is not what the government was sued for."""
    return (
        found.indicator.startswith("litigation.")
        and figure.topics.subject in _AGENTS
        and "代理" in figure.clause
    )


def _same_domain(one: str, other: str) -> bool:
    return one.partition(".")[0] == other.partition(".")[0]


def _named_by(base: Draft | None, best: Candidate) -> bool:
    """行政复议申请83件，其中行政处罚类41件: under such a head the other domains' nouns name parts."""
    if base is None:
        return False
    if base.indicator == "enforcement.case_files_reviewed":
        return best.indicator in _ACTS
    if base.indicator == "counsel.advisers":
        return best.indicator.startswith("lawyer.")
    head, _, _ = base.indicator.partition(".")
    return indicators()[best.indicator].domain in (*BANNED.get(head, ()), *_LABELS.get(head, ()))
