"""建议58件、提案71件: figures of one code that name different things which it counts.

Here belongs making such figures parts of it. What a rule counts is its ``members``, in the rule files.
"""

from __future__ import annotations

from collections import defaultdict

from pipelines.extraction.resolution.rows import Key, Row
from pipelines.extraction.scope.instances import CAME_OF, INSTANCE_NAMES

_OWN_KIND = {
    "litigation.cases": ("行政诉讼", "行政诉讼案件", "诉讼", "诉讼案件"),
    # 梳理文件873件，其中行政规范性文件255件
    "normative.cleaned": ("规范性文件", "行政规范性文件", "属于规范性文件"),
}
_OWN = ("县政府", "区政府", "县人民政府", "区人民政府")
_RANK = ("级", "全国", "全省")


def own_kind_as_whole(rows: list[Row]) -> list[Row]:
    """受理行政案件213件，其中行政诉讼案件137件、非诉审查案件76件: of a wider count, what the code counts."""
    wider = {(row.indicator, row.period) for row in rows if _is_wider(row)}
    told = {(row.indicator, row.period) for row in rows if _is_own_kind(row)} & wider
    return [
        row
        if (row.indicator, row.period) not in told
        else row._replace(breakdown=None, member=None, narrow=False)
        if _is_own_kind(row)
        else row._replace(
            rest="", narrow=row.narrow or _is_wider(row)
        )  # no part of it, whoever 法院受理 names
        for row in rows
    ]


def _is_wider(row: Row) -> bool:
    """Whether a whole may count more than its code does: all 文件 that were sorted, 行政案件 of any kind."""
    return row.breakdown is None and (row.narrow or row.indicator == "normative.cleaned")


def _is_own_kind(row: Row) -> bool:
    return row.breakdown in _OWN_KIND.get(row.indicator or "", ())


def only_own_as_whole(rows: list[Row], region: str | None) -> list[Row]:
    """以县政府为被告的案件35件, in a county's text that counts no other suits: what the county was sued for.

    ``region``: the place that reports, None for not known; what a city tells of 区政府 is a part of its own.
    """
    own = [name for name in _OWN if region is None or region[-1] == name[0]]
    others = {row.indicator for row in rows if row.breakdown not in own}
    return [
        row._replace(breakdown=None)
        if row.breakdown in own
        and (row.indicator or "").startswith("litigation.")
        and row.indicator not in others
        else row
        for row in rows
    ]


def members_as_parts(rows: list[Row]) -> list[Row]:
    """建议58件、提案71件: figures of one code that name different things it counts are parts of it."""
    several = {row.indicator for row in rows if row.member and row.breakdown is None}
    if not several:
        return rows
    named: dict[Key, set[str | None]] = defaultdict(set)
    counted: dict[Key, list[float]] = defaultdict(list)
    ended = _instances_ended(rows)
    for row in rows:
        if row.indicator not in several:
            continue
        counted[row.key].append(row.value)
        if row.breakdown is None:
            named[row.key].add(row.member)
        elif row.breakdown.endswith(_RANK):  # 省级示范村3个、市级9个
            named[row._replace(breakdown=None).key].add(row.breakdown)
    # 防止民转刑37件、群体性上访52起，比上年增加6起: what is compared with a part is of that part
    parts = {
        (row.indicator, row.member)
        for row in rows
        if row.member and row.breakdown is None and _differ(row, named[row.key], ended)
        if not _told_again(counted[row.key])
    }
    found: list[Row] = []
    for row in rows:
        listed = bool(found and row.figure and row.figure.raw.startswith("、") and _part(found[-1], row))
        named_so = row.breakdown is None and (listed or (row.indicator, row.member) in parts)
        found.append(row._replace(breakdown=row.member) if named_so and row.member else row)
    return found


def _instances_ended(rows: list[Row]) -> set[str | None]:
    """一审审结17件，败诉2件。二审审结7件，均予维持: the instances that are told to have ended cases."""
    ended = (row for row in rows if row.indicator in CAME_OF or row.indicator == "litigation.concluded")
    return {name for row in ended for name in (row.member, row.breakdown) if name in INSTANCE_NAMES}


def _part(before: Row, row: Row) -> bool:
    """药品经营单位422户次、餐饮经营单位1145户次: whether the figure before in a list is a part too."""
    return before.indicator == row.indicator and before.sentence == row.sentence and bool(before.breakdown)


def _told_again(values: list[float]) -> bool:
    """失效及废止34件 in the text, 废止 34 in the table: one figure, told twice."""
    return len(values) > 1 and len(set(values)) == 1


def _differ(row: Row, named: set[str | None], ended: set[str | None]) -> bool:
    """Whether other things than its own are told of, or of what came of suits another instance."""
    member, others = row.member or "", named - {row.member}
    if row.indicator in CAME_OF and member in INSTANCE_NAMES:
        return bool((others | ended - {member}) & INSTANCE_NAMES)
    return any(other is None or not other.endswith(_RANK) or member.endswith(_RANK) for other in others)
