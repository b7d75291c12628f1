"""Heads that the opening of a sentence names: 受理的案件中，…; 在受理的86件一审案件中，…; 普通程序案件中，….

Here belongs the search for the figure that such words name. Heads by their place are heads.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.rules.rule import Candidate
from pipelines.extraction.scope.respondents import OF_CASES
from pipelines.extraction.topics.in_force import Topics
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_BASE = re.compile(
    r"^(?:从[^，。；()\d]{2,14}看[，,])?"
    r"(?P<base>[^，。；()]{2,24}?)(?:(?:当?(?<!其)中|里|内)[，,]|(?<=案件|队伍)中(?=[^，。；、\d]{2,24}\d)"
    r"|(?<=案件|申请|纠纷)(?=(?:事项|数量|量|数)?(?:主要|相对|较为|大多|多)*(?:集中|涉及|分布|排名前|位居前|居前|靠前))|(?<=案件)(?=[较比][^。；]{2,40}主要集中在)"
    r"|(?=按[^，。；\d]{1,6}(?:划分|区分|分类?|统计|看)[，,]))"
)
_AS_MANY = 40  # figures before a head that only its number tells, among which its whole may be
_LONGEST_BASE = 44
# ；普通程序中，食品68件; ；缓刑人员里女性31人: behind a semicolon, of a part that has just been told
_SEGMENT = re.compile(r"(?P<base>[^，。；：()\d]{2,14}?)(?:当?(?<!其)中|里)(?:，|(?=[\u4e00-\u9fff]{2}))")
_THESE = re.compile(r"这\d[\d,]*[件起宗人名个](?:当?中|里)")  # 食品类33件，这33件中调解13件
_THOSE = ("", "案件", "人员")  # what may stand behind the name of a part that is told of again

_ALL_OF = re.compile(r"在?(?:全部|所有)的?(纠纷|案件|矛盾纠纷)")
_OF_ALL = re.compile(r"(?:全|我|本)?[县市区州省]?(?:人民)?(?:政府)?")
_OF_ITS_OWN = re.compile(r"[\u4e00-\u9fff]{2,12}?(?:主要)?以[^，。；\d]{2,30}为主")
_RESUMING = re.compile(r"其余|(?:上述|以上|前述)[一二两三四五六七]?[类项者种]")


def list_start(walk: Walk, index: int) -> int:
    """处罚236件。上述两类合计334件。其余为强制31件: where the sentence begins that opened the list."""
    start = walk.figures[index].sentence_start
    while _RESUMING.match(walk.text, start):
        first = bisect_left(walk.starts, start)
        if not first or walk.figures[first - 1].paragraph != walk.figures[index].paragraph:
            break
        start = walk.figures[first - 1].sentence_start
    return start


class NamedHeads:
    """Finds the heads that sentences of a walk name."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._base: tuple[int, Draft | None] = (-1, None)

    def of(self, index: int) -> Draft | None:
        """Return the head that the sentence of a figure names; None for none."""
        walk = self._walk
        figure = walk.figures[index]
        start = list_start(walk, index)
        if start < figure.sentence_start:
            return self.of(bisect_left(walk.starts, start))
        if self._base[0] != figure.sentence_start:
            before = walk.text[figure.sentence_start : figure.number.end]
            match = _BASE.match(before)
            if match is None and len(before) < _LONGEST_BASE:
                # 在受理的|86件一审案件中: the phrase may end behind this figure
                return self._of_segment(figure)
            self._base = (figure.sentence_start, self._of_phrase(index, match) if match else None)
        return self._of_segment(figure) or (None if self._anew(figure) else self._base[1])

    def _anew(self, figure: Figure) -> bool:
        """行政强制中，…；行政确认以婚姻登记为主，办理41件: a segment whose own subject no number follows."""
        text, start, end = self._walk.text, figure.sentence_start, figure.number.start
        segment = text.rfind("；", start, end) + 1
        first = text.find("，", segment, end) if segment else -1
        return first >= 0 and _OF_ITS_OWN.fullmatch(text, segment, first) is not None

    def _of_segment(self, figure: Figure) -> Draft | None:
        """；普通程序中，食品类…; 这33件中…: the part that a segment or clause names, or its count."""
        text, start, end = self._walk.text, figure.sentence_start, figure.number.start
        segment = text.rfind("；", start, end) + 1
        clause = max(segment, text.rfind("，", start, end) + 1)  # 其中缓刑8630人，缓刑当中未成年人164人
        for begins in dict.fromkeys((segment, clause)):
            match = _SEGMENT.match(text, begins, end) if begins else None
            if match:
                return self._part_called(figure, match["base"])
        before = self._walk.text[figure.sentence_start : figure.number.start]
        these = list(_THESE.finditer(before)) if "这" in before else []
        at = bisect_left(self._walk.starts, figure.sentence_start + these[-1].start() + 1) if these else -1
        return next(iter(self._walk.drafts[at]), None) if at >= 0 else None

    def _of_phrase(self, index: int, match: re.Match[str]) -> Draft | None:
        """The whole that a phrase names: 受理的案件中, 在受理的86件一审案件中."""
        figure = self._walk.figures[index]
        phrase, end = match["base"], figure.sentence_start + match.end("base")
        at = bisect_left(self._walk.starts, figure.sentence_start)
        if at < index and self._walk.figures[at].number.end <= end:
            told = self._walk.drafts[at]
            return told[0] if told else self._told_before(at)
        return self._whole(figure, phrase)

    def _told_before(self, at: int) -> Draft | None:
        """新收24件。…在受理的24件案件中: the whole told before that counts as many; None for none."""
        walk, here = self._walk, self._walk.figures[at].number
        for before in range(at - 1, max(-1, at - _AS_MANY), -1):
            number, told = walk.figures[before].number, walk.drafts[before][:1]
            alike = (number.value, number.unit_class) == (here.value, here.unit_class)
            level = bool(told) and told[0].breakdown is None and told[0].measure is Measure.LEVEL
            if alike and level and told[0].indicator.partition(".")[0] in OF_CASES:
                return told[0]
        return None

    def _part_called(self, figure: Figure, phrase: str) -> Draft | None:
        """普通程序1896件。普通程序案件中，涉企507件: the part of the paragraph that the phrase names."""
        walk = self._walk
        for at in range(bisect_left(walk.starts, figure.number.start) - 1, -1, -1):
            if walk.figures[at].paragraph != figure.paragraph:
                return None
            told = walk.drafts[at]
            name = told[0].breakdown or told[0].member if told else None
            called = name and phrase.startswith(name) and (len(name) > 2 or phrase[len(name) :] in _THOSE)
            if called and told[0].measure is Measure.LEVEL:
                return replace(told[0], breakdown=name)
        return None

    def _last_counting(self, figure: Figure, noun: str) -> Draft | None:
        """调处纠纷3578件，…。在全部纠纷中，…: the last whole of the paragraph whose words say the noun."""
        walk = self._walk
        for at in range(bisect_left(walk.starts, figure.number.start) - 1, -1, -1):
            if walk.figures[at].paragraph != figure.paragraph:
                return None
            for told in walk.drafts[at][:1]:
                whole = told.breakdown is None and told.measure is Measure.LEVEL
                if whole and noun in told.matched and not told.indicator.endswith("succeeded"):
                    return told
        return None

    def _whole(self, figure: Figure, phrase: str) -> Draft | None:
        walk = self._walk
        every = _ALL_OF.fullmatch(phrase)
        if every:
            return self._last_counting(figure, every[1])
        found = walk.fitting(figure, phrase.removesuffix("队伍"), "")
        part = self._part_called(figure, phrase)
        if part is not None or not found:
            return part
        told = [drafts[0] for drafts in reversed(walk.drafts) if drafts and _whole_of(drafts[0], found[0])]
        if told:
            # 一审案件较上年的974件减少138件，主要集中在…: parts of this year's count
            return next((whole for whole in told if whole.period == figure.period), told[0])
        return self._untold(figure, phrase, found[0])

    def _untold(self, figure: Figure, phrase: str, named: Candidate) -> Draft | None:
        """The whole that a table tells; or that no figure tells, where the words say what is counted."""
        code = named.indicator
        known = [one for one in self._walk.known if one.indicator == code and one.period == figure.period]
        if known:
            return Draft(-1, code, Measure.LEVEL, known[0].period, None, known[0].value, 1, "")
        alone = phrase.endswith(named.matched) and _OF_ALL.fullmatch(named.rest)
        if not figure.period or not alone or not Topics.within(phrase):
            return None  # 审结的案件中: no word says what cases they are
        return Draft(-1, code, Measure.LEVEL, figure.period, None, inf, 1, "")


def _whole_of(draft: Draft, named: Candidate) -> bool:
    whole = draft.breakdown is None and draft.measure is Measure.LEVEL
    return whole and draft.indicator == named.indicator
