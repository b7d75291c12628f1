"""The same fact in another order: what a rule needs, and the noun of a verb, behind the number or before."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import levels


@pytest.mark.parametrize(
    "text",
    [
        "全年受理行政许可申请286件，办结281件。",
        "全年受理286件行政许可申请，办结281件。",
        "全年受理行政许可申请共286件；办结281件。",
        "全年受理行政许可申请（286件），办结（281件）。",
        "全年受理行政许可申请的有286件。办结281件。",
    ],
)
def test_what_a_rule_needs_may_be_told_in_any_order(text: str) -> None:
    assert ("enforcement.licences", 281) in levels(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("全年审核96份招商引资合同。", ("decision.contracts_reviewed", 96)),
        ("各执法单位移送23件涉嫌犯罪案件。", ("enforcement.transferred_cases", 23)),
        ("2023年共有56件行政诉讼案件由负责人出庭应诉。", ("litigation.head_appearances", 56)),
    ],
)
def test_a_noun_behind_its_number_is_read_with_the_verb_before(text: str, told: tuple[str, float]) -> None:
    assert told in levels(text)


def test_a_name_before_its_bracket_may_end_in_a_person() -> None:
    assert ("enforcement.officers_total", 960) in levels("现有行政执法人员（960人），其中持证921人。")
