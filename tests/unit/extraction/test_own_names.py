"""What the reporting body calls its own restricts nothing; what a wider place has is not its own."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, levels, parts, read, rows, told

PENALTIES, INSPECTED = "enforcement.penalties", "enforcement.inspections"


def test_a_town_s_own_names_are_no_parts_of_its_report() -> None:
    text = "以镇政府为被告的行政诉讼案件6件。2024年，柳泉镇将开展法治讲座不少于50场。"
    assert {row.breakdown for row in told(text, title="柳泉镇2023年度法治政府建设工作报告")} == {None}
    other = "柳泉镇办理行政处罚案件26件。"
    assert parts(other, PENALTIES) == {"柳泉镇": 26}


def test_the_cases_of_a_bureau_s_own_field_are_all_its_cases() -> None:
    text = "全年共查处各类涉烟违法案件86起。"
    bureau = told(text, title="示例市烟草专卖局2023年法治政府建设工作报告")
    assert bureau == {Told(PENALTIES, 86)}
    assert parts(text, PENALTIES) == {"涉烟违法": 86}


def test_all_levels_together_are_the_whole() -> None:
    assert told("市、县、乡、村四级现有人民调解员8640名。") == {Told("mediation.mediators", 8640)}


def test_the_area_is_no_part_of_itself() -> None:
    found = told("辖区9家律师事务所、127名执业律师。", title="示例市2023年法治政府建设报告")
    assert found == {Told("lawyer.firms", 9), Told("lawyer.lawyers", 127)}


def test_what_the_whole_city_had_meanwhile_is_not_the_reporter_s() -> None:
    text = "行政机关负责人出庭率100%。全市同期行政机关败诉率为4.2%。"
    zone = told(text, title="示例新城管委会2023年法治政府建设报告")
    assert zone == {Told("litigation.head_appearance_rate", 100)}
    city = told(text, title="示例市2023年法治政府建设报告")
    assert city == zone | {Told("litigation.lost_rate", 4.2)}


def test_the_departments_that_answer_deputies_are_no_part_of_their_proposals() -> None:
    found = parts("县级部门承办人大代表建议243件、政协提案418件，共661件。", "disclosure.proposals")
    assert found == {None: 661, "人大代表建议": 243, "政协提案": 418}


def test_the_government_and_its_departments_together_are_the_whole() -> None:
    text = "全年县政府及县直部门共制定规范性文件43件，其中县直部门26件。"
    assert parts(text, "normative.issued") == {None: 43, "县直部门": 26}


def test_an_official_who_is_quoted_makes_no_case_of_what_he_tells() -> None:
    text = "收到行政复议申请97件。市司法局副局长郑某给出一张清单：维持49件，驳回18件。"
    assert Told("reconsideration.upheld", 49) in told(text)
    assert not told("收到行政复议申请。郑某被罚款2万元。")


def test_what_is_compared_with_a_whole_of_the_same_body_is_of_the_whole() -> None:
    text = "县本级办理行政复议案件187件，其中本年新收173件，新收数较2022年的131件增加42件。"
    assert {row.breakdown for row in told(text)} == {None}


@pytest.mark.parametrize(
    ("title", "squad"),
    [
        ("示例县人力资源和社会保障局2023年法治政府建设工作报告", "县劳动保障监察大队"),
        ("示例县农业农村局2023年法治政府建设工作报告", "县农业综合行政执法大队"),
    ],
)
def test_a_bureau_s_own_squad_inspects_for_the_bureau(title: str, squad: str) -> None:
    assert parts(f"{squad}检查用人单位468户。", INSPECTED, title) == {None: 468}


def test_a_province_speaks_of_itself_as_the_whole_province() -> None:
    body = "2023年全省行政处罚案件12846件。"
    assert levels(body, title="示例省2023年行政执法情况报告") == {("enforcement.penalties", 12846)}
    assert levels(body) == set()


def test_a_town_is_sued_as_the_body_that_reports() -> None:
    text = "以镇政府为被告的行政诉讼案件9件，其中一审6件、二审3件。"
    rows = told(text, title="示例镇人民政府2023年法治政府建设情况报告")
    assert rows == {
        Told("litigation.cases", 9),
        Told("litigation.first_instance", 6),
        Told("litigation.second_instance", 3),
    }


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("湘潭市市场监督管理局2023年法治政府建设情况报告", "湘潭市场监管部门"),
        ("湘潭市市场监督管理局2023年法治政府建设情况报告", "市场监管系统"),
    ],
)
def test_all_offices_of_a_bureau_s_field_are_its_own(title: str, name: str) -> None:
    rows = told(f"{name}检查各类市场主体11754户次。", title=title)
    assert rows == {Told("enforcement.inspections", 11_754)}


def test_the_courts_of_a_place_are_those_of_its_high_court() -> None:
    text = (
        "湖南法院实质化解行政争议\n发布时间：2024-02-14 来源：示例新闻网\n\n"
        "记者13日从湖南省高级人民法院召开的新闻发布会上获悉，2023年，湖南法院共受理各类行政案件8720件。"
    )
    assert rows(read(text)) == {Told("litigation.cases", 8720)}


def test_the_offices_of_another_place_are_not_the_reporters_own() -> None:
    title = "湘潭市市场监督管理局2023年法治政府建设情况报告"
    text = "长沙市场监管部门检查120户次。"
    assert parts(text, "enforcement.inspections", title=title) == {"长沙市场监管部门": 120}
