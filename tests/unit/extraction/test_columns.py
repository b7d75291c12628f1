"""Tables told in prose: segments or lines that tell the same things of each name and add up by column."""

from __future__ import annotations

from tests.unit.extraction.told import parts

INSPECTED, FOUND, FINED = "enforcement.inspections", "enforcement.violations_found", "enforcement.fines"
WHOLE = "全州检查企业214家次，发现各类隐患1163条，处罚31次，金额142.8万元。"


def test_columns_that_add_up_are_parts_of_their_wholes_by_the_names_of_the_segments() -> None:
    text = (
        WHOLE + "\n州本级检查71家次、隐患604条、处罚12次58万元；恰特市62家次、307条、11次49.8万元；"
        "乌鲁克县58家次、221条、8次35万元；阿合县23家次，仅发现31条。"
    )
    assert parts(text, INSPECTED) == {None: 214, "州本级": 71, "恰特市": 62, "乌鲁克县": 58, "阿合县": 23}
    assert parts(text, FOUND) == {None: 1163, "州本级": 604, "恰特市": 307, "乌鲁克县": 221, "阿合县": 31}
    assert parts(text, FINED)["恰特市"] == 498000


def test_lines_that_follow_one_another_are_such_a_table_too() -> None:
    text = (
        WHOLE + "其中：\n非煤矿山检查企业88家次，隐患672条（重大21条），处罚96万元。\n"
        "危险化学品63家次，隐患248条，处罚19.5万元。\n工贸63家次，隐患243条，处罚27.3万元。"
    )
    assert parts(text, INSPECTED) == {None: 214, "非煤矿山": 88, "危险化学品": 63, "工贸": 63}


def test_columns_that_add_up_to_nothing_are_left_as_they_are() -> None:
    text = WHOLE + "\n恰特市62家次、307条、49.8万元；乌鲁克县58家次、221条、35万元。"
    assert parts(text, INSPECTED) == {None: 214}
    assert parts(text, FOUND) == {None: 1163}


def test_a_column_behind_a_slash_stands_beside_parts_that_are_known() -> None:
    text = (
        "全年行政处罚案件立案318件、结案301件，罚没款286.45万元。按类分：\n食品137件/94.20万元\n药械化36件/48.77万元\n"
        "价格45件/63.18万元\n特种设备12件/29.5万元\n广告、商标等71件/50.8万元"
    )
    assert parts(text, FINED) == {
        None: 2864500,
        "食品": 942000,
        "药械化": 487700,
        "价格": 631800,
        "特种设备": 295000,
        "广告、商标等": 508000,
    }


def test_an_arrow_may_stand_behind_the_figures_of_a_row() -> None:
    text = (
        "环境行政处罚情况\n县（区）  处罚决定（份）  罚款（万元）  与上年相比\n"
        "清河区  66  486.2  ↑\n黔云县  45  309  ↑\n石门县  38  251.6  ↓"
    )
    assert parts(text, "enforcement.penalties") == {"清河区": 66, "黔云县": 45, "石门县": 38}
