"""Shares of what no figure of a report counts: 全市收到411件，我县约占9%.

Here belong the words that tell so; such a share has no row. What a share is of is told_shares.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.extraction.text import views

if TYPE_CHECKING:
    from pipelines.extraction.figures.figure import Figure
    from pipelines.extraction.walk import Walk

# 公安、土地、人社三个领域合计占七成; 办理结果为“解决”的占72%: of no one part
_OF_SEVERAL = re.compile(
    r"、.*[两三四五六七八九十](?:个|大|类|项|家)[^，。；、]{0,4}(?:合计|共)|^(?:办理)?结果为[“\"]"
)
_COUNTED_BODIES = re.compile(r"(?:前?[两三四五六七八九十]|\d+)[类项位个家]|乡镇|镇街|街道|[县区]|部门|单位")
_OF_OTHERS = re.compile(r"占(?![^，。；]*总[数量])[^，。；\d]{4,}的$")
_OF_MARKS = re.compile(
    "(?:总分|分值|绩效[^，。；]{0,6}|市场主体(?:总[数量])?|(?:年度|全年|目标|计划)(?:目标)?任务[数量]?)的$"
)  # 结果占绩效总分的4%; 占年度任务的124%
_OF_PLACE = re.compile(
    r"占全[县市区州](?:行政)?(?:处罚|许可|案件|检查|复议|诉讼)"
)  # a bureau's, of all bureaus'
_WAY_ENDED = re.compile("(?:方式|形式)(?:结案?|审结|办结)的?$")  # 以调解和解方式结案的占64%
_OURS = re.compile(r"[我本][省市县区州镇局]")
_WHOLLY = re.compile(r"应[\u4e00-\u9fff]尽[\u4e00-\u9fff]$")  # 一窗通办事项应纳尽纳，占比达100%
# “最多跑一次”事项占比98.7%: of whichever matters a region counts, which need not be those told last
# 补录率占到3.7%; 11月以后重复工单占13%
_SLOGAN = re.compile(r"率$|^\d{1,2}月|零跑|跑动|跑一次|不跑|通办|不见面|窗口$|课程$")
_TOGETHER = re.compile(
    r"合占|合计占|共占|[二三两]者(?:合起来|加起来)?|[两三四五](?:[类项]|[个家]?(?:单位|部门|领域|乡镇|类型?))(?:案件|纠纷)?(?:合计|相加|共)?占"
)
_IN_ORDER = re.compile(r"(?:分别|依次)[^，。；\d]{0,4}$")


def of_no_count(walk: Walk, index: int, figure: Figure) -> bool:
    """Whether the words around a share tell that it is of marks, of several parts, of a whole elsewhere."""
    if walk.of_bureau and _OF_PLACE.search(figure.raw):
        return True
    marks = figure.right.startswith("的权重") or _OF_MARKS.search(figure.raw)
    if marks or _WAY_ENDED.search(figure.label) or _OF_SEVERAL.search(figure.raw):
        return True
    begun = walk.figures[index - 1].number.end if index else 0
    # 三个乡镇的纠纷占全县的29.4%
    bodies = _COUNTED_BODIES.match(figure.label) and walk.text.startswith(figure.label, begun)
    return bool(bodies or _OURS.fullmatch(figure.label))


def label_uncounted(walk: Walk, figure: Figure) -> bool:
    """Whether the label of a share names a slogan, or what is known in tenths only."""
    return _SLOGAN.search(figure.label) is not None or _rough(walk, figure)


def anchor_uncounted(walk: Walk, index: int, figure: Figure) -> bool:
    """Whether a share without a label is of more, or of other, than the figure before it."""
    if _OF_OTHERS.search(figure.raw) and _rough(walk, figure):
        return True  # 治安调解563起，占治安案件受理数的三成左右
    together = _WHOLLY.search(figure.before) or _TOGETHER.search(figure.raw)
    return together is not None or _of_run(walk, index)


def _rough(walk: Walk, figure: Figure) -> bool:
    """未再起诉的占九成以上: tenths of a part that no figure counts; not 从原因看，证据不足占四成."""
    return walk.text[figure.number.end - 1] == "成" and not views.opening(figure.sentence)[0]


def _of_run(walk: Walk, index: int) -> bool:
    """甲、乙两个领域最多，分别为1203件、892件，占62.3%: one share behind a run is of all of it."""
    figures, first = walk.figures, index - 1
    more = index + 1 < len(figures) and figures[index + 1].listed
    if more or not walk.text.startswith("，占", figures[first].number.end):
        return False
    while first > 0 and figures[first].listed:
        first -= 1
    return first < index - 1 and _IN_ORDER.search(figures[first].raw) is not None
