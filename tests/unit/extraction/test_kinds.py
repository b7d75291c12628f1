"""Kinds that words name beside a figure: industries, hazards, bodies by rank, the respondent of most."""

from __future__ import annotations

from tests.unit.extraction.told import Told, parts, told

FOUND, RECTIFIED = "enforcement.violations_found", "enforcement.violations_rectified"
PENALTIES, FINES = "enforcement.penalties", "enforcement.fines"


def test_what_was_put_right_is_of_the_kind_that_was_found() -> None:
    text = "检查企业527家次，发现一般问题158项、已整改151项，发现重大隐患3项、已整改2项。"
    assert parts(text, FOUND) == {"一般问题": 158, "重大隐患": 3}
    assert parts(text, RECTIFIED) == {"一般问题": 151, "重大隐患": 2}


def test_what_was_put_right_of_two_kinds_is_of_both() -> None:
    text = "检查企业527家次，排查一般隐患158项、重大隐患3项，已整改160项。"
    assert parts(text, RECTIFIED) == {None: 160}


def test_an_industry_holds_for_its_part_of_the_sentence() -> None:
    text = (
        "检查企业1096家次，作出行政处罚86次，罚款241.5万元。"
        "其中：非煤矿山行业检查企业396家次，实施行政处罚41次，罚款128万元；"
        "工贸行业检查企业350家次，实施行政处罚18次，罚款43万元。"
    )
    assert parts(text, PENALTIES) == {None: 86, "非煤矿山": 41, "工贸": 18}
    assert parts(text, FINES) == {None: 2415000, "非煤矿山": 1280000, "工贸": 430000}


def test_ranks_behind_a_semicolon() -> None:
    text = (
        "作出行政处罚412起，罚款1108万元；"
        "作出行政处罚较多的县（市、区）是甲县（104起）、乙县（82起），较少的是丙县（38起）。"
    )
    assert parts(text, PENALTIES) == {None: 412, "甲县": 104, "乙县": 82, "丙县": 38}


def test_ranks_with_their_figures_behind_them() -> None:
    text = "全县审结行政诉讼案件386件，行政机关败诉40件。败诉案件居前的为自然资源11件、公安9件、人社7件。"
    assert parts(text, "litigation.lost") == {None: 40, "自然资源": 11, "公安": 9, "人社": 7}


def test_what_was_inspected_of_each_is_a_part() -> None:
    text = "出动执法人员1873人次，检查食品经营主体921家次、特种设备使用单位84家次。"
    assert parts(text, "enforcement.inspections") == {"食品经营主体": 921, "特种设备使用单位": 84}
    assert parts("检查食品经营主体921家次，立案12件。", "enforcement.inspections") == {None: 921}


def test_the_respondent_of_most_cases_is_a_part() -> None:
    text = "受理行政复议申请893件。被申请人以公安机关居多，为297件，较上年的251件上升18.3%。"
    assert parts(text, "reconsideration.accepted") == {None: 893, "公安机关": 297}
    assert parts(text, "reconsideration.accepted", period="2022") == {"公安机关": 251}


def test_a_year_may_stand_before_its_noun() -> None:
    text = "作出行政处罚86次，处罚金额241.5万元，上年处罚金额为170.8万元。"
    assert Told(FINES, 1708000, period="2022") in told(text)


def test_names_that_a_page_broke_in_two_head_one_column() -> None:
    names = ("警告", "罚款", "没收违法", "所得、没收非法财物", "责令停产停业", "合计(宗)", "罚没金额(万元)")
    figures = ("1", "566", "3", "11", "581", "241.3")
    text = "全年作出行政处罚581宗。\n行政处罚实施数量(宗)\n" + "\n".join((*names, *figures))
    assert parts(text, PENALTIES)["罚款"] == 566
    assert parts(text, PENALTIES)["没收违法所得、没收非法财物"] == 3


def test_what_is_at_hand_in_brackets_is_not_new() -> None:
    text = "行政、赔偿诉讼一审案件共519件（新收案件404件，旧存案件115件）。"
    assert parts(text, "litigation.first_instance") == {None: 404}


def test_inspections_that_enter_firms_are_parts_of_all_inspections() -> None:
    text = "全年开展入企检查2316次。"
    assert parts(text, code="enforcement.inspections") == {"入企检查": 2316}


def test_kinds_that_have_codes_of_their_own_are_told_by_them() -> None:
    text = (
        "谈到其他法律服务，负责人说，2023年末全市有律师事务所47家，执业律师396名，比上年新增52名，全年代理诉讼"
        "案件6842件，其中刑事1437件、民事5186件、行政219件，担任法律顾问1163家；11家公证处有公证员38名。"
    )
    rows = {(row.indicator, row.value) for row in told(text) if row.indicator.endswith("_cases")}
    assert rows == {
        ("lawyer.litigation_cases", 6842),
        ("lawyer.criminal_cases", 1437),
        ("lawyer.civil_cases", 5186),
        ("lawyer.administrative_cases", 219),
    }


def test_how_suits_of_second_instance_ended_are_no_kinds() -> None:
    text = "行政诉讼审结1295件，其中二审审结344件。二审审结案件中维持原判251件，改判19件，发回重审12件。"
    assert not {row.value for row in told(text)} & {251, 19, 12}


def test_of_all_files_that_were_sorted_the_normative_ones_are_counted() -> None:
    rows = told("规范性文件管理。组织全面清理1次，梳理文件873件，其中行政规范性文件255件。")
    assert {row.value for row in rows if row.indicator == "normative.cleaned"} == {255}
