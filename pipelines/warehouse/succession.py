"""Which code a division's figures go on under when its code changes: 吴江市 320584 is 吴江区 320509 today.

Here belongs what the division list says of it by names and years. A code that keeps its number through a
rename (邙山区, 惠济区) needs nothing of this.

A code goes on under another one when one of the same stem, level and province begins as it ends, no other
could be meant, and either its kind has changed (吴江市, 吴江区) or its parent (a county of a 地区 that became
a city). A district that comes back under the same parent with the same name and a new code was merged with a
neighbour (三元区 350403, 350404): its series ends; figures of different territories must not look like one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from pipelines.catalogue import naming
from pipelines.catalogue.division import TOLERANCE, Region


def series_codes(regions: Iterable[Region]) -> Mapping[str, str]:
    """Return for every code the code of its series: the last one that it goes on under, else itself."""
    rows = list(regions)
    last, first = _ends(rows)
    after = _successors(list(last.values()), list(first.values()))
    return {row.code: _followed(row.code, after) for row in rows}


def _ends(rows: list[Region]) -> tuple[dict[str, Region], dict[str, Region]]:
    """The last and the first row of each code."""
    last: dict[str, Region] = {}
    first: dict[str, Region] = {}
    for row in sorted(rows, key=lambda row: (row.code, row.valid_from or 0)):
        last[row.code] = row
        first.setdefault(row.code, row)
    return last, first


def _successors(last: list[Region], first: list[Region]) -> dict[str, str]:
    begun: dict[tuple[str, str, int], list[Region]] = defaultdict(list)
    for row in first:
        if row.valid_from is not None:
            begun[row.level, row.code[:2], row.valid_from].append(row)
    pairs = [
        (old.code, new.code)
        for old in last
        if old.valid_to is not None
        for year in range(old.valid_to, old.valid_to + TOLERANCE + 1)
        for new in begun[old.level, old.code[:2], year]
        if old.code != new.code and _same_place(old, new)
    ]
    from_, to = Counter(old for old, _ in pairs), Counter(new for _, new in pairs)
    return {old: new for old, new in pairs if from_[old] == 1 and to[new] == 1}


def _same_place(old: Region, new: Region) -> bool:
    if old.name == new.name:
        return old.parent_code != new.parent_code
    return naming.stem(old.name) == naming.stem(new.name) != ""


def _followed(code: str, after: Mapping[str, str]) -> str:
    seen = {code}
    while (code_after := after.get(code)) and code_after not in seen:
        code = code_after
        seen.add(code)
    return code
