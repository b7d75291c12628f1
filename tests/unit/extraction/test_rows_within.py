"""Tables whose rows lie within others, are kinds of one thing, or tell what became of what stands beside."""

from __future__ import annotations

from tests.unit.extraction.told import Told, levels, parts, told

SECTION = "三、人民调解\n调解纠纷3081件。\n\n"


def test_a_row_among_another_adds_nothing_to_its_column_and_is_a_part_of_the_row_above() -> None:
    text = (
        "作出行政处罚2611件。\n\n案件类别|件数|占比\n食品|1146|43.9%\n其中：餐饮环节|517|19.8%\n"
        "药械化|402|15.4%\n价格|355|13.6%\n其他|708|27.1%"
    )
    found = parts(text, "enforcement.penalties")
    assert found == {None: 2611, "食品": 1146, "食品/餐饮环节": 517, "药械化": 402, "价格": 355, "其他": 708}
    assert Told("enforcement.penalties", 19.8, "share_pct", breakdown="食品/餐饮环节") in told(text)


def test_what_was_put_right_is_of_the_body_whose_row_says_what_was_found() -> None:
    table = (
        "部门 | 检查（家次） | 查出隐患（项） | 完成整改（项）\n"
        "县市场监管局 | 984 | 312 | 306\n县应急局 | 326 | 248 | 243\n总计 | 1310 | 560 | 549"
    )
    found = parts(table, "enforcement.violations_rectified")
    assert found == {"县市场监管局": 306, "县应急局": 243, None: 549}


def test_a_contract_among_the_kinds_of_disputes_is_none_that_was_reviewed() -> None:
    table = (
        "类别 | 2022年 | 2023年 | 增减\n婚姻家庭 | 846 | 812 | -34\n合同 | 254 | 289 | +35\n"
        "其他 | 1911 | 1980 | +69\n合计 | 3011 | 3081 | +70"
    )
    assert {row.indicator for row in told(SECTION + table)} == {"mediation.cases"}


def test_among_outcomes_of_reviews_a_dismissal_is_one_of_them() -> None:
    text = "审结方式见下表。\n\n处理方式 | 件数\n维持 | 296\n驳回 | 41\n终止 | 45\n纠错 | 39"
    found = levels(text, title="示例省2023年行政复议行政应诉案件统计分析")
    assert ("reconsideration.dismissed", 41) in found


def test_a_growth_without_a_unit_is_in_per_cent_where_the_levels_beside_it_say_so() -> None:
    table = (
        "律师业务（单位：件、%）\n项目 | 2022年 | 2023年 | 增长\n"
        "诉讼案件 | 782 | 860 | 10.0\n民事 | 614 | 681 | 10.9"
    )
    rows = told("一、律师\n\n" + table)
    assert Told("lawyer.litigation_cases", 10.0, "change_pct") in rows


def test_the_row_of_the_whole_province_is_its_total() -> None:
    table = "地区 | 调委会（个） | 调解员（人）\n全省 | 1523 | 6841\n甲市 | 510 | 2296\n乙市 | 1013 | 4545"
    assert parts(table, "mediation.committees", title="示例省2023年人民调解统计")[None] == 1523
