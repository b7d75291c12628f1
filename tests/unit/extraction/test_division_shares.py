"""Shares told of a division: whose they are, and of what."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, of, parts, told

RECEIVED, CONCLUDED = "reconsideration.received", "reconsideration.concluded"


@pytest.mark.parametrize(
    "shares",
    ["分别占调解总数的50%、30%", "所占比重较大，分别为50%和30%"],
)
def test_shares_of_parts_in_their_order(shares: str) -> None:
    rows = told(f"调解矛盾纠纷400件，其中婚姻家庭200件、邻里120件，{shares}。")
    stated = {(row.breakdown, row.value) for row in rows if row.measure == "share_pct"}
    assert stated == {("婚姻家庭", 50), ("邻里", 30)}


def test_shares_of_names_that_a_clause_lists() -> None:
    rows = told("受理政务热线投诉900件，主要集中在跨门营业、占道堆物，分别占24.6%和17.2%。")
    stated = {(row.breakdown, row.value) for row in rows if row.measure == "share_pct"}
    assert stated == {("跨门营业", 24.6), ("占道堆物", 17.2)}


@pytest.mark.parametrize("words", ["治安类案件占比最高，达70件", "治安类案件居首位，达70件"])
def test_the_kind_told_to_be_the_largest(words: str) -> None:
    text = f"全年受理行政复议申请126件，{words}。"
    assert parts(text, "reconsideration.accepted") == {None: 126, "治安类": 70}


def test_the_share_of_a_kind_is_its_own() -> None:
    rows = told("现有人民调解员1372名，其中专职213名、兼职1159名，专职占比15.5%。")
    assert Told("mediation.mediators", 15.5, "share_pct", breakdown="专职") in rows


def test_a_part_s_share_may_stand_in_a_bracket_behind_it() -> None:
    text = "受理行政复议案件604件。以申请事项来划分，不服处罚的226件（37.42%），不服确认的76件（12.58%）。"
    shares = {row.value for row in told(text) if row.measure == "share_pct"}
    assert shares == {37.42, 12.58}


def test_shares_stand_in_the_order_of_their_parts_past_what_a_bracket_adds() -> None:
    text = "作出行政处罚88件，安全类34件（含扬尘13件）、质量类31件、市场类23件，占比38.6%、35.2%、26.1%。"
    shares = {row.breakdown: row.value for row in told(text) if row.measure == "share_pct"}
    assert shares == {"安全类": 38.6, "质量类": 35.2, "市场类": 26.1}


def test_a_class_whose_share_fell_is_called_by_its_own_name() -> None:
    text = "行政复议受理1603件。公安领域341件，占21.27%；行政处罚类案件占比由上年的46.3%降至41.9%。"
    shares = {
        (row.value, row.breakdown, row.period)
        for row in of("reconsideration.accepted", text)
        if row.measure == "share_pct"
    }
    assert {(46.3, "行政处罚类", "2022"), (41.9, "行政处罚类", "2023")} <= shares


def test_the_share_behind_tells_of_which_cases_a_body_s_are() -> None:
    text = (
        "收到行政复议申请628件，受理482件，不予受理146件。"
        "以街镇为被申请人的134件，占21.34%；以区政府部门为被申请人的438件，占69.75%。"
    )
    assert parts(text, "reconsideration.not_accepted") == {None: 146}
    assert parts(text, "reconsideration.received") == {None: 628, "街镇": 134, "区政府部门": 438}


@pytest.mark.parametrize(
    "words",
    [
        "政务服务事项1386项，“最多跑一次”事项占比98.7%。",
        "收到行政复议申请83件，其中经复议后未再起诉的占九成以上。",
    ],
)
def test_a_share_of_what_no_figure_counts_states_nothing(words: str) -> None:
    assert {row.measure for row in told(words)} == {"level"}


def test_what_a_sentence_divides_is_the_whole_that_its_share_names() -> None:
    text = (
        "全市法院审结行政案件1200件，其中一审案件800件。全年一审收案1000件。\n"
        "从领域看，征地拆迁案件250件，占一审收案的25%；工伤认定187件、治安处罚153件，分列第二、第三位。"
    )
    divided = {"征地拆迁": 250, "工伤认定": 187, "治安处罚": 153}
    assert parts(text, "litigation.first_instance") == {None: 1000, **divided}


def test_a_rate_behind_a_share_is_no_part_of_the_whole_that_is_counted() -> None:
    text = "全年一审收案1000件。从领域看，征地拆迁案件250件，同比增长25%，占一审收案的25%；当事人到场率12%。"
    assert parts(text, "litigation.first_instance") == {None: 1000, "征地拆迁": 250}


def test_a_share_may_betray_a_whole_that_only_a_table_tells() -> None:
    table = "全市行政执法情况\n行为\t件数\n行政处罚\t11833\n行政许可\t20416\n"
    kinds = "处罚种类上，罚款8914件，占处罚总数的75.33%；警告2106件，占17.80%。"
    assert parts(f"{table}{kinds}", "enforcement.penalties") == {None: 11833, "罚款": 8914, "警告": 2106}
    by_chance = "处罚种类上，罚款8914件，占处罚总数的75%。"
    assert parts(f"{table}{by_chance}", "enforcement.penalties") == {None: 11833}


def test_a_share_of_what_its_sum_has_made_a_part_is_that_parts() -> None:
    text = "主动公开政府信息175条。其中网站25条，占总数的14.29%；政务微信公开信息150条，占信息总数的85.71%。"
    shares = {row.breakdown: row.value for row in told(text) if row.measure == "share_pct"}
    assert shares == {"网站": 14.29, "政务微信": 85.71}
