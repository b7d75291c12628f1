"""The instances of courts: 一审审结655件, 其中二审512件，审结497件.

Here belongs which instance the cases of a figure are at. Whether it makes a part of the figure is for the
callers to say.
"""

from __future__ import annotations

import re

from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.rules.rule import Candidate

_INSTANCE = re.compile(
    r"(?<![、和及与])(?:一审|二审|再审)(?=(?:行政)?(?:诉讼)?(?:新收)?(?:行政)?(?:案件|收案)|(?:新收|收案|受理)\d|情况|审理|：)"
)
# 一审审结24件，败诉3件；二审败诉率4.03%; 一审51件(胜诉34件、败诉6件)
_TELLS = re.compile(
    r"(?<![和及与])(?<![^)]、)(一审|二审|再审)"
    r"(?=法院|共?(?:审结|已结|结案|败诉|胜诉|判决|裁定|维持|改判|撤诉)|(?:行政)?(?:诉讼)?(?:行政)?(?:案件|收案)|\d)"
)
# 一审审结784件，其中：驳回231件；撤诉197件；败诉82件: the instance whose outcomes a list tells
_LISTS = re.compile(r"(?<![和及与])(一审|二审|再审)(?:案件)?(?:审结|已结|结案)\d[^：；。]{0,24}：")
CAME_OF = frozenset(
    f"litigation.{code}" for code in ("won", "lost", "lost_rate", "withdrawn", "dismissed", "settlement_rate")
)
INSTANCE_NAMES = frozenset({"一审", "二审", "再审"})
_OF_INSTANCE = re.compile(
    r"其中，?(一审|二审|再审)[^，。；\d]{0,8}(\d[\d,]*)[件起宗]，(?:同比[^，。；]{0,14}，)?已?(?:审结|结案)(?:案件)?$"
)
_ENDED_OF = re.compile(
    r"(?:审结|办结)的?(?:各类)?(?:行政)?(?P<of>一审|二审|再审)(?![、和及与])|(?P<by>一审|二审|再审)(?:案件)?(?:已|共)(?:审结|结|办结)"
)
ENDED = frozenset({"litigation.concluded", "litigation.pending", "litigation.conclusion_rate"})
_INSTANCES = frozenset({"litigation.first_instance", "litigation.second_instance", "litigation.retrials"})


def ended(figure: Figure, best: Candidate) -> str | None:
    """审结一审案件86件; 其中一审512件，审结497件: what one instance has ended is not all that has been."""
    if best.indicator != "litigation.concluded":
        return None
    before = figure.sentence[: figure.number.start - figure.sentence_start]
    named = _ENDED_OF.search(figure.raw)
    if named:
        return named[named.lastgroup or 1]
    told = _OF_INSTANCE.search(before)  # 其中二审2件，审结10件: no more than there are
    return told[1] if told and float(told[2].replace(",", "")) >= figure.number.value else None


def told_of(figure: Figure, indicator: str, text: str) -> str | None:
    """Return the instance told of.

    一审审结655件: what is told of each instance is a part where it is told of two.
    """
    if not indicator.startswith("litigation.") or indicator in _INSTANCES:
        return None
    named = _INSTANCE.findall(figure.heading)
    if indicator in CAME_OF:
        named += _told_before(figure, text)
    if indicator in ENDED:
        named += _told_before(figure, text)
        named += _INSTANCE.findall(text, figure.sentence_start, figure.number.start)
    return named[-1] if named else None


def _told_before(figure: Figure, text: str) -> list[str]:
    """The instances that the segment of a figure, or the count before its bracket, names before it."""
    start, end = figure.sentence_start, figure.number.start if figure.bracket is None else figure.bracket
    segment = max(start, text.rfind("；", start, end) + 1)
    told = list(_TELLS.finditer(text, segment, end))
    if figure.bracket is None and len({one[1] for one in told}) > 1 and text[told[-1].end()].isdigit():
        return []  # 一审33件，二审9件，胜诉29件: of both
    return [one[1] for one in told] or _LISTS.findall(text, start, segment)[-1:]
