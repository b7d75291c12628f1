"""What is told around a part: 行政处罚124件，占44.1%; 乙县409件，比上年328件增长24.7%.

Here belongs what the figures beside a part state of it, where no words of theirs name it: its share, its
change, its level of another year. Which figures are parts has been settled before (arithmetic.py,
divisions.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipelines.extraction.figures.figure import Figure, same_unit
from pipelines.extraction.rules.drafts import Draft, signed_value
from pipelines.extraction.sums.told import Told
from pipelines.model import Measure

TOLD_NOW = frozenset({"level", "linked"})
TOLD_OF_PARTS = frozenset({"share", "change", "previous", "dated"})

_ROSE = re.compile(r"上升|提高|提升|下降|降低|回落")  # so does a share; a count 增长, 减少
_ALONE = re.compile(r"，?(?:约|仅)?占(?:比)?(?:约|近|达)?")
TOGETHER = re.compile(r"合占|合计占|合(?:起)?来占|[共总]占|[二三两四五]大?[者地类项]")  # the share of several


def tell_around(told: Told, at: int) -> None:
    """Give a part what is told around it in its sentence, up to the next figure that is told of itself."""
    figures, drafts = told.figures, told.drafts
    part, of = drafts[at][0], figures[at]
    _tell_rate(told, at)
    _tell_changes(told, at)
    for beside in _places(figures, at):
        placed = drafts[beside] and not (beside == at + 1 and _of_whole(figures, drafts[beside][0], part))
        draft = None if placed else _told_of(part, of, figures[beside])
        if draft is not None:
            told.state(beside, [replace(draft, figure=beside)], None)
        elif beside > at:
            return


def _tell_rate(told: Told, at: int) -> None:
    """持证率95.6%：县直部门持证718名，持证率96.8%: behind a part a rate is the part's."""
    figures, drafts = told.figures, told.drafts
    of, behind = figures[at], at + 1
    if behind == len(figures) or figures[behind].sentence_start != of.sentence_start or not drafts[behind]:
        return
    rate, draft = figures[behind], drafts[behind][0]
    between = of.sentence[of.number.end - of.sentence_start : rate.number.start - of.sentence_start]
    alone = rate.role == "level" and rate.number.unit_class == "percent" and draft.breakdown is None
    whole = any(drafts[one][0].breakdown is None for one in told.of_indicator(draft.indicator, at))
    if alone and whole and "；" not in between:
        told.state(behind, [replace(draft, breakdown=drafts[at][0].breakdown)], told.reasons[behind])


def _tell_changes(told: Told, at: int) -> None:
    """市政府收到35件，受理30件，分别增长28.5%和25.8%；…: changes read when their levels were no parts yet."""
    figures, part = told.figures, told.drafts[at][0]
    for beside in range(at + 1, len(figures)):
        figure, drafts = figures[beside], told.drafts[beside]
        between = figure.sentence[: figure.number.start - figure.sentence_start]
        ended = "；" in between[figures[at].number.end - figure.sentence_start :]
        if figure.sentence_start != figures[at].sentence_start or ended:
            return
        same = bool(drafts) and drafts[0].indicator == part.indicator and drafts[0].breakdown is None
        if same and figure.role != "change":
            return
        in_order = figure.listed or (beside + 1 < len(figures) and figures[beside + 1].listed)
        if same and in_order:
            told.state(beside, [replace(drafts[0], breakdown=part.breakdown)], None)


def _of_whole(figures: Sequence[Figure], told: Draft, part: Draft) -> bool:
    """国内公证3105件，占89.43%，涉外…: a share in a list, told of its head before its parts were known."""
    behind = told.figure + 1
    goes_on = behind < len(figures) and figures[behind].sentence_start == figures[told.figure].sentence_start
    goes_on = goes_on or _ALONE.fullmatch(figures[told.figure].raw) is not None
    of_head = told.indicator == part.indicator and told.breakdown is None
    return goes_on and of_head and told.measure is Measure.SHARE_PCT


def tell_of_whole(told: Told, whole: Draft, last: int) -> None:
    """受理412件，临床376件、其他36件，同比减少29件: a comparison behind all its parts is of the whole."""
    figures = told.figures
    if figures[last].bracket is not None:
        return
    for beside in _places(figures, last):
        figure = figures[beside]
        compared = figure.role in ("change", "previous") and beside > last and not told.drafts[beside]
        draft = _told_of(whole, figures[whole.figure], figure) if compared else None
        if draft is None:
            return
        told.state(beside, [replace(draft, figure=beside)], None)


def _places(figures: Sequence[Figure], at: int) -> Iterator[int]:
    """The figures of a part's sentence that may be told of it, in its own bracket where it stands in one."""
    of = figures[at]
    if of.role == "linked" and at and figures[at - 1].sentence_start == of.sentence_start:
        yield at - 1  # 由上年的256件减少到239件
    for beside in range(at + 1, len(figures)):
        figure = figures[beside]
        rose = figure.number.unit_class == "points" or _ROSE.search(figure.raw)
        of_share = figures[beside - 1].role == "share" and rose  # 占19.6%，上升2.3个百分点
        if figure.sentence_start != of.sentence_start or of.bracket not in (None, figure.bracket) or of_share:
            return
        if figure.listed or (beside + 1 < len(figures) and figures[beside + 1].listed):
            return  # 较上年分别减少3件、增加6件: one for each of several parts
        aside = of.bracket is None and figure.bracket is not None and figure.role == "level"
        alone = aside and figure.number.unit_class == "percent" and not figure.raw  # 处罚226件（37.42%）
        if (alone and beside == at + 1) or (
            not aside and (figure.role != "level" or figure.number.unit_class != "percent")
        ):
            yield beside


def _told_of(part: Draft, of: Figure, figure: Figure) -> Draft | None:
    """What a figure states of a part; None where it has a name of its own, or is of several parts."""
    if figure.noun and figure.noun != of.noun:
        return None
    if figure.role == "share":
        alone = not figure.label and not TOGETHER.search(figure.raw)
        return replace(part, measure=Measure.SHARE_PCT, value=figure.number.value) if alone else None
    if figure.role == "change":
        return replace(part, measure=figure.measure, value=signed_value(figure))
    if figure.role == "level" and figure.number.unit_class == "percent":
        return replace(part, measure=Measure.SHARE_PCT, value=figure.number.value)
    earlier = figure.role in ("previous", "dated") and figure.period and same_unit(of, figure)
    return replace(part, value=figure.number.value, period=figure.period or "") if earlier else None
