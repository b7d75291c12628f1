"""Bodies told by their rank, several bodies with one rate, and reviewers that are sued."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, parts, told

_RECEIVED = "全市收到行政复议申请872件"


@pytest.mark.parametrize(
    "sentence",
    [
        f"{_RECEIVED}。申请最多的青溪县有297件，申请最少的石门县只有17件。",
        f"{_RECEIVED}，其中青溪县最多，为297件，石门县最少，仅17件。",
        f"{_RECEIVED}，其中申请量最多的是青溪县，共297件；最少的是石门县，仅17件。",
        f"{_RECEIVED}，青溪县最多（297件），石门县最少（17件）。",
    ],
)
def test_who_has_most_and_who_has_least_is_a_part(sentence: str) -> None:
    assert told(sentence) == {
        Told("reconsideration.received", 872),
        Told("reconsideration.received", 297, breakdown="青溪县"),
        Told("reconsideration.received", 17, breakdown="石门县"),
    }


def test_two_bodies_that_lead_are_paired_with_their_figures() -> None:
    rows = told(f"{_RECEIVED}。市本级和青溪县办件最多，分别收到344件和297件。")
    assert Told("reconsideration.received", 344, breakdown="市本级") in rows
    assert Told("reconsideration.received", 297, breakdown="青溪县") in rows


def test_the_extremes_of_a_rate_are_of_that_rate() -> None:
    rows = told("全市行政机关败诉率为9.3%，败诉率最高的是青溪县，达24.1%，石门县最低，为2.8%。")
    assert rows == {
        Told("litigation.lost_rate", 9.3),
        Told("litigation.lost_rate", 24.1, breakdown="青溪县"),
        Told("litigation.lost_rate", 2.8, breakdown="石门县"),
    }


def test_one_number_is_the_rate_of_several_bodies() -> None:
    rows = told("全市负责人出庭应诉率达到98.4%，青溪县、石门县为100%。")
    assert rows == {
        Told("litigation.head_appearance_rate", 98.4),
        Told("litigation.head_appearance_rate", 100, breakdown="青溪县"),
        Told("litigation.head_appearance_rate", 100, breakdown="石门县"),
    }


@pytest.mark.parametrize(
    "clause",
    ["复议机关同原机关一道当被告的21件", "区政府因复议成为共同被告的21件", "复议机关充当共同被告21件"],
)
def test_a_reviewer_that_is_sued_turns_no_text_to_reviews(clause: str) -> None:
    rows = told(f"全年行政应诉案件174件，其中{clause}，审结156件，结案率89.66%。")
    assert {
        Told("litigation.cases", 174),
        Told("litigation.co_defendant_cases", 21),
        Told("litigation.concluded", 156),
        Told("litigation.conclusion_rate", 89.66),
    } <= rows
    assert not {row for row in rows if row.indicator.startswith("reconsideration.")}


def test_what_is_left_from_the_year_before_is_no_figure_of_that_year() -> None:
    rows = told("收到行政复议申请231件。2022年延续下来22件，当年在办案件达到223件，办结205件。")
    assert {row.period for row in rows} == {"2023"}


def test_the_body_most_often_told_against_is_named_without_what_introduces_it() -> None:
    rows = told(f"{_RECEIVED}，其中以县政府部门为被申请人的数量最多，为540件。")
    assert Told("reconsideration.received", 540, breakdown="县政府部门") in rows


def test_the_largest_of_single_cases_is_no_figure_of_the_whole() -> None:
    assert told("罚没款总体不大，单笔最高罚款45万元。") == set()


@pytest.mark.parametrize("rank", ["诉求量列前三位的依次是", "诉求量排名靠前的领域", "诉求量居前三位的是"])
def test_names_behind_their_rank_are_parts_of_what_was_told_before(rank: str) -> None:
    rows = told(f"12345热线受理诉求29654件。{rank}：劳动保障2316件、物业管理1874件、消费维权1542件。")
    assert {
        Told("service.hotline_requests", 29654),
        Told("service.hotline_requests", 2316, breakdown="劳动保障"),
        Told("service.hotline_requests", 1542, breakdown="消费维权"),
    } <= rows


def test_the_first_and_the_second_kind_are_told_with_their_counts() -> None:
    text = "全年完成司法鉴定2318件，法医临床最多，为1702件，法医物证次之，为233件。"
    assert parts(text, "forensic.cases") == {None: 2318, "法医临床": 1702, "法医物证": 233}


def test_ranks_in_order_may_say_in_brackets_what_they_leave_out() -> None:
    text = "实施行政处罚1734件，处罚数量居前两位的依次为城管执法615件、公安（不含简易处罚）490件。"
    assert told(text) == {
        Told("enforcement.penalties", 1734),
        Told("enforcement.penalties", 615, breakdown="城管执法"),
        Told("enforcement.penalties", 490, breakdown="公安（不含简易处罚）"),
    }


def test_who_has_most_among_the_counties_of_a_city() -> None:
    text = "全市实施行政处罚24万件。县（市、区）中行政处罚最多的为屏山区3.1万件，最少的为云岭县4209件。"
    found = parts(text, code="enforcement.penalties")
    assert found == {None: 240000, "屏山区": 31000, "云岭县": 4209}
