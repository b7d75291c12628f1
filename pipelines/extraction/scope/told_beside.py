"""Parts that a figure's own words name only beside another figure of the code: 网办率100%，全程网办率99.2%.

Here belong the codes that reports tell so. What restricts a figure wherever it stands is labels.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.rules.rule import Candidate

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_FULLY = "全程网办"
_APPEARANCES = "litigation.head_appearances", "litigation.head_appearance_rate"
_WHO = re.compile(
    r"([省市县区州镇乡]长|主要负责人|[市县区州]政府(?:领导)?|[市县区州]领导)(?:、分管副[市县区州]长|负责(?:人|同志))?(?:带头|亲自)?出庭"
)
_STOCK = re.compile(r"(?:存量|增量)(?:文件|政策措施|措施)$")
_STOCK_AND_NEW = re.compile(r"(?:存量|增量)[\u4e00-\u9fff]{2,4}\d[\d,]*[件份][、和](?:存量|增量)")


def kind(walk: Walk, figure: Figure, best: Candidate) -> str | None:
    """Return the kind that the words of a figure name; None where they tell the whole."""
    if best.indicator == "service.online_rate":
        return _FULLY if _FULLY in best.matched and _told_wider(walk, best.indicator) else None
    if best.indicator == _APPEARANCES[0]:
        who = _WHO.search(figure.raw)  # 负责人出庭218件，区长出庭4件
        return who[1] if who and any(map(walk.stated, _APPEARANCES)) else None
    if best.indicator == "decision.fair_competition_reviews":
        stock = _STOCK.search(figure.left)  # 审查存量文件1673件、增量文件268件
        return stock[0] if stock and _STOCK_AND_NEW.search(figure.sentence) else None
    return None


def _told_wider(walk: Walk, code: str) -> bool:
    """网上可办率100%，全程网办率99.2%: whether the wider of two rates of one code is told."""
    told = (drafts[0] for drafts in walk.drafts if drafts and drafts[0].indicator == code)
    return any(one.breakdown is None and _FULLY not in one.matched for one in told)
