"""Which place a text without an author names by its own words: 信都区始终坚持…, 我区, offices in its opening.

Here belongs the witness of the prose. Titles, signatures and publishers are heard before it (placing.py).
"""

from __future__ import annotations

import re
from collections import Counter

from pipelines.catalogue import naming
from pipelines.catalogue.division import Region
from pipelines.catalogue.letter import Letter
from pipelines.catalogue.mentions import Search
from pipelines.catalogue.short_names import Mention

SELF = re.compile(r"[我全本]([省市州盟旗县]|区(?![域块间别分])|市(?![场民]))")
OFFICE = re.compile(r"委|人民政府|政府|司法|中级|中院|检察|市|党|人大|12345")
# 2021年，信都区始终坚持…: what stands before and behind the place that a first paragraph is about.
BEFORE_SUBJECT = (
    r"\s*(?:(?:20\d\d年(?:度|以来|第?[一二三四]季度|上半年)?|今年以来|近年来)[，,])?"
    r"(?:在[^，,。]{2,30}领导下(?:和[^，,。]{2,20}指导下)?[，,])?\s*"
)
BEHIND_SUBJECT = (
    r"(?:始终)?(?:坚持|坚定|牢固|以|在|深入|全面|认真|紧紧|严格|扎实|持续|贯彻|共?(?:新收|受理|审结))"
)
OFFICE_OF_SUBJECT = r"[\u4e00-\u9fff]{0,8}?(?:局(?!面)|法院|检察院)"  # 甲县司法局始终坚持…
_YEAR_OPENS = re.compile(BEFORE_SUBJECT)
_DOES = re.compile(rf"(?:{OFFICE_OF_SUBJECT})?{BEHIND_SUBJECT}")
_BEFORE_ANNOUNCER = "\n从由，。"
# 工作格局, 全局, 开创新局面 name no bureau; 国家安全局 and 科技创新局 do.
BUREAU = r"(?<![格布结大开])(?<!开新)(?<!(?<!安)全)局(?!面)"
_ANNOUNCES = re.compile(
    rf"[\u4e00-\u9fff]{{0,10}}?(?:厅|{BUREAU}|委|办公?室?|法院|检察院|协会)"
    r"(?:日前|近日|今日|(?:\d{1,2}月)?\d{1,2}日)?(?:向媒体)?(?:通报|介绍|公布|发布|获悉|了解到|召开|举行)"
)
_SPREAD = 20_000
LETTERHEAD = 40  # characters of a line that may be an addressee or an imprint
_OPENING = 600  # characters in which such a text names its offices


def place(letter: Letter, search: Search) -> tuple[Region, ...]:
    """Take the place that the text speaks of most, if it is of the kind that it calls its own (我区)."""
    own = Counter(SELF.findall(letter.body)).most_common(1)
    subject = _subject(letter, search) or search.heading(letter.title, letter.body)
    told = subject or _announcer(letter, search)
    if told and own and own[0][0] in (naming.self_word(told[0].name), "省"):
        return told  # 全省 may be no more than what 邻水县 compares itself with
    if not own:
        return offices(letter, search) or _announcer(letter, search) or subject
    if own[0][0] == "省" and (titled := search.short.provinces(letter.title)):
        return titled  # 春节假期四川高速公路执法通报, of a text that says 全省
    return _most_named(letter, search, own[0][0]) or offices(letter, search)


def offices(letter: Letter, search: Search) -> tuple[Region, ...]:
    """Take the one place below a province whose offices a newspaper or yearbook opens with."""
    prose = [line for line in letter.body.split("\n") if len(line) > LETTERHEAD]
    text = "\n".join(prose)[:_OPENING]
    found = [m for m in search.find(text) if _is_named_whole(m.name) and OFFICE.match(text, m.end)]
    found = [m for m in found if not naming.needs_care(m.name) or m.certain]  # 市委和县委 names no 和县
    named = {m.name: m.candidates for m in found if m.candidates[0].level != "province"}
    return next(iter(named.values())) if len(named) == 1 else ()


def _subject(letter: Letter, search: Search) -> tuple[Region, ...]:
    """Take the place that the first paragraph is about: 2021年，信都区始终坚持…."""
    first = next((line for line in letter.body.split("\n") if len(line) > LETTERHEAD), "")
    opens = _YEAR_OPENS.match(first)
    for mention in search.find(first[:LETTERHEAD]):
        if mention.anchor == (opens.end() if opens else 0):
            named = _is_named_whole(mention.name) and _DOES.match(first, mention.end)
            return mention.candidates if named else ()
    return ()


def _announcer(letter: Letter, search: Search) -> tuple[Region, ...]:
    """Take the place whose office tells the news: 湖南省司法厅7日通报; 记者从望城区司法局获悉."""
    text = letter.body[:_OPENING]
    for mention in search.find(text):
        opens = not mention.anchor or text[mention.anchor - 1] in _BEFORE_ANNOUNCER
        told = opens and _is_named_whole(mention.name) and _ANNOUNCES.match(text, mention.end)
        if told:
            return () if _tells_of_another(mention, text, search) else mention.candidates
    return ()


def _tells_of_another(announcer: Mention, text: str, search: Search) -> bool:
    """湖南省司法厅通报…，望城区司法局办理320件: whether a place below the announcer's has an office."""
    offices = (m for m in search.find(text, announcer.end) if OFFICE.match(text, m.end))
    return any(m.candidates[0].level != announcer.candidates[0].level for m in offices)


def _most_named(letter: Letter, search: Search, own: str) -> tuple[Region, ...]:
    """Take the place of the kind ``own`` that the text names often, and far oftener than others."""
    text = letter.body[:_SPREAD]
    named = list(search.find(text))
    told = [m for m in named if not naming.needs_care(m.name) or m.certain]
    mentions = [m for m in told if naming.self_word(m.candidates[0].name) == own]
    ranked = Counter(m.name for m in mentions).most_common(2)
    alone = len(ranked) == 1 and len({m.name for m in named}) == 1
    if not ranked or ranked[0][1] < (2 if alone else 3):
        return ()
    if len(ranked) > 1 and ranked[0][1] < 3 * ranked[1][1]:
        return ()
    chosen = [m for m in mentions if m.name == ranked[0][0]]
    certain = [m for m in chosen if m.certain]
    return (certain or chosen)[0].candidates


def _is_named_whole(name: str) -> bool:
    """Tell whether a name has its kind (衡阳市, not 衡阳): a short one may be anything."""
    return bool(naming.self_word(name)) and name != naming.stem(name)
