"""A figure in its place: the words around a number, its measure, period and status, settled before any rule is asked.

Here belongs what comparison words, years, brackets and outlook sections decide. Not here: which indicator the figure
states (rules.py) and whether it is a part of another (scope.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from pipelines.extraction.facts import Facts
from pipelines.extraction.layout import Layout
from pipelines.extraction.lexicon import Topics, TopicsInForce
from pipelines.extraction.quantities import Number
from pipelines.model import Comparator, Measure, ReportKind, Status

_UP = "增长|上升|提高|增加|上涨|提升|增幅|升幅|涨幅|增速|比增|净增|同比增|扩大|攀升"
_DOWN = "下降|减少|降低|降幅|减幅|回落|下滑|压减|缩减|精简|同比减|压缩|收窄|下浮|压降|同比降"
_COMPARED = r"同比|环比|[比较与同]上一?年|[比较与同]去年|[比较与同](?:19|20)\d\d年|较前|相比|比上|较上|较同期|上年同期|去年同期"
_FILL = r"(?:了|约|近|达到?|幅度?|为|超过?|分别|依次|均|各|率|仅|将近|高达)*$"
_CHANGE = re.compile(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN})){_FILL}")
_SHORT_CHANGE = re.compile(
    rf"(?:{_COMPARED}).*?(?:(?P<up>多[\u4e00-\u9fff]{{0,3}}|增|升|高)|(?P<down>少[\u4e00-\u9fff]{{0,3}}|减|降|低)){_FILL}"
)
_MORE = re.compile(r"^[，、]?(?:(?P<up>多|增)|(?P<down>少|减))[办收受理立审发出调]{0,2}(?:了)?$")
_SIGNED = re.compile(rf"(?:同比|环比|较上年|比上年)(?:增减|变化)?{_FILL}")
_COMPARISON = re.compile(_COMPARED)
_PREVIOUS = re.compile(
    r"(?P<noun>.*?)(?P<how>由|从|较|比|同比|相比|对比|与|同)?(?:之?前的?)?"
    r"(?P<when>上一?年度?|去年|前一?年|(?P<year>(?:19|20)\d\d)年度?)(?:同期|全年|[末底初]|年[末底初]|的?同口径)?(?:的|为|是|仅|有|共|全年|案件数|收案数?|受理|总数|,)*$"
)
_FROM = re.compile(
    r"(?P<noun>.*?)(?:由|从)(?P<once>年初|原来|原先|过去|最初|之前|此前|起初|以前|去年底|上年底)?的?$"
)
_LINKED = re.compile(
    r"^.{0,2}?(?:增长|增加|上升|提高|提升|发展|扩充|扩大|下降|减少|降低|压减|降|增|升|减|变)?(?:到|至|为)了?(?:目前|今年|现在|现|本年|当年|如今|(?:19|20)\d\d年)?(?:年?[底末])?的?$"
)
_SHARE = re.compile(
    r"(?P<label>.*?)(?:合计|合|共|总|约|各|分别|均|就|仅|只|达)?(?:占(?!用|地|道|领|有|据|比例)|(?:所)?占比例?|比重)[^，。；]*$"
)
_RATE_NOUN = re.compile(r"[率度][^，。；占]{0,6}$")
_REQUIRED = re.compile(r"每人每?年|每年(?:至少|不少于|不得|要|应)|应当|不得少于|要求|须(?:达|不)|规定")
_GOAL = re.compile(
    r"力争|确保|争取|目标|计划|拟|将|要|达|不少于|不低于|以上|至少|控制|实现|提高|提升|完成|保持|新增|新建|建成|开展|举办|培训|组织|不超过|不高于|以内|以下|推进|落实"
)
_YEAR = re.compile(
    r"(?<!\d)(?P<from>20\d\d)年?(?:至|到|-|~)(?P<to>20\d\d)年"
    r"|(?<![\d\-(])(?P<year>(?:19|20)\d\d)年(?:度|末|底)?(?P<since>[^，。；]{0,8}?以来|起)?"
    r"|(?P<last>去年|上年度?(?!度|结转|同期))|(?P<mid>五年来|近[三五]年|任期|[三五]年来|十[二三四五]五)"
)
_COMPARING = re.compile(r"(?:较|比|与|同|由|从|于|自|对比|相比|截至)$")
_BRACKET = re.compile(r"\([^()]*\)")
_TAIL = re.compile(
    r"(?:分别|依次|平均|均|都|各|就|已经|已|仅|只|也|还|又|共计|总计|合计|累计|总共|共有|共|达到了?|达|高达|多达|(?<!行)为|是|有|了|约|近|将近|大约|接近|超过了?|超出?|逾|突破|不少于|不低于|不超过|不高于|不多于"
    r"|控制在|保持在?|稳定在|稳定|提高到|提升到|提升至|提高至|增加到|增至|增加至|增长到|上升到|上升至|下降到|下降至|降到|降至|升至|发展到|扩充至|扩大到|压减到|压到|力争|确保|须|要|应|应当|至少|最少|实际|全部|目前|现有|现已|现|年末|年底|的|上|连续|继续|仍|≥|≤|>=|<=|>|<|-|\"|”|于|率先|全年|当年|年内|\s)+$"
)
_RECORD = re.compile(
    r"(?:首次|再次|一举)?(?:突破|跃上|迈上)[^，。；]{1,8}(?:大关|台阶)$|(?:再)?创(?:历史)?新高$"
)
_LEAD = re.compile(r"^(?:[、和与并，]|及(?!时)|以及|其中|同时|此外|另外|另|并且)+")


@dataclass(slots=True)
class Figure:
    """A number with what is settled of it; offsets are of the reading text."""

    number: Number
    raw: str
    left: str
    right: str
    before: str
    clause: str
    sentence: str
    sentence_start: int
    clause_start: int
    paragraph: int
    topics: TopicsInForce
    bracket: int | None = None
    measure: Measure = Measure.LEVEL
    role: str = "level"
    sign: int = 1
    period: str | None = None
    status: Status = Status.ACTUAL
    label: str = ""
    noun: str = ""
    anchor: int | None = None
    reason: str | None = None
    listed: bool = False
    outlook: bool = False
    cells: tuple[str, ...] = field(default=())

    @property
    def end(self) -> int:
        """Where the number ends."""
        return self.number.end


def clean(phrase: str) -> str:
    """Cut what only leads up to a number: 共计, 达到, 不少于 …"""
    return _LEAD.sub("", _TAIL.sub("", _RECORD.sub("", phrase)))


def figures(text: str, numbers: list[Number], layout: Layout, topics: Topics, facts: Facts) -> list[Figure]:
    """Return a figure for each number of the prose, with measure, period and status."""
    found: list[Figure] = []
    for number in numbers:
        found.append(_placed(text, number, layout, topics, found[-1] if found else None))
    years = Years(text)
    for index, figure in enumerate(found):
        _measure(index, figure, found)
        _period(years, figure, facts, layout)
    return found


def _placed(text: str, number: Number, layout: Layout, topics: Topics, previous: Figure | None) -> Figure:
    clause_start, clause_end = layout.clause(number.start)
    sentence_start, sentence_end = layout.sentence(number.start)
    bracket = _open_bracket(text, clause_start, number.start, sentence_start)
    floor = clause_start
    raw = text[floor : number.start]
    if bracket is not None and bracket >= floor:
        raw = text[bracket + 1 : number.start]
    elif previous and previous.end > floor and not _inside_closed(text, previous.number.start, number.start):
        raw = text[previous.end : number.start]
    raw = _without_brackets(raw)
    right_end = clause_end
    right = text[number.end : right_end]
    closing = right.find(")")
    if closing >= 0 and "(" not in right[:closing]:
        right = right[:closing] if bracket is not None else right
    paragraph = layout.paragraph(number.start)
    left = clean(raw)
    if not left and not re.match(r"[\u4e00-\u9fff]", right) and not raw.strip("、和及与"):
        left = ""
    elif not left and not re.match(r"[\u4e00-\u9fff]", right):
        left = _earlier(text, clause_start, max(sentence_start, paragraph.start), layout)
    if re.match(r"[、和及与]", right):
        right = ""
    noun_end = number.end + min(24, len(right))
    return Figure(
        number,
        raw,
        left,
        right,
        _earlier(text, clause_start, max(sentence_start, paragraph.start), layout),
        text[clause_start:clause_end],
        text[sentence_start : min(sentence_end, clause_end + 60)],
        sentence_start,
        clause_start,
        paragraph.start,
        topics.at(number.start, number.start - len(raw), noun_end),
        bracket=bracket,
        outlook=paragraph.outlook,
    )


def _earlier(text: str, clause_start: int, floor: int, layout: Layout) -> str:
    """The words of the clause before, for a figure whose own clause has none (律师人数首次突破两千，达…)."""
    if clause_start - 1 <= floor or text[clause_start - 1 : clause_start] not in "，：":
        return ""
    start, end = layout.clause(clause_start - 2)
    words = text[max(start, floor) : end]
    return clean(_COMPARISON.split(_without_brackets(_DIGIT.split(words)[0]))[0])


_DIGIT = re.compile(r"\d")


def _open_bracket(text: str, clause_start: int, at: int, floor: int) -> int | None:
    opened = text.rfind("(", floor, at)
    return opened if opened >= 0 and text.find(")", opened, at) < 0 else None


def _inside_closed(text: str, start: int, at: int) -> bool:
    closing = text.find(")", start, at)
    return closing >= 0 and text.rfind("(", 0, start) > text.rfind(")", 0, start) if closing >= 0 else False


def _without_brackets(raw: str) -> str:
    return _BRACKET.sub(
        lambda match: (
            match.group() if len(match.group()) <= 8 and not re.search(r"\d", match.group()) else ""
        ),
        raw,
    )


def _measure(index: int, figure: Figure, found: list[Figure]) -> None:
    previous = (
        found[index - 1] if index and found[index - 1].sentence_start == figure.sentence_start else None
    )
    if (
        previous
        and not figure.raw.strip("、和及与,，以 ")
        and previous.number.unit_class == figure.number.unit_class
        and previous.bracket == figure.bracket
    ):
        figure.listed = True
        figure.role, figure.measure, figure.sign = previous.role, previous.measure, previous.sign
        figure.noun = previous.noun
        return
    if _change(figure, previous):
        return
    if previous and previous.role == "previous" and _LINKED.match(figure.raw.strip("，")):
        figure.role, figure.noun, figure.left = "linked", previous.noun, previous.noun or figure.left
        figure.measure = previous.measure
        figure.anchor = index - 1
        return
    if _previous(figure):
        return
    if figure.number.unit_class == "percent":
        share = _SHARE.match(figure.raw)
        if share and not re.search(r"占比?[^，。]*率[^占]*$", figure.raw):
            figure.measure, figure.role = Measure.SHARE_PCT, "share"
            figure.label = clean(share["label"])


def _change(figure: Figure, previous: Figure | None) -> bool:
    unit = figure.number.unit_class
    raw = figure.raw
    change = _CHANGE.search(raw) or _SHORT_CHANGE.search(raw)
    if change is None and previous and previous.role in ("previous", "dated"):
        change = _MORE.search(raw)
    signed = _SIGNED.search(raw) if unit == "percent" else None
    if change is None and signed is None:
        return False
    compared = bool(_COMPARISON.search(raw)) or bool(
        previous and previous.role in ("previous", "change", "dated")
    )
    if unit not in ("percent", "points") and not compared:
        return False
    if (
        unit == "percent"
        and change is None
        and figure.number.value >= 0
        and signed
        and not re.search(r"\+$", raw)
    ):
        return False
    figure.role = "change"
    figure.sign = -1 if change and change.groupdict().get("down") else 1
    figure.measure = Measure.CHANGE_PCT if unit == "percent" else Measure.CHANGE_ABS
    cut = _COMPARISON.search(raw) or change or signed
    noun = raw[: cut.start()] if cut else ""
    if change and cut is not change:
        noun = noun or _between(raw, change.start())
    figure.noun = clean(noun)
    return True


def _between(raw: str, end: int) -> str:
    """同比行政处罚下降: the noun may stand between the comparison and its verb."""
    return re.sub(rf"^(?:{_COMPARED})(?:同期|度|年?末|底|分别|依次)*(?:的|，)*", "", raw[:end])


def _previous(figure: Figure) -> bool:
    raw = re.sub(r"(?:约|近|仅)$", "", figure.raw)
    match = _PREVIOUS.match(raw)
    if match and (match["how"] or not clean(match["noun"])):
        explicit = match["year"]
        if explicit and not match["how"] and not match["noun"]:
            figure.noun = ""
            figure.role, figure.period = ("dated", explicit)
            return True
        figure.role, figure.noun = "previous", clean(match["noun"])
        figure.period = explicit
        return True
    start = _FROM.match(raw)
    if (
        start
        and re.search(r"[\u4e00-\u9fff]{2}", start["noun"])
        and re.match(r"[^，。；]{0,8}(?:到|至|为)", figure.right)
    ):
        figure.role, figure.noun = "previous", clean(start["noun"])
        if start["once"]:
            figure.reason = "period_unknown"
        if re.search(r"占比|比重|比例", figure.noun):
            figure.measure = Measure.SHARE_PCT
        return True
    return False


def _period(years: Years, figure: Figure, facts: Facts, layout: Layout) -> None:
    if facts.year is None:
        figure.reason = "year_unknown"
        return
    year = facts.year
    stated = _stated_year(years, figure, year, layout)
    if figure.measure is Measure.SHARE_PCT or re.search(r"占比|比重|比例", figure.noun):
        figure.measure = (
            Measure.SHARE_PCT
            if figure.number.unit_class == "percent" and figure.role in ("previous", "linked", "share")
            else figure.measure
        )
    if figure.role == "previous":
        base = (
            int(stated[:4])
            if stated
            and stated.isdigit()
            and int(stated) < year
            and figure.period is None
            and not _COMPARISON.search(figure.raw)
            else None
        )
        figure.period = figure.period or (str(base) if base else str(_current(stated, facts) - 1))
        return
    if figure.role == "linked":
        explicit = re.search(r"(20\d\d)年", figure.raw)
        _settle(figure, facts, explicit[1] if explicit else None)
        return
    if figure.role == "dated":
        if int(figure.period or 0) > year and facts.kind is not ReportKind.PLAN:
            figure.status = Status.TARGET
        return
    if stated == "":
        figure.reason = "period_unknown"
        return
    _settle(figure, facts, stated)


def _current(stated: str | None, facts: Facts) -> int:
    return int(stated[-4:]) if stated else (facts.year or 0)


def _settle(figure: Figure, facts: Facts, stated: str | None) -> None:
    year = facts.year or 0
    plan = facts.kind is ReportKind.PLAN
    if stated:
        figure.period = stated
        last = int(stated[-4:])
        ahead = last > year or (plan and last >= year)
        figure.status = Status.TARGET if ahead else Status.ACTUAL
        return
    if plan or figure.outlook:
        figure.status, figure.period = Status.TARGET, facts.target_period
        if not plan and not _GOAL.search(figure.sentence):
            figure.reason = "outlook"
        return
    figure.period = str(year)
    bound = figure.number.comparator in (Comparator.AT_LEAST, Comparator.AT_MOST)
    if bound and _REQUIRED.search(figure.clause):
        figure.status = Status.TARGET


def _stated_year(years: Years, figure: Figure, year: int, layout: Layout) -> str | None:
    """The period that the words left of the figure state: None for none, '' for one that cannot be told."""
    paragraph = layout.paragraph(figure.number.start)
    for start, end, far, own in (
        (figure.clause_start, figure.number.start, False, True),
        (figure.sentence_start, figure.clause_start, False, False),
        (paragraph.start, figure.sentence_start, True, False),
    ):
        found = _last_year(years, max(start, paragraph.start), end, year, far, own)
        if found is not None:
            return found
    if paragraph.headings:
        heading = paragraph.headings[-1]
        match = re.search(r"((?:19|20)\d\d)年", years.text[heading.start : heading.end])
        if match and not paragraph.outlook and abs(int(match[1]) - year) <= 1 and int(match[1]) <= year:
            return None if int(match[1]) == year else match[1]
    return None


class Years:
    """The words for years in a reading text, found once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._matches = list(_YEAR.finditer(text))
        self._starts = [match.start() for match in self._matches]

    def between(self, start: int, end: int) -> list[re.Match[str]]:
        """Return those that lie within ``[start, end)``."""
        found = self._matches[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [match for match in found if match.end() <= end]


def _last_year(years: Years, start: int, end: int, year: int, far: bool, own: bool) -> str | None:
    result = None
    text = years.text
    for match in years.between(start, end):
        leads = (
            match.start() == start
            or text[match.start() - 1] in "，。；：\n("
            or bool(_LEADING.search(text, max(start, match.start() - 4), match.start()))
        )
        if not own and not (leads and (not far or match.start() == 0 or text[match.start() - 1] in "。\n；")):
            continue
        if _COMPARING.search(text, max(0, match.start() - 3), match.start()) and not match["since"]:
            continue
        found = _year_of(text, match, year, far, own)
        result = result if found is None else found
    return result


_LEADING = re.compile(r"(?:截至|截止|到|至|其中|在|,|是|自|从)$")
_NO_PERIOD = re.compile(
    r"[》”]|新修订|修订|版|实施的|出台|印发|制定的|国务院|度?结转|转入|遗留|以前|之前|颁布|施行|起施行|第"
)


def _year_of(text: str, match: re.Match[str], year: int, far: bool, own: bool) -> str | None:
    after = text[match.end() : match.end() + 14]
    if match["from"]:
        return None if far or re.match(r"[)》]|规划", after) else f"{match['from']}/{match['to']}"
    if match["mid"]:
        return None if far or "十" in match["mid"] else ""
    if match["last"]:
        return (
            None if not own or re.match(r"同期|末|底|的|结转|转入|转结|遗留|移交", after) else str(year - 1)
        )
    if match["since"]:
        return f"{match['year']}/{year}" if not far and int(match["year"]) < year else None
    if _NO_PERIOD.match(after) or text[max(0, match.start() - 1) : match.start()] == "《":
        return None
    if re.match(r"\d{1,2}月[^，。]{0,6}(?:以来|起)", after):
        return None if far or int(match["year"]) >= year else f"{match['year']}/{year}"
    return str(match["year"])
