"""Rows become groups, each key once: what decides between rows of one key.

Here belongs that equal ones merge, that one headline stands per indicator, period and measure, and the reason
that the others get. Which of two rows of one key stands is rivals.py.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipelines.extraction.resolution.campaigns import Campaigns
from pipelines.extraction.resolution.members import members_as_parts, only_own_as_whole, own_kind_as_whole
from pipelines.extraction.resolution.rivals import ROUGHLY, government_within, stands_over
from pipelines.extraction.resolution.rows import BY_NUMBER, Key, Row
from pipelines.extraction.scope import part_names
from pipelines.model import Measure

_AMOUNTS = frozenset({"enforcement.fines", "enforcement.case_value"})
_FINED = frozenset({"enforcement.penalties", "enforcement.cases_opened"})
_BESIDE = re.compile(r"，[^，。；\d]{1,12}")  # between a count and its amount
_COMPARED = (Measure.CHANGE_PCT, Measure.CHANGE_ABS, Measure.SHARE_PCT)


def resolve(rows: list[Row], text: str, region: str | None) -> tuple[list[list[Row]], dict[int, str]]:
    """Return the rows that stand, equal ones together, and by number's start why a row was taken away.

    ``region``: the name of the place that reports; None for none known.
    """
    kept, lost = _one_of_each(rows, text, region)
    for key in _of_nothing_told(kept):
        lost |= {row.number.start: "whole_unknown" for row in kept.pop(key)}
    return list(kept.values()), lost


def _one_of_each(
    rows: list[Row], text: str, region: str | None
) -> tuple[dict[Key, list[Row]], dict[int, str]]:
    """Return by key the rows that stand, and why the others do not."""
    kept: dict[Key, list[Row]] = {}
    lost: dict[int, str] = {}
    campaigns = Campaigns(text)
    ordered = members_as_parts(only_own_as_whole(own_kind_as_whole(sorted(rows, key=BY_NUMBER)), region))
    for before, row in zip([None, *ordered], ordered, strict=False):
        if before is not None and (
            _of_a_lost_level(row, before, kept, lost) or _amount_of_lost(row, before, kept, lost, text)
        ):
            lost[row.number.start] = "second_figure"
            continue
        key = row.key
        same = kept.get(key)
        if same is None:
            kept[key] = [row]
        elif row.equals(same[0]):
            same.append(row)
        elif same[0].gives_way_to(row):
            lost |= {earlier.number.start: "part_of_year" for earlier in same}
            kept[key] = [row]
        elif own := government_within(row, same[0]):
            _told_of_part(kept, same[0], own)
            kept[key] = [row]
        elif stands_over(row, same[0], text, campaigns):
            kept[key] = [row]
            parts = [earlier for earlier in same if _as_part(earlier, kept, campaigns)]
            lost |= {one.number.start: "second_figure" for one in same if one not in parts}
        elif not _as_part(row, kept, campaigns):
            lost[row.number.start] = "part_of_year" if row.partial else "second_figure"
    return kept, lost


def _of_nothing_told(kept: Mapping[Key, list[Row]]) -> list[Key]:
    """乡镇专职执法人员仅占21%, where no figure says of how many: a share of what nobody counts.

    办理法律援助案件520件，受援人中农民工占41.5%: what its sentence counts may stand for it.
    """
    told: set[tuple[str, str | tuple[int, int] | None]] = set()
    for (code, measure, _, _, breakdown), rows in kept.items():
        if measure is Measure.LEVEL:
            told.add((code, breakdown))
            told |= {(code.partition(".")[0], row.sentence) for row in rows}
    return [
        key
        for key, rows in kept.items()
        if key[1] is Measure.SHARE_PCT
        and key[4]
        and not told & {(key[0], None), (key[0], key[4]), (key[0].partition(".")[0], rows[0].sentence)}
    ]


def _of_a_lost_level(row: Row, before: Row, kept: dict[Key, list[Row]], lost: dict[int, str]) -> bool:
    """省政府收到1026件，同比增加138件: what is told of a level goes where that does not stand."""
    level = before.measure is Measure.LEVEL and before.sentence == row.sentence
    same = (before.indicator, before.breakdown) == (row.indicator, row.breakdown)
    if not (row.measure in _COMPARED and level and same and lost.get(before.number.start) == "second_figure"):
        return False
    stands = kept[before.key][0].value  # 近百件, 98件 further on: the same, told roughly
    return abs(before.value - stands) > ROUGHLY * abs(stands)


def _amount_of_lost(
    row: Row, before: Row, kept: dict[Key, list[Row]], lost: dict[int, str], text: str
) -> bool:
    """查办案件1.92万件。查办传销案件9起，罚没1460万元: the fines of some cases are not all fines."""
    fined = row.indicator in _AMOUNTS and before.indicator in _FINED and before.measure is Measure.LEVEL
    if not fined or row.breakdown or before.breakdown or lost.get(before.number.start) != "second_figure":
        return False
    beside = _BESIDE.fullmatch(text, before.number.end, row.number.start) is not None
    return beside and before.value < kept[before.key][0].value


def _told_of_part(kept: dict[Key, list[Row]], first: Row, part: str) -> None:
    """Make a whole, and what its sentence has told of it so far, the part that it turns out to be."""
    told = [key for key in kept if key[0] == first.indicator and key[4] is None]
    for key in told:
        if all(row.sentence[0] == first.sentence[0] for row in kept[key]):
            rows = [row._replace(breakdown=part) for row in kept.pop(key)]
            kept.setdefault(rows[0].key, rows)


def _campaign(row: Row, campaigns: Campaigns) -> str:
    return campaigns.of(row.figure, row.indicator or "") if row.figure else ""


def _as_part(row: Row, kept: dict[Key, list[Row]], campaigns: Campaigns) -> bool:
    """A second figure for a key is a part named by the words the rule left over, or it is not stated."""
    if row.breakdown:
        return False
    label = part_names.part_label(row.rest[-16:]) if row.rest else ""
    label = label if label and part_names.restricts(label) else _campaign(row, campaigns)
    if not label:
        return False
    part = row._replace(breakdown=label)
    if part.key in kept:
        return False
    kept[part.key] = [part]
    return True
