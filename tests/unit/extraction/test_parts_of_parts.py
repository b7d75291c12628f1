"""Parts that have parts of their own: named again behind a semicolon, or by their count (这33件中)."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, parts, told


def test_what_is_within_a_part_named_again_behind_a_semicolon_is_a_part_of_it() -> None:
    text = "作出行政处罚决定108件：简易程序53件，普通程序55件；普通程序中，食品类32件，药品类23件。"
    assert parts(text, "enforcement.penalties") == {
        None: 108,
        "简易程序": 53,
        "普通程序": 55,
        "普通程序/食品类": 32,
        "普通程序/药品类": 23,
    }


@pytest.mark.parametrize("within", ["缓刑人员里女性", "缓刑人员中女性"])
def test_the_word_that_opens_a_part_of_a_part_is_none_of_its_name(within: str) -> None:
    text = f"年末社区矫正对象230人，其中缓刑203人、假释18人；{within}31人。"
    assert parts(text, "correction.supervisees")["缓刑/女性"] == 31


def test_a_part_named_by_its_count_has_the_outcomes_told_of_it() -> None:
    text = "县政府审结行政复议案件86件，其中市场监管领域33件，这33件里维持20件、撤销3件。"
    assert parts(text, "reconsideration.concluded") == {None: 86, "市场监管领域": 33}
    assert parts(text, "reconsideration.upheld") == {"市场监管领域": 20}
    assert parts(text, "reconsideration.revoked") == {"市场监管领域": 3}


def test_a_whole_named_by_its_count_has_parts_of_the_whole() -> None:
    text = "县政府审结行政复议案件86件，这86件中，食品类50件、药品类36件。"
    assert parts(text, "reconsideration.concluded") == {None: 86, "食品类": 50, "药品类": 36}


def test_committees_are_no_bodies_where_they_are_what_is_counted() -> None:
    text = "调委会共226个：村居调委会203个、乡镇14个、行业性专业性调委会9个。"
    found = parts(text, "mediation.committees")
    assert found == {None: 226, "村居调委会": 203, "乡镇": 14, "行业性专业性调委会": 9}


def test_what_came_of_a_part_is_no_more_than_the_part() -> None:
    text = "调解纠纷4386件，成功率97.9%，其中物业纠纷1204件、成功1161件。"
    assert parts(text, "mediation.succeeded") == {"物业纠纷": 1161}
    text = "调解纠纷4386件，其中物业纠纷1204件，调解成功4294件。"
    assert parts(text, "mediation.succeeded") == {None: 4294}


def test_what_only_a_procedure_names_is_the_part_decided_by_it() -> None:
    assert parts("行政处罚4127件，适用普通程序的1366件。", "enforcement.penalties") == {
        None: 4127,
        "普通程序": 1366,
    }


def test_a_year_of_the_span_before_is_of_what_the_span_counts() -> None:
    text = "2019年至2023年，全县累计开展法治宣传8400场，受众126万人次。2023年开展1320场。"
    rows = told(text)
    assert Told("publicity.activities", 8400, period="2019/2023") in rows
    assert Told("publicity.activities", 1320) in rows


def test_what_a_body_s_count_is_divided_into_is_part_of_it() -> None:
    text = "取消和下放市本级行政审批事项45项，其中取消27项、下放18项。"
    assert parts(text, "service.cancelled_matters") == {
        "市本级": 45,
        "市本级/取消": 27,
        "市本级/下放": 18,
    }
    found = parts("州本级政务服务事项共1342项，其中州本级“零跑动”事项1331项。", "service.matters")
    assert found == {"州本级": 1342, "州本级/“零跑动”事项": 1331}


def test_what_towns_and_bureaus_make_together_is_no_part() -> None:
    text = "乡镇（场）和部门共计73个单位党政主要负责人述法。"
    assert parts(text, "organisation.assessed_entities") == {None: 73}
