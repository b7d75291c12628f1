"""What stands over a table: what its caption counts, in which unit, and what introduces a lone row."""

from __future__ import annotations

from tests.unit.extraction.told import Told, parts, told


def test_one_row_of_figures_has_no_name_and_is_of_what_introduces_it() -> None:
    table = (
        "村（社区）法律顾问履职情况统计如下：\n"
        "法治讲座（场）\t解答咨询（人次）\t发放资料（份）\n213\t4560\t13000"
    )
    found = {(row.indicator, row.breakdown, row.value) for row in told(table)}
    assert found == {
        ("community_counsel.activities", None, 213),
        ("community_counsel.consultations", None, 4560),
        ("community_counsel.materials", None, 13000),
    }


def test_rows_with_codes_of_their_own_are_no_kinds_of_what_the_caption_counts() -> None:
    text = (
        "行政处罚实施情况统计表\n项目\t市场监管局\t交通运输局\t其他部门\t合计\n立案数（件）\t812\t1043\t561\t2416\n"
        "处罚决定数（件）\t745\t1006\t474\t2225\n不予行政处罚（件）\t121\t34\t39\t194\n"
    )
    rows = told(text)
    assert Told("enforcement.cases_opened", 2416) in rows
    assert Told("enforcement.penalties", 745, breakdown="市场监管局") in rows
    assert Told("enforcement.exempted_cases", 34, breakdown="交通运输局") in rows


def test_a_caption_alone_may_tell_what_names_and_figures_count() -> None:
    text = (
        "表四 行政强制实施情况统计表（宗）\n县公安局\t48\n县交通运输局\t17\n县应急管理局\t9\n合计\t74\n\n"
        "以上行政强制均依法实施。"
    )
    code = "enforcement.coercions"
    assert parts(text, code) == {"县公安局": 48, "县交通运输局": 17, "县应急管理局": 9, None: 74}


def test_persons_are_no_kind_of_the_cases_that_a_caption_counts() -> None:
    text = "2023年法律援助情况统计表\n项目\t数量\n法律援助案件\t486\n受援人\t973\n受援群众\t12\n"
    assert told(text) == {Told("legal_aid.cases", 486), Told("legal_aid.beneficiaries", 973)}


def test_a_caption_of_several_units_gives_none_of_them_to_a_column() -> None:
    caption = "表1 行政处罚（件）和罚没金额（万元）"
    rows = "部门 | 行政处罚 | 行政检查\n公安局 | 2968 | 386\n城管局 | 1187 | 92"
    codes = {row.indicator for row in told(f"{caption}\n{rows}")}
    assert codes == {"enforcement.penalties", "enforcement.inspections"}
