"""The names of the catalogue itself: each indicator under its Chinese name in a table is read as itself."""

from __future__ import annotations

from collections import defaultdict

import pytest

from pipelines.catalogue.indicators import Indicator, indicators
from tests.unit.extraction.told import told

# 调解成功率 beside 行政调解成功率 may be of either: a tie states nothing.
_EITHER = {"mediation.success_rate"}


def by_domain() -> dict[str, list[Indicator]]:
    found: dict[str, list[Indicator]] = defaultdict(list)
    for indicator in indicators().values():
        found[indicator.domain].append(indicator)
    return found


@pytest.mark.parametrize("domain", sorted(by_domain()))
def test_an_indicator_is_read_by_its_name(domain: str) -> None:
    named = {37 + 13 * at: one for at, one in enumerate(by_domain()[domain])}
    lines = [f"{one.name_zh}\t{one.unit}\t{value}" for value, one in named.items()]
    table = "\n".join(["指标\t单位\t2023年", *lines])
    stated = {(row.indicator, row.value) for row in told(table, title="示例县2023年法治政府建设主要指标")}
    missed = {one.code for value, one in named.items() if (one.code, value) not in stated}
    assert missed <= _EITHER
