"""Operations, campaigns and fields of enforcement that make figures parts."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, parts, told

INSPECTED = "enforcement.inspections"


@pytest.mark.parametrize(
    ("campaign", "name"),
    [
        ("开展“利剑”专项行动", "利剑"),
        ("组织“护苗”集中整治", "护苗"),
        ("开展安全生产专项检查", "安全生产专项检查"),
    ],
)
def test_a_second_figure_of_enforcement_is_of_the_campaign_before_it(campaign: str, name: str) -> None:
    text = f"全年检查企业500家次。{campaign}，检查企业120家次。"
    assert parts(text, INSPECTED) == {None: 500, name: 120}


def test_a_campaign_names_no_part_where_it_is_all_there_is() -> None:
    assert parts("开展“利剑”专项行动，检查企业120家次。", INSPECTED) == {None: 120}


def test_a_campaign_holds_to_the_end_of_its_paragraph() -> None:
    text = "全年检查企业500家次。\n开展“利剑”专项行动。\n检查企业120家次。"
    assert parts(text, INSPECTED) == {None: 500}


@pytest.mark.parametrize("words", ["“放管服”改革", "“三项制度”", "《行动方案》"])
def test_what_is_no_operation_names_no_part(words: str) -> None:
    text = f"全年检查企业500家次。落实{words}，检查企业120家次。"
    assert parts(text, INSPECTED) == {None: 500}


def test_the_field_that_a_heading_names_is_what_the_figures_under_it_are_of() -> None:
    text = (
        "（三）加强重点领域执法。\n"
        "1.生态环境领域。出动执法人员1216人次。\n2.食品安全领域。出动执法人员306人次。"
    )
    assert {(row.breakdown, row.value) for row in told(text)} == {("生态环境", 1216), ("食品安全", 306)}


def test_an_operation_named_after_its_field_is_a_part_to_the_sentence_s_end() -> None:
    text = "检查单位9870家次。燃气压力管道“百日攻坚”，出动执法人员620人次，检查单位870家次。"
    name = "燃气压力管道“百日攻坚”"
    assert told(text) == {
        Told("enforcement.inspections", 9870),
        Told("enforcement.personnel_deployed", 620, breakdown=name),
        Told("enforcement.inspections", 870, breakdown=name),
    }


def test_points_under_a_heading_of_special_enforcement_name_fields() -> None:
    text = (
        "二、重点领域专项执法\n"
        "（一）生活垃圾分类。依法处罚1029起。\n（二）建筑垃圾运输治理。依法处罚437起。\n"
        "三、队伍建设\n（一）完善培训机制。组织执法检查25次。"
    )
    assert {(row.breakdown, row.value) for row in told(text)} == {
        ("生活垃圾分类", 1029),
        ("建筑垃圾运输", 437),
        (None, 25),
    }


def test_what_one_activity_handed_out_does_not_stand_for_the_year() -> None:
    text = "分发普法宣传资料3.2万份。\n开展“法治同行”活动，走进9个村宣讲，共发放普法宣传资料1500份。"
    assert Told("publicity.materials", 32000) in told(text)


def test_a_field_that_leads_several_figures_is_what_they_are_of() -> None:
    text = (
        "全年办结行政处罚案件407件，罚没款512万元。"
        "知识产权领域办结41件，案值53.7万元，罚没42.6万元；特种设备领域办结23件，罚没92.3万元，移送5件。"
    )
    fields = {
        (row.indicator, row.value, row.breakdown)
        for row in told(text)
        if row.breakdown in ("知识产权领域", "特种设备领域")
    }
    assert fields == {
        ("enforcement.penalties", 41, "知识产权领域"),
        ("enforcement.case_value", 537_000, "知识产权领域"),
        ("enforcement.fines", 426_000, "知识产权领域"),
        ("enforcement.penalties", 23, "特种设备领域"),
        ("enforcement.fines", 923_000, "特种设备领域"),
        ("enforcement.transferred_cases", 5, "特种设备领域"),
    }


@pytest.mark.parametrize(
    ("opening", "operation"),
    [
        ("食品安全专项整治中", "食品安全专项整治"),
        ("餐饮燃气“百日攻坚”中", "餐饮燃气“百日攻坚”"),
        ("从去年初至今年1月底的强化督查期间", "强化督查"),
    ],
)
def test_an_operation_that_opens_a_sentence_is_a_part(opening: str, operation: str) -> None:
    rows = told(f"全年检查企业9.2万家次。{opening}，检查经营户7650户次。")
    assert {row.breakdown for row in rows if row.value == 7650} == {operation}


def test_what_a_bureau_leads_is_its_own() -> None:
    rows = told("农业农村局牵头开展农资打假行动，出动执法人员780人次，检查门店412家次。")
    assert {row.breakdown for row in rows} == {"农业农村局"}


@pytest.mark.parametrize("name", ["渣土专项整治", "油烟整治", "食品安全“守查保”专项"])
def test_an_operation_may_be_named_right_before_what_was_done(name: str) -> None:
    assert parts(f"全年检查企业500家次。{name}检查餐饮单位156家次。", INSPECTED) == {None: 500, name: 156}


def test_to_carry_out_operations_names_none() -> None:
    assert parts("开展专项整治检查餐饮单位156家次。", INSPECTED) == {None: 156}


def test_several_operations_told_as_one_number_name_no_part() -> None:
    text = (
        "“双随机、一公开”部门内抽查任务184个，抽查主体6942户。"
        "开展民生领域“铁拳”、医疗美容、成品油等专项行动12次，检查各类经营主体3.4万户次。"
    )
    assert parts(text, INSPECTED) == {None: 34000, "“双随机、一公开”部门内抽查": 6942}


def test_an_operation_ends_the_rule_of_the_field_before_it() -> None:
    text = "环保领域罚款6790万元；打击保健品乱象“百日行动”检查经营单位1840家次。"
    assert parts(text, INSPECTED) == {"打击保健品乱象“百日行动”": 1840}
