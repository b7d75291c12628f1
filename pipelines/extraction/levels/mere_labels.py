"""Acts that only name what cases are about: 收到复议申请86件，其中行政处罚52件、行政许可7件.

Here belongs telling a label from a deed. What parts a list has is lists/parts.py.
"""

from __future__ import annotations

import re

from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.rules.rule import BANNED, Candidate
from pipelines.extraction.scope.acts import ACTS
from pipelines.extraction.text import views

_DONE = re.compile(
    r"持证|执法证|许可申请|立行政案件|准予|发放|核发|批复|不予许可|移送|办理|作出|做出|实施|查处|下达|立案|开展|办结|决定|完成|处理"
)


def mere_label(figure: Figure, best: Candidate) -> bool:
    """按复议事项分：行政处罚124件: where cases are reviewed, an act names what they are about."""
    if best.indicator not in ACTS or _DONE.search(best.matched) or not best.matched:
        return False
    if figure.left.endswith("类") and views.opening(figure.sentence)[0]:
        return True  # 从行为类型看，行政处罚类812件
    around = next((topic for topic in figure.topics.near if topic not in ("acts", "enforcement")), None)
    return around in BANNED and around not in figure.topics.weak
