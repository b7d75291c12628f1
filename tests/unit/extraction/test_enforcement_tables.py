"""The yearly tables on enforcement: one body's row, pairs, levels in captions, tables told in a sentence."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, told


def test_the_row_of_the_only_body_is_the_whole_and_kinds_beside_their_total_its_parts() -> None:
    table = (
        "表一 行政处罚实施情况统计表\n"
        "单位名称\t警告（宗）\t罚款（宗）\t行政拘留（宗）\t合计（宗）\t罚没金额（万元）\n"
        "县市场监管局\t58\t203\t0\t261\t196.84"
    )
    assert told(table, title="示例县市场监督管理局2023年度行政执法统计年报") == {
        Told("enforcement.penalties", 261),
        Told("enforcement.penalties", 58, breakdown="警告"),
        Told("enforcement.penalties", 203, breakdown="罚款"),
        Told("enforcement.penalties", 0, breakdown="行政拘留"),
        Told("enforcement.fines", 1968400),
    }


def test_the_only_row_of_another_body_is_of_that_body() -> None:
    table = "行政处罚实施情况统计表\n单位名称\t警告（宗）\t罚款（宗）\t合计（宗）\n县公安局\t58\t203\t261"
    assert told(table, title="示例县人民政府2023年法治政府建设年度报告") == {
        Told("enforcement.penalties", 261, breakdown="县公安局")
    }


def test_names_and_figures_in_pairs_need_no_header() -> None:
    table = (
        "表四 其他行政执法行为\n"
        "行政征收（次）\t12\t征收金额（元）\t3400\n行政确认（次）\t37\n行政奖励（次）\t4"
    )
    assert told(table) == {
        Told("enforcement.collections", 12),
        Told("enforcement.collection_amount", 3400),
        Told("enforcement.confirmations", 37),
        Told("enforcement.rewards", 4),
    }


def test_the_level_that_a_caption_names_is_the_part_of_all_its_rows() -> None:
    table = (
        "附表：市本级合法性审查事项分类\n类别\t2022年（件）\t2023年（件）\n"
        "政府合同\t318\t347\n行政规范性文件\t97\t109"
    )
    assert {
        Told("decision.contracts_reviewed", 347, breakdown="市本级"),
        Told("decision.contracts_reviewed", 318, period="2022", breakdown="市本级"),
        Told("normative.reviewed", 109, breakdown="市本级"),
    } <= told(table)


@pytest.mark.parametrize(
    "told_in_one",
    [
        "行政处罚（单位：件）。警告46；罚款1,312；合计1,358；罚没金额（万元）214.96。",
        "行政处罚：警告46，罚款1312，合计1358，罚没金额（万元）214.96。",
    ],
)
def test_names_with_bare_figures_and_their_total_are_a_table(told_in_one: str) -> None:
    assert told(told_in_one) == {
        Told("enforcement.penalties", 1358),
        Told("enforcement.penalties", 46, breakdown="警告"),
        Told("enforcement.penalties", 1312, breakdown="罚款"),
        Told("enforcement.fines", 2149600),
    }


def test_names_with_bare_figures_that_add_up_to_no_total_are_no_table() -> None:
    assert told("行政处罚：警告46，罚款1312，合计1400。") == set()
