"""What totals say in tables: a row or column that no words name, but whose total is a figure already known.

Here belongs arithmetic between cells and known wholes. Lists in sentences are arithmetic.py.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.cell_words import CHANGE_ROW, TOTAL
from pipelines.extraction.cells import CellRow
from pipelines.extraction.drafts import Known
from pipelines.extraction.quantities import class_of
from pipelines.extraction.rules import BANNED
from pipelines.model import Measure

_LEAST = 10  # smaller totals agree by chance
_LEAST_PARTS = 3
_TELLING = 5  # characters of a column's name that say what it counts
_FEW = 4  # one cell in so many may have been read for another code by its name
_THINGS = frozenset({"case", "piece", "time", "entity"})
_YEAR_ALONE = re.compile(
    r"(?:(?:19|20)\d\d年度?|[上去]年|同期|同比|比上年|较上年|增[减长幅速]|变化|升降|幅度|[(%)±]|数量?|情况|率)*"
)
_Place = tuple[int, int, int]


def settle_by_totals(cells: Sequence[CellRow], known: Iterable[Known]) -> list[CellRow]:
    """Return the cells, those of a list that adds up to one known whole restated as its parts."""
    wholes = list(known)
    restated: dict[_Place, CellRow] = {}
    lines = [(line, by_row) for line, by_row in _lines(cells) if not any(map(_cut_both_ways, line))]
    for line, by_row in lines:
        for cell in _parts(line, wholes, by_row=by_row):
            restated.setdefault(cell.place, cell)
    restated |= _same_things(cells, restated)
    restated |= _kinds(lines)
    restated |= _rows_of_totals(cells, restated)
    restated |= _shares(cells, restated)
    restated |= _divided(cells, restated)
    restated |= _changes_below(cells, restated)
    return [restated.get(cell.place, cell) for cell in cells]


def _lines(cells: Sequence[CellRow]) -> Iterable[tuple[list[CellRow], bool]]:
    """The columns of each table and its rows; a row names its cells by their headers."""
    columns: dict[tuple[int, int], list[CellRow]] = defaultdict(list)
    rows: dict[tuple[int, int], list[CellRow]] = defaultdict(list)
    for cell in cells:
        table, row, column = cell.place
        columns[table, column].append(cell)
        rows[table, row].append(cell)
    yield from ((line, False) for line in columns.values())
    yield from ((line, True) for line in rows.values())


def _parts(line: list[CellRow], wholes: list[Known], *, by_row: bool) -> list[CellRow]:
    counted = [cell for cell in line if cell.number.unit_class not in ("percent", "points")]
    things = [cell for cell in counted if cell.number.unit_class != "money"]
    counted = things or counted  # 罚没金额 beside the kinds of penalties is none of them
    if len(counted) < 3 or any(cell.measure is not Measure.LEVEL for cell in counted):
        return []
    named = [(cell.head if by_row else cell.label, cell) for cell in counted]
    totals = [cell for name, cell in named if TOTAL.match(name)]
    parts = [(name, cell) for name, cell in named if name and not TOTAL.match(name)]
    total = sum(cell.number.value for _, cell in parts)
    if len(parts) < 2 or total < _LEAST or any(abs(cell.number.value - total) > 0 for cell in totals):
        return []
    fits = [
        whole
        for whole in wholes
        if whole.value == total and whole.period == line[0].period and _counts(counted, whole)
    ]
    if not by_row:
        fits = [whole for whole in fits if _may_count(line[0].head, whole)]
    if not fits or any(_states_another(cell, fits[0].indicator) for cell in totals):
        return []
    code = fits[0].indicator  # what the text tells first
    read = sum(cell.indicator is not None and not _names(cell.indicator, code) for cell in counted)
    sums = [replace(cell, indicator=code, breakdown=None, reason=None) for cell in totals]
    if read * _FEW > len(counted):
        return sums  # outcomes have codes of their own and add up to the cases closed
    return sums + [replace(cell, indicator=code, breakdown=name, reason=None) for name, cell in parts]


def _states_another(cell: CellRow, code: str) -> bool:
    """Whether the names of a cell say that it counts something else."""
    return cell.indicator not in (None, code) and not _names(cell.indicator or "", code)


def _may_count(head: str, whole: Known) -> bool:
    """Whether a column may hold the parts of a whole: 负责人应出庭数 has nothing of 驳回诉讼请求."""
    name = indicators()[whole.indicator].name_zh
    short = len(head) < _TELLING or bool(_YEAR_ALONE.fullmatch(head))
    return short or any(head[at : at + 2] in name for at in range(len(head) - 1))


def _names(of_cell: str, of_whole: str) -> bool:
    """行政处罚 as the head of a column of reconsiderations says what they are about."""
    return indicators()[of_cell].domain in BANNED.get(of_whole.partition(".")[0], ())


def _counts(cells: list[CellRow], whole: Known) -> bool:
    """Whether cells may count what a whole counts: persons are no cases."""
    of_whole = class_of(indicators()[whole.indicator].unit)
    classes = {cell.number.unit_class for cell in cells} - {"bare"}
    if of_whole == "percent":
        return False  # 90 cases are no rate of 90%
    return classes <= {of_whole} or (of_whole in _THINGS and classes <= _THINGS)


def _same_things(cells: Sequence[CellRow], restated: dict[_Place, CellRow]) -> dict[_Place, CellRow]:
    """2022年 and 同比 beside 2023年, whose sum is known: the same parts in another year, their change."""
    first: dict[tuple[int, str], CellRow] = {}
    for place in sorted(restated):
        lead = restated[place]
        if lead.breakdown:
            first.setdefault((place[0], lead.breakdown), lead)
    found: dict[_Place, CellRow] = {}
    for given in cells:
        cell = restated.get(given.place, given)
        part = first.get((cell.place[0], cell.head)) or first.get((cell.place[0], cell.label))
        if part is None or cell.place == part.place or cell.indicator == part.indicator:
            continue
        another = (cell.period, cell.measure) != (part.period, Measure.LEVEL)
        other = cell.label if part.breakdown == cell.head else cell.head
        named = cell.indicator is None or (cell.place in restated and cell.breakdown == part.breakdown)
        if named and another and cell.measure is not Measure.SHARE_PCT and _YEAR_ALONE.fullmatch(other):
            found[cell.place] = replace(cell, indicator=part.indicator, breakdown=part.breakdown, reason=None)
    return found


def _cut_both_ways(cell: CellRow) -> bool:
    return cell.breakdown is not None and "/" in cell.breakdown  # crossed.py


def _kinds(lines: Sequence[tuple[list[CellRow], bool]]) -> dict[_Place, CellRow]:
    """村调委会198, 镇调委会16, 合计214: rows of one indicator that add up to their total are its parts."""
    found: dict[_Place, CellRow] = {}
    for line, by_row in lines:
        named = [(cell.head if by_row else cell.label, cell) for cell in line]
        totals = [cell for name, cell in named if TOTAL.match(name)]
        parts = [(name, cell) for name, cell in named if not TOTAL.match(name)]
        codes = {cell.indicator for _, cell in parts if cell.measure is Measure.LEVEL}
        if len(totals) != 1 or len(parts) < 2 or len(codes) != 1 or None in codes:
            continue
        if sum(cell.number.value for _, cell in parts) != totals[0].number.value:
            continue
        whole = parts[0][1]
        found[totals[0].place] = replace(
            totals[0], indicator=whole.indicator, period=whole.period, breakdown=None, reason=None
        )
        for name, cell in parts:
            found[cell.place] = replace(cell, breakdown=name)
    return found


def _rows_of_totals(cells: Sequence[CellRow], restated: dict[_Place, CellRow]) -> dict[_Place, CellRow]:
    """合计 of another year and its change: what the total of its row is, where nothing else names them."""
    wholes = [cell for cell in restated.values() if not cell.breakdown]
    rows = {cell.place[:2]: cell for cell in wholes if TOTAL.match(cell.label)}
    columns = {cell.place[::2]: cell for cell in wholes if TOTAL.match(cell.head)}
    found: dict[_Place, CellRow] = {}
    for cell in cells:
        total = rows.get(cell.place[:2]) or columns.get(cell.place[::2])
        if total is None or cell.place in restated or cell.indicator is not None:
            continue
        another = (cell.period, cell.measure) != (total.period, Measure.LEVEL)
        if another and cell.measure is not Measure.SHARE_PCT:
            found[cell.place] = replace(cell, indicator=total.indicator, breakdown=None, reason=None)
    return found


def _shares(cells: Sequence[CellRow], restated: dict[_Place, CellRow]) -> dict[_Place, CellRow]:
    """占比 beside or under the parts: the share of the part of the same name."""
    named: dict[tuple[int, str], CellRow] = {}
    for part in restated.values():
        if part.breakdown:
            named[part.place[0], part.breakdown] = part
    found: dict[_Place, CellRow] = {}
    for cell in cells:
        if cell.place in restated or cell.measure is not Measure.SHARE_PCT:
            continue
        same = named.get((cell.place[0], cell.head)) or named.get((cell.place[0], cell.label))
        if same:
            found[cell.place] = replace(cell, indicator=same.indicator, breakdown=same.breakdown, reason=None)
    return found


def _changes_below(cells: Sequence[CellRow], restated: dict[_Place, CellRow]) -> dict[_Place, CellRow]:
    """增幅（%） under 2022年 and 2023年: the change of the last level over it in its column."""
    over: dict[tuple[int, int], CellRow] = {}
    found: dict[_Place, CellRow] = {}
    for given in sorted(cells, key=lambda cell: cell.place):
        cell = restated.get(given.place, given)
        table, _, column = cell.place
        level = over.get((table, column))
        if cell.measure is Measure.LEVEL and cell.indicator is not None:
            over[table, column] = cell
        elif level is not None and cell.indicator is None and CHANGE_ROW.match(cell.label):
            found[cell.place] = replace(
                cell, indicator=level.indicator, breakdown=level.breakdown, period=level.period, reason=None
            )
    return found


def _divided(cells: Sequence[CellRow], restated: dict[_Place, CellRow]) -> dict[_Place, CellRow]:
    """数量 over 占新受理数比例: figures that no name or sum tells are parts of what their shares are of."""
    shares: dict[tuple[int, str], list[CellRow]] = defaultdict(list)
    levels: dict[tuple[int, int], CellRow] = {}
    for cell in cells:
        table, _, column = cell.place
        if cell.share_of and cell.measure is Measure.SHARE_PCT:
            shares[table, cell.share_of].append(cell)
        elif cell.measure is Measure.LEVEL and cell.number.unit_class != "percent":
            levels.setdefault((table, column), cell)
    found: dict[_Place, CellRow] = {}
    for (table, code), row in shares.items():
        pairs = [(levels[table, cell.place[2]], cell) for cell in row if (table, cell.place[2]) in levels]
        unread = [
            (level, share)
            for level, share in pairs
            if level.indicator is None and level.place not in restated and level.head
        ]
        if len(unread) * _FEW < len(pairs) * (_FEW - 1) or len(unread) < _LEAST_PARTS or not _agree(unread):
            continue
        for level, share in unread:
            for cell in (level, share):
                found[cell.place] = replace(cell, indicator=code, breakdown=level.head, reason=None)
    return found


def _agree(pairs: Sequence[tuple[CellRow, CellRow]]) -> bool:
    """Whether the figures are the shares told of one and the same whole."""
    wholes = [
        level.number.value / share.number.value * 100
        for level, share in pairs
        if level.number.value >= _LEAST and share.number.value
    ]
    return bool(wholes) and max(wholes) - min(wholes) <= 0.02 * max(wholes)
