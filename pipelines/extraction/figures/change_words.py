"""Words that make a figure a change: 同比增长, 较上年减少, 多59起, ±.

Here belongs what of the figure's own words has risen or fallen, and by which sign. The words are data
(grammar.yaml).
"""

from __future__ import annotations

import re

from pipelines.extraction.expressions.edges import beginnings
from pipelines.extraction.expressions.grammar import any_of
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.figures.previous_words import COMPARED, COMPARISON, TURNS, risen_before
from pipelines.extraction.text.clauses import clean
from pipelines.model import Measure

_FILL = r"(?:约|近|达到?|幅度?|为|是|超过?|分别|依次|均|各|率|仅|将近|高达)*$"
_CHANGE = re.compile(f"(?:(?P<up>{any_of('up')})|(?P<down>{any_of('down')})){_FILL}")
_SHORT_CHANGE = re.compile(
    rf"(?:{COMPARED}).*?(?:(?P<up>多[\u4e00-\u9fff]{{0,3}}|增|升|高出?)"
    rf"|(?P<down>少[\u4e00-\u9fff]{{0,3}}|减|降|低)){_FILL}"
)
_MORE = re.compile(
    r"^[，、]?(?:一年间?)?(?:(?P<up>多|增|升|高出?)|(?P<down>少|减|降|低))[办收受理立审发出调]{0,2}(?:约|近)?$"
)
# 与2017年相比，下达处罚决定多59起，罚款金额多63万元
# 与2022年比，民事代理增2.4%，非诉讼减6.1%
_MORE_OF = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?<![最较])(?:(?P<up>[多增])|(?P<down>[少减]))约?$")
_SAID_OF_IT = re.compile(r"(?:为|达到?|是)")
# 其中行政处罚类增加26件: a part of the change told right before
_AMONG = re.compile(rf"^其中[，：]?[\u4e00-\u9fff]{{2,10}}?(?:{any_of('up')}|{any_of('down')})$")
# 许可、处罚分别增加3件、5件: more than there were the year before, though no word says so
_EACH = re.compile(rf"(?:分别|依次|各)(?:{any_of('up')}|{any_of('down')})$")
_MOST_CHANGED = re.compile(
    r"^(?P<noun>[^，。；\d]{0,14}?)(?:(?P<up>增[长幅速]|上升|[升涨]幅)|(?P<down>下降|降幅|减少))最[大快高多]$"
)
_BEYOND = re.compile(
    r"(?:(?P<up>[高多]于|[高多]出|超过)|(?P<down>[低少]于|[低少]出))(?:上一?年度?|去年)(?:同期)?(?:水平)?(?:约|近)?$"
)
# 2023年则下降为16.7%: what it has fallen to, in a year of its own
_TO_LEVEL = re.compile(
    r"^[，；、]?而?(?:19|20)\d\d年(?:度|底|末)?[\u4e00-\u9fff]{0,3}?"
    r"(?:下降|上升|降低|提高|增长|减少|增加|回落|攀升|[升降增减])(?:至|到|为)$"
)
# 2022年412件，2023年减少55件: by how many, where no 至 follows
_IN_NEXT_YEAR = re.compile(r"^[，；、]*而?(?:19|20)\d\d年度?(?:又|则|再)?(?:增加|增长|减少|下降|上升)$")
_MANNER = re.compile(rf"(?:{any_of('manner')})+$")
_SIGNED = re.compile(rf"(?:同比|环比|较上年|比上年)(?:增减|变化)?{_FILL}")
_BRACKETED = re.compile(r"\($")  # 代理民事诉讼2786件（-3.2%）
_MAY_COMPARE = re.compile(beginnings(COMPARED))
_MAY_CHANGE = re.compile(beginnings(f"{any_of('up')}|{any_of('down')}"))
_LONGEST_COMPARISON = 14
_ALONE = re.compile(rf"(?:{any_of('up')}|{any_of('down')})")
_ALL_COMPARED = re.compile(r"[与和同跟](?:(?:19|20)\d\d年度?|上一?年|去年)(?:同期)?相?比较?，[^。]*[，；]")
_COMPARING_ROLES = ("previous", "change", "dated", "linked")


def changed(figure: Figure, previous: Figure | None) -> bool:
    """Make a figure a change where its words say so; ``previous``: the figure before it in its sentence."""
    unit, raw = figure.number.unit_class, figure.raw
    follows = bool(previous and previous.role in _COMPARING_ROLES)
    compared = COMPARISON.search(raw) if _MAY_COMPARE.search(raw) else None
    change = (
        (_CHANGE.search(raw) if _MAY_CHANGE.search(raw) else None)
        or (_SHORT_CHANGE.search(raw) if compared else None)
        or (_MORE.search(raw) if follows else None)
        or (_MORE_OF.search(raw) if follows or _opened_by_comparison(figure) else None)
    )
    most = _MOST_CHANGED.search(figure.before) if unit == "percent" and _SAID_OF_IT.fullmatch(raw) else None
    change = change or most  # 物业类增幅最大，为16.4%
    if change is None and (unit == "points" or "出上" in raw or "出去" in raw):
        compared = change = _BEYOND.search(raw)
    sign = figure.clause[figure.number.start - figure.clause_start] if unit == "percent" else ""
    signed = _SIGNED.search(raw) if sign in ("-", "+") else None
    if sign in ("-", "+") and not raw and previous and previous.role == "level":
        signed = _BRACKETED.search(figure.sentence, 0, figure.number.start - figure.sentence_start) or signed
    if (change is None and signed is None) or (unit != "points" and _TO_LEVEL.match(raw)):
        return False
    net = change is not None and change.group().startswith("净")
    counted = unit not in ("percent", "points")
    said = compared or follows or net or (previous and _IN_NEXT_YEAR.match(raw))
    if counted and not (said or _of_each(figure) or _opened_by_comparison(figure)):
        return False
    figure.role = "change"
    down = change is not None and change["down"] and not signed
    figure.sign = -1 if down and figure.number.value > 0 else 1  # 降幅-6.3% is one fall, not a rise
    figure.measure = Measure.CHANGE_PCT if unit == "percent" else Measure.CHANGE_ABS
    noun = clean(_MANNER.sub("", TURNS.sub("", _changed_noun(raw, compared, change or signed))))
    figure.noun = clean(most["noun"]) if change is most and most else noun or risen_before(figure)
    return True


def _of_each(figure: Figure) -> bool:
    return bool(_EACH.search(figure.raw) or _AMONG.match(figure.raw))


def _opened_by_comparison(figure: Figure) -> bool:
    """与2021年相比，案件数减少2112件: the clause before says with what year it is compared.

    Or the sentence before all that it tells: 与2021年相比，…；听证9次，增加4次.
    """
    before = figure.sentence[: figure.clause_start - figure.sentence_start]
    if _ALONE.fullmatch(figure.raw) and _ALL_COMPARED.match(before):
        return True
    return before.endswith(("相比，", "比较，", "相比较，", "年比，")) and bool(
        COMPARISON.search(before[-_LONGEST_COMPARISON:])
    )


def _changed_noun(raw: str, compared: re.Match[str] | None, change: re.Match[str] | None) -> str:
    """What a change is of: the words before the comparison, or between it and its verb (同比行政处罚下降)."""
    cut = compared or change
    if cut is None:
        return ""
    if raw[: cut.start()] or compared is None or change is None or change is cut:
        return raw[: cut.start()]
    return re.sub(rf"^(?:{COMPARED})(?:同期|度|年?末|底|分别|依次|相$)*(?:的|，)*", "", raw[: change.start()])
