"""Divisions called by their short names: 许昌2024年…, 内江市中区, 桂阳：…, 湖南 within a title.

Here belongs what lets a short name be one. Full names, and what makes either mean something else, are
mentions.py's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipelines.catalogue import naming
from pipelines.catalogue.division import Region
from pipelines.catalogue.gazetteer import Gazetteer, in_time

# A name before one of these is part of the name of a place that the official list does not have.
ZONE = re.compile(
    r"(?!管委会|管理委员会)[^\W\d的年局委府于和及暨法创建争、]{0,10}?"
    r"(?:开发区|高新区|经开区|新区|示范区|工业区|工业园|园区|保税区|集聚区|度假区|风景区|名胜区|管理区|试验区"
    r"|合作区|管委会|管理委员会)|生产建设兵团"
)
_AFTER_SHORT = re.compile(
    r"20\d\d年|法治|依法|司法局|[省市州盟区县旗]委|人民政府|[日晚晨]报|年鉴|新闻|发布|通报|公布|出台|召开|举行"
    r"|铁路运输(?:中级)?法院|中级人民法院|中院|[各全两三]级?法院|法院|检察|律师|公证|环保|生态环境|市场监管|城管|公安"
    r"|行政|执法|人民调解|调解|信访|普法|新收|排查|查处|立案|办理|办结|化解|亮出|晒出|交出|上半年|去年|今年"
    r"|近[\d两三五]|法律援助|政务服务|公共法律服务|[：:]|多措并举|多元|加强|加大|推进|强化|提高"
)
# 湖南路街道, 河南籍, 四川大学, 河北区: what a province's short name only begins.
_NO_PROVINCE = re.compile(r"$|[\u4e00-\u9fff]?[路街镇乡村区县市州巷桥]|籍|大学|商会|航空|银行|大道|大厦|宾馆")
# 平安泸溪：…: what a newspaper puts before the place that it tells of.
_NEWS = re.compile(r"(?:平安|法治|今日|美丽)?")


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


class ShortNames:
    """The short names of divisions in the parts of one report.

    Args:
        names: all names.
        year: the report's year; places that did not exist then are passed over.
    """

    def __init__(self, names: Gazetteer, year: int | None) -> None:
        self._names = names
        self._year = year

    def opening(self, text: str, start: int) -> Mention | None:
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
            another = _NO_PROVINCE.match(text, end) or ZONE.match(text, end)
            if another is None:
                return True
        children = (child for place in places for child in self._names.children[place.code])
        return any(text.startswith(naming.stem(child.name) or child.name, end) for child in children)

    def extended(self, text: str, mention: Mention) -> Mention:
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

    def heading(self, title: str, body: str) -> tuple[Region, ...]:
        """Return the places whose short name opens a title (桂阳：…), of a text that names them (桂阳县)."""
        head = _NEWS.match(title)
        start = head.end() if head else 0
        for length in (4, 3, 2):
            places = self._in_time(self._names.stems.get(title[start : start + length], ()))
            if named := tuple(place for place in places if place.name in body):
                return named
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
