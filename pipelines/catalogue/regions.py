"""The administrative divisions, their names over the years, and which of them a report comes from.

Here belong loading divisions.csv (with raw/regions.csv for places outside the official list) and the
questions that other steps ask of it. How the table is made: make_divisions.py and docs/regions.md.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cached_property, lru_cache
from importlib import resources
from io import StringIO
from pathlib import Path

from pipelines.catalogue import naming
from pipelines.catalogue.division import TOLERANCE, Region, rank
from pipelines.catalogue.gazetteer import Gazetteer
from pipelines.catalogue.letter import read_letter
from pipelines.catalogue.placing import Placer, Placing
from pipelines.model import Problem

__all__ = ["COLUMNS", "Region", "Regions", "RegionsError"]

COLUMNS = ("code", "name", "level", "parent", "valid_from", "valid_to", "source")
_LEVELS = ("province", "city", "county")


class RegionsError(ValueError):
    """raw/regions.csv is not as docs/regions.md describes it; the message names line and column."""


class Regions:
    """All divisions, made with :meth:`load`.

    It pickles as its extra rows alone, and a process that unpickles it several times builds it once.
    """

    def __init__(self, rows: tuple[Region, ...], extra: str = "") -> None:
        self._rows = rows
        self._extra = extra
        self._by_code: dict[str, list[Region]] = defaultdict(list)
        for row in rows:
            self._by_code[row.code].append(row)

    @classmethod
    def load(cls, extra: Path | None = None) -> Regions:
        """Load the official table and, where the file exists, the places it lacks.

        Args:
            extra: a CSV of the same columns (``raw/regions.csv``); None or a missing file adds nothing.

        Raises:
            RegionsError: a row of ``extra`` is wrong.
        """
        text = extra.read_text(encoding="utf-8-sig") if extra and extra.is_file() else ""
        return _built(text, str(extra) if text else "")

    def __reduce__(self) -> tuple[object, tuple[str, str]]:
        return _built, (self._extra, "raw/regions.csv")

    def all(self) -> tuple[Region, ...]:
        """Return every division under every name it has had since 1999, by code and period."""
        return self._rows

    def get(self, code: str, year: int | None = None) -> Region | None:
        """Return the division of this code as it was in ``year`` (a year more or less is borne with).

        Without a year the latest row; None where there was no such division.
        """
        rows = self._by_code.get(code, [])
        if year is None:
            return rows[-1] if rows else None
        best = min(rows, key=lambda row: rank(row, year), default=None)
        return best if best and rank(best, year) <= TOLERANCE else None

    def resolve(
        self,
        *,
        title: str | None,
        publisher: str | None,
        text: str,
        year: int | None,
        hint_code: str | None = None,
    ) -> Region | Problem:
        """Tell which division a report comes from.

        Args:
            title: the report's title; it may hold the lines above it.
            publisher: who published it.
            text: the report.
            year: its year, by which divisions that did not exist then are left out.
            hint_code: the code that folder or origin record state. It settles an ambiguity and fills a gap;
                it never overrides what the report says.

        Returns:
            The division, or the problem ``region_unknown`` or ``region_ambiguous`` (with the candidates).
        """
        placing = self._placer.place(read_letter(title, publisher, text), year, hint_code)
        if len(placing.places) == 1:
            return placing.places[0]
        return _problem(placing)

    @cached_property
    def _placer(self) -> Placer:
        return Placer(Gazetteer(self._rows), self.get)


def _problem(placing: Placing) -> Problem:
    if placing.places:
        listed = "、".join(f"{place.full_name}（{place.code}）" for place in placing.places[:12])
        return Problem("region_ambiguous", f"地区名称对应多处 the name fits several places: {listed}")
    if placing.zone:
        return Problem(
            "region_unknown", f"区划表中没有「{placing.zone}」 not in the list of divisions: {placing.zone}"
        )
    return Problem(
        "region_unknown",
        "标题、落款、发布机构和正文均未指明地区 neither title, signature, publisher nor text says",
    )


@lru_cache(maxsize=8)
def _built(extra: str, name: str) -> Regions:
    official = (resources.files(__package__) / "divisions.csv").read_text(encoding="utf-8")
    records = [*csv.DictReader(StringIO(official)), *_checked(extra, name)]
    parents: dict[str, list[dict[str, str]]] = defaultdict(list)
    for record in records:
        parents[record["code"]].append(record)
    rows = (_region(record, parents) for record in records)
    return Regions(tuple(sorted(rows, key=lambda row: (row.code, row.valid_from or 0))), extra)


def _checked(text: str, name: str) -> list[dict[str, str]]:
    """Read the extra places and say precisely what is wrong with a row."""
    lines = csv.DictReader(StringIO(text))
    if text and tuple(lines.fieldnames or ()) != COLUMNS:
        raise RegionsError(f"{name}: 首行应为 the first line must be {','.join(COLUMNS)}")
    records = []
    for record in lines:
        where = f"{name}:{lines.line_num}"
        if None in record or None in record.values():
            raise RegionsError(f"{where}: 列数不对 not {len(COLUMNS)} columns")
        if not (len(record["code"]) == 6 and record["code"].isdigit()):
            raise RegionsError(f"{where}: code 应为六位数字 must be six digits: {record['code']!r}")
        if not record["name"] or record["level"] not in _LEVELS:
            raise RegionsError(
                f"{where}: name 不能为空，level 应为 name is needed, level is one of {', '.join(_LEVELS)}"
            )
        for column in ("valid_from", "valid_to"):
            if record[column] and not (len(record[column]) == 4 and record[column].isdigit()):
                raise RegionsError(
                    f"{where}: {column} 应为年份或空 must be a year or empty: {record[column]!r}"
                )
        records.append(record)
    return records


def _region(record: dict[str, str], by_code: dict[str, list[dict[str, str]]]) -> Region:
    return Region(
        code=record["code"],
        name=record["name"],
        full_name=_full_name(record, by_code),
        level=record["level"],  # type: ignore[arg-type]
        parent_code=record["parent"] or None,
        valid_from=int(record["valid_from"]) if record["valid_from"] else None,
        valid_to=int(record["valid_to"]) if record["valid_to"] else None,
    )


def _full_name(record: dict[str, str], by_code: dict[str, list[dict[str, str]]]) -> str:
    """Put the parents' names of that time before the name."""
    name, parent = record["name"], record["parent"]
    while parent and (rows := by_code.get(parent)):
        last = record["valid_to"] or "9999"
        current = [row for row in rows if (row["valid_from"] or "0") <= last] or rows
        name = naming.without_mark(current[-1]["name"]) + name
        parent = current[-1]["parent"]
    return name
