"""Who reports: the publisher of a text and the body whose figures it gives.

Here belongs what tells a government from its departments. A bureau's figures must never stand beside a
county's.
"""

from __future__ import annotations

import re

from pipelines.catalogue import own_words
from pipelines.extraction.expressions.lexicon import lexicon
from pipelines.extraction.facts.dates import SOURCE
from pipelines.model import Hints

_GOVERNMENT = re.compile(
    r"人民政府(?!网)|县委|区委|市委|州委|旗委|省委|法治政府建设(?:工作)?领导小组|依法治[县区市省州]|(?:市|县|区|州)政府|管委会|管理委员会"
    r"|依法行政(?:工作)?领导小组|政府办公[室厅]|政府法制办"
)
_DEPARTMENT = re.compile(
    r"(?:[\u4e00-\u9fff]{2,12}?(?:省|自治区|市|地区|自治州|州|盟|县|区|旗)(?:[(]示例[)])?)?"
    rf"(?P<name>(?:(?![在从了以归的]|联合|超过|记者|按照|坚持|建成|覆盖|活动)[\u4e00-\u9fff]){{2,18}}?(?:分局|总队|支队|大队|管理局|监督局|委员会|办公室|{own_words.BUREAU}|厅|中心|卫健委|卫计委|发改委|住建委|经信委|民宗委|国资委|农委|教委|科委|商务委|交通委|法院|中院|检察院|街道办事处|镇人民政府|乡人民政府|街道|镇政府|乡政府))"
)
# 来源：某市融媒体中心: who spreads the news is not whose figures they are.
_MEDIA = re.compile(r"媒体中心|报社|日报|晚报|电视台|广播|传媒|新闻中心|新闻网")
# 市、乡、村四级调解委员会, 围绕中心服务大局: no body that reports
_NO_BODY = re.compile(
    r"^(?:[上下]半年|镇级|开展|[个名家处所民成级]|[两三四各]级|[村乡]四级|申请|律师)|调解委员会$|化解中心$|社矫委员会$|围绕中心$|市民中心$|大厅$"
)
# 高新区管委会城市管理局, 柳泉镇人民政府: of no county's government
_BELOW_GOVERNMENT = re.compile(
    r"镇人民政府|乡人民政府|街道办事处|(?:管委会|管理委员会)[\u4e00-\u9fff]{2,12}局"
)
_OF_A_REGION = re.compile(
    r"(?:关于)?(?:(?:19|20)\d\d年度?)?[\u4e00-\u9fff]{1,14}?(?:省|市|县|区|州|旗|盟)(?:[(]示例[)])?"
    r"(?:关于)?(?:(?:19|20)\d\d年度?)?(?:推进)?(?:法治政府建设|依法行政)"
)
# 市政府新闻办召开的发布会上，市中级人民法院发布…: whose figures they are, not whose hall it was.
_ANNOUNCER = re.compile(
    r"(?<=[，。日\s])(?P<name>[\u4e00-\u9fff]{1,14}?(?:局|法院|检察院))(?:党[组委][^，。；]{0,20})?(?:、[^，。；]{0,14}?)?"
    r"(?:首次|联合|正式|今日)*(?:召开|举行|通报|发布|公布)"
)
_IN_TITLE = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?:省|市|县|区|州|旗)(?P<name>高院|中院|法院|检察院|[\u4e00-\u9fff]{2,8}局)(?:通报|发布|公布|晒出)"
)
_TOWN = re.compile(
    r"(?:关于)?(?:(?:19|20)\d\d年度?)?(?:[\u4e00-\u9fff]{1,12}?[市县区旗州])?"
    r"(?P<name>[\u4e00-\u9fff]{1,6}?(?:(?<!乡)镇|乡(?!镇)|街道))(?=(?:19|20)\d\d|法治|依法|综合|关于)"
)
_OF_COURTS = re.compile(r"行政审判(?:白皮书|工作|情况)")
_SIGNED = re.compile(r"(?:政府|委|局|办公室|委员会|厅)\s*$")
_NEXT_CREDIT = re.compile(r"(?:作者|编辑|责任编辑|记者|通讯员|发布|(?:19|20)\d\d[-年./].*)$")
# A yearbook tells under this heading what the justice bureau did.
_ENTRY = re.compile(r"(?:^|[>/：:])\s*司\s*法\s*行\s*政\s*$")
# The party committee's office for the rule of law signs for the place, whichever bureau publishes its text.
_RULE_OF_LAW_OFFICE = re.compile(
    r"\s*(?:中共)?[\u4e00-\u9fff]{2,20}依法治[省市县区州旗盟](?:委员会|领导小组)?办公室(?:\s|$|20\d\d)"
    r"|\s*[\u4e00-\u9fff]{1,3}(?:依)?法治办(?:发|函|通)?[〔\[(]20\d\d"
)
_SUBJECT = re.compile(
    rf"{own_words.BEFORE_SUBJECT}[\u4e00-\u9fff]{{2,8}}[县区市州旗]{own_words.BEHIND_SUBJECT}"
)
_SUBJECT_OFFICE = re.compile(
    rf"{own_words.BEFORE_SUBJECT}[\u4e00-\u9fff]{{2,8}}?[省县区市州旗](?P<name>{own_words.OFFICE_OF_SUBJECT}){own_words.BEHIND_SUBJECT}"
)
_OUR_BUREAU = re.compile(r"[我本](?:局|委(?!托)|办|中心|院|队)")
_HEADING = 8  # lines among which a yearbook names itself and its entry
_UNDER_TITLE = 6  # lines among which the body may stand under a title that does not name it
_LETTERHEAD = re.compile(r"^[#* ]*((?:中共)?[\u4e00-\u9fff()]{4,40}?)(?:文件|函)?[#* ]*$")


def find_publisher(lines: list[str], title_at: int, hints: Hints) -> str | None:
    """Return who published the text: its source line, its letterhead, its signature, or the hints."""
    for line in lines[:30]:
        match = SOURCE.search(line)
        if match:
            return _NEXT_CREDIT.sub("", match[1])
    for line in lines[: title_at + _UNDER_TITLE]:
        match = _LETTERHEAD.match(line)
        if match and re.search(r"(?:政府|委|局|办公室|委员会|领导小组|厅)$", match[1]):
            return match[1]
    for line in reversed(lines[-12:]):
        match = _LETTERHEAD.match(line)
        if match and re.search(r"(?:政府|委|局|办公室|委员会|领导小组|厅|示例[)])$", match[1]):
            return match[1]
    return hints.publisher


def body_of(
    title: str | None, publisher: str | None, lines: list[str], *, official: bool = True
) -> str | None:
    """Return ``government`` or the department's own name: by title, signature, source, in this order.

    ``official``: the title is a body's own; a newspaper's names none, and the text's first lines do.
    """
    if any("年鉴" in line for line in lines[:_HEADING]) and any(map(_ENTRY.search, lines[:_HEADING])):
        return "司法局"
    signature = _signature(lines)
    if not official:
        publisher = None if _MEDIA.search(publisher or "") else publisher
        lines = [line for line in lines if not _MEDIA.search(line)]
    titled = None if official else _IN_TITLE.match(title or "")
    if titled:
        return _bare(titled["name"])  # 某市中院通报…, whoever else the news tells of
    lead = "" if title and official else " ".join(lines[: 4 if official else 8])
    announced = None if official else _ANNOUNCER.search(lead)
    if announced and not _GOVERNMENT.search(announced["name"]):
        return _bare(announced["name"])
    if official and any(map(_RULE_OF_LAW_OFFICE.match, lines[:_HEADING])):
        return "government"
    if title and _OF_A_REGION.match(title) and not _DEPARTMENT.search(_author(title)):
        return "government"
    office = _office_of_subject(lines)
    told = None if title else office  # who leads it is named in the same lines
    named = told or _named((_author(title or ""), signature, publisher or "", lead))
    town = _of_town(title or "") if named in (None, "government") else None
    return town or named or (_of_place(title) if title else None) or office or _of_subject(lines)


def _signature(lines: list[str]) -> str:
    return next((line for line in reversed(lines[-8:]) if _SIGNED.search(line) and len(line) < 40), "")


def _named(texts: tuple[str, ...]) -> str | None:
    """The first body that one of the texts names."""
    for text in texts:
        department = next(filter(_reports, _DEPARTMENT.finditer(text)), None)
        below = department and _BELOW_GOVERNMENT.search(text)
        if _GOVERNMENT.search(text) and not below:
            return "government"
        if department:
            return _bare(department["name"])
    return None


def _reports(found: re.Match[str]) -> bool:
    """建成13个法律援助中心 names none that could report."""
    counted = found.string[: found.start("name")].endswith(("个", "家", "所"))
    return not counted and not _NO_BODY.search(found["name"])


def _of_town(title: str) -> str | None:
    """云岭县柳泉镇2024年工作小结: a town's government is no county's."""
    town = _TOWN.match(title)
    if town is None:
        return None
    return town["name"] + ("" if town["name"].endswith("街道") else "人民政府")


def _of_place(title: str) -> str | None:
    """Whose a title is that names a place and no body: its government's, or its court's."""
    if _OF_COURTS.search(title):
        return "法院"
    return "government" if re.search(r"县|区|市|州|旗", title) else None


def _office_of_subject(lines: list[str]) -> str | None:
    """今年以来，甲市司法局在市政府的领导下…: an office that the first paragraph is about reports itself."""
    first = next((line for line in lines if len(line) > own_words.LETTERHEAD), "")
    office = _SUBJECT_OFFICE.match(first)
    return _bare(office["name"]) if office else None


def _of_subject(lines: list[str]) -> str | None:
    """2021年，信都区始终坚持…: a place that its first paragraph is about reports itself."""
    first = next((line for line in lines if len(line) > own_words.LETTERHEAD), "")
    of_bureau = any(map(_OUR_BUREAU.search, lines))  # its figures must not stand beside the place's
    return "government" if _SUBJECT.match(first) and not of_bureau else None


def _author(title: str) -> str:
    """Cut the title before what it is about: 某市司法局关于… → 某市司法局."""
    named = re.sub(r"^(?:19|20)\d\d年度?", "", title)
    return re.split(r"关于|《|(?:19|20)\d\d", named)[0] or named


def court(body: str | None, level: str | None) -> str | None:
    """Return the full name of a court told for short: 吉安法院 in a city's report is 中级人民法院."""
    if not body or not body.endswith("法院") or body.endswith("人民法院"):
        return body
    of_a_railway = body.find("铁路运输")
    if of_a_railway >= 0:
        return body[of_a_railway:]
    return {"city": "中级人民法院", "county": "人民法院", "province": "高级人民法院"}.get(level or "", body)


_ALL_COURTS = re.compile(r"^月?(?:全[省市县区州]|两级)(?=法院|检察院)")
_REGION = re.compile(
    r"^.{1,8}?(?:省|自治区|自治州|地区|州|盟|县|旗|区|(?<!城)市(?![场政容]))(?:[(]示例[)])?(?=.{3,}$)"
)


def _bare(name: str) -> str:
    """Cut the region before a department's own name: 云栖市鹿鸣区城市管理局 → 城市管理局."""
    name = _ALL_COURTS.sub("", name)
    if name.endswith(("中院", "高院")):
        return "中级人民法院" if name.endswith("中院") else "高级人民法院"
    bare = re.sub(r"^(?:管委会|管理委员会|[县区州旗]|市(?![场政容]))(?=.{3,}$)", "", _REGION.sub("", name))
    return lexicon().bodies.get(bare, bare) if bare == name else _bare(bare)
