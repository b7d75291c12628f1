"""Which place a report comes from: what its parts say, weighed against each other.

Here belongs the order of the witnesses (title, signature and letterhead, publisher, the text's own words, a
hint from the folder) and how one name for several places is settled. Names are found by mentions.py. A wrong
place is worse than none: where the witnesses do not decide, the answer is the list of places that remain.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipelines.catalogue import naming, own_words
from pipelines.catalogue.division import Region, rank
from pipelines.catalogue.gazetteer import Gazetteer
from pipelines.catalogue.letter import Letter
from pipelines.catalogue.mentions import Search
from pipelines.catalogue.short_names import Mention

_ORGAN_OF = re.compile(r"(?<![\u4e00-\u9fff省])([省市州盟旗县区])(?:委|政府|人民政府|司法局|直)")
_BRANCH = re.compile(
    r"([\u4e00-\u9fff]{2,12}?(?:市|州|盟|地区)[\u4e00-\u9fff]{2,10}?局)([\u4e00-\u9fff]{2,8}?)分局"
)
_TITLE_TAIL = re.compile(r"[_|｜]|—{2}|-(?=[\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Placing:
    """The places left after all witnesses are heard: one, several (one name), or none."""

    places: tuple[Region, ...]
    zone: str | None = None


class Placer:
    """Finds the place of reports.

    Args:
        gazetteer: the names of all places.
        get: a region by its code and a year.
    """

    def __init__(self, gazetteer: Gazetteer, get: Callable[[str, int | None], Region | None]) -> None:
        self._names = gazetteer
        self._get = get

    def place(self, letter: Letter, year: int | None, hint: str | None) -> Placing:
        """Return the place or places that the parts of the report agree on."""
        search = Search(self._names, year, letter.title + letter.body)
        hinted = self._get(hint, year) if hint else None
        places, zone = self._claimed(letter, search)
        if not places and not zone:
            places = own_words.place(letter, search)
        elif len(places) == 1 and self._only_publishes(places[0], letter):
            inside = own_words.offices(letter, search)
            places = tuple(p for p in inside if self._names.under(p, places[0])) or places
        if len({p.code for p in places}) > 1:
            places = self._settled(places, letter, hinted)
        if not places and hinted:
            return Placing((hinted,))
        return Placing(_distinct(places, year), zone)

    def _claimed(self, letter: Letter, search: Search) -> tuple[tuple[Region, ...], str | None]:
        """Ask the parts that name their author, the strongest first; the first that names one decides."""
        titles = [part for part in (_front(letter.title), letter.title) if part]
        for text in titles:
            if branch := self._branch(text, search):
                return branch, None
        for text in (*titles, *letter.signed, *letter.head, letter.publisher):
            places, zone = self._author(text, search, opening=text in letter.signed)
            if text is not letter.publisher:
                places = tuple(p for p in places if not _speaks_of_another(p, letter.body))
            if places or zone:
                return places, zone
        return (), None

    def _branch(self, title: str, search: Search) -> tuple[Region, ...]:
        """益阳市生态环境局沅江分局: the county below the city whose branch it is."""
        told = _BRANCH.match(title)
        cities = [c for m in search.claims(told[1]) for c in m.candidates] if told else []
        return tuple(
            county
            for city in cities
            for county in self._names.children[city.code]
            if told and told[2] in (county.name, naming.stem(county.name))
        )

    def _author(self, text: str, search: Search, *, opening: bool) -> tuple[tuple[Region, ...], str | None]:
        """Return the places, or the unlisted zone, that a title, signature or publisher names as its own.

        ``opening``: it must begin with the name, as a signature does and a site's imprint does not.
        """
        before, about, _ = text.partition("关于")
        for part in (before, text) if about else (text,):
            if zone := search.zone(part):
                return (), zone
            mentions = search.claims(part)
            if mentions and not (opening and mentions[0].anchor > len("中共")):
                return self._most_specific(_unquoted(part, mentions) or mentions), None
        return (), None

    def _most_specific(self, mentions: Sequence[Mention]) -> tuple[Region, ...]:
        """Leave out parents of other places named, and of one name's places those under no parent named."""
        kept: dict[tuple[str, str], Region] = {}
        for mention in mentions:
            others = [c for m in mentions if m is not mention for c in m.candidates]
            if any(self._names.under(other, c) for c in mention.candidates for other in others):
                continue
            inside = [c for c in mention.candidates if any(self._names.under(c, other) for other in others)]
            kept |= {(c.code, c.name): c for c in inside or mention.candidates}
        return tuple(kept.values())

    def _settled(
        self, places: tuple[Region, ...], letter: Letter, hinted: Region | None
    ) -> tuple[Region, ...]:
        """Settle one name for several places: by 我区 or 我市, by the parent named near, by the hint."""
        places = _same_kind_as_text(places, letter.body)
        head = "\n".join((letter.title, letter.publisher, *letter.signed, *letter.head, letter.addressee))
        places = self._by_parent(places, "city", lambda name: name in head)
        places = self._by_parent(places, "city", lambda name: _is_spoken_of(name, letter.body))
        if hinted and any(hinted.code == p.code for p in places):
            return (hinted,)
        places = self._by_parent(places, "province", lambda name: name in head)
        return self._by_parent(places, "province", lambda name: name in letter.body)

    def _by_parent(
        self, places: tuple[Region, ...], level: str, named: Callable[[str], bool]
    ) -> tuple[Region, ...]:
        if len({p.code for p in places}) < 2:
            return places
        kept = tuple(p for p in places if any(named(n) for n in self._parents_names(p, level)))
        return kept or places

    def _parents_names(self, place: Region, level: str) -> set[str]:
        above = [a for a in self._names.ancestors(place) if a.level == level]
        return {form for a in above for form in naming.full_forms(a.code, a.name)}

    def _only_publishes(self, place: Region, letter: Letter) -> bool:
        """Tell whether a province is named by the newspaper's name alone (湖南某报 on a city of 湖南)."""
        return place.level == "province" and naming.stem(place.name) not in letter.title


def _front(title: str) -> str:
    """Return a web page's title without the site's name at its end."""
    return _TITLE_TAIL.split(title, maxsplit=1)[0] or title


def _unquoted(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    return [m for m in mentions if text.count("《", 0, m.start) <= text.count("》", 0, m.start)]


def _speaks_of_another(place: Region, text: str) -> bool:
    """Tell whether the text calls its own place by another kind (我区) and never by this place's (我市)."""
    word = naming.self_word(place.name)
    others = 0
    for match in own_words.SELF.finditer(text):
        if match[1] == word:
            return False
        others += 1
    if not word or others < 3:
        return False
    return place.level != "county" or word not in _ORGAN_OF.findall(text)


def _same_kind_as_text(places: tuple[Region, ...], text: str) -> tuple[Region, ...]:
    own = Counter(own_words.SELF.findall(text))
    kept = tuple(p for p in places if own[naming.self_word(p.name)])
    return kept or places


def _is_spoken_of(name: str, text: str) -> bool:
    """Tell whether a parent is named as an authority or more than once, not merely in passing."""
    found = [match.end() for match in re.finditer(re.escape(name), text)]
    return len(found) > 1 or any(own_words.OFFICE.match(text, end) for end in found)


def _distinct(places: tuple[Region, ...], year: int | None) -> tuple[Region, ...]:
    """Keep one row a code, the one that fits the year best."""
    best: dict[str, Region] = {}
    for place in sorted(places, key=lambda p: rank(p, year)):
        best.setdefault(place.code, place)
    return tuple(best.values())
