"""The number grammar: what counts is found with value, unit, comparator, place; what only looks so is not."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pipelines.extraction.quantities.numbers import find_numbers
from pipelines.extraction.quantities.units import UNIT_CLASSES, class_of
from pipelines.extraction.text.normalise import normalise
from pipelines.model import Comparator
from tests.unit.extraction.told import reasons

ABOUT, LEAST, MOST, EQUAL = Comparator.ABOUT, Comparator.AT_LEAST, Comparator.AT_MOST, Comparator.EQUAL
FULL_WIDTH = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
UNITS = [
    unit
    for name in ("case", "piece", "time", "person", "entity", "hours")
    for unit in UNIT_CLASSES[name]
    if "余" not in unit
]
LEADS = {
    "约": ABOUT,
    "近": ABOUT,
    "超": LEAST,
    "超过": LEAST,
    "突破": LEAST,
    "不少于": LEAST,
    "不低于": LEAST,
    "逾": LEAST,
    "不超过": MOST,
    "高达": EQUAL,
    "达": EQUAL,
    "为": EQUAL,
    "共": EQUAL,
}
INSIDE = {"余": ABOUT, "多": ABOUT}
TAILS = {"以上": LEAST, "左右": ABOUT, "以内": MOST, "以下": MOST}


@dataclass(frozen=True)
class Written:
    """A quantity as a report writes it, and what it says."""

    lead: str
    surface: str
    tail: str
    value: float
    unit: str
    comparator: Comparator


@st.composite
def written(draw: st.DrawFn) -> Written:
    """Any value × unit × grouping × 万/亿 × full width × one sign of how exact it is."""
    unit = draw(st.sampled_from([*UNITS, "元", "%", "个百分点"]))
    signs = {"": EQUAL, **LEADS, **TAILS} | ({} if unit in ("%", "个百分点") else INSIDE)
    sign = draw(st.sampled_from(sorted(signs)))
    whole = draw(st.integers(1, 9_999_999))
    decimals = draw(st.sampled_from(["", "", ".5", ".06", ".25"]))
    power = "" if unit in ("%", "个百分点") else draw(st.sampled_from(["", "", "万", "亿"]))
    digits = f"{whole:,}".replace(",", draw(st.sampled_from(["", ",", "，"]))) + decimals
    if draw(st.booleans()):
        digits = digits.translate(FULL_WIDTH)
    inside = sign if sign in INSIDE else ""
    return Written(
        sign if sign in LEADS else "",
        digits + power + inside + draw(st.sampled_from(["", " "])) + unit,
        sign if sign in TAILS else "",
        round(float(f"{whole}{decimals}") * {"": 1, "万": 10**4, "亿": 10**8}[power], 4),
        unit,
        signs[sign],
    )


@given(written())
def test_any_quantity_is_found(quantity: Written) -> None:
    # 2015.3 may be a date.
    assume(not re.match(r"(?:19|20)\d\d\.", normalise(quantity.surface).text))
    document = f"全年办理事项{quantity.lead}{quantity.surface}{quantity.tail}；同时加强指导。"
    reading = normalise(document)
    found = find_numbers(reading.text)

    assert len(found) == 1
    number = found[0]
    assert number.value == pytest.approx(quantity.value)
    assert (number.unit, number.comparator) == (quantity.unit, quantity.comparator)
    assert number.unit_class == class_of(quantity.unit) != "bare"
    first, last = reading.span(number.start, number.end)
    assert document[first:last] == quantity.surface


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparator"),
    [
        ("开展宣传二十余场", 20, "场", ABOUT),
        ("受众两万余人次", 20000, "人次", ABOUT),
        ("举办培训两期", 2, "期", EQUAL),
        ("审结三件", 3, "件", EQUAL),
        ("发放资料2.3万余份", 23000, "份", ABOUT),
        ("涉案金额1.05亿元", 105_000_000, "元", EQUAL),
        ("罚款金额约15 万元", 150_000, "元", ABOUT),
        ("调解纠纷1 234 567件", 1_234_567, "件", EQUAL),
        ("服务群众3千余人", 3000, "人", ABOUT),
        ("整改率达98%以上", 98, "%", LEAST),
        ("满意率在95.5％左右", 95.5, "%", ABOUT),
        ("复议案件零败诉", 0, "", EQUAL),
        ("化解率占九成以上", 90, "%", LEAST),
        ("接待来访60人（次）", 60, "人(次)", EQUAL),
        ("下降0.8个百分点", 0.8, "个百分点", EQUAL),
        ("上升三个百分点", 3, "个百分点", EQUAL),
        ("成功率达百分之九十八", 98, "%", EQUAL),
        ("持证率百分之百", 100, "%", EQUAL),
        ("纠错率百分之十三点五以上", 13.5, "%", LEAST),
    ],
)
def test_as_reports_write_them(text: str, value: float, unit: str, comparator: Comparator) -> None:
    (number,) = find_numbers(normalise(text).text)
    assert (number.value, number.unit, number.comparator) == (value, unit, comparator)


@pytest.mark.parametrize(
    "text",
    [
        "2023年12月31日",
        "自2021年起连续实施",
        "示府发〔2023〕15号文件",
        "根据第12条和第三十六条规定",
        "拨打12345热线或者12348平台",
        "12345政务服务便民热线受理群众诉求",
        "12.4国家宪法日",
        "1.加强领导。2.压实责任。",
        "（3）规范执法行为",
        "打造15分钟公共法律服务圈",
        "建立1+8+N工作体系",
        "落实行政执法“三项制度”",
        "推行“双随机、一公开”监管",
        "增强“四个意识”，做到“两个维护”",
        "学习《法治政府建设实施纲要（2021-2025年）》",
        "“十四五”规划开局之年",
        "实现一村一法律顾问",
        "获全省第三名",
        "联系电话：0000-1234567",
        "上午8:30开庭",
        "完善政务服务2.0平台",
        "贯彻党的二十大精神",
        "一是提高站位；二是统筹推进；三是强化督察",
        "全县上下一盘棋，拧成一股绳",
        "千方百计化解矛盾",
        "2021-2025年法治示例建设规划",
    ],
)
def test_what_only_looks_like_a_quantity_is_none(text: str) -> None:
    assert find_numbers(normalise(text).text) == []


def test_numbers_follow_in_the_order_of_the_text() -> None:
    text = "收到申请128件，受理101件，同比上升12.5%，其中调解二十余件，涉及金额3.2万元。"
    found = find_numbers(text)
    assert [number.value for number in found] == [128, 101, 12.5, 20, 32000]
    assert [text[number.start : number.end] for number in found] == [
        "128件",
        "101件",
        "12.5%",
        "二十余件",
        "3.2万元",
    ]


@pytest.mark.parametrize("above", ["合计二十", "附件2", "方案B", "热线：", "第"])
@pytest.mark.parametrize("number", ["30件", "三件"])
def test_what_a_line_ends_in_is_no_part_of_the_number_that_opens_the_next(above: str, number: str) -> None:
    found = find_numbers(f"{above}\n{number}行政处罚案件")
    assert found[-1].start == len(above) + 1
    assert found[-1].unit == "件"


def test_a_bare_number_counts_in_a_cell_only() -> None:
    assert find_numbers("1,024") == []
    assert [number.value for number in find_numbers("1,024", bare=True)] == [1024]


@pytest.mark.parametrize(
    ("one", "other"), [("件", "起"), ("件", "宗"), ("人", "名"), ("场", "期"), ("家", "所")]
)
def test_units_for_one_thing_are_of_one_class(one: str, other: str) -> None:
    assert class_of(one) == class_of(other)


def test_every_quantity_of_a_report_is_accounted_for_once() -> None:
    body = "受理行政复议申请98件，审结90件，群众满意率95%以上，走访企业30家。"
    assert list(reasons(body)) == ["98件", "90件", "95%", "30家"]


def test_a_number_behind_a_colon_counts_and_a_time_does_not() -> None:
    assert [number.value for number in find_numbers("——一审：526件。时间：12：30，访问：35次")] == [526, 35]


@pytest.mark.parametrize("words", ["公安、环保等六部门检查企业40家", "就保障措施等四方面检查企业40家"])
def test_what_sums_up_a_list_is_told_and_hides_nothing(words: str) -> None:
    told = reasons(f"{words}。")
    assert "tally" in told.values()
    assert told["40家"] != "tally"


def test_things_are_not_counted_in_decimals() -> None:
    values = [number.value for number in find_numbers("3.287个调委会\n4.5万件\n3.5个百分点")]
    assert values == [287, 45000, 3.5]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("评查案卷312卷（处罚228、许可84）", [(312, "卷"), (228, "卷"), (84, "卷")]),
        ("办理援助729件--民事288、刑事441", [(729, "件"), (288, "件"), (441, "件")]),
        ("收到申请647件（书面606、口头41）", [(647, "件"), (606, "件"), (41, "件")]),
        ("受理53件（较上年多18）", [(53, "件")]),
        ("共收53件；受理49，审结45（维持25）", [(53, "件"), (49, ""), (45, ""), (25, "")]),
        ("共收53件。受理49", [(53, "件")]),
        ("共收53人；受理49", [(53, "人")]),
        ("受理53件（2022）", [(53, "件")]),
        ("分别较上年+11.8%、+4.6%、-20.3%", [(11.8, "%"), (4.6, "%"), (-20.3, "%")]),
    ],
)
def test_what_divides_a_number_has_its_unit_and_signs_stand_behind_commas(
    text: str, wanted: list[tuple[float, str]]
) -> None:
    found = [(number.value, number.unit) for number in find_numbers(normalise(text).text)]
    assert found == wanted
