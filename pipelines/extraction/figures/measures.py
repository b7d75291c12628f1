"""What its own words make of a figure: a level, a change, a share, a goal, a level of the year before.

Here belongs which of them it is, before any rule is asked, and what 占 and 完成任务 say. What 同比 and 较上年
say stands in change_words.py and previous_words.py.
"""

from __future__ import annotations

import re

from pipelines.extraction.figures import compared_runs
from pipelines.extraction.figures.change_words import changed
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.figures.previous_words import of_year_before
from pipelines.extraction.text.clauses import clean
from pipelines.model import Measure, Status

_NOUN_AND = re.compile(r"[\u4e00-\u9fff]{2,10}[和、及]")
_SET = r"(?:(?:全年|年度|年初|既定|下达|确定|定|计划|上级|民生实事|[省市县区州]里?))*的?"
_GOAL = re.compile(
    rf"(?:完成|达到|超额完成|超过|占){_SET}(?:目标任务|任务目标|目标|任务|计划)(?:数|指标|量|总数)*的?$"
)
_GOAL_AROUND = re.compile(rf"完成{_SET}$")  # 超额完成省定180件的任务
_GOAL_BEHIND = re.compile(r"的?(?:年度|目标)*(?:任务|目标)")
_AND_NUMBER = re.compile(r"的?\d")
_LINKED = re.compile(
    r"^(?:的?基础上)?.{0,2}?(?:增长|增加|上升|提[高升]?|发展|扩[充大]|下降|减少|降低|压减|精简|压缩|缩减|调整|回落|攀升|[降增升减变])?(?:到|至|为)"
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
    r"(?:(?P<of>[\u4e00-\u9fff]{2,10}?)以)?(?P<kind>[\u4e00-\u9fff]{2,10}?)(?:案件|纠纷|收案|涉案)?(?:居首位?|占首位|居多|数量最多|最多|为主|次之|居次|居第[二三])$"
)  # 法医类居首，占79.6%
_OF_COUNTED = re.compile(r"[，、]?([^，。；]*?)(?:约|各|分别|均|就|仅|只|达)*占[^，。；占率]*")
_AMONG_COUNTED = re.compile(r"[^，。；]{0,10}中的?(?:占比|比重|比例)(?:分别|依次)?(?:为|是|达到?)?")
_MOST = re.compile(
    r"(?P<label>[^，。；\d]{2,14}?)(?:占比|所占(?:比重|比例))最[高大多]$|占[^，。；\d]{2,14}(?:比例|比重)?最[高大多]$|所?占(?:的)?(?:比重|比例|比)较[高大多]$"
)
_FILLING = re.compile("分别|依次|[达到为是，]")
_SHARE_OF_RATE = re.compile(r"占(?!比率)比?[^，。]*率[^占]*$")
_OF_MARKS = re.compile("占分|分值|权重")
_SHARE_NOUN = re.compile(r"占比|比重|比例")


def settle_measure(index: int, figure: Figure, found: list[Figure]) -> None:
    """Settle role, measure and sign of a figure from its own words and the figure before it."""
    before = found[index - 1] if index else None
    previous = before if before and before.sentence_start == figure.sentence_start else None
    after = found[index + 1] if index + 1 < len(found) else None
    following = after if after and after.sentence_start == figure.sentence_start else None
    if previous and compared_runs.listed(figure, previous):
        _listed(figure, previous, found)
    elif previous and _share_of_counted(figure, previous):
        return
    elif previous and _leads_to(figure, previous):
        figure.role, figure.noun, figure.left = "linked", previous.noun, previous.noun or figure.left
        figure.measure, figure.anchor = previous.measure, index - 1
    elif (
        (previous and following and compared_runs.told_twice(figure, previous, following))
        or (previous and compared_runs.changed_too(figure, previous))
        or changed(figure, previous)
        or (previous and _goal(figure, previous))
    ):
        return
    elif previous and previous.role == "previous" and not figure.raw.strip("、和及"):
        figure.role, figure.period = "previous", previous.period  # 较2022年的6起、16万元分别增长…
    elif previous and previous.role == "previous" and not previous.noun and _NOUN_AND.fullmatch(figure.raw):
        figure.role, figure.period = "previous", previous.period  # 相比2009年底20家律所和231名律师
    elif previous and previous.role == "previous" and compared_runs.also_before(figure):
        figure.role, figure.period, figure.noun = "previous", previous.period, clean(figure.raw)
    elif not of_year_before(figure):
        _share(figure)
    _shared_before(figure)


def _shared_before(figure: Figure) -> None:
    """行政处罚类占比由上年的35.2%升至41.6%: shares too, unless of marks (占分比重由3%提高到5%)."""
    compared = figure.role in ("previous", "linked", "share") and figure.number.unit_class == "percent"
    if compared and _SHARE_NOUN.search(figure.noun):
        figure.measure = Measure.SHARE_PCT
    if compared and _OF_MARKS.search(figure.noun + figure.label):
        figure.reason = "no_rule"


def _listed(figure: Figure, previous: Figure, found: list[Figure]) -> None:
    """、82件: what the figure before it is, it is too."""
    figure.listed = True
    figure.role, figure.measure, figure.sign = previous.role, previous.measure, previous.sign
    figure.noun, figure.period = previous.noun, previous.period
    if previous.role == "linked" and previous.anchor is not None and not found[previous.anchor].listed:
        for one in (figure, previous, found[previous.anchor]):
            one.reason = "period_unknown"  # 从5件减为3件、1件: of which years, no word says


def _share_of_counted(figure: Figure, previous: Figure) -> bool:
    """占总数1208件的31.95%; 在136件审结案件中的占比为: the figure before counts the whole of a share."""
    if figure.number.unit_class != "percent" or previous.role != "level":
        return False
    named = _OF_COUNTED.fullmatch(previous.raw) if figure.raw == "的" else None
    among = previous.raw.endswith("在") and _AMONG_COUNTED.fullmatch(figure.raw)
    if not named and not among:
        return False
    previous.role = "whole"
    figure.role, figure.measure, figure.label = "share", Measure.SHARE_PCT, clean(named[1]) if named else ""
    return True


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
        figure.label = clean(share["label"] or "") if leading is None else leading["kind"]
        if leading and leading["of"]:
            figure.label = f"{leading['of']}中{leading['kind']}"  # 受援人员以农民工最多，占46.8%
