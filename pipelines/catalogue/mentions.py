"""The names of divisions in a string, with the places each may mean there.

Here belongs what the string itself says: names, the parent named right before them, marks and words beside
them that make a name mean something else (a development zone, an excursion to another district). Weighing one
string against another is placing.py's.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipelines.catalogue import naming
from pipelines.catalogue.division import Region
from pipelines.catalogue.gazetteer import Gazetteer, in_time

# A name before one of these is part of the name of a place that the official list does not have.
_ZONE = re.compile(
    r"(?!管委会|管理委员会)[^\W\d的年局委府于和及暨法创建争、]{0,10}?"
    r"(?:开发区|高新区|经开区|新区|示范区|工业区|工业园|园区|保税区|集聚区|度假区|风景区|名胜区|管理区|试验区"
    r"|合作区|管委会|管理委员会)|生产建设兵团"
)
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
_AFTER_SHORT = re.compile(
    r"20\d\d年|法治|依法|司法局|[省市州盟区县旗]委|人民政府|[日晚晨]报|年鉴|新闻|发布|通报|公布|出台|召开|举行"
    r"|铁路运输(?:中级)?法院|中级人民法院|中院|[各全两三]级?法院|法院|检察|律师|公证|环保|生态环境|市场监管|城管|公安"
    r"|行政|执法|人民调解|调解|信访|普法|新收|排查|查处|立案|办理|办结|化解|亮出|晒出|交出|上半年|去年|今年"
    r"|近[\d两三五]|法律援助|政务服务|公共法律服务|[：:]|多措并举|多元|加强|加大|推进|强化|提高"
)
# 湖南路街道, 河南籍, 四川大学, 河北区: what a province's short name only begins.
_NO_PROVINCE = re.compile(r"$|[\u4e00-\u9fff]?[路街镇乡村区县市州巷桥]|籍|大学|商会|航空|银行|大道|大厦|宾馆")
_MARK = re.compile(r"示例(?<=[（(]示例)[）)]")  # naming.MARK, by what ``re`` finds quickly in a whole text
# 中共 is set aside, or 中共和县委 would be read as 共和县.
_PARTY, _ASIDE = "中共", "‖‖"
# 平安泸溪：…: what a newspaper puts before the place that it tells of.
_NEWS = re.compile(r"(?:平安|法治|今日|美丽)?")
# What may stand before a short name that opens a title: 2015年上半年四川….
_OPENS = re.compile(
    rf"(?:{_ASIDE})?(?:20\d\d年度?(?:上半年|前[\d一二三四五六七八九十]{{1,2}}个?月)?|上半年)?(?:全年)?"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a string and the places it may mean.

    ``anchor``: where the names of its parents right before it begin; before ``start`` only if there are any.
    """

    anchor: int
    start: int
    end: int
    name: str
    candidates: tuple[Region, ...]

    @property
    def certain(self) -> bool:
        """Its parent stands right before it."""
        return self.anchor < self.start


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
        short = None if any(m.start == head for m in found) else self._short(text, head)
        if short:
            found = [short, *self.find(text, short.end)]
        begun = {m.start for m in found}
        found = [m if m.end in begun else self._extended(text, m) for m in found]
        if any(self._misplaced(m, found) for m in found):
            return []
        return [m for m in found if m is short or self._claims(text, m)]

    def zone(self, text: str) -> str | None:
        """Return the name of the unlisted place (a development zone) that ``text`` names, if it does."""
        short = [(0, n, text[:n]) for n in (6, 5, 4, 3, 2) if text[:n] in self._names.stems]
        spans = [*self._names.spans(text), (len(text) + 1, 0, "")]
        spans = [*short[:1], *spans] if short and short[0][1] <= spans[0][0] else spans
        for (start, end, name), (following, _, _) in itertools.pairwise(spans):
            tail = _ZONE.match(text, end)
            if tail and following >= tail.end() and not _OTHERS.search(text[max(0, start - 6) : start]):
                return name + tail[0]
        return None

    def shortened(self, title: str, body: str) -> tuple[Region, ...]:
        """桂阳：调解纠纷五千件, of a text that names 桂阳县: the places whose short name opens a title."""
        head = _NEWS.match(title)
        start = head.end() if head else 0
        for length in (4, 3, 2):
            places = self._in_time(self._names.stems.get(title[start : start + length], ()))
            if named := tuple(place for place in places if place.name in body):
                return () if any(word.endswith(named[0].name) for word in self._marked) else named
        return ()

    def provinces(self, text: str) -> tuple[Region, ...]:
        """Return the one province whose short name stands anywhere in a title; () for none or several."""
        found = {
            place.code: place
            for stem, places in self._names.stems.items()
            for place in self._in_time(places)
            if place.level == "province"
            and any(_NO_PROVINCE.match(text, m.end()) is None for m in re.finditer(stem, text))
        }
        return tuple(found.values()) if len(found) == 1 else ()

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

    def _short(self, text: str, start: int) -> Mention | None:
        """Read a short name that opens the string: 许昌2024年…, 湖南长沙…."""
        for length in (6, 5, 4, 3, 2):
            name = text[start : start + length]
            # A county is called so by nobody but its yearbook.
            yearbook = text.startswith("年鉴", start + length)
            stems = self._names.stems.get(name, [])
            places = self._in_time(p for p in stems if yearbook or p.level != "county")
            if text.startswith("法院", start + length) and any(p.name.endswith("区") for p in stems):
                continue  # 朝阳法院 is as well that of 朝阳区
            if places and self._after_short(text, start + length, places):
                return Mention(start, start, start + length, name, places)
        return None

    def _after_short(self, text: str, end: int, places: Sequence[Region]) -> bool:
        if _AFTER_SHORT.match(text, end):
            return True
        if any(place.level == "province" for place in places):
            another = _NO_PROVINCE.match(text, end) or _ZONE.match(text, end)
            if another is None:
                return True
        children = (child for place in places for child in self._names.children[place.code])
        return any(text.startswith(naming.stem(child.name) or child.name, end) for child in children)

    def _extended(self, text: str, mention: Mention) -> Mention:
        """Follow a city's name into the short name of one of its districts: 许昌市魏都法治…, 内江市中区."""
        children = (c for place in mention.candidates for c in self._names.children[place.code])
        for child in self._in_time(children):
            shared = child.name.removeprefix("市") if mention.name.endswith("市") else child.name
            if shared != child.name and text.startswith(shared, mention.end):
                return self._inside(mention, child, mention.end + len(shared))
            short = naming.stem(child.name)
            end = mention.end + len(short)
            if short and text.startswith(short, mention.end) and _AFTER_SHORT.match(text, end):
                return self._inside(mention, child, end)
        return mention

    def _inside(self, city: Mention, district: Region, end: int) -> Mention:
        return replace(city, start=city.end, end=end, name=district.name, candidates=(district,))
