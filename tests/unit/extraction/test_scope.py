"""Whose figure it is: the whole body's, a part's, another body's, a single case's."""

from __future__ import annotations

import pytest

from pipelines.extraction import scope
from tests.unit.extraction.told import Told, reasons, told

RECEIVED = "reconsideration.received"


@pytest.mark.parametrize(
    "body", ["全县", "我县", "县政府", "县人民政府", "全县各级行政复议机关", "县司法局", "各级各部门"]
)
def test_other_names_of_the_reporting_body_are_the_whole(body: str) -> None:
    assert told(f"{body}收到行政复议申请126件。") == {Told(RECEIVED, 126)}


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("县城管局办理行政处罚案件126件。", "县城管局"),
        ("城关镇办理行政处罚案件126件。", "城关镇"),
        ("交通运输领域办理行政处罚案件126件。", "交通运输领域"),
    ],
)
def test_a_body_below_is_a_part(sentence: str, part: str) -> None:
    found = {row.breakdown for row in told(sentence) if row.indicator == "enforcement.penalties"}
    assert len(found) == 1
    assert part in (found.pop() or "")


@pytest.mark.parametrize(
    "sentence",
    [
        "全省收到行政复议申请5000件。",
        "全国收到行政复议申请50000件。",
        "全省平均每县收到行政复议申请90件。",
    ],
)
def test_another_body_s_figures_are_not_ours(sentence: str) -> None:
    assert told(sentence) == set()
    assert set(reasons(sentence).values()) <= {"other_body", "benchmark"}


def test_a_benchmark_is_no_figure_of_ours() -> None:
    body = "行政复议调解率达35%，高于全省平均水平8个百分点。"
    assert told(body) == {Told("reconsideration.mediation_rate", 35)}
    assert reasons(body)["8个百分点"] == "benchmark"


@pytest.mark.parametrize(
    "sentence",
    [
        "例如，在一起行政复议案件中，收到申请2件。",
        "办理某公司行政处罚案，收到行政复议申请1件。",
    ],
)
def test_a_single_case_counts_nothing(sentence: str) -> None:
    assert told(sentence) == set()


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("其中涉及工伤认定", "工伤认定"),
        ("对土地征收", "土地征收"),
        ("行政处罚类案件", "行政处罚类"),
        ("其余", ""),
        ("较上年", ""),
    ],
)
def test_the_name_of_a_part_is_what_the_text_says(words: str, label: str) -> None:
    assert scope.part_label(words) == label
