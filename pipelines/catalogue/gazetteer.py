"""All names of all divisions, and how the divisions lie in one another.

Here belongs what is known of names before a text is seen. What a name in a text means is mentions.py's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

from pipelines.catalogue import naming
from pipelines.catalogue.division import Region, rank


class Gazetteer:
    """All names of all divisions, ready to be looked for.

    Args:
        regions: every division with its periods.
    """

    def __init__(self, regions: Iterable[Region]) -> None:
        self.places: dict[str, list[Region]] = defaultdict(list)
        self.stems: dict[str, list[Region]] = defaultdict(list)
        self.children: dict[str, list[Region]] = defaultdict(list)
        self._by_code: dict[str, list[Region]] = defaultdict(list)
        for region in regions:
            self._by_code[region.code].append(region)
            self.children[region.parent_code or ""].append(region)
            for form in naming.full_forms(region.code, region.name):
                self.places[form].append(region)
            if short := naming.stem(region.name):
                self.stems[short].append(region)
        self._names = list(self.places)
        self._automaton = AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest)

    def spans(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and name of every name in ``text``, the longest where several begin together."""
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            yield start, end, self._names[index]

    def ancestors(self, region: Region) -> tuple[Region, ...]:
        """Return the city and the province above a region, under all the names they have had."""
        above: list[Region] = []
        code = region.parent_code
        while code:
            rows = self._by_code.get(code, [])
            above += rows
            code = rows[-1].parent_code if rows else None
        return tuple(above)

    def under(self, region: Region, other: Region) -> bool:
        """Tell whether ``region`` lies in ``other``."""
        return region.code != other.code and any(a.code == other.code for a in self.ancestors(region))


def in_time(places: Iterable[Region], year: int | None) -> tuple[Region, ...]:
    """Return the places that best fit the year: existing within a year of it, else ended not long before."""
    ranked = [(rank(place, year), place) for place in places]
    if any(r <= 1 for r, _ in ranked):
        return tuple(place for r, place in ranked if r <= 1)
    return tuple(place for r, place in ranked if r == 2)
