"""The shape of a report: headings by level, sentences, clauses and the sections that look ahead."""

from __future__ import annotations

import pytest

from pipelines.extraction.text.layout import layout
from pipelines.extraction.text.normalise import normalise
from tests.unit.extraction.told import Told, reasons, told

REPORT = normalise(
    """示例县2023年法治政府建设情况报告
一、主要工作
（一）化解行政争议
1.行政复议。全年审结案件90件。
2.行政应诉。全年应诉案件30件，出庭28件。
（二）加强普法宣传
开展活动60场。
二、2024年工作打算
开展活动70场。
三、存在问题
活动80场。
"""
).text


def headings(words: str, text: str = REPORT) -> list[str]:
    """Return the headings in force over some words, the highest first."""
    paragraph = layout(text).paragraph(text.index(words))
    return [text[heading.start : heading.end] for heading in paragraph.headings]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("审结案件", ["一、主要工作", "(一)化解行政争议", "1.行政复议。"]),
        ("出庭28件", ["一、主要工作", "(一)化解行政争议", "2.行政应诉。"]),
        ("活动60场", ["一、主要工作", "(二)加强普法宣传"]),
        ("活动80场", ["三、存在问题"]),
    ],
)
def test_headings_hold_until_one_of_their_level(words: str, wanted: list[str]) -> None:
    assert [heading for heading in headings(words) if "报告" not in heading] == wanted


@pytest.mark.parametrize(("words", "ahead"), [("活动60场", False), ("活动70场", True), ("活动80场", False)])
def test_an_outlook_ends_with_the_next_heading_of_its_level(words: str, *, ahead: bool) -> None:
    assert layout(REPORT).paragraph(REPORT.index(words)).outlook is ahead


@pytest.mark.parametrize(
    "line",
    [
        "下一步，我县将力争行政复议调解率达到40%。",
        "五、下一步工作打算\n力争行政复议调解率达到40%。",
        "（五）2024年主要工作安排\n确保行政复议调解率达到40%。",
    ],
)
def test_goals_of_an_outlook_are_targets_of_the_year_after(line: str) -> None:
    rows = told(f"全年审结行政复议案件90件。\n{line}")
    assert Told("reconsideration.mediation_rate", 40, period="2024", status="target") in rows
    assert Told("reconsideration.concluded", 90) in rows


def test_a_figure_in_an_outlook_that_is_no_goal_is_left_out() -> None:
    body = "下一步工作打算\n今后，行政复议窗口仍有待加强，当前受理行政复议案件12件。"
    assert reasons(body)["12件"] == "outlook"


def test_a_numbered_sentence_with_figures_is_no_heading() -> None:
    text = "1.全年审结行政复议案件90件"
    (paragraph,) = layout(text).paragraphs
    assert [text[heading.start : heading.end] for heading in paragraph.headings] in ([], ["1."])


def test_sentences_and_clauses() -> None:
    text = "全年受理98件，审结90件。调解：成功30件；失败2件。"
    shape = layout(text)

    def around(words: str) -> tuple[str, str]:
        at = text.index(words)
        return text[slice(*shape.sentence(at))], text[slice(*shape.paragraph(at).clause(at))]

    assert around("审结90件") == ("全年受理98件，审结90件。", "审结90件")
    assert around("成功30件") == ("调解：成功30件；失败2件。", "成功30件")
    assert around("失败2件") == ("调解：成功30件；失败2件。", "失败2件")


def test_a_point_inside_a_number_ends_no_sentence() -> None:
    text = "罚没金额12.5万元，同比上升3.2%.调解成功率98.6%。"
    assert text[slice(*layout(text).sentence(4))].startswith("罚没金额12.5万元")
    assert text[slice(*layout(text).sentence(text.index("98.6")))] == "调解成功率98.6%。"


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("行政复议工作", "reconsideration.concluded"),
        ("行政应诉工作", "litigation.concluded"),
        ("法律援助工作", "legal_aid.concluded"),
    ],
)
def test_a_heading_gives_its_topic_to_a_sentence_without_one(heading: str, code: str) -> None:
    assert {row.indicator for row in told(f"（一）{heading}\n全年审结案件90件。")} == {code}


MIXED = "三、存在的问题和下一步打算"


def test_under_a_mixed_heading_what_is_wanting_is_told_of_now() -> None:
    rows = told(f"{MIXED}\n一是力量不足，全县行政执法人员仅320人。")
    assert {(row.value, row.status, row.period) for row in rows} == {(320, "actual", "2023")}


@pytest.mark.parametrize("lead", ["下一步，", "一是下一步，", "2024年，", "今后，", "针对以上问题，"])
@pytest.mark.parametrize("between", ["", "\n"])
def test_under_a_mixed_heading_the_outlook_begins_where_the_words_do(lead: str, between: str) -> None:
    rows = told(f"{MIXED}\n全县行政执法人员仅320人。{between}{lead}力争行政复议调解率达到40%。")
    assert {(row.value, row.status, row.period) for row in rows} == {
        (320, "actual", "2023"),
        (40, "target", "2024"),
    }


def test_under_a_mixed_heading_the_outlook_once_begun_goes_on() -> None:
    rows = told(f"{MIXED}\n下一步，我县将规范执法。\n力争行政复议调解率达到40%。")
    assert {(row.value, row.status, row.period) for row in rows} == {(40, "target", "2024")}


def test_after_a_mixed_section_the_next_heading_is_of_now() -> None:
    rows = told(f"{MIXED}\n下一步，我县将规范执法。\n四、其他情况\n全县行政执法人员320人。")
    assert {(row.value, row.status) for row in rows} == {(320, "actual")}


def test_a_heading_of_what_comes_alone_is_an_outlook_from_its_first_word() -> None:
    rows = told("三、下一步打算\n力争行政复议调解率达到40%。")
    assert {(row.value, row.status) for row in rows} == {(40, "target")}


def test_a_heading_that_tells_of_results_is_no_outlook() -> None:
    assert told("一、2023年法治政府建设的主要举措和成效\n全县收到行政复议申请36件。") == {
        Told("reconsideration.received", 36)
    }


def test_measures_of_the_year_that_the_title_names_have_been_taken() -> None:
    assert told("一、2023年工作举措\n全县收到行政复议申请36件。") == {Told("reconsideration.received", 36)}


def test_measures_of_the_year_after_are_to_come() -> None:
    rows = told("二、2024年工作举措\n力争行政复议调解率达到40%。")
    assert {(row.value, row.period, row.status) for row in rows} == {(40, "2024", "target")}


def test_a_part_of_a_report_stands_over_its_numbered_headings() -> None:
    text = (
        "第一部分 行政复议情况\n一、收案\n收到申请90件。\n二、结案\n审结80件。\n"
        "第二部分 行政应诉情况\n一、收案\n收案70件。"
    )
    shape = layout(text)
    over = shape.paragraph(text.index("审结80")).headings
    assert [text[heading.start : heading.end] for heading in over] == ["第一部分 行政复议情况", "二、结案"]
    after = shape.paragraph(text.index("收案70")).headings
    assert [text[heading.start : heading.end] for heading in after] == ["第二部分 行政应诉情况", "一、收案"]


def test_a_section_s_heading_that_runs_on_into_its_year_ends_before_it() -> None:
    text = "第一节人民调解2009年，全县有调解员971人。这一年，调解纠纷1842件。"
    first, second = layout(text).paragraphs
    assert text[first.start : first.end] == "第一节人民调解"
    assert text[second.start :].startswith("2009年，")
    assert [text[one.start : one.end] for one in second.headings] == ["第一节人民调解"]


def test_a_numbered_heading_may_begin_with_a_year() -> None:
    rows = told("1.2023年成效\n调解纠纷116件。\n2.2024年安排\n拟推行新规，复议调解和解率提升到40%以上。")
    assert Told("reconsideration.mediation_rate", 40, period="2024", status="target", comparator=">=") in rows
    assert Told("mediation.cases", 116) in rows


def test_what_a_speaker_comes_to_third_heads_its_paragraph() -> None:
    text = "再说出庭应诉。行政诉讼一审63件，败诉5件。\n第三是执法减量。全县行政处罚案件11452件。"
    first, second = layout(text).paragraphs
    assert [text[heading.start : heading.end] for heading in second.headings] == ["第三是执法减量。"]
    assert first.headings == ()
