"""Parts that a figure's own words name, where another figure of the code is told beside."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, of, parts, told

ONLINE = "service.online_rate"
FAIR = "decision.fair_competition_reviews"


def test_the_narrower_of_two_rates_is_a_part() -> None:
    assert parts("网上可办率100%，全程网办率99.2%。", ONLINE) == {None: 100, "全程网办": 99.2}


def test_the_only_rate_is_the_whole() -> None:
    assert parts("全程网办率99.2%。", ONLINE) == {None: 99.2}


def test_stock_and_increment_beside_each_other_are_parts() -> None:
    assert parts("公平竞争审查存量文件167件、增量文件26件。", FAIR) == {"存量文件": 167}
    assert parts("公平竞争审查增量文件26件。", FAIR) == {None: 26}


@pytest.mark.parametrize("who", ["区长", "主要负责人", "市政府"])
def test_who_appeared_is_a_part_beside_all_who_did(who: str) -> None:
    words = f"{who}负责同志" if who.endswith("政府") else who
    text = f"行政机关负责人出庭218件，出庭率97.3%，{words}出庭4件。"
    assert parts(text, "litigation.head_appearances") == {None: 218, who: 4}


def test_a_class_may_be_named_by_a_clause_without_a_figure() -> None:
    text = "人民调解成功率达98.2%；其中邻里纠纷，化解成功率2022年为95.3%，2023年提升至98.4%。"
    rates = {(row.value, row.period, row.breakdown) for row in of("mediation.success_rate", text)}
    assert rates == {(98.2, "2023", None), (95.3, "2022", "邻里纠纷"), (98.4, "2023", "邻里纠纷")}


def test_a_class_named_by_a_clause_has_a_rate_of_its_own() -> None:
    text = "行政机关败诉率6.2%；其中涉农案件，败诉率9.1%。"
    assert parts(text, "litigation.lost_rate") == {None: 6.2, "涉农案件": 9.1}


def test_kinds_named_by_examples_are_called_by_their_own_name() -> None:
    text = (
        "12345热线受理工单36514件。市民反映最多的前两类：一是公共卫生事件等突发事件管理类，6134件，占16.80%；"
        "二是劳动维权和养老等社会保障类，3106件，占8.51%。"
    )
    kinds = {"突发事件管理类": 6134, "社会保障类": 3106}
    assert parts(text, "service.hotline_requests") == {None: 36514, **kinds}


@pytest.mark.parametrize(
    "share",
    ["占年度任务的124%", "补录率占到3.7%", "11月以后重复案件占比13%"],
)
def test_a_share_of_a_task_of_a_rate_or_of_some_months_is_none(share: str) -> None:
    rows = told(f"受理法律援助案件397件，{share}。")
    assert rows == {Told("legal_aid.cases", 397)}


def test_a_list_of_several_fields_names_no_part() -> None:
    rows = told("市场监管、交通运输、文旅、农业农村、城管五个领域开展联合执法312次。")
    assert rows == {Told("enforcement.joint_operations", 312)}


def test_a_department_may_act_within_an_undertaking() -> None:
    text = "全市检查企业5.2万家次。环保部门在大气污染防治中检查企业1.86万家次，罚款104万元。"
    assert parts(text, "enforcement.fines") == {"环保部门": 1040000}


def test_kinds_told_together_are_none_of_them() -> None:
    suits = "全县律师代理诉讼案件1940件，其中民事行政案件1830件，行政机关委托219件。"
    assert {(row.indicator, row.value, row.breakdown) for row in told(suits)} == {
        ("lawyer.litigation_cases", 1940, None),
        ("lawyer.litigation_cases", 219, "行政机关委托"),
    }
