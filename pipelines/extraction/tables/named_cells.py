"""What the names of a cell's row and column make it state: an indicator, and the part that a name is.

Here belongs which of the two names the indicator and which a part, and what section, caption and the row
above add. Which rule words fit is cell_rules.py, a cell's number, period and measure grid_cells.py.
"""

from __future__ import annotations

import re

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.lists.put_right import FOUND
from pipelines.extraction.quantities.numbers import Number
from pipelines.extraction.rules.rule import Candidate
from pipelines.extraction.scope.instances import INSTANCE_NAMES
from pipelines.extraction.tables.cell_rules import CellRules
from pipelines.extraction.tables.cell_words import CHANGED, GENERIC, SHARE, TOTAL, whole_of_share
from pipelines.extraction.tables.cells import ITEM, SECTION, bare_name, caption_noun
from pipelines.extraction.tables.grids import Grid
from pipelines.model import Measure

# Rows and columns of the national form of reports on disclosure: 规章 are no normative documents, and the
# cases in its last part are brought against the reporting body.
_NORMATIVE = re.compile(r"(?:行政)?规范性文件$")
_NOT_NORMATIVE = re.compile(r"规章$|行政事业性收费$")
_DISCLOSURE_CASES = re.compile(r"结果(?:维持|纠正)|其他结果|尚未审结")
_RESULTS = "办理结果"
_ACT = re.compile(r"行政(?:许可|处罚|检查|强制|复议)$")  # 行政许可办理情况 over 申请（件）
# 行政许可实施数量（件） over 申请数量
_OVER = re.compile(r"(?<=行政[\u4e00-\u9fff]{2})(?:实施)?(?:数量|情况)(?=[\u4e00-\u9fff]{2,6}数量$)")

OPENED = ("其中", "#")  # what opens the name of a row that is part of the row above
# 一审 under 2021年收案: that they came in says of the suits of an instance what their name says already
_CAME_IN = re.compile(r"(?:新)?(?:收案|新收|受案|受理|收件)(?:数量?|件数|量)?")
_CAME_IN_CODES = frozenset(
    {"mediation.cases", "reconsideration.received", "litigation.cases", "legal_aid.cases"}
)
_SHORTEST = 2  # characters of a name that tells a column
_RECTIFIED = re.compile("(?:完成|已)?整改(?:完成)?(?:数|数量)?")
_PERSONS = re.compile(r"人(?:[数次]|员(?:数|总数)?)?$|群众$")  # 受援人 in a table of cases is none of them


Stated = tuple[Candidate | None, str | None]
"""The rule that a cell fits and the part that it is of."""


def _named_thing(header: str, measure: Measure) -> str:
    """立案数同比: what a column of changes is of."""
    head = _OVER.sub("", bare_name(header))
    return head if measure is Measure.LEVEL else CHANGED.sub("", head) or head


class NamedCells:
    """The cells of one table by their names, row by row."""

    def __init__(self, grid: Grid, rules: CellRules) -> None:
        self._section, self._caption, self._rules = grid.section, grid.caption, rules
        self._codes: set[str] = set()
        self._level: Stated | None = None
        self._by_head: dict[str, Stated] = {}
        self._above = ""
        self._label = ""

    def next_row(self, label: str) -> None:
        """Go on to the row that a label names."""
        self._codes, self._level, self._by_head = set(), None, {}
        self._above, self._label = self._label, bare_name(label)

    def told(self, found: Candidate, part: str | None, header: str) -> None:
        """Take note of what a level in the row has turned out to state."""
        self._codes.add(found.indicator)
        self._level = self._by_head[bare_name(header)] = found, part

    def of(self, number: Number, measure: Measure, label: str, header: str) -> Stated:
        """Return the rule and the part that the names of a row and a column give a number."""
        name, head = bare_name(label), _named_thing(header, measure)
        if _DISCLOSURE_CASES.search(header) or _NOT_NORMATIVE.match(name):
            return None, None
        total = bool(TOTAL.match(name))
        own = None if total or self._rules.names_one(name) else self._rules.match(name, number, measure)
        own = own or self._in_section(label, number, total=total)
        by_head = None if GENERIC.match(head) else self._rules.match(head, number, measure)
        compared = None if measure is Measure.LEVEL else self._compared(head, header)
        if compared is not None:
            return compared
        if by_head and not own:
            whole = total or (by_head.indicator.startswith("normative.") and _NORMATIVE.match(name))
            return by_head, None if whole or GENERIC.match(name) or SHARE.search(name) else (name or None)
        if measure is not Measure.LEVEL and self._level is not None and len(self._codes) == 1:
            return self._level
        if own and (GENERIC.match(head) or not by_head):
            if GENERIC.match(head) or measure is not Measure.LEVEL:
                return own, None
            joined = self._rules.match(name + head, number, measure)
            return (
                (joined, None)
                if joined and joined.indicator != own.indicator
                else (own, part if (part := self._column_part(head)) else None)
            )
        if own and by_head:
            return self._of_both(own, by_head, name, self._rules.match(name + head, number, measure))
        stated = self._put_right(head) or self._joined(name, head, number, measure)
        if stated is not None:
            return stated
        found = None if label.startswith(OPENED) else self._by_caption(head, number, measure)
        if found and _PERSONS.search(name) and indicators()[found.indicator].unit not in ("人", "人次"):
            return None, None
        return found, None if found is None or total or GENERIC.match(name) else (name or None)

    def _compared(self, head: str, header: str) -> Stated | None:
        """What a change or a share is of: 行政处罚（件） | 处罚同比, 受理件数 | 占受理总数比例 | 同比增减."""
        if head in self._by_head:
            return self._by_head[head]
        named = whole_of_share(header) or ("" if CHANGED.fullmatch(head) else head)
        if len(named) >= _SHORTEST:
            told = [stated for name, stated in self._by_head.items() if named in name]
            return told[0] if len(told) == 1 else None
        first = next(iter(self._by_head.values()), None)  # what came in changes, not what came of it
        came_in = first is not None and first[0] is not None and first[0].indicator in _CAME_IN_CODES
        domains = {code.partition(".")[0] for code in self._codes}
        return first if came_in and CHANGED.fullmatch(head) and len(domains) == 1 else None

    def _of_both(self, own: Candidate, by_head: Candidate, name: str, joined: Candidate | None) -> Stated:
        """Where a row and a column name a code each: what they say together, or the column's by rows."""
        third = joined and joined.indicator not in (own.indicator, by_head.indicator)
        if joined and joined.indicator == by_head.indicator and name in INSTANCE_NAMES:
            return by_head, joined.part or name  # 一审 | 负责人出庭（件）
        if joined and joined.score >= (by_head.score if third else max(own.score, by_head.score)):
            return joined._replace(rest="") if third else joined, None
        return by_head, name

    def _joined(self, name: str, head: str, number: Number, measure: Measure) -> Stated | None:
        """What the two names say together, or that of the row above with the row's own."""
        total = TOTAL.match(name)
        joined = self._rules.match(name + head, number, measure) if not total and head else None
        joined = joined or (None if total else self._under_row_above(name, number, measure))
        if joined is None:
            return None
        return joined, name if len(name) <= len(joined.rest) else None  # 甲局 says nothing of what it is

    def _put_right(self, head: str) -> Stated | None:
        """完成整改 behind 查出隐患: what was put right of what the same row says was found."""
        found, part = self._level or (None, None)
        if found is None or found.indicator != FOUND or not _RECTIFIED.fullmatch(head):
            return None
        return found._replace(indicator="enforcement.violations_rectified", part=None), part

    def _in_section(self, label: str, number: Number, *, total: bool) -> Candidate | None:
        """（一）予以公开 under 三、本年度办理结果: a name that says what it counts with that of its section.

        属于国家秘密 under （三）不予公开 is a part of that part.
        """
        section, _, item = self._section.partition("(")
        item = "" if ITEM.match(label) else ITEM.sub("", f"({item}" if item else "")
        if not section or SECTION.match(label) or (total and _RESULTS not in section):
            return None  # 四、结转下年度继续办理 has figures of its own
        name = bare_name(ITEM.sub("", label))
        if not item or total:
            return self._rules.match(bare_name(section) + name, number, Measure.LEVEL)
        found = self._rules.match(bare_name(section) + item, number, Measure.LEVEL)
        return found._replace(part=f"{found.part}/{name}") if found and found.part else None

    def _under_row_above(self, name: str, number: Number, measure: Measure) -> Candidate | None:
        """司法所 over 工作人员: a name that says nothing alone, read with that of the row above."""
        above = self._above
        found = self._rules.match(above + name, number, measure) if above else None
        return found if found and len(found.matched) > len(name) else None

    def _by_caption(self, head: str, number: Number, measure: Measure) -> Candidate | None:
        """The rule for what the caption counts, with a column's name or under one that says nothing."""
        counted = caption_noun(self._caption)
        act = _ACT.search(counted) if measure is Measure.LEVEL else None
        of_act = self._rules.match(act[0] + head, number, measure) if act else None
        told = re.sub(r"同期|本期|上年|去年|数$", "", head)  # 新收 in 新收一审行政案件情况表
        if of_act or not (GENERIC.match(head) or (told and told in self._caption)):
            return of_act
        found = self._rules.match(counted, number, measure)
        return found or self._rules.match(counted.removesuffix("案件"), number, measure)

    def _column_part(self, head: str) -> str | None:
        said = GENERIC.match(head) or TOTAL.match(head) or _CAME_IN.fullmatch(head)
        return None if said else head
