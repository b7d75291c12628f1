"""What totals say in tables: a row or column that no words name, but whose total is a figure already known.

Here belongs arithmetic between cells and known wholes. Lists in sentences are sums/arithmetic.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.quantities.units import class_of
from pipelines.extraction.rules.drafts import Known
from pipelines.extraction.rules.rule import BANNED
from pipelines.extraction.sums.totals import sum_of
from pipelines.extraction.tables.cell_words import TOTAL
from pipelines.extraction.tables.cell_years import (
    changes_below,
    changes_beside,
    told_in_percent,
    years_before,
)
from pipelines.extraction.tables.cells import CellRow
from pipelines.extraction.tables.cells_beside import (
    YEAR_ALONE,
    Place,
    divided,
    same_things,
    shares,
    totals_of_rows,
)
from pipelines.extraction.tables.nested import within_parts
from pipelines.model import Measure

_CHANGES = (Measure.CHANGE_PCT, Measure.CHANGE_ABS)
_LEAST = 10  # smaller totals agree by chance
_LEAST_CODES = 3
_TELLING = 5  # characters of a column's name that say what it counts
_FEW = 4  # one cell in so many may have been read for another code by its name
_THINGS = frozenset({"case", "piece", "time", "entity"})


def settle_by_totals(cells: Sequence[CellRow], known: Iterable[Known]) -> list[CellRow]:
    """Return the cells, those of a list that adds up to one known whole restated as its parts."""
    wholes = list(known)
    by_shares = divided(cells, wholes)  # surer than a sum, which may agree by chance
    restated = dict(by_shares)
    lines = [(line, by_row) for line, by_row in _lines(cells) if not any(map(_cut_both_ways, line))]
    for line, by_row in lines:
        if any(cell.place in by_shares for cell in line):
            continue
        for cell in _parts(line, wholes, by_row=by_row):
            restated.setdefault(cell.place, cell)
    restated |= same_things(cells, restated)
    restated |= _kinds(lines)
    restated |= _sums_of_codes(lines)
    restated |= totals_of_rows(cells, restated)
    restated |= shares(cells, restated)
    restated |= within_parts(cells, restated)
    restated |= _changes_of_kinds(cells, restated)
    restated |= years_before(cells, restated)
    restated |= changes_below(cells, restated)
    restated |= changes_beside(cells, restated)
    restated |= told_in_percent(cells, restated)
    return [restated.get(cell.place, cell) for cell in cells]


def _lines(cells: Sequence[CellRow]) -> Iterable[tuple[list[CellRow], bool]]:
    """The columns of each table and its rows; a row names its cells by their headers."""
    columns: dict[tuple[int, int], list[CellRow]] = defaultdict(list)
    rows: dict[tuple[int, int], list[CellRow]] = defaultdict(list)
    for cell in cells:
        table, row, column = cell.place
        if not cell.within:  # 其中：餐饮环节 under 食品类 adds nothing to their sum
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
        for whole in (*_told_by(totals), *wholes)
        if whole.value == total and whole.period == line[0].period and _counts(counted, whole)
    ]
    if not by_row:
        fits = [whole for whole in fits if _may_count(line[0].head, whole)]
    if not fits or any(_states_another(cell, fits[0].indicator) for cell in totals):
        return []
    code = fits[0].indicator  # what the text tells first
    read = sum(_states_another(cell, code) for cell in counted)
    sums = [replace(cell, indicator=code, breakdown=None, reason=None) for cell in totals]
    if read * _FEW > len(counted):
        return sums  # outcomes have codes of their own and add up to the cases closed
    told = [(name, cell) for name, cell in parts if (cell.indicator, cell.breakdown) != (code, name)]
    return sums + [replace(cell, indicator=code, breakdown=name, reason=None) for name, cell in told]


def _told_by(totals: list[CellRow]) -> Iterator[Known]:
    """The whole that the only total of a line states itself."""
    if len(totals) == 1 and totals[0].breakdown is None:
        told = totals[0]
        if told.indicator is not None and told.period is not None:
            yield Known(told.indicator, told.period, told.number.value)


def _states_another(cell: CellRow, code: str) -> bool:
    """Whether the names of a cell say that it counts something else."""
    return cell.indicator not in (None, code) and not _names(cell.indicator or "", code)


def _may_count(head: str, whole: Known) -> bool:
    """Whether a column may hold the parts of a whole: 负责人应出庭数 has nothing of 驳回诉讼请求."""
    name = indicators()[whole.indicator].name_zh
    short = len(head) < _TELLING or bool(YEAR_ALONE.fullmatch(head))
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


def _cut_both_ways(cell: CellRow) -> bool:
    return cell.breakdown is not None and "/" in cell.breakdown  # crossed.py


def _sums_of_codes(lines: Sequence[tuple[list[CellRow], bool]]) -> dict[Place, CellRow]:
    """行政许可 51930, 行政处罚 8700, …, 合计 205669: the total of figures that have codes of their own."""
    found: dict[Place, CellRow] = {}
    for line, by_row in lines:
        totals = [cell for cell in line if TOTAL.match(cell.head if by_row else cell.label)]
        parts = [cell for cell in line if cell not in totals]
        codes = {cell.indicator or "" for cell in parts}
        if len(totals) != 1 or totals[0].indicator is not None or len(codes) < _LEAST_CODES:
            continue
        code = sum_of(frozenset(codes))
        whole = all(cell.measure is Measure.LEVEL and cell.breakdown is None for cell in parts)
        if code and whole and sum(cell.number.value for cell in parts) == totals[0].number.value:
            found[totals[0].place] = replace(
                totals[0], indicator=code, period=parts[0].period, breakdown=None, reason=None
            )
    return found


def _kinds(lines: Sequence[tuple[list[CellRow], bool]]) -> dict[Place, CellRow]:
    """村调委会198, 镇调委会16, 合计214: rows of one indicator that add up to their total are its parts."""
    found: dict[Place, CellRow] = {}
    for line, by_row in lines:
        named = [(cell.head if by_row else cell.label, cell) for cell in line]
        totals = [cell for name, cell in named if TOTAL.match(name)]
        parts = [(name, cell) for name, cell in named if not TOTAL.match(name)]
        codes = {cell.indicator for _, cell in parts if cell.measure is Measure.LEVEL}
        if len(totals) != 1 or len(parts) < 2 or len(codes) != 1 or None in codes:
            continue
        if len({cell.period for _, cell in parts}) > 1:
            continue  # years are no kinds
        if sum(cell.number.value for _, cell in parts) != totals[0].number.value:
            continue
        whole = parts[0][1]
        found[totals[0].place] = replace(
            totals[0], indicator=whole.indicator, period=whole.period, breakdown=None, reason=None
        )
        for name, cell in parts:
            found[cell.place] = replace(cell, breakdown=name)
    return found


def _changes_of_kinds(cells: Sequence[CellRow], kinds: Mapping[Place, CellRow]) -> dict[Place, CellRow]:
    """日常检查 | 3122 | 3368 | 7.88: what has changed is the kind that the row turned out to be."""
    by_row = {(told.place[:2], told.indicator): told.breakdown for told in kinds.values() if told.breakdown}
    changed = (cell for cell in cells if cell.measure in _CHANGES and cell.breakdown is None)
    named = ((cell, by_row.get((cell.place[:2], cell.indicator))) for cell in changed)
    return {cell.place: replace(cell, breakdown=name) for cell, name in named if name}
