"""What comparison words make of a figure: a level, a change, a share, a level of the year before.

Here belongs what 同比, 较上年, 占, 由…到… decide, before any rule is asked. The words are data
(grammar.yaml).
"""

from __future__ import annotations

import re

from pipelines.extraction import compared_runs
from pipelines.extraction.edges import beginnings
from pipelines.extraction.figures import Figure, clean
from pipelines.extraction.grammar import any_of
from pipelines.model import Measure, Status

_COMPARED = any_of("compared")
_FILL = r"(?:了|约|近|达到?|幅度?|为|超过?|分别|依次|均|各|率|仅|将近|高达)*$"
_CHANGE = re.compile(f"(?:(?P<up>{any_of('up')})|(?P<down>{any_of('down')})){_FILL}")
_SHORT_CHANGE = re.compile(
    rf"(?:{_COMPARED}).*?(?:(?P<up>多[\u4e00-\u9fff]{{0,3}}|增|升|高)"
    rf"|(?P<down>少[\u4e00-\u9fff]{{0,3}}|减|降|低)){_FILL}"
)
_MORE = re.compile(
    r"^[，、]?(?:一年间?)?(?:(?P<up>多|增|升|高出?)|(?P<down>少|减|降|低))[办收受理立审发出调]{0,2}(?:了)?(?:约|近)?$"
)
# 与2017年相比，下达处罚决定多59起，罚款金额多63万元
_MORE_OF = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?<![最较])(?:(?P<up>多)|(?P<down>少))(?:了|约)?$")
_NOUN_AND = re.compile(r"[\u4e00-\u9fff]{2,10}[和、及]")
_SAID_OF_IT = re.compile(r"(?:为|达到?|是)")
# 许可、处罚分别增加3件、5件: more than there were the year before, though no word says so
_EACH = re.compile(rf"(?:分别|依次|各)(?:{any_of('up')}|{any_of('down')})了?$")
_TREND = re.compile(
    r"(?P<noun>(?:(?!复议|应诉|诉讼|调解|援助|仲裁)[\u4e00-\u9fff、]){2,30}(?:案件|纠纷))(?:数量|数)?"
    r"(?:均|都|有所|较为|大幅|明显|显著|略有)*(?:增[幅长加速]|上升|下降|减少|[升降]幅|回落|攀升)(?:较?[大多]|明显|显著|突出|较快)?"
)
_MOST_CHANGED = re.compile(r"^(?:(?P<up>增[长幅速]|上升|升幅)|(?P<down>下降|降幅|减少))最[大快高多]$")
_BEYOND = re.compile(
    r"(?:(?P<up>[高多]于|[高多]出|超过)|(?P<down>[低少]于|[低少]出))(?:上一?年度?|去年)(?:同期)?(?:水平)?(?:约|近)?$"
)
_TURNS = re.compile(r"^(?:但|却|而|不过|且|虽然?)+")
_MANNER = re.compile(rf"(?:{any_of('manner')})+$")
_SIGNED = re.compile(rf"(?:同比|环比|较上年|比上年)(?:增减|变化)?{_FILL}")
_COMPARISON = re.compile(_COMPARED)
_MAY_COMPARE = re.compile(beginnings(_COMPARED))
_MAY_CHANGE = re.compile(beginnings(f"{any_of('up')}|{any_of('down')}"))
_PREVIOUS = re.compile(
    r"(?P<noun>.*?)(?P<how>由|从|较之|[高低]于|较|比起|比之|比|同比|相比|对比|与|同)?(?:之?前的?)?"
    r"(?P<when>上一?年度?|去年|前一?年度?|(?P<year>(?:19|20)\d\d)年度?)(?:同时期|同期|全年|[末底初]|年[末底初]|的?同一?口径|(?:这一|该|此)(?:数字|比例|比率|数据|数))?"
    r"(?:的(?P<rate>[\u4e00-\u9fff]{2,8}率)|(?:的|为|是|仅|有|共|全年|新收|收到|发案|案件[数量]|收案数?|受理|办理|检查|处罚|立案|查处|审结|总数|分别|依次|,)*)$"
)
_FROM = re.compile(
    r"(?P<noun>.*?)(?:由|从|(?<=率)自)(?P<once>年初|原[来先]|过去|最初|之前|此前|起初|以前|[去上]年底)?的?$"
)
_SET = r"(?:了?(?:全年|年度|年初|既定|下达|确定|定|计划|上级|民生实事|[省市县区州]里?))*的?"
_GOAL = re.compile(
    rf"(?:完成|达到|超额完成|超过|占)了?{_SET}(?:目标任务|任务目标|目标|任务|计划)(?:数|指标|量|总数)*的?$"
)
_GOAL_AROUND = re.compile(rf"完成了?{_SET}$")  # 超额完成省定180件的任务
_GOAL_BEHIND = re.compile(r"的?(?:年度|目标)*(?:任务|目标)")
# 维持318件（296件）: where a sentence says what its brackets hold.
_IN_BRACKETS = re.compile(r"括号内(?:的?数[字据值])?[为是系](?:上年度?|去年(?:同期)?|(?P<year>20\d\d)年)")
_AND_NUMBER = re.compile(r"的?\d")
_SERIES = re.compile(
    r"^[，；、]?而?(?P<year>(?:19|20)\d\d)年(?:度|[底末]|全年|同?口径|这一(?:数字|比例|数据)|1至?-?\d{1,2}月)?(?:则|又|仅|已|进一步|继续|案件|数|分别)*"
    r"(?:下降|上升|降低|提高|增长|减少|增加|回落|攀升|[升降增减])?(?:至|到|为|是)?$"
)
_NEARLY = re.compile(r"(?:约|近|仅)$")
_LEADS_ON = re.compile(r"[^，。；]{0,8}(?:到|至|为)")
_NOUN = re.compile(r"[\u4e00-\u9fff]{2}")
_LINKED = re.compile(
    r"^(?:的?基础上)?.{0,2}?(?:增长|增加|上升|提[高升]?|发展|扩[充大]|下降|减少|降低|压减|精简|压缩|缩减|调整|回落|攀升|[降增升减变])?(?:到|至|为)了?"
    r"(?:目前|今年|现在?|本年|当年|如今|(?:19|20)\d\d年)?(?:年?[底末])?的?$"
)
_SHARE = re.compile(
    r"(?P<label>.*?)(?:在[^，。；\d]{1,12}中)?(?:合计|合|共|总|约|各|分别|均|就|仅|只|达|独)?(?:占(?![用地道领有据]|比例)|所?占比例?|比重)[^，。；]*$"
)
# 完成鉴定业务4318件，86.2%属法医类鉴定: what a share is of may stand behind it.
_SHARE_BEHIND = re.compile(
    r"(?:的?(?:案件|纠纷|业务))?(?:属于?|来自|涉及|集中在)([\u4e00-\u9fff]{2,12}?)(?=[，。；]|$)"
)
_LEADING = re.compile(
    r"([\u4e00-\u9fff]{2,10}?)(?:案件|纠纷|收案|涉案)?(?:居首位?|占首位|居多|数量最多|最多)$"
)  # 法医类居首，占79.6%
_MOST = re.compile(
    r"(?P<label>[^，。；\d]{2,14})占比最[高大多]$|占[^，。；\d]{2,14}(?:比例|比重)?最[高大多]$|所?占(?:的)?(?:比重|比例|比)较[高大多]$"
)
# 占审结数的20.61%，该比例去年为15.3%
_THAT_SHARE = re.compile(
    r"^，?(?:该|这一|此)(?:比例|占比|比重)(?:在|为)?(?:去年|上年|(?P<year>(?:19|20)\d\d)年)(?:度|同期)?[为是仅]?$"
)
_FILLING = re.compile("分别|依次|[达到为是，]")
_SHARE_OF_RATE = re.compile(r"占比?[^，。]*率[^占]*$")
_SHARE_NOUN = re.compile(r"占比|比重|比例")
# 分别是去年同期的172%: a ratio of two years, neither a level nor a change.
_RATIO = re.compile(r"[是为相当于](?:去年|上年)(?:同期|全年)?的$")
_VERB = re.compile(r"受理|办理|新收|收到|发案")
_CONCLUDED = re.compile(r"[审办][结理]$|(?:立案|查处|检查|调解)$")
_LONGEST_COMPARISON = 14
_COMPARING_ROLES = ("previous", "change", "dated", "linked")


def settle_measure(index: int, figure: Figure, found: list[Figure]) -> None:
    """Settle role, measure and sign of a figure from its own words and the figure before it."""
    before = found[index - 1] if index else None
    previous = before if before and before.sentence_start == figure.sentence_start else None
    if previous and compared_runs.listed(figure, previous):
        figure.listed = True
        figure.role, figure.measure, figure.sign = previous.role, previous.measure, previous.sign
        figure.noun, figure.period = previous.noun, previous.period
    elif previous and _leads_to(figure, previous):
        figure.role, figure.noun, figure.left = "linked", previous.noun, previous.noun or figure.left
        figure.measure, figure.anchor = previous.measure, index - 1
    elif (
        (previous and compared_runs.changed_too(figure, previous))
        or _change(figure, previous)
        or (previous and _goal(figure, previous))
    ):
        return
    elif previous and previous.role == "previous" and not figure.raw.strip("、和及"):
        figure.role, figure.period = "previous", previous.period  # 较2022年的6起、16万元分别增长…
    elif previous and previous.role == "previous" and not previous.noun and _NOUN_AND.fullmatch(figure.raw):
        figure.role, figure.period = "previous", previous.period  # 相比2009年底20家律所和231名律师
    elif previous and previous.role == "previous" and compared_runs.also_before(figure):
        figure.role, figure.period, figure.noun = "previous", previous.period, clean(figure.raw)
    elif not _previous(figure):
        _share(figure)
    shared = figure.role in ("previous", "linked", "share") and _SHARE_NOUN.search(figure.noun)
    if shared and figure.number.unit_class == "percent":
        figure.measure = Measure.SHARE_PCT


def _leads_to(figure: Figure, previous: Figure) -> bool:
    """由268项精简为151项; 从316件到527件再到842件: the level to which the one before led."""
    rates = {number.unit_class == "percent" for number in (previous.number, figure.number)}
    led = previous.role == "previous" or (previous.role == "linked" and figure.raw.startswith("再"))
    return led and len(rates) == 1 and bool(_LINKED.match(figure.raw.strip("，")))


def _goal(figure: Figure, previous: Figure) -> bool:
    """完成263件，完成目标任务210件的125%: the goal that a figure is measured by."""
    if previous.number.unit_class != figure.number.unit_class:
        return False
    measured = "%" in figure.right[:8] or _AND_NUMBER.match(figure.right) or "超额" in figure.raw
    around = _GOAL_BEHIND.match(figure.right) and _GOAL_AROUND.search(figure.raw)
    if not (around or (measured and _GOAL.search(figure.raw))):
        return False
    figure.role, figure.status = "goal", Status.TARGET
    return True


def _share(figure: Figure) -> None:
    if figure.number.unit_class != "percent":
        return
    share = _SHARE.match(figure.raw) or (
        _MOST.search(figure.before) if not _FILLING.sub("", figure.raw) else None
    )
    leading = _LEADING.match(figure.before) if share and figure.raw.startswith("占") else None
    behind = _SHARE_BEHIND.match(figure.right) if not share and not clean(figure.raw) else None
    if behind:
        figure.measure, figure.role, figure.label = Measure.SHARE_PCT, "share", clean(behind[1])
    if share and not _SHARE_OF_RATE.search(figure.raw):
        figure.measure, figure.role = Measure.SHARE_PCT, "share"
        figure.label = clean(share["label"] or "") if "label" in share.re.groupindex else ""
        figure.label = leading[1] if leading else figure.label


def _change(figure: Figure, previous: Figure | None) -> bool:
    unit, raw = figure.number.unit_class, figure.raw
    follows = bool(previous and previous.role in _COMPARING_ROLES)
    compared = _COMPARISON.search(raw) if _MAY_COMPARE.search(raw) else None
    change = (
        (_CHANGE.search(raw) if _MAY_CHANGE.search(raw) else None)
        or (_SHORT_CHANGE.search(raw) if compared else None)
        or (_MORE.search(raw) if follows else None)
        or (_MORE_OF.search(raw) if follows or _opened_by_comparison(figure) else None)
    )
    if change is None and unit == "percent" and _SAID_OF_IT.fullmatch(raw):
        change = _MOST_CHANGED.search(figure.before)  # 增幅最大，为16.4%
    if change is None and (unit == "points" or "出上" in raw or "出去" in raw):
        compared = change = _BEYOND.search(raw)
    sign = figure.clause[figure.number.start - figure.clause_start] if unit == "percent" else ""
    signed = _SIGNED.search(raw) if sign in ("-", "+") else None
    if change is None and signed is None:
        return False
    net = change is not None and change.group().startswith("净")
    counted = unit not in ("percent", "points")
    if counted and not (compared or follows or net or _of_each(figure) or _opened_by_comparison(figure)):
        return False
    figure.role = "change"
    down = change is not None and change["down"] and not signed
    figure.sign = -1 if down and figure.number.value > 0 else 1  # 降幅-6.3% is one fall, not a rise
    figure.measure = Measure.CHANGE_PCT if unit == "percent" else Measure.CHANGE_ABS
    noun = clean(_MANNER.sub("", _TURNS.sub("", _changed_noun(raw, compared, change or signed))))
    figure.noun = noun or _risen_before(figure)
    return True


def _risen_before(figure: Figure) -> str:
    """举报投诉案件增幅明显，增长114.63%: what the clause before says has changed."""
    risen = _TREND.fullmatch(figure.before) if figure.clause.startswith(figure.raw) else None
    return risen["noun"] if risen else ""


def _of_each(figure: Figure) -> bool:
    return bool(_EACH.search(figure.raw))


def _opened_by_comparison(figure: Figure) -> bool:
    """与2021年相比，案件数减少2112件: the clause before says with what year it is compared."""
    before = figure.sentence[: figure.clause_start - figure.sentence_start]
    return before.endswith(("相比，", "比较，", "相比较，")) and bool(
        _COMPARISON.search(before[-_LONGEST_COMPARISON:])
    )


def _changed_noun(raw: str, compared: re.Match[str] | None, change: re.Match[str] | None) -> str:
    """What a change is of: the words before the comparison, or between it and its verb (同比行政处罚下降)."""
    cut = compared or change
    if cut is None:
        return ""
    if raw[: cut.start()] or compared is None or change is None or change is cut:
        return raw[: cut.start()]
    return re.sub(rf"^(?:{_COMPARED})(?:同期|度|年?末|底|分别|依次)*(?:的|，)*", "", raw[: change.start()])


def _previous(figure: Figure) -> bool:
    raw = figure.raw
    series = _SERIES.match(raw)
    that = _THAT_SHARE.match(raw) if figure.number.unit_class == "percent" else None
    named = series or that
    if named:
        figure.role, figure.period, figure.noun = "dated" if series else "previous", named["year"], ""
        return True
    held = _IN_BRACKETS.search(figure.sentence) if not raw and figure.bracket is not None else None
    if held:
        figure.role, figure.period, figure.noun = "previous", held["year"], ""
        return True
    if not raw and figure.bracket is not None and figure.bracket >= figure.clause_start:
        raw = figure.clause[: figure.bracket - figure.clause_start]  # 较2022年（118件）增加…
        raw = raw if _COMPARISON.search(raw) else ""
    match = _PREVIOUS.match(_NEARLY.sub("", raw)) if "年" in raw else None
    if match and figure.number.unit_class == "percent" and _RATIO.search(raw):
        figure.reason = "no_rule"
        return True
    if match and figure.right.startswith("的基础上"):
        figure.role, figure.period = "previous", match["year"]
        figure.noun = clean(match["noun"].rstrip("在"))
        return True
    opens = figure.clause_start == figure.sentence_start  # 上年同期审结78件，纠错17件
    if match and not match["how"] and (_VERB.search(raw) or (opens and _CONCLUDED.search(raw))):
        return False  # 其中2024年受理2361件 has words of its own
    if match and (match["how"] or not clean(_TURNS.sub("", match["noun"]))):
        dated = match["year"] and not match["how"] and not match["noun"]
        figure.role, figure.period = ("dated" if dated else "previous"), match["year"]
        figure.noun = "" if dated else clean(match["rate"] or _TURNS.sub("", match["noun"]))
        return True
    start = _FROM.match(figure.raw) if any(sign in figure.raw for sign in "由从自") else None
    if start is None or not _LEADS_ON.match(figure.right) or not _NOUN.search(start["noun"]):
        return False
    figure.role, figure.noun = "previous", clean(start["noun"])
    if start["once"]:
        figure.reason = "period_unknown"
    return True
