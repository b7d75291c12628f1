"""Names and numbers paired by their order: A、B和C分别为x、y和z; 占比依次为…; 上述四项的同比增幅依次为….

Here belongs runs of figures with nothing but 、和 between them. Single figures are read in
levels.py and comparing.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extraction import scope
from pipelines.extraction.bodies import Bodies
from pipelines.extraction.drafts import Draft, signed_value
from pipelines.extraction.figures import Figure, clean
from pipelines.extraction.rules import Candidate
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.reading import Reading

_SPLITS = (re.compile(r"、|和"), re.compile(r"、|和|以?及(?!时)|与"), re.compile(r"、|以及"))
_LOOK_BACK = 12
_BRACKET, _SEALED = re.compile(r"\([^()]*\)"), "\N{IDEOGRAPHIC ITERATION MARK}"


def _listed(words: str) -> str:
    """案件主要集中在资源、城建、公安等领域: the names of a list without what introduces and closes it."""
    return _CLOSED.sub("", _INTRODUCED.sub("", words))


def _bare(item: str) -> str:
    """废止（失效）, 上访等: a name without its bracket and what else it stands for."""
    return _BRACKET.sub("", _AND_SUCH.sub("", item))


def _outside(split: re.Pattern[str], words: str) -> list[str]:
    """市级、县（市、区）级: the names of a list, of which one may hold a list in its bracket."""
    sealed = _BRACKET.sub(lambda held: held.group().replace("、", _SEALED), words)
    return [item.replace(_SEALED, "、") for item in split.split(sealed)]


def _apart(items: list[str]) -> list[str]:
    """婚姻家庭纠纷、邻里纠纷: the names of parts without the noun that all of them have."""
    for noun in ("纠纷", "案件"):
        if all(item.endswith(noun) and len(item) > len(noun) + 1 for item in items):
            return [item.removesuffix(noun) for item in items]
    return items


_AND_SUCH = re.compile(r"等[^，。；]{0,10}$")
_RANKED = re.compile(
    r"(?P<names>[^，。；\d]{2,40}?)(?P<noun>(?:行政)?(?:处罚|许可|检查|强制|案件|收案|受理|办案)(?:案件)?)(?:数量|总量|数|量)?"
    r"(?:居前|较多|最多|靠前|位居前[一二三四五]|居前[一二三四五]位?)"
)
_RATE_OF_EACH = re.compile(r"^[^、和及]{0,10}率(?:分别|依次)(?:为|达到?|是)?$")
_COUNT = re.compile(r"(?:案件)?(?:数量|数|件数|人数)?")
_INTRODUCED = re.compile(
    r"^.*(?:居前的[^，。；\d]{0,4}是|集中在|分布在|涉及|涵盖|(?:被告|被申请人|案由)(?:以|为|是))"
)
_CLOSED = re.compile(r"(?:等)?(?:[行政管理]{0,4}(?:领域|类型|部门|方面))?(?:为主|居多)?$|等[^，。；]{0,10}$")


class Pairs:
    """Reads runs of figures."""

    def __init__(self, walk: Reading, bodies: Bodies) -> None:
        self._walk, self._bodies = walk, bodies

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
        if first.role == "previous" and not first.noun:
            return False  # 较上年的6起、20件 are of the figures before, whatever stands before those
        phrase = (
            first.label if first.role == "share" else first.noun if first.role == "change" else first.left
        )
        before = walk.text[first.sentence_start : max(first.sentence_start, first.clause_start - 1)]
        for words in (
            _INTRODUCED.sub("", phrase),
            self._names_before(first, before.rpartition("，")[2]),
        ):
            for split in _SPLITS if words else ():
                items = [item for item in _outside(split, words) if item]
                if len(items) == count:
                    return self._named(index, items)
        ranked = _RANKED.fullmatch(before.rpartition("，")[2]) if _COUNT.fullmatch(clean(first.raw)) else None
        if ranked and self._ranked(index, count, ranked):
            return True
        ordered = bool(re.search(r"分别|依次|各为", first.raw)) or not phrase
        loose = first.role == "change" and scope.LOOSE.fullmatch(phrase)
        if ordered and (not phrase or loose or re.search(r"[项者类]的?$|占比|增幅|同比", phrase + first.raw)):
            return self._by_order(index, count)
        if first.number.unit_class == "percent" and _RATE_OF_EACH.search(first.raw):
            walk.reasons[index : index + count] = ["no_rule"] * count  # whose rates these are stands nowhere
            return True
        return False

    def _ranked(self, index: int, count: int, ranked: re.Match[str]) -> bool:
        """公安、城管处罚数量居前，依次为158件、36件: the names of parts before the noun that is counted."""
        names = _outside(_SPLITS[0], ranked["names"])
        whole = self._walk.match(index, self._walk.figures[index], ranked["noun"], "")
        if whole is None or len(names) != count:
            return False
        for at, name in enumerate(names, index):
            self._walk.drafts[at] = self._part(at, scope.part_label(name), whole)
            self._walk.reasons[at] = None if self._walk.drafts[at] else "no_rule"
        return True

    def _names_before(self, first: Figure, clause: str) -> str:
        """主要涉及甲、乙、丙，分别占…: the names that the clause before lists; '' for none."""
        if first.role == "share" and not first.label:
            return _listed(clause) if _INTRODUCED.match(clause) and not re.search(r"\d", clause) else ""
        return _listed(clause) if _COUNT.fullmatch(clean(first.raw)) else ""

    def _named(self, index: int, items: list[str]) -> bool:
        walk = self._walk
        count = len(items)
        first = walk.figures[index]
        right = walk.figures[index + count - 1].right
        spread = first.role != "level"
        own = [
            walk.match(index + at, walk.figures[index + at], item, "", spread=spread)
            or walk.match(index + at, walk.figures[index + at], _bare(item), "", spread=spread)
            for at, item in enumerate(items)
        ]
        whole = walk.match(index, first, items[-1], right, spread=spread)
        walk.reasons[index : index + count] = [None] * count
        matched = [match for match in own if match]
        if len({match.indicator for match in matched}) == count:
            for at, match in enumerate(matched):
                body = self._bodies.of(walk.figures[index + at], match)
                walk.drafts[index + at] = [
                    walk.draft(index + at, match.indicator, first.measure, body, match)
                ]
            return True
        joined = len(matched) == count and all(match.joined for match in matched)
        if joined and first.number.unit_class == "percent":
            self._some(index, own)  # 参考率、合格率分别为…: each is the code's rate, no part of it
            return True
        members = {match.member for match in matched}
        if len(matched) == len(members) == count and None not in members:
            for at, match in enumerate(matched):
                label = match.member
                walk.drafts[index + at] = [
                    walk.draft(index + at, match.indicator, first.measure, label, match)
                ]
            return True
        if len({match.indicator for match in matched}) > 1:
            self._some(index, own)
            return True
        if matched and whole is None and first.number.unit_class == "percent":
            self._some(index, own)
            return True
        names = _apart(items)
        if whole is not None and whole.matched:
            names = [
                *(item.removesuffix(whole.matched) or item for item in items[:-1]),
                whole.rest or items[-1],
            ]
        for at, name in enumerate(names):
            walk.drafts[index + at] = self._part(index + at, scope.part_label(name), whole)
            if not walk.drafts[index + at]:
                walk.reasons[index + at] = "no_rule"
        return True

    def _some(self, index: int, own: list[Candidate | None]) -> None:
        """参考率和优秀率分别是100%和94.1%: a rate that no rule knows leaves the others their values."""
        walk = self._walk
        for at, match in enumerate(own, start=index):
            measure = walk.figures[index].measure
            walk.drafts[at] = [walk.draft(at, match.indicator, measure, None, match)] if match else []
            walk.reasons[at] = None if match else "no_rule"

    def _part(self, at: int, label: str, whole: Candidate | None) -> list[Draft]:
        walk = self._walk
        figure = walk.figures[at]
        if not label:
            return []
        if whole is not None:
            return [walk.draft(at, whole.indicator, figure.measure, label, whole)]
        base = walk.heads.last(at, money=figure.number.unit_class == "money")
        if base is None or (figure.role != "share" and not walk.heads.alike(base, figure)):
            return []
        return [
            replace(
                base, figure=at, measure=figure.measure, breakdown=label, value=figure.number.value, score=1
            )
        ]

    def _speaks_of(self, first: Figure, chosen: list[int]) -> bool:
        """纠纷大幅下降，降幅分别达…: a new sentence with its own subject speaks of no earlier figures."""
        figures = self._walk.figures
        same = all(figures[at].sentence_start == first.sentence_start for at in chosen)
        return same or first.clause_start == first.sentence_start

    def _of_units(self, earlier: list[int], run: Sequence[Figure]) -> list[int]:
        """分别增加29场次和14份: of the figures before, the last of each unit, in the order of the run."""
        units = {self._walk.figures[at].number.unit: at for at in earlier}
        return [units[figure.number.unit] for figure in run if figure.number.unit in units]

    def _of_year_before(self, run: range) -> bool:
        """Whether a run is all of levels of the year before: 较上年的9起、22万元分别增长…."""
        figures = self._walk.figures
        beside = {figures[at].sentence_start for at in (*run, run.stop)}
        return len(beside) == 1 and all(figures[at].role == "previous" for at in run)

    def _changed(self, index: int, before: range) -> None:
        """State the changes of levels of the year before, each of its own."""
        walk = self._walk
        for at, level in enumerate(before, index):
            figure = walk.figures[at]
            walk.drafts[at] = [
                replace(
                    draft,
                    figure=at,
                    measure=figure.measure,
                    value=signed_value(figure),
                    period=str(int(draft.period) + 1),
                )
                for draft in walk.drafts[level]
                if draft.period.isdigit()
            ]
            if not walk.drafts[at]:
                walk.reasons[at] = "no_rule"

    def _by_order(self, index: int, count: int) -> bool:
        """The figures before, as many, in their order: their names hold for this run too."""
        walk = self._walk
        first = walk.figures[index]
        before = range(index - count, index)
        if first.role == "change" and before.start >= 0 and self._of_year_before(before):
            self._changed(index, before)
            return True
        earlier = [
            at
            for at in range(max(0, index - _LOOK_BACK), index)
            if walk.figures[at].paragraph == first.paragraph
            and (
                walk.figures[at].role in ("level", "linked")
                or (first.role == "level" and walk.figures[at].role == "share")
            )
        ]
        run, least = walk.figures[index : index + count], 2
        if first.role == "change" and len({figure.number.unit for figure in run}) == count:
            earlier = self._of_units(earlier, run)
            least = 1
        elif first.role == "change" and first.number.unit_class not in ("percent", "points"):
            counted = [at for at in earlier if walk.figures[at].number.unit == first.number.unit]
            earlier = counted if len(counted) >= count else earlier
        chosen = earlier[-count:]
        if (
            len({walk.figures[at].bracket for at in chosen}) > 1
        ):  # 9起(涉企3起)、28件: the aside is none of them
            chosen = [at for at in earlier if walk.figures[at].bracket == first.bracket][-count:]
        if first.role == "change" and not self._speaks_of(first, chosen):
            return False
        stated = [at for at in chosen if walk.drafts[at]]
        if len(chosen) < count or len(stated) < least:
            return False
        if first.role == "level" and any(walk.drafts[at][0].measure is Measure.LEVEL for at in stated):
            return False
        for offset, at in enumerate(chosen):
            figure = walk.figures[index + offset]
            if not walk.drafts[at]:
                walk.reasons[index + offset] = "no_rule"
                continue
            sign = figure.sign if figure.measure in (Measure.CHANGE_PCT, Measure.CHANGE_ABS) else 1
            walk.drafts[index + offset] = [
                replace(
                    walk.drafts[at][0],
                    figure=index + offset,
                    measure=figure.measure,
                    value=figure.number.value * sign,
                )
            ]
        return True
