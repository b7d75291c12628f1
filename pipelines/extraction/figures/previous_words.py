"""Words that make a figure the level of the year before: 较上年的36件, 由268项, 2023年则为….

Here belongs what names another year than the report's, and what of it. The words are data (grammar.yaml).
"""

from __future__ import annotations

import re

from pipelines.extraction.expressions.grammar import any_of
from pipelines.extraction.facts.spans import plan_years
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.text.clauses import clean

COMPARED = any_of("compared")
TURNS = re.compile(r"^(?:但|却|而|不过|且|虽然?)+")
COMPARISON = re.compile(COMPARED)
_PREVIOUS = re.compile(
    r"(?P<noun>.*?)(?P<how>由|从|较之|[高低]于|较|比起|比之|比|同比|相比|对比|与|同)?(?:之?前的?)?"
    r"(?P<when>上一?年度?|去年|前一?年度?|(?P<year>(?:19|20)\d\d)年度?)(?:同时期|同期数?|全年|[末底初]|年[末底初]|的?同一?口径|(?:这一|该|此|同一)(?:数字|比例|比率|数据|数|指标))?"
    r"(?:的(?P<rate>[\u4e00-\u9fff]{2,8}率)|(?:的|为|是|仅|有|共|全年|新收|收到|发案|案件[数量]|收案数?|受理|办理|检查|处罚|立案|查处|审结|接待|接听|解答|办结|调解|开展|总数|分别|依次|只|[做开办转搞]|,)*)$"
)
_FROM = re.compile(
    r"(?P<noun>.*?)(?:由|从|(?<=率)自)(?P<once>年初|原[来先]|过去|最初|之前|此前|起初|以前|[去上]年底)?的?$"
)
_PLAN_END = re.compile("“十([一二三四])五”(?:规划)?(?:期)?[末底]")  # 比“十二五”末的33人增加13人
# 维持318件（296件）: where a sentence says what its brackets hold.
_IN_BRACKETS = re.compile(r"括号内(?:的?数[字据值])?[为是系](?:上年度?|去年(?:同期)?|(?P<year>20\d\d)年)")
# 较去年(收到251件、受理226件)分别增长…: so is what stands in brackets behind the year compared with
_COMPARED_IN_BRACKETS = re.compile(r"[较比与](?:上年|去年|(?P<year>(?:19|20)\d\d)年)(?:度|同期)?$")
_SERIES = re.compile(
    r"^[，；、]?[而到至]?(?P<year>(?:19|20)\d\d)年(?:度|[底末]|全年|同?口径|这一(?:数字|比例|数据)|1至?-?\d{1,2}月)?(?:则|又|再|更|仅|已|进一步|继续|案件|数|分别)*"
    r"(?:下降|上升|降低|提高|增长|减少|增加|回落|攀升|[升降增减])?(?:至|到|为|是|达到?|只?[做开办转搞有])?$"
)
_TREND = re.compile(
    r"(?P<noun>(?:(?!复议|应诉|诉讼|调解|援助|仲裁)[\u4e00-\u9fff、]){2,30}(?:案件|纠纷))(?:数量|数)?"
    r"(?:均|都|有所|较为|大幅|明显|显著|略有)*(?:增[幅长加速]|上升|下降|减少|[升降]幅|回落|攀升)(?:较?[大多]|明显|显著|突出|较快)?"
)
_JUST_FROM = re.compile(r"[、，]?(?:分别|依次)?(?:是|为)?[由从]")
_SEVERAL = re.compile(r"[与和、及]")
_NEARLY = re.compile(r"(?:约|近|仅|不足|不到|超过)$")
_LEADS_ON = re.compile(r"[^，。；]{0,8}(?:到|至|为)")
_NOUN = re.compile(r"[\u4e00-\u9fff]{2}")
# 占审结数的20.61%，该比例去年为15.3%; 满意率为96.8%，2022年该项满意率为95.2%
_THAT_SHARE = re.compile(
    r"^，?(?:该|这一|此)(?:比例|占比|比重)(?:在|为)?(?:去年|上年|(?P<year>(?:19|20)\d\d)年)(?:度|同期)?[为是仅]?$"
)
_YEAR_OF_THAT = re.compile(
    r"^[，；]?(?:去年|上年|(?P<year>(?:19|20)\d\d)年)(?:度|同期)?(?:该|这一|此)项?[\u4e00-\u9fff]{0,8}?(?:率|占比|比例|比重)(?:为|是|仅)*$"
)
# 与2023年需办理复议案件82件相比: what this year is set beside
_SET_BESIDE = re.compile(
    r"[与同](?:上年|去年|(?P<year>(?:19|20)\d\d)年)(?:度|同期|全年)?(?=[\u4e00-\u9fff]{2})[^，。；]{2,48}?(?:相比|对比|比较)"
)
_BESIDE = re.compile("相比|对比|比较")
_YEAR_BESIDE = re.compile(r"^[与同](?:上年|去年|(?:19|20)\d\d年)(?:度|同期|全年)?")
# 分别是去年同期的172%: a ratio of two years, neither a level nor a change.
_RATIO = re.compile(r"[是为相当于](?:去年|上年)(?:同期|全年)?的$")
# 受理数是上年31件的2.5倍: the level of the year before, by which this one is measured
_TIMES = re.compile(r"^的\d[\d.]*倍")
_IS = re.compile(r"(?:几乎|接近|大约|约)?(?:相当于|达到?|[是为])(?:近|约)?$")
_VERB = re.compile(r"受理|办理|新收|收到|发案")
_CONCLUDED = re.compile(r"[审办][结理]$|(?:立案|查处|检查|调解)$")


def of_year_before(figure: Figure) -> bool:
    """Make a figure a level of another year where its words say so."""
    raw = _PLAN_END.sub(_last_year, figure.raw) if "五”" in figure.raw else figure.raw
    series = _SERIES.match(raw)
    rate = figure.number.unit_class == "percent"
    that = (_THAT_SHARE.match(raw) or _YEAR_OF_THAT.match(raw)) if rate else None
    named = series or that
    if named:
        figure.role, figure.period, figure.noun = "dated" if series else "previous", named["year"], ""
        return True
    beside = _SET_BESIDE.match(figure.clause) if _BESIDE.search(figure.clause) else None
    if beside and figure.number.end < figure.clause_start + beside.end() and _NOUN.search(figure.left):
        told = clean(_YEAR_BESIDE.sub("", raw))
        if _NOUN.search(told) and not told.startswith("的"):
            figure.role, figure.period, figure.noun = "previous", beside["year"], told
            return True
    held = _IN_BRACKETS.search(figure.sentence) if not raw and figure.bracket is not None else None
    if held:
        figure.role, figure.period, figure.noun = "previous", held["year"], ""
        return True
    if figure.bracket is not None and figure.bracket >= figure.clause_start:
        around = figure.clause[: figure.bracket - figure.clause_start]
        compared = _COMPARED_IN_BRACKETS.search(around) if raw else None
        if compared:
            figure.role, figure.period, figure.noun = "previous", compared["year"], clean(raw)
            return True
        if not raw and COMPARISON.search(around):
            raw = around  # 较2022年（118件）增加…
    match = _PREVIOUS.match(_NEARLY.sub("", raw)) if "年" in raw else None
    return (match is not None and _of_named_year(figure, raw, match)) or _from(figure, match)


def _last_year(plan: re.Match[str]) -> str:
    return f"{plan_years(plan[1])[1]}年"


def _of_named_year(figure: Figure, raw: str, match: re.Match[str]) -> bool:
    """较上年的36件, 2022年的基础上: the words name the year."""
    if figure.number.unit_class == "percent" and _RATIO.search(raw):
        figure.reason = "no_rule"
        return True
    measured = _IS.sub("", match["noun"]) if _TIMES.match(figure.right) else match["noun"]
    if measured != match["noun"]:
        figure.role, figure.period, figure.noun = "previous", match["year"], clean(measured)
        return True
    if figure.right.startswith(("基础上", "的基础上")):
        figure.role, figure.period = "previous", match["year"]
        figure.noun = clean(match["noun"].rstrip("在"))
        return True
    if not match["how"] and (_own_words(figure, raw) or clean(TURNS.sub("", match["noun"]))):
        return False
    dated = match["year"] and not match["how"] and not match["noun"]
    figure.role, figure.period = ("dated" if dated else "previous"), match["year"]
    figure.noun = "" if dated else clean(match["rate"] or TURNS.sub("", match["noun"]))
    return True


def _own_words(figure: Figure, raw: str) -> bool:
    """其中2024年受理2361件; 上年同期审结78件，纠错17件: a deed of the year has words of its own."""
    opens = figure.clause_start == figure.sentence_start
    return bool(_VERB.search(raw) or (opens and _CONCLUDED.search(raw)))


def _from(figure: Figure, match: re.Match[str] | None) -> bool:
    """由268项精简为151项: where a level came from. ``match``: a year before that the words name besides."""
    if match is not None and not match["how"] and _own_words(figure, figure.raw):
        return False
    if not any(sign in figure.raw for sign in "由从自") or not _LEADS_ON.match(figure.right):
        return False
    if _JUST_FROM.fullmatch(figure.raw):
        return _of_what_rose(figure)
    start = _FROM.match(figure.raw)
    if start is None or not _NOUN.search(start["noun"]):
        return False
    figure.role, figure.noun = "previous", clean(start["noun"])
    if start["once"]:
        figure.reason = "period_unknown"
    return True


def _of_what_rose(figure: Figure) -> bool:
    """举报投诉案件增幅明显，由29件增至81件: a level of what the clause before says has changed."""
    risen = _TREND.fullmatch(figure.before)
    if risen is None:
        return False
    figure.role, figure.noun = "previous", risen["noun"]
    if _SEVERAL.search(figure.noun):
        figure.reason = "no_rule"  # 甲类与乙类增幅明显，分别由29件增至81件、由21件增至47件
    return True


def risen_before(figure: Figure) -> str:
    """Return what the clause before says has changed.

    举报投诉案件增幅明显，增长114.63%: of that.
    """
    risen = _TREND.fullmatch(figure.before) if figure.clause.startswith(figure.raw) else None
    return risen["noun"] if risen else ""
