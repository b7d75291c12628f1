"""The names of divisions in a string, with the places each may mean there.

Here belongs what the string itself says: names, the parent named right before them, marks and words beside
them that make a name mean something else (a development zone, an excursion to another district). Short names
are short_names.py's, weighing one string against another is placing.py's.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from pipelines.catalogue import naming
from pipelines.catalogue.division import Region
from pipelines.catalogue.gazetteer import Gazetteer, in_time
from pipelines.catalogue.short_names import ZONE, Mention, ShortNames

# A name after one of these is somebody else's: visited, learnt from, obeyed.
_OTHERS = re.compile(
    r"(?:赴|到|去|向|学习|考察|借鉴|参照|对标|前往|观摩|来自|支援|帮扶|转发|贯彻|落实|执行|[原非])[《〈“]?$"
)
# Where a name opens a title or a signature, and what follows it there.
_HEAD = re.compile(r"(?:^|‖|关于|印发|[《〈“（(、：]|20\d\d年度?)$")
_ORGAN = re.compile(
    r"[省市区县州盟旗]?(?:人民|政府|委|党|法治|依法|司法|20\d\d|年鉴|文件|关于|办公室|[日晚晨]报|新闻|发布"
    r"|[^\W\d]{0,12}(?:局|厅|办|院|委员会|办事处))"
)
_MARK = re.compile(r"示例(?<=[（(]示例)[）)]")  # naming.MARK, by what ``re`` finds quickly in a whole text
# 中共 is set aside, or 中共和县委 would be read as 共和县.
_PARTY, _ASIDE = "中共", "‖‖"
# What may stand before a short name that opens a title: 2015年上半年四川….
_OPENS = re.compile(
    rf"(?:{_ASIDE})?(?:20\d\d年度?(?:上半年|前[\d一二三四五六七八九十]{{1,2}}个?月)?|上半年)?(?:全年)?"
)


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
        self.short = ShortNames(names, year)
        marks = [m.start() - 1 for m in _MARK.finditer(text)]
        self._marked = {text[max(0, mark - 20) : mark] for mark in marks}

    def find(self, text: str, start: int = 0) -> list[Mention]:
        """Return the names in ``text`` from ``start`` on (no white space in it), with what they may mean."""
        mentions = []
        for begin, end, name in self._names.spans(text[start:]):
            places = self._in_time(self._names.places[name])
            if any(word.endswith(naming.without_mark(name)) for word in self._marked):
                places = tuple(place for place in places if naming.MARK.search(place.name))
            if places:
                mentions.append(self._under_its_parents(text, start + begin, start + end, name, places))
        return mentions

    def claims(self, text: str) -> list[Mention]:
        """Return the names by which a title, a publisher or a signature may call the place it comes from."""
        text = text.replace(_PARTY, _ASIDE)
        found = self.find(text)
        opens = _OPENS.match(text)
        head = opens.end() if opens else 0
        short = None if any(m.start == head for m in found) else self.short.opening(text, head)
        if short:
            found = [short, *self.find(text, short.end)]
        begun = {m.start for m in found}
        found = [m if m.end in begun else self.short.extended(text, m) for m in found]
        if any(self._misplaced(m, found) for m in found):
            return []
        return [m for m in found if m is short or self._claims(text, m)]

    def zone(self, text: str) -> str | None:
        """Return the name of the unlisted place (a development zone) that ``text`` names, if it does."""
        short = [(0, n, text[:n]) for n in (6, 5, 4, 3, 2) if text[:n] in self._names.stems]
        spans = [*self._names.spans(text), (len(text) + 1, 0, "")]
        spans = [*short[:1], *spans] if short and short[0][1] <= spans[0][0] else spans
        for (start, end, name), (following, _, _) in itertools.pairwise(spans):
            tail = ZONE.match(text, end)
            if tail and following >= tail.end() and not _OTHERS.search(text[max(0, start - 6) : start]):
                return name + tail[0]
        return None

    def heading(self, title: str, body: str) -> tuple[Region, ...]:
        """Return the places whose short name opens a title, unless they are marked （示例）."""
        named = self.short.heading(title, body)
        return () if named and any(word.endswith(named[0].name) for word in self._marked) else named

    def _in_time(self, places: Iterable[Region]) -> tuple[Region, ...]:
        return in_time(places, self._year)

    def _claims(self, text: str, mention: Mention) -> bool:
        left = text[max(0, mention.anchor - 7) : mention.anchor]
        if _OTHERS.search(left):
            return False
        careful = naming.needs_care(mention.name) and not mention.certain
        return not careful or bool(_HEAD.search(left) and _ORGAN.match(text, mention.end))

    def _misplaced(self, mention: Mention, found: Sequence[Mention]) -> bool:
        """Tell whether a city stands right before a district that it does not have (许昌市新华区)."""
        before = [c for m in found if m.end == mention.start for c in m.candidates]
        counties = [c for c in mention.candidates if c.level == "county"]
        if not counties or not any(c.level == "city" for c in before):
            return False
        return not any(self._names.under(county, b) for county in counties for b in before)

    def _under_its_parents(
        self, text: str, start: int, end: int, name: str, places: tuple[Region, ...]
    ) -> Mention:
        """Keep the places whose parent is named right before, if any is (许昌市魏都区, 长沙芙蓉区)."""
        anchors = {place: self._anchor(text, start, place) for place in places}
        anchor = min(anchors.values())
        kept = tuple(place for place in places if anchors[place] < start) or places
        return Mention(anchor, start, end, name, kept)

    def _anchor(self, text: str, start: int, place: Region) -> int:
        """Return where the parents' names right before ``start`` begin; ``start`` where there are none."""
        forms = [
            form
            for above in self._names.ancestors(place)
            for form in (*naming.full_forms(above.code, above.name), naming.stem(above.name))
            if form
        ]
        while before := [form for form in forms if text.endswith(form, 0, start)]:
            start -= len(max(before, key=len))
        return start
