"""Finding the names of divisions in a string, with the places each may mean.

Here belongs what the string itself says: names, the parent named right before them, marks and words beside
them that make a name mean something else (a development zone, an excursion to another district). Weighing one
string against another is placing.py's.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ahocorasick_rs import AhoCorasick, MatchKind

from pipelines.catalogue import naming
from pipelines.catalogue.division import Region, rank

# A name before one of these is part of the name of a place that the official list does not have.
_ZONE = re.compile(
    r"(?!管委会|管理委员会)[^\W\d的年局委府于和及暨法创建争、]{0,10}?"
    r"(?:开发区|高新区|经开区|新区|示范区|工业区|工业园|园区|保税区|集聚区|度假区|风景区|名胜区|管理区|试验区|合作区"
    r"|管委会|管理委员会)|生产建设兵团"
)
# A name after one of these is somebody else's: visited, learnt from, obeyed.
_OTHERS = re.compile(
    r"(?:赴|到|去|向|学习|考察|借鉴|参照|对标|前往|观摩|来自|支援|帮扶|转发|贯彻|落实|执行|[原非])[《〈“]?$"
)
_HEAD = re.compile(r"(?:^|中共|关于|印发|[《〈“（(、：])$")
_ORGAN = re.compile(
    r"[省市区县州盟旗]?(?:人民|政府|委|党|法治|依法|司法|20\d\d|文件|关于|办公室|[^\W\d]{0,12}(?:局|厅|办|院|委员会|办事处))"
)
_MARKED = re.compile(r"([^\W\d_]{2,12}?)[（(]示例[）)]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a string and the places it may mean; ``certain``: its parent stands right before it."""

    start: int
    end: int
    name: str
    candidates: tuple[Region, ...]
    certain: bool = False


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

    def zone(self, text: str) -> str | None:
        """Return the name of the unlisted place (a development zone) that ``text`` names, if it does."""
        short = [(0, n, text[:n]) for n in (6, 5, 4, 3, 2) if text[:n] in self.stems]
        spans = [*self.spans(text), (len(text) + 1, 0, "")]
        spans = [*short[:1], *spans] if short and short[0][1] <= spans[0][0] else spans
        for (start, end, name), (following, _, _) in itertools.pairwise(spans):
            tail = _ZONE.match(text, end)
            if tail and following >= tail.end() and not _OTHERS.search(text[max(0, start - 6) : start]):
                return name + tail[0]
        return None


class Search:
    """The names in the parts of one report.

    Args:
        names: all names.
        year: the report's year; places that did not exist then are passed over.
        text: the whole report; a name that it marks （示例） anywhere means no real place.
    """

    def __init__(self, names: Gazetteer, year: int | None, text: str) -> None:
        self._names = names
        self._year = year
        self._marked = {found[1] for found in _MARKED.finditer(text)}

    def find(self, text: str) -> list[Mention]:
        """Return the names in ``text`` (no white space in it) with the places they may mean."""
        mentions = []
        for start, end, name in self._names.spans(text):
            places = self._in_time(self._names.places[name])
            if any(word.endswith(naming.without_mark(name)) for word in self._marked):
                places = tuple(place for place in places if naming.MARK.search(place.name))
            if places:
                mentions.append(self._under_its_parent(text, Mention(start, end, name, places)))
        return mentions

    def claims(self, text: str) -> list[Mention]:
        """Return the names by which a title, a publisher or a signature may call the place it comes from."""
        found = self.find(text)
        if short := self._short_at_head(text):
            found = [short, *(m for m in found if m.start >= short.end)]
        found = [self._extended(text, m) for m in found]
        if any(self._misplaced(m, found) for m in found):
            return []
        return [m for m in found if self._claims(text, m)]

    def _in_time(self, places: Iterable[Region]) -> tuple[Region, ...]:
        return in_time(places, self._year)

    def _claims(self, text: str, mention: Mention) -> bool:
        left = text[max(0, mention.start - 6) : mention.start]
        if _OTHERS.search(left):
            return False
        careful = naming.needs_care(mention.name) and not mention.certain
        return not careful or bool(_HEAD.search(left) and _ORGAN.match(text, mention.end))

    def _misplaced(self, mention: Mention, found: Sequence[Mention]) -> bool:
        """Tell whether a city stands right before a district that it does not have (许昌市新华区)."""
        before = [c for m in found if m.end == mention.start for c in m.candidates if c.level == "city"]
        counties = [c for c in mention.candidates if c.level == "county"]
        return bool(before and counties) and not any(
            self._names.under(c, b) for c in counties for b in before
        )

    def _under_its_parent(self, text: str, mention: Mention) -> Mention:
        """Keep the candidates whose parent is named right before, if any is (许昌市魏都区, 长沙芙蓉区)."""
        before = text[max(0, mention.start - 14) : mention.start]
        kept = tuple(c for c in mention.candidates if self._parent_before(before, c))
        return replace(mention, candidates=kept, certain=True) if kept else mention

    def _parent_before(self, before: str, region: Region) -> bool:
        return any(
            before.endswith((*naming.full_forms(a.code, a.name), naming.stem(a.name) or a.name))
            for a in self._names.ancestors(region)
        )

    def _short_at_head(self, text: str) -> Mention | None:
        """Read a short name that opens the string: 许昌2024年…, 湖南长沙…."""
        start = 2 if text.startswith("中共") else 0
        for length in (6, 5, 4, 3, 2):
            end = start + length
            places = self._in_time(
                p for p in self._names.stems.get(text[start:end], []) if p.level != "county"
            )
            if places and self._after_short(text, end, places):
                return Mention(start, end, text[start:end], places)
        return None

    def _after_short(self, text: str, end: int, places: Sequence[Region]) -> bool:
        if re.match(r"20\d\d年|法治|依法|司法局|[市州省]委", text[end:]):
            return True
        children = (child for place in places for child in self._names.children[place.code])
        return any(text.startswith(naming.stem(child.name) or child.name, end) for child in children)

    def _extended(self, text: str, mention: Mention) -> Mention:
        """Follow a city's name into the short name of one of its districts: 许昌市魏都法治…."""
        for place in mention.candidates:
            for child in self._in_time(self._names.children[place.code]):
                short = naming.stem(child.name)
                if (
                    short
                    and text.startswith(short, mention.end)
                    and _ORGAN.match(text, mention.end + len(short))
                ):
                    return Mention(
                        mention.start, mention.end + len(short), child.name, (child,), certain=True
                    )
        return mention


def in_time(places: Iterable[Region], year: int | None) -> tuple[Region, ...]:
    """Return the places that best fit the year: existing within a year of it, else ended not long before."""
    ranked = [(rank(place, year), place) for place in places]
    if any(r <= 1 for r, _ in ranked):
        return tuple(place for r, place in ranked if r <= 1)
    return tuple(place for r, place in ranked if r == 2)
