"""Figures that add up to a whole by chance: what their own words count keeps them apart from it."""

from __future__ import annotations

from tests.unit.extraction.told import told


def test_cases_that_a_list_names_are_no_parts_of_another_field_s_whole_afar() -> None:
    text = (
        "清理规范性文件206件，废止59件。\n政务公开。公开信息36条。\n"
        "复议应诉。收到行政复议申请14件，受理11件，告知2件，办理32件。"
    )
    rows = told(text, title="示例省水务厅2023年度依法行政工作报告")
    assert {row.breakdown for row in rows if row.indicator == "normative.repealed"} == {None}
