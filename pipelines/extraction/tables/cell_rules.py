"""Which rule the words of a cell fit: by the topics of its table, whatever the unit of a change or a share.

Here belongs the one question to the rules. Which words of headers, labels and caption ask it is told
by grid_cells.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.quantities.numbers import Number
from pipelines.extraction.rules.matching import candidates
from pipelines.extraction.rules.rule import BANNED, COORDINATE, Candidate, Phrase
from pipelines.extraction.tables.grids import Grid
from pipelines.extraction.tables.sheets import Sheet
from pipelines.extraction.text.clauses import clean, without_count
from pipelines.extraction.topics.in_force import Topics, TopicsInForce
from pipelines.model import Comparator, Measure

_LEFT_OVER = 6  # characters of a header or label that its rule may leave unread
_SHARE_OF = re.compile(
    r"占(?:全[市县区])?(?:新)?([^，。；]{2,10}?)(?:(?:总数|总量|数量|数|量)?的?(?:比例|比重)|(?<=新收|受理|收案|审结|结案))$"
)
_KINDS = re.compile("(?:纠纷|诉求|信访|案件)?(?:类别|类型|种类)")
_SUED = re.compile("撤诉|胜诉|败诉|(?<!表)[一二]审|判决|裁定|诉讼|应诉")
_DOMAINS = {"mediation": "mediation.", "administrative_mediation": "mediation.", "petition": "petition."}
# 附：主要业务指标对照表 stands under no heading of the text.
_OF_ITS_OWN = re.compile(r"^附|指标(?:对照|完成|安排|一览|情况)?表")
_OUTCOME = re.compile(r"(?:维持|驳回|终止|撤销|变更|确认违法|责令履行)(?:决定|案件)?$")
_COUNT_ALONE = re.compile("总?(?:[件宗次人份户家]|人员)?(?:数量?|总数)")
_SEVERAL = 3
_SHORTEST_KIND = 2  # characters
_REVIEWED = re.compile(r"^(?:决定)?(?:维持|驳回)")
_LABELS_READ = 200  # characters of a table's labels that tell its topics
_COUNTED_IN = ("case", "person", "money")  # what a change or a share may be of
COUNTED = Number(0, 0, 0.0, "件", "case", Comparator.EQUAL)

_Around = tuple[list[str], str | None, str | None]
"""The topics near a table, its section and its subject."""


class CellRules:
    """The rules as one table asks them."""

    def __init__(self, grid: Grid, sheet: Sheet, text: str, topics: Topics) -> None:
        self._grid, self._sheet, self._text, self._topics = grid, sheet, text, topics
        self._caption = grid.caption
        self._of_table = self._around()
        self._ruled = self._topics.subject_of(grid.section)  # 咨询解答 under 二、基层法律服务
        near, *_ = self._around(by_names=False)
        self._reviews = self._of_outcomes() and not self._of_suits()
        self._only = _DOMAINS.get(near[0]) if near and self._of_kinds() else None

    def match(self, phrase: str, number: Number, measure: Measure) -> Candidate | None:
        """Return the best rule for the words of a cell with a number; None for none or a tie."""
        words = (phrase, *without_count(clean(phrase)))
        found = (self._match(one, number, measure, self._of_table) for one in words)
        return next((rule for rule in found if rule), None)

    def _match(self, phrase: str, number: Number, measure: Measure, around: _Around) -> Candidate | None:
        phrase = clean(phrase)
        if not phrase:
            return None
        unit = number.unit_class or "bare"
        units: tuple[str, ...] = (unit,) if measure is Measure.LEVEL else _COUNTED_IN
        if measure in (Measure.CHANGE_ABS, Measure.SHARE_PCT):
            units = (*_COUNTED_IN, "percent")
        best: dict[str, Candidate] = {}
        in_force = self._in_force(phrase, around)
        for unit_class in units:
            for found in candidates(
                Phrase(phrase, "", self._caption + phrase, number.unit, unit_class, in_force)
            ):
                if found.indicator not in best or best[found.indicator].score < found.score:
                    best[found.indicator] = found
        ranked = sorted(best.values(), key=lambda candidate: -candidate.score)
        ranked = self._chosen(ranked, unit)
        if not ranked:
            return None
        if COORDINATE.search(ranked[0].rest) and not ranked[0].joined:
            return None
        rest = ranked[0].rest
        if rest and _COUNT_ALONE.fullmatch(ranked[0].matched):
            return None  # 社区矫正对象人数 is no count of lawyers, whom the table tells of too
        return ranked[0] if len(rest) <= _LEFT_OVER or self._topics.subject_of(rest) else None

    def _chosen(self, ranked: list[Candidate], unit: str) -> list[Candidate]:
        """Those of the rules, best first, that the table as a whole lets stand; none for a tie."""
        counted = [found for found in ranked if indicators()[found.indicator].kind != "amount"]
        ranked = counted if unit == "bare" and counted else ranked  # 行政征收 without a unit is no money
        ranked = [found for found in ranked if found.indicator.partition(".")[0] == self._ruled] or ranked
        if self._only:  # 合同 among the kinds of disputes is none of the contracts reviewed
            ranked = [found for found in ranked if found.indicator.startswith(self._only)]
        if self._reviews:
            ranked = [found for found in ranked if found.indicator.startswith("reconsideration.")] or ranked
        if len(ranked) > 1 and ranked[0].score == ranked[1].score:
            ranked = self._among_outcomes(ranked)
        return ranked

    def _among_outcomes(self, ranked: list[Candidate]) -> list[Candidate]:
        """维持 27, 驳回 9, 调解 5: among what becomes of reviews, 调解 is one more of them; else a tie."""
        tied = [found for found in ranked if found.score == ranked[0].score]
        reviews = [found for found in tied if found.indicator.startswith("reconsideration.")]
        beside = any(_REVIEWED.search(name) for name in (*self._sheet.headers, *self._labels()))
        return reviews if beside and len(reviews) == 1 else []

    def names_one(self, label: str) -> bool:
        """临河公证处 under 公证处: whether a label names one of what the first column lists."""
        kind = self._sheet.headers[0] if self._sheet.headers else ""
        return len(label) > len(kind) >= _SHORTEST_KIND and label.endswith(kind)

    def shared(self, name: str) -> str | None:
        """Return the indicator of what is shared (占新受理数比例); None for other names."""
        told = _SHARE_OF.match(name)
        if told is None:
            return None
        # 行政处罚 and 政府信息公开 may head columns of what is shared: no topics of what it is counted in
        arounds = (self._around(by_names=False) if apart else self._of_table for apart in (False, True))
        found = (self._match(told[1], COUNTED, Measure.LEVEL, around) for around in arounds)
        return next((one.indicator for one in found if one), None)

    def _labels(self) -> Iterator[str]:
        first = self._sheet.first
        return (row[first].text for row in self._sheet.body if len(row) > first)

    def _around(self, *, by_names: bool = True) -> _Around:
        """The topics of the table whatever the cell, the nearest first, its section and its subject."""
        names = ("".join(self._sheet.headers), "".join(self._labels())[:_LABELS_READ])
        near = [
            topic
            for words in (self._caption, *(names if by_names else ()))
            for topic in self._topics.within(words)
        ]
        above = self._grid.start - 2
        if not self._text.startswith("：", above):  # …统计如下： what is told of goes on in the table
            above = self._grid.caption_start
        outside = self._topics.at(above)
        captioned = self._topics.within(self._caption)
        if self._of_outcomes() and "litigation" not in near:
            near.insert(0, "reconsideration")
        # 行政调解 told of above a table of 人民调解 is not what its 受理 is
        beside = [topic for topic in outside.near if topic != "administrative_mediation" or not captioned]
        near += [*beside, *([outside.section] if outside.section else [])]
        titled = [topic for topic in self._topics.within(self._caption) if topic in BANNED]
        subject = self._topics.subject_of(self._caption) or (None if captioned else outside.subject)
        section = None if _OF_ITS_OWN.search(self._caption) else outside.section
        return near, titled[0] if titled else section, subject

    def _of_suits(self) -> bool:
        """撤诉, 胜诉, 一审: names that only law suits have."""
        return any(_SUED.search(name) for name in (*self._sheet.headers, *self._labels(), self._caption))

    def _of_kinds(self) -> bool:
        """类别, 纠纷类型: whether the rows of the table are named by kinds."""
        return any(_KINDS.fullmatch(header) for header in self._sheet.headers[:1])

    def _of_outcomes(self) -> bool:
        """维持, 驳回, 终止, 撤销: what reviews end in, named side by side."""
        names = (*self._sheet.headers, *self._labels())
        return sum(bool(_OUTCOME.match(name)) for name in names) >= _SEVERAL

    def _in_force(self, phrase: str, around: _Around) -> TopicsInForce:
        near, section, subject = around
        # 法律援助案件 is no 法律顾问's, whatever else the table tells
        named = self._topics.subject_of(phrase)
        local = frozenset((named,)) if named else frozenset()
        return TopicsInForce(
            tuple(dict.fromkeys([*self._topics.within(phrase), *near])), subject, section, local=local
        )
