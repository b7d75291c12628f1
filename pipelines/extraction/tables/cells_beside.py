"""What stands beside cells whose sum has told them: their other years, shares and totals.

Here belongs what is told of a cell by its place beside another. Which cells a sum tells is table_sums.py;
years and changes beside levels that their names tell are cell_years.py.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pipelines.extraction.rules.drafts import Known
from pipelines.extraction.tables.cell_words import TOTAL, whole_of_share
from pipelines.extraction.tables.cells import CellRow
from pipelines.model import Measure

Place = tuple[int, int, int]
"""Table, row and column of a cell."""

_LEAST = 10  # smaller figures agree by chance
_LEAST_PARTS = 3
_CLOSE = 0.02  # by which wholes made of rounded shares may differ
_FEW = 2  # of so many cells one may have been read for another code by its name
YEAR_ALONE = re.compile(
    r"(?:(?:19|20)\d\d年度?|[上去]年|同期|同比|比上年|较上年|增[减长幅速]|变化|升降|幅度|[(%)±]|数量?|情况|率)*"
)


def same_things(cells: Sequence[CellRow], restated: dict[Place, CellRow]) -> dict[Place, CellRow]:
    """Return 2022年 and 同比 beside 2023年, whose sum is known: its parts in another year, their change."""
    first: dict[tuple[int, str], CellRow] = {}
    for place in sorted(restated):
        lead = restated[place]
        if lead.breakdown:
            first.setdefault((place[0], lead.breakdown), lead)
    found: dict[Place, CellRow] = {}
    for given in cells:
        cell = restated.get(given.place, given)
        part = first.get((cell.place[0], cell.head)) or first.get((cell.place[0], cell.label))
        if part is None or cell.place == part.place or cell.indicator == part.indicator:
            continue
        another = (cell.period, cell.measure) != (part.period, Measure.LEVEL) and counts_alike(cell, part)
        by_head = part.breakdown == cell.head
        other, of_part = (cell.label, part.label) if by_head else (cell.head, part.head)
        named = cell.indicator is None or (cell.place in restated and cell.breakdown == part.breakdown)
        if (
            named
            and another
            and cell.measure is not Measure.SHARE_PCT
            and (YEAR_ALONE.fullmatch(other) or other == of_part)
        ):
            found[cell.place] = replace(cell, indicator=part.indicator, breakdown=part.breakdown, reason=None)
    return found


def totals_of_rows(cells: Sequence[CellRow], restated: dict[Place, CellRow]) -> dict[Place, CellRow]:
    """Return 合计 of another year and its change as what the total of its row is, if none is named."""
    wholes = [cell for cell in restated.values() if not cell.breakdown]
    rows: dict[tuple[int, ...], list[CellRow]] = defaultdict(list)
    columns: dict[tuple[int, ...], list[CellRow]] = defaultdict(list)
    for whole in wholes:
        if TOTAL.match(whole.label):
            rows[whole.place[:2]].append(whole)
        if TOTAL.match(whole.head):
            columns[whole.place[::2]].append(whole)
    found: dict[Place, CellRow] = {}
    for cell in cells:
        if cell.place in restated or cell.indicator is not None or cell.measure is Measure.SHARE_PCT:
            continue
        for total in (*rows[cell.place[:2]], *columns[cell.place[::2]]):
            another = (cell.period, cell.measure) != (total.period, Measure.LEVEL)
            if another and counts_alike(cell, total):
                found[cell.place] = replace(cell, indicator=total.indicator, breakdown=None, reason=None)
                break
    return found


def counts_alike(cell: CellRow, other: CellRow) -> bool:
    """Tell whether two cells may be of one thing: what is counted in cases is no money."""
    classes = {cell.number.unit_class, other.number.unit_class}
    return cell.measure is not Measure.LEVEL or len(classes) == 1 or "bare" in classes


def shares(cells: Sequence[CellRow], restated: dict[Place, CellRow]) -> dict[Place, CellRow]:
    """Return 占比 beside or under the parts: the share of the part of the same name."""
    named: dict[tuple[int, str], CellRow] = {}
    in_row: dict[tuple[int, int], list[CellRow]] = defaultdict(list)
    for part in restated.values():
        if part.breakdown:
            named[part.place[0], part.breakdown] = part
            in_row[part.place[:2]].append(part)
    found: dict[Place, CellRow] = {}
    for cell in cells:
        if cell.place in restated or cell.measure is not Measure.SHARE_PCT:
            continue
        before = [part for part in in_row[cell.place[:2]] if part.place < cell.place]
        whole = whole_of_share(cell.head)
        told = [part for part in before if whole and whole in part.head]
        nearest = max(told or before, key=lambda part: part.place, default=None)
        if nearest and nearest.breakdown == cell.label and nearest.measure is Measure.LEVEL:
            # 一审案件 | 占比 | 应出庭 | 负责人出庭: of the column right before
            same: CellRow | None = nearest
        else:
            same = named.get((cell.place[0], cell.head)) or named.get((cell.place[0], cell.label))
        if same:
            found[cell.place] = replace(cell, indicator=same.indicator, breakdown=same.breakdown, reason=None)
    return found


def divided(cells: Sequence[CellRow], wholes: Sequence[Known]) -> dict[Place, CellRow]:
    """Return 数量 over 占新受理数比例: what no words tell are parts of what they are shares of."""
    shared: dict[tuple[int, str], list[CellRow]] = defaultdict(list)
    levels: dict[tuple[int, int], CellRow] = {}
    for cell in cells:
        table, _, column = cell.place
        if cell.share_of and cell.measure is Measure.SHARE_PCT:
            shared[table, cell.share_of].append(cell)
        elif cell.measure is Measure.LEVEL and cell.number.unit_class != "percent":
            levels.setdefault((table, column), cell)
    found: dict[Place, CellRow] = {}
    for (table, code), row in shared.items():
        pairs = [(levels[table, cell.place[2]], cell) for cell in row if (table, cell.place[2]) in levels]
        unread = [(level, share) for level, share in pairs if level.indicator is None and level.head]
        if len(unread) * _FEW < len(pairs) or len(unread) < _LEAST_PARTS or not _agree(unread):
            continue
        code = _shared_of(code, unread, wholes)
        # 行政处罚 among them is a kind as well, where its share is one of the same whole
        for level, share in (pair for pair in pairs if pair in unread or _agree([*unread, pair])):
            for cell in (level, share):
                found[cell.place] = replace(cell, indicator=code, breakdown=level.head, reason=None)
    return found


def _agree(pairs: Sequence[tuple[CellRow, CellRow]]) -> bool:
    """Whether the figures are the shares told of one and the same whole."""
    wholes = _wholes(pairs)
    return bool(wholes) and max(wholes) - min(wholes) <= _CLOSE * max(wholes)


def _wholes(pairs: Sequence[tuple[CellRow, CellRow]]) -> list[float]:
    """What each figure and its share make of the whole."""
    return [
        level.number.value / share.number.value * 100
        for level, share in pairs
        if level.number.value >= _LEAST and share.number.value
    ]


def _shared_of(code: str, pairs: Sequence[tuple[CellRow, CellRow]], wholes: Sequence[Known]) -> str:
    """占受理数比例 under what is told of disclosure: of the one known whole that the figures make."""
    if any(whole.indicator == code for whole in wholes) or not _wholes(pairs):
        return code
    made = max(_wholes(pairs))
    told = {whole.indicator for whole in wholes if abs(whole.value - made) <= _CLOSE * made}
    return told.pop() if len(told) == 1 else code
