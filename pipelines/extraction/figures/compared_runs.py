"""Runs of comparisons: what a figure has from the one before it, as in 分别增加2家、下降15.8%.

Here belongs what a run gives to its figures. What one figure's own words make of it is measures.py.
"""

from __future__ import annotations

import re

from pipelines.extraction.expressions.grammar import any_of
from pipelines.extraction.figures.figure import Figure
from pipelines.model import Measure

_OWN_VERB = re.compile(rf"[、和及](?:同比)?(?:(?P<up>{any_of('up')}|多)|(?P<down>{any_of('down')}|少))")
_BARE = re.compile(rf"[，、]?(?:(?P<up>{any_of('up')})|(?P<down>{any_of('down')}))")
_COMPARED = re.compile(rf"(?:{any_of('compared')})[^，。；]{{0,6}}(?:{any_of('up')}|{any_of('down')}|[多少])")
_ROUNDED = 0.06  # percent points by which a rate told to a tenth may miss
_IN_ORDER = re.compile("分别|依次")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_NOUN = re.compile(r"[\u4e00-\u9fff]{2}")
_BOTH = re.compile(rf"(?:均|都|分别|双双)(?:有所|略有|大幅|明显)?(?:{any_of('up')}|{any_of('down')})")


def listed(figure: Figure, previous: Figure) -> bool:
    """Tell whether nothing but 、和 stands between a figure and the one before it."""
    alone = not figure.raw.strip("、和及与,，以 ")
    if figure.clause_start > previous.clause_start and _CHINESE.match(figure.right):
        return False  # 占10.39%，89.61%的案件…; 发现隐患5318处，5206处得到整改
    # 立案数、罚款额分别比上年的593起、37.6万元增长…: one for each of several names
    before = figure.clause[: max(0, previous.number.start - figure.clause_start)]
    in_order = previous.role in ("previous", "level") and _IN_ORDER.search(before) is not None
    same_unit = in_order or previous.number.unit_class == figure.number.unit_class
    return alone and same_unit and previous.bracket == figure.bracket


def told_twice(figure: Figure, previous: Figure, following: Figure) -> bool:
    """2486人，增加171人，增长7.4%: a change that its own rate confirms, though no word says since when."""
    verb = _BARE.fullmatch(figure.raw) if previous.role == "level" else None
    rate = _BARE.fullmatch(following.raw) if following.number.unit_class == "percent" else None
    if verb is None or rate is None or bool(verb["down"]) != bool(rate["down"]):
        return False
    sign = -1 if verb["down"] else 1
    before = previous.number.value - sign * figure.number.value
    if figure.number.unit != previous.number.unit or before <= 0:
        return False
    if abs(100 * figure.number.value / before - following.number.value) > _ROUNDED:
        return False
    figure.role, figure.measure, figure.sign = "change", Measure.CHANGE_ABS, sign
    return True


def changed_too(figure: Figure, previous: Figure) -> bool:
    """Settle a figure that goes on a run of changes; tell whether it does."""
    return (
        _changed_as_well(figure, previous)
        or _changed_by_rate_too(figure, previous)
        or _also_changed(figure, previous)
        or _each_changed(figure, previous)
    )


def _changed_as_well(figure: Figure, previous: Figure) -> bool:
    """1326人，比上年增加58人，其中专职182人，增加24人: compared with the year that the sentence has named."""
    verb = _BARE.fullmatch(figure.raw) if previous.role == "level" else None
    counted = figure.number.unit == previous.number.unit
    if (
        verb is None
        or not counted
        or not _COMPARED.search(figure.sentence[: previous.number.start - figure.sentence_start])
    ):
        return False
    figure.role, figure.measure, figure.sign = "change", Measure.CHANGE_ABS, -1 if verb["down"] else 1
    return True


def _also_changed(figure: Figure, previous: Figure) -> bool:
    """同比分别增长7.2%、下降15.8%: each of a run has its own verb."""
    verb = _OWN_VERB.fullmatch(figure.raw) if previous.role == "change" else None
    if verb is None or not _IN_ORDER.search(figure.clause[: figure.number.start - figure.clause_start]):
        return False
    figure.listed, figure.role, figure.noun = True, "change", previous.noun
    rate = figure.number.unit_class == "percent"
    figure.measure = Measure.CHANGE_PCT if rate else Measure.CHANGE_ABS
    figure.sign = -1 if verb["down"] else 1
    return True


def _each_changed(figure: Figure, previous: Figure) -> bool:
    """分别增加2家、19人; 有12家、231人，增加2家、19人: a run of changes, each in its own unit."""
    if previous.role != "change" or figure.raw.strip("、和及"):
        return False
    units = previous.number.unit_class, figure.number.unit_class
    told = figure.clause[: figure.number.start - figure.clause_start]
    if "percent" in units and units != ("percent", "points"):
        return False
    if not (_IN_ORDER.search(told) or _counted_in_turn(figure, previous)):
        return False
    figure.listed, figure.role, figure.noun = True, "change", previous.noun
    figure.measure, figure.sign = Measure.CHANGE_ABS, previous.sign
    return True


def _counted_in_turn(figure: Figure, previous: Figure) -> bool:
    """律师事务所137家、执业律师2416人，比上年末增加9家、203人: whether the sentence counts in both units."""
    one, other = previous.number.unit, figure.number.unit
    told = figure.sentence[: previous.clause_start - figure.sentence_start]
    first = re.search(rf"\d{re.escape(one)}", told) if one and other and one != other else None
    return first is not None and re.search(rf"\d{re.escape(other)}", told[first.end() :]) is not None


def _changed_by_rate_too(figure: Figure, previous: Figure) -> bool:
    """同比增加9件、12%; 同比增加9件(12%): the same change as a rate."""
    counted = previous.role == "change" and previous.number.unit_class not in ("percent", "points")
    bare = figure.number.unit_class == "percent" and not figure.raw.strip("、,，")
    if not (counted and bare and previous.clause_start == figure.clause_start):
        return False
    signed = figure.number.value < 0  # 减少1105件(-8.0%)
    figure.role, figure.noun, figure.sign = "change", previous.noun, 1 if signed else previous.sign
    figure.measure = Measure.CHANGE_PCT
    return True


def also_before(figure: Figure) -> bool:
    """Tell of another level of the year before: 同比2023年检查96家次、处罚21起均有所下降."""
    return bool(_NOUN.search(figure.raw)) and figure.raw[:1] in "、和及" and bool(_BOTH.match(figure.right))
