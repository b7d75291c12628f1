"""Where tables stand and how their cells lie: bars, tabs, spaces, one cell a line, side by side."""

from __future__ import annotations

import pytest

from pipelines.extraction.tables.grids import find_grids
from pipelines.extraction.text.columns import columns
from pipelines.extraction.text.normalise import normalise
from tests.unit.extraction.told import Told, levels, told

WANTED = {("enforcement.penalties", 340), ("enforcement.licences", 1200), ("enforcement.inspections", 560)}


def test_notes_under_a_table_are_no_cells() -> None:
    text = normalise("项目\t数量\n行政处罚\t340\n行政许可\t1200\n注：数据截至2023年12月31日。").text
    (grid,) = find_grids(text)
    assert text[grid.start : grid.end].endswith("1200")
    assert [[cell.text for cell in row] for row in grid.rows] == [
        ["项目", "数量"],
        ["行政处罚", "340"],
        ["行政许可", "1200"],
    ]


def test_a_table_drawn_with_lines_is_one() -> None:
    table = """
    ┏━━━━━┳━━━━┳━━━━┓
    ┃项目┃数量┃上年┃
    ┣━━━━━╋━━━━╋━━━━┫
    ┃行政处罚┃340┃-┃
    ┃行政许可┃1,200┃-┃
    ┃行政检查┃560┃12┃
    ┗━━━━━┻━━━━┻━━━━┛"""
    rows = told("行政执法情况统计表" + table.replace("    ", ""))
    assert {(row.indicator, row.value) for row in rows if row.period == "2023"} >= WANTED


def test_prose_with_short_lines_is_no_table() -> None:
    assert (
        find_grids("示例县人民政府\n关于法治建设的报告\n一、主要工作\n二、存在问题\n三、下一步打算\n特此报告")
        == []
    )


@pytest.mark.parametrize(
    "table",
    [
        "|项目|\n|数量|\n|行政处罚|\n|340|\n|行政许可|\n|1200|\n|行政检查|\n|560|",
        "| 项目\n| 数量\n| 行政处罚\n| 340\n| 行政许可\n| 1200\n| 行政检查\n| 560",
        "|项目|\n|数量|\n| |\n|行政处罚|\n|340|\n|行政许可|\n|1200|\n|行政检查|\n|560|",
        "序号\n项目\n数量\n1\n行政处罚\n340\n2\n行政许可\n1200\n3\n行政检查\n560",
        "序号\n项目\n数量\n1\n行政处罚\n340\n2\n行政许可\n1200\n3\n行政检查\n560\n合计\n2100",
        "项目    数量    上年\n行政处罚    340    -\n行政许可    1,200    -\n行政检查    560    12",
    ],
    ids=[
        "bars, one cell a line",
        "bars before, one cell a line",
        "an empty cell",
        "numbered, one cell a line",
        "numbered with a total",
        "spaces",
    ],
)
def test_cells_that_lost_their_columns_are_laid_out_again(table: str) -> None:
    rows = told(f"行政执法情况统计表\n{table}")
    assert {(row.indicator, row.value) for row in rows if row.period == "2023"} >= WANTED


@pytest.mark.parametrize(
    "lines",
    [
        "县城管局\n县住建局\n县水利局\n县交通局\n340\n1200",
        "县城管局\n5\n县住建局\n行政处罚\n340\n7",
        "项目\n数量\n行政处罚：\n340\n行政许可：\n1200",
    ],
    ids=["names, then figures", "a figure in the header", "lines of prose"],
)
def test_short_lines_that_stand_in_no_columns_are_no_table(lines: str) -> None:
    assert find_grids(normalise(f"示例县\n\n{lines}").text) == []


def test_a_bar_in_a_line_of_prose_makes_no_table() -> None:
    assert told("首页|概况\n全年办理行政处罚案件340件。") == {Told("enforcement.penalties", 340)}


def test_spaces_in_prose_are_no_columns() -> None:
    text = normalise("甲    乙    丙丁\n行政处罚   340件   ，行政许可   1200件   。").text
    assert find_grids(text) == []


def test_a_header_in_the_midst_of_figures_heads_what_follows() -> None:
    rows = told(
        "行政执法情况统计表\n部门\t行政处罚案件数\n县城管局\t200\n县住建局\t140\n"
        "部门\t行政许可件数\n县城管局\t30\n县住建局\t20"
    )
    assert {(row.indicator, row.breakdown, row.value) for row in rows} == {
        ("enforcement.penalties", "县城管局", 200),
        ("enforcement.penalties", "县住建局", 140),
        ("enforcement.licences", "县城管局", 30),
        ("enforcement.licences", "县住建局", 20),
    }


def test_a_title_in_the_midst_of_figures_keeps_the_header() -> None:
    text = normalise("项目\t数量\n行政处罚\t340\n行政强制\t15\n审批\t\n行政许可\t1200\n行政确认\t7").text
    one, two = find_grids(text)
    assert [cell.text for cell in one.rows[0]] == [cell.text for cell in two.rows[0]] == ["项目", "数量"]
    assert ("审批" in one.caption, "审批" in two.caption) == (False, True)


@pytest.mark.parametrize("times", [2, 3])
def test_several_tables_side_by_side_are_read_each_by_its_header(times: int) -> None:
    row = ["行政处罚\t340", "行政许可\t1200", "行政检查\t560"][:times]
    table = "\n".join(("\t".join(["项目\t数量"] * times), "\t".join(row)))
    assert levels(f"行政执法情况统计表\n{table}\n") == {
        ("enforcement.penalties", 340),
        ("enforcement.licences", 1200),
        ("enforcement.inspections", 560),
    } - ({("enforcement.inspections", 560)} if times == 2 else set())


def test_a_header_that_does_not_repeat_is_one_table() -> None:
    rows = told("行政执法情况统计表\n部门\t行政处罚件数\t行政许可件数\n县城管局\t200\t30\n县住建局\t140\t20")
    assert {(row.indicator, row.breakdown, row.value) for row in rows} == {
        ("enforcement.penalties", "县城管局", 200),
        ("enforcement.penalties", "县住建局", 140),
        ("enforcement.licences", "县城管局", 30),
        ("enforcement.licences", "县住建局", 20),
    }


@pytest.mark.parametrize("total", ["合计\n340", "|合计|\n|340|"])
def test_a_total_in_a_numbered_table_has_no_number(total: str) -> None:
    rows = told(
        f"行政执法情况统计表\n序号\n部门\n行政处罚案件数\n1\n县城管局\n200\n2\n县住建局\n140\n{total}"
    )
    assert {(row.breakdown, row.value) for row in rows} == {(None, 340), ("县城管局", 200), ("县住建局", 140)}


@pytest.mark.parametrize("over", ["", "行政处罚实施数量(宗)\n"], ids=["names alone", "one name over all"])
def test_one_row_of_figures_under_its_names(over: str) -> None:
    rows = told(
        f"2023年度我局实施行政处罚总数为2847宗。\n\n{over}警告\n罚款\n责令停产停业\n吊销许可证\n合计(宗)\n罚没金额(万元)"
        "\n112\n2691\n41\n3\n2847\n1296.8\n\n以上为全年数。"
    )
    penalties = {row.breakdown: row.value for row in rows if row.indicator == "enforcement.penalties"}
    assert penalties == {None: 2847, "警告": 112, "罚款": 2691, "责令停产停业": 41, "吊销许可证": 3}
    assert Told("enforcement.fines", 12_968_000) in rows


def test_signed_changes_stand_in_columns_parted_by_single_spaces() -> None:
    lines = "信息内容 本年增/减 处理决定数量\n行政许可 +38 826\n行政处罚 -6 47"
    assert columns(lines) == lines.replace(" ", "\t")


def test_a_line_drawn_between_two_tables_side_by_side_is_no_cell() -> None:
    names = "地　区\t受理(件)\t调解成功(件)"
    rows = told(
        f"人民调解情况\n{names}\t│\t{names}\n甲县\t6 204\t6 128\t│\t乙县\t5 117\t5 012\n"
        "丙县\t4 886\t4 813\t│\t全　市\t16 207\t15 953",
        title="示例市2023年人民调解工作统计",
    )
    assert {(row.breakdown, row.value) for row in rows if row.indicator == "mediation.cases"} == {
        ("甲县", 6204),
        ("乙县", 5117),
        ("丙县", 4886),
        (None, 16207),
    }


def test_wide_spaces_part_cells_where_narrow_ones_group_digits() -> None:
    rows = told(
        "法律援助主要指标\n年份　受理案件（件）　办结案件（件）　受援人（人次）\n"
        "2021　3 018　2 860　3 196\n2022　3 274　3 105　3 480\n2023　3 590　3 412　3 867"
    )
    assert rows >= {
        Told("legal_aid.cases", 3018, period="2021"),
        Told("legal_aid.concluded", 3105, period="2022"),
        Told("legal_aid.beneficiaries", 3867),
    }


def test_a_header_may_lack_the_name_of_its_column_of_names() -> None:
    rows = told(
        "各乡镇行政执法情况\n立案（件）\t行政处罚（件）\t持证率\n甲镇\t382\t358\t97.2%\n乙镇\t293\t274\t96.5%"
    )
    assert Told("enforcement.cases_opened", 382, breakdown="甲镇") in rows
    assert Told("enforcement.certified_rate", 96.5, breakdown="乙镇") in rows
