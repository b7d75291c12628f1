"""From figures to drafts of rows: which indicator each figure states, in the order of the text.

Here belongs the walk over the figures with what has been stated so far (heads, lists, pairs). The single decisions
are in figures.py (measure, period), rules.py (indicator) and scope.py (whole or part).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipelines.extraction import scope
from pipelines.extraction.figures import Figure, clean
from pipelines.extraction.rules import BANNED, Candidate, Phrase, rules
from pipelines.model import Measure

_SPLITS = (re.compile(r"、|和"), re.compile(r"、|和|以?及|与"), re.compile(r"、|以及"))
_SHARED = re.compile(
    r"(?:均|都|各|皆|全部|双双|分别|依次)(?:为|达到?|是|保持|保持在|有|超过|约|须|要|能|到|在|实现|须保持|应|应达到|要达到)*[^\u4e00-\u9fff]*$"
)
_BASE = re.compile(r"^(?P<base>[^，。；]{2,24}?)(?:当?中|里|内)[，,]")


@dataclass(frozen=True, slots=True)
class Draft:
    """A row to be, with the index of its figure and how strong the rule's hold was."""

    figure: int
    indicator: str
    measure: Measure
    period: str
    breakdown: str | None
    value: float
    score: int
    rest: str
    rule: str


class Reading:
    """The walk over the figures of one document."""

    def __init__(self, found: Sequence[Figure], text: str, own_level: str | None) -> None:
        self.figures = found
        self.text = text
        self.own_level = own_level
        self.drafts: list[list[Draft]] = [[] for _ in found]
        self.reasons: list[str | None] = [figure.reason for figure in found]
        self.losers: list[list[Candidate]] = [[] for _ in found]
        self._base: tuple[int, str | None] = (-1, None)

    def read(self) -> None:
        """Assign every figure that can be assigned; the others get a reason."""
        index = 0
        while index < len(self.figures):
            run = self._run(index)
            if run > 1 and self._paired(index, run):
                index += run
                continue
            self._single(index)
            index += 1
        self._summed_lists()

    # one figure -----------------------------------------------------------------------------------------------

    def _single(self, index: int) -> None:
        figure = self.figures[index]
        if self.reasons[index]:
            return
        veto = self._veto(figure)
        if veto:
            self.reasons[index] = veto
            return
        drafts = {
            "level": self._level,
            "linked": self._linked,
            "previous": self._previous,
            "dated": self._dated,
            "change": self._change,
            "share": self._share,
        }[figure.role](index, figure)
        self.drafts[index] = drafts
        if not drafts:
            self.reasons[index] = self.reasons[index] or "no_rule"

    def _veto(self, figure: Figure) -> str | None:
        before = self.text[max(figure.clause_start, figure.number.start - 40) : figure.number.start]
        reason = scope.foreign(before, figure.right)
        if reason:
            return reason
        if self.own_level == "county" and re.search(r"全市(?!统一)|全州", before):
            return "other_body"
        if scope.single_case(figure.sentence[: figure.number.end - figure.sentence_start + 12]):
            return "single_case"
        return None

    def _level(self, index: int, figure: Figure) -> list[Draft]:
        shared = self._shared(index, figure)
        if shared:
            return shared
        head = self._head_of(index)
        best = self._match(index, figure, figure.left, figure.right)
        if self.reasons[index] == "composite":
            return []
        if head is not None and (best is None or best.indicator == self.drafts[head][0].indicator):
            return self._part(index, figure, head, best)
        if best is None:
            return []
        body = scope.sub_body(best.rest[-24:]) or scope.sub_body(
            figure.clause[: max(0, figure.number.start - figure.clause_start - len(figure.left))]
        )
        label = body or scope.qualifier(best.rest[-18:])
        return [self._draft(index, best.indicator, figure.measure, label, best)]

    def _linked(self, index: int, figure: Figure) -> list[Draft]:
        anchor = self.drafts[figure.anchor] if figure.anchor is not None else []
        return [
            replace(draft, figure=index, period=figure.period or "", value=self._value(figure))
            for draft in anchor
            if figure.period
        ]

    def _previous(self, index: int, figure: Figure) -> list[Draft]:
        if figure.noun:
            best = self._match(index, figure, figure.noun, "")
            if best:
                if figure.measure is Measure.SHARE_PCT:
                    return []
                return [self._draft(index, best.indicator, figure.measure, None, best)]
            if figure.measure is Measure.SHARE_PCT:
                return self._share_of_label(
                    index, figure, re.sub(r"(?:的?占比|的?比重|的?比例).*$", "", figure.noun)
                )
            return []
        anchor = self._anchor(index)
        return [self._follow(index, draft) for draft in anchor]

    def _dated(self, index: int, figure: Figure) -> list[Draft]:
        anchor = self._anchor(index)
        return [self._follow(index, draft) for draft in anchor]

    def _change(self, index: int, figure: Figure) -> list[Draft]:
        if figure.noun:
            best = self._match(index, figure, figure.noun, "", change=True)
            if best:
                return [self._draft(index, best.indicator, figure.measure, None, best)]
            if len(figure.noun) > 6 or re.search(r"[案件率数量]$", figure.noun):
                return []
        drafts = []
        for draft in self._anchor(index):
            anchor = self.figures[draft.figure]
            rate = anchor.number.unit_class == "percent"
            if (figure.number.unit_class == "points") != rate or (
                figure.number.unit_class == "percent" and rate
            ):
                continue
            if (
                figure.measure is Measure.CHANGE_ABS
                and not rate
                and anchor.number.unit_class != figure.number.unit_class
            ):
                continue
            if not self._year_before(index, draft):
                continue
            drafts.append(replace(draft, figure=index, measure=figure.measure, value=self._value(figure)))
        return drafts

    def _year_before(self, index: int, head: Draft) -> bool:
        """A change against another year than the one before is no change on the year."""
        before = self.drafts[index - 1] if index else []
        previous = self.figures[index - 1] if index else None
        if previous and previous.role == "previous" and before and head.period.isdigit():
            return before[0].period == str(int(head.period) - 1)
        year = re.search(r"[比较与](20\d\d)年", self.figures[index].raw)
        return not year or not head.period.isdigit() or int(year[1]) == int(head.period) - 1

    def _share(self, index: int, figure: Figure) -> list[Draft]:
        if figure.label and not re.fullmatch(r"[^，。；]{0,2}者?(?:合计)?", figure.label):
            return self._share_of_label(index, figure, figure.label)
        drafts = []
        for draft in self._anchor(index, parts=True):
            drafts.append(
                replace(
                    draft,
                    figure=index,
                    measure=Measure.SHARE_PCT,
                    value=self._value(figure),
                    period=figure.period or draft.period,
                )
            )
        return drafts

    def _share_of_label(self, index: int, figure: Figure, label: str) -> list[Draft]:
        best = self._match(index, figure, label, "", share=True)
        if best and best.rest.strip("、和及其中受理的") == "":
            return [self._draft(index, best.indicator, Measure.SHARE_PCT, None, best)]
        if best:
            return [
                self._draft(
                    index, best.indicator, Measure.SHARE_PCT, scope.part_label(best.rest) or None, best
                )
            ]
        head = self._last_head(index)
        if head is None:
            return []
        base = self.drafts[head][0]
        name = scope.part_label(label)
        return (
            [
                replace(
                    base,
                    figure=index,
                    measure=Measure.SHARE_PCT,
                    breakdown=name,
                    value=self._value(figure),
                    period=figure.period or base.period,
                    score=1,
                )
            ]
            if name
            else []
        )

    # lists and pairs ------------------------------------------------------------------------------------------

    def _run(self, index: int) -> int:
        end = index + 1
        while end < len(self.figures) and self.figures[end].listed:
            end += 1
        return end - index

    def _paired(self, index: int, count: int) -> bool:
        """Pair a run of figures with the names before it by order; False where the names do not number the same."""
        first = self.figures[index]
        if any(self.reasons[index + offset] for offset in range(count)):
            return True
        veto = self._veto(first)
        if veto:
            for offset in range(count):
                self.reasons[index + offset] = veto
            return True
        phrase = (
            first.label if first.role == "share" else first.noun if first.role == "change" else first.left
        )
        for split in _SPLITS if phrase else ():
            items = [item for item in split.split(phrase) if item]
            if len(items) == count:
                return self._named(index, items, phrase)
        ordered = bool(re.search(r"分别|依次|各为", first.raw)) or not phrase
        if ordered and (not phrase or re.search(r"[项者类]的?$|占比|增幅|同比", phrase + first.raw)):
            return self._by_order(index, count)
        return False

    def _named(self, index: int, items: list[str], phrase: str) -> bool:
        last = self.figures[index]
        whole = self._match(index, last, items[-1], self.figures[index + len(items) - 1].right)
        own = [self._match(index + at, self.figures[index + at], item, "") for at, item in enumerate(items)]
        codes = {match.indicator for match in own if match}
        if all(own) and len(codes) == len(items) and last.role == "level":
            for at, match in enumerate(own):
                assert match is not None
                self.drafts[index + at] = [
                    self._draft(index + at, match.indicator, last.measure, None, match)
                ]
            return True
        head = self._last_head(index)
        if whole is None and head is None:
            return False
        names = list(items)
        if whole is not None and whole.matched:
            names[-1] = whole.rest or items[-1]
        for at, name in enumerate(names):
            label = scope.part_label(name)
            if not label:
                continue
            figure = self.figures[index + at]
            if whole is not None:
                self.drafts[index + at] = [
                    self._draft(index + at, whole.indicator, figure.measure, label, whole)
                ]
            elif head is not None and (
                figure.role == "share" or self.figures[head].number.unit_class == figure.number.unit_class
            ):
                base = self.drafts[head][0]
                self.drafts[index + at] = [
                    replace(
                        base,
                        figure=index + at,
                        measure=figure.measure,
                        breakdown=label,
                        value=self._value(figure),
                        score=1,
                    )
                ]
        for at in range(len(items)):
            if not self.drafts[index + at]:
                self.reasons[index + at] = "no_rule"
        return True

    def _by_order(self, index: int, count: int) -> bool:
        """占比依次为… and 上述四项的同比增幅依次为…: the figures before, as many, in their order."""
        first = self.figures[index]
        earlier = [
            at
            for at in range(max(0, index - 12), index)
            if self.drafts[at]
            and self.figures[at].paragraph == first.paragraph
            and (first.role == "level" or self.drafts[at][0].measure is Measure.LEVEL)
        ]
        if len(earlier) < count:
            return False
        chosen = earlier[-count:]
        if first.role == "level" and any(self.drafts[at][0].measure is Measure.LEVEL for at in chosen):
            return False
        for offset, at in enumerate(chosen):
            base = self.drafts[at][0]
            self.drafts[index + offset] = [
                replace(
                    base,
                    figure=index + offset,
                    measure=self.figures[index + offset].measure,
                    value=self._value(self.figures[index + offset]),
                )
            ]
        return True

    def _shared(self, index: int, figure: Figure) -> list[Draft]:
        """审结率、备案率、及时率均达100%: one number, several subjects."""
        phrase = figure.left
        if not _SHARED.search(figure.raw) or not re.search(r"[、和及]", phrase):
            return []
        parts = [part for part in re.split(r"[、，]|和|以?及", phrase) if part]
        drafts = []
        for part in parts:
            best = self._match(index, figure, part, figure.right)
            if best and best.indicator not in {draft.indicator for draft in drafts}:
                drafts.append(self._draft(index, best.indicator, figure.measure, None, best))
        return drafts if len(drafts) == len(parts) else drafts if len(drafts) > 1 else []

    def _head_of(self, index: int) -> int | None:
        """The head figure whose parts are being listed (其中…, a bracket, 受理的案件中…); None outside a list."""
        figure = self.figures[index]
        base = self._named_base(figure)
        if base is not None:
            return base
        before = self.text[figure.sentence_start : figure.number.start]
        if figure.bracket is not None:
            return self._before_bracket(index, figure.bracket)
        opened = max(before.rfind("其中"), before.rfind("包括"))
        if opened < 0 or ("；" in before[opened:] and "其中" not in before[before.rfind("；") :]):
            return None
        at = figure.sentence_start + opened
        heads = [
            i
            for i in range(index)
            if self.figures[i].number.end <= at
            and self.figures[i].paragraph == figure.paragraph
            and self.figures[i].role in ("level", "linked")
        ]
        return heads[-1] if heads and self.drafts[heads[-1]] else None

    def _before_bracket(self, index: int, bracket: int) -> int | None:
        for at in range(index - 1, -1, -1):
            figure = self.figures[at]
            if figure.number.end <= bracket:
                near = bracket - figure.number.end <= 6
                return at if near and self.drafts[at] and figure.role in ("level", "linked") else None
        return None

    def _named_base(self, figure: Figure) -> int | None:
        if self._base[0] == figure.sentence_start:
            code = self._base[1]
        else:
            sentence = self.text[figure.sentence_start : figure.number.start]
            match = _BASE.match(sentence)
            code = None
            if match:
                found = self._candidates(figure, match["base"], "")
                code = found[0].indicator if found else None
            self._base = (figure.sentence_start, code)
        if code is None:
            return None
        heads = [
            at
            for at, drafts in enumerate(self.drafts)
            if drafts
            and drafts[0].indicator == code
            and drafts[0].breakdown is None
            and drafts[0].measure is Measure.LEVEL
        ]
        return heads[-1] if heads else None

    def _part(self, index: int, figure: Figure, head: int, best: Candidate | None) -> list[Draft]:
        base = self.drafts[head][0]
        if (
            self.figures[head].number.unit_class != figure.number.unit_class
            or base.measure is not Measure.LEVEL
        ):
            return []
        label = scope.part_label(best.rest if best and best.rest else figure.left)
        if not label or len(label) > 24:
            return []
        whole = f"{base.breakdown}/{label}" if base.breakdown and figure.bracket is not None else label
        return [
            replace(
                base,
                figure=index,
                breakdown=whole,
                value=self._value(figure),
                score=1,
                period=figure.period or base.period,
            )
        ]

    def _last_head(self, index: int) -> int | None:
        for at in range(index - 1, -1, -1):
            figure = self.figures[at]
            if figure.paragraph != self.figures[index].paragraph:
                return None
            drafts = self.drafts[at]
            if (
                drafts
                and drafts[0].breakdown is None
                and drafts[0].measure is Measure.LEVEL
                and figure.number.unit_class != "percent"
                and figure.role in ("level", "linked")
            ):
                return at
        return None

    def _summed_lists(self) -> None:
        """A list of names whose figures sum to the head before it is the list of its parts, said or not."""
        for head, drafts in enumerate(self.drafts):
            if (
                not drafts
                or drafts[0].breakdown
                or drafts[0].measure is not Measure.LEVEL
                or self.figures[head].number.unit_class in ("percent", "points")
            ):
                continue
            run = []
            total = 0.0
            for at in range(head + 1, min(head + 12, len(self.figures))):
                figure = self.figures[at]
                if (
                    figure.paragraph != self.figures[head].paragraph
                    or figure.role != "level"
                    or figure.number.unit_class != self.figures[head].number.unit_class
                ):
                    continue
                if self.drafts[at] and self.drafts[at][0].indicator != drafts[0].indicator:
                    continue
                if len(self.figures[at].left) > 14 or self.figures[at].sentence_start != self.figures[head].sentence_start and not run:
                    break
                run.append(at)
                total += figure.number.value
                if len(run) > 1 and abs(total - self.figures[head].number.value) < 1e-6:
                    self._state_parts(head, run)
                    break

    def _state_parts(self, head: int, run: list[int]) -> None:
        for at in run:
            label = scope.part_label(self.figures[at].left)
            if (not self.drafts[at] or self.drafts[at][0].breakdown is None) and label and len(label) <= 20:
                base = self.drafts[head][0]
                self.drafts[at] = [
                    replace(
                        base,
                        figure=at,
                        breakdown=label,
                        value=self._value(self.figures[at]),
                        score=1,
                        period=self.figures[at].period or base.period,
                    )
                ]
                self.reasons[at] = None

    # helpers --------------------------------------------------------------------------------------------------

    def _anchor(self, index: int, *, parts: bool = False) -> list[Draft]:
        """The level that a comparison or a share speaks of: the figure before it, past a closed bracket."""
        figure = self.figures[index]
        for at in range(index - 1, -1, -1):
            other = self.figures[at]
            if other.paragraph != figure.paragraph:
                return []
            if other.sentence_start != figure.sentence_start and (
                figure.clause_start != figure.sentence_start or index - at > 1
            ):
                return []
            if other.bracket is not None and figure.bracket is None:
                continue
            if other.role in ("change", "previous", "share", "dated"):
                if self.drafts[at] or other.role != "level":
                    continue
            return self.drafts[at]
        return []

    def _follow(self, index: int, draft: Draft) -> Draft:
        figure = self.figures[index]
        return replace(
            draft,
            figure=index,
            measure=Measure.LEVEL,
            period=figure.period or draft.period,
            value=self._value(figure),
        )

    def _value(self, figure: Figure) -> float:
        return (
            figure.number.value * figure.sign
            if figure.measure in (Measure.CHANGE_ABS, Measure.CHANGE_PCT)
            else figure.number.value
        )

    def _draft(
        self, index: int, indicator: str, measure: Measure, label: str | None, found: Candidate
    ) -> Draft:
        figure = self.figures[index]
        return Draft(
            index,
            indicator,
            measure,
            figure.period or "",
            label,
            self._value(figure),
            found.score,
            found.rest,
            indicator,
        )

    def _match(
        self, index: int, figure: Figure, left: str, right: str, *, change: bool = False, share: bool = False
    ) -> Candidate | None:
        found = self._candidates(figure, left, right, change=change, share=share)
        self.losers[index] = found[1:4]
        if not found:
            return None
        best = found[0]
        if len(found) > 1 and found[1].score == best.score:
            self.reasons[index] = "tie"
            return None
        if best.matched and best.rest.endswith(("、", "和", "及", "与", "或", "（含", "(含")) and not self._may_join(best):
            self.reasons[index] = "composite"
            return None
        return best

    def _may_join(self, best: Candidate) -> bool:
        return any(rule.indicator.code == best.indicator and rule.entry.joined for rule in rules())

    def _candidates(
        self, figure: Figure, left: str, right: str, *, change: bool = False, share: bool = False
    ) -> list[Candidate]:
        unit = figure.number.unit_class
        units = (
            (unit,)
            if not (change or share)
            else ("points",)
            if unit == "points"
            else ("case", "person", "money")
        )
        if unit == "points":
            units = ("percent",)
        best: dict[str, Candidate] = {}
        banned = BANNED.get(figure.topics.section or "", ())
        context = self.text[figure.sentence_start : figure.number.end + 60]
        for unit_class in units:
            phrase = Phrase(clean(left)[-48:], right, figure.clause, context, unit_class, figure.topics)
            for rule in rules():
                candidate = rule.match(phrase)
                if (
                    candidate
                    and rule.indicator.domain not in banned
                    and (candidate.indicator not in best or best[candidate.indicator].score < candidate.score)
                ):
                    best[candidate.indicator] = candidate
        return sorted(best.values(), key=lambda candidate: -candidate.score)
