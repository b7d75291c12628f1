"""Changes told of several at once, of parts, and of one of two years."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, of, told

RECEIVED = "reconsideration.received"


def test_a_kind_of_cases_that_the_clause_before_says_has_risen() -> None:
    text = "全年收到行政复议申请126件，其中投诉举报类72件，投诉举报案件增幅明显，增长14.3%。"
    assert Told(RECEIVED, 14.3, "change_pct", breakdown="投诉举报类") in told(text)
    unknown = "全年收到行政复议申请126件，征地拆迁案件增幅明显，增长14.3%。"
    assert told(unknown) == {Told(RECEIVED, 126)}


def test_a_bare_verb_behind_a_part_compares_with_the_year_told_of_the_whole() -> None:
    text = "收到行政复议申请119件，较上年增加5件，其中以乡镇政府为被申请人的23件，增加9件。"
    assert Told(RECEIVED, 9, "change_abs", breakdown="乡镇政府") in told(text)


def test_changes_of_parts_that_only_their_division_tells_are_in_their_order() -> None:
    text = "新收行政诉讼案件65件。从涉诉单位看，县公安局12件、县资源局31件，较上年分别减少3件、增加6件。"
    assert {row for row in told(text) if row.measure == "change_abs"} == {
        Told("litigation.cases", -3, "change_abs", breakdown="县公安局"),
        Told("litigation.cases", 6, "change_abs", breakdown="县资源局"),
    }


def test_changes_behind_levels_of_two_years_are_of_the_later_one() -> None:
    text = "行政检查682次、行政处罚103件，2022年为行政检查745次、行政处罚118件，同比分别下降8.5%、12.7%。"
    assert {row.period for row in told(text) if row.measure == "change_pct"} == {"2023"}


def test_a_change_in_per_cent_behind_a_share_is_of_the_part_a_rise_in_points_of_the_share() -> None:
    text = "收到行政复议申请126件。按类型看，处罚类72件，占57.1%，同比增长4.2%；其他54件，占42.9%。"
    assert Told(RECEIVED, 4.2, "change_pct", breakdown="处罚类") in told(text)
    points = text.replace("同比增长4.2%", "同比上升4.2个百分点")
    assert not [row for row in told(points) if row.measure.startswith("change")]


def test_points_told_with_the_short_measure_word_are_points() -> None:
    text = "行政复议纠错率、行政诉讼败诉率分别为9.6%、7.2%，同比分别下降3.2个、1.5个百分点。"
    assert {(row.indicator, row.value) for row in told(text) if row.measure == "change_abs"} == {
        ("reconsideration.correction_rate", -3.2),
        ("litigation.lost_rate", -1.5),
    }


def test_a_change_is_of_what_was_told_with_its_own_noun() -> None:
    text = "开展规范性文件清理4次，其中全面清理1次、专项清理3次，专项清理比上年多1次。"
    changes = {row for row in told(text) if row.measure == "change_abs"}
    assert changes == {Told("normative.cleanups_special", 1, "change_abs")}


def test_a_change_this_year_is_of_this_year_after_the_level_of_the_last() -> None:
    text = "受理信访事项486件，办结率99.1%。上年受理信访事项541件，本年下降10.17%。"
    assert Told("petition.cases", -10.17, "change_pct") in told(text)


@pytest.mark.parametrize(
    "words",
    [
        "2022年行政处罚412件，2023年减少55件，下降13.35%。",
        "2022年行政处罚412件、罚没金额31万元，2023年分别减少55件和2.6万元，下降13.35%、8.4%。",
    ],
)
def test_a_change_is_of_the_later_of_two_years(words: str) -> None:
    rows = of("enforcement.penalties", words)
    assert {(row.measure, row.value) for row in rows if row.period == "2023"} == {
        ("change_abs", -55),
        ("change_pct", -13.35),
    }
    assert {(row.measure, row.value) for row in rows if row.period == "2022"} == {("level", 412)}


def test_a_change_is_of_the_level_of_the_year_before_that_it_stands_with() -> None:
    text = "全年轻微免罚126件。行政许可申请量比上年的1590件增加256件。"
    assert {row.value for row in of("enforcement.exempted_cases", text)} == {126}
    assert Told("enforcement.licence_applications", 256, "change_abs") in told(text)


def test_a_comparison_that_opens_a_sentence_holds_for_all_that_it_tells() -> None:
    text = "与2022年相比，复议收案由183件上升到227件；听证9次，增加4次；制发复议意见书13份，减少5份。"
    changes = {(row.indicator, row.value) for row in told(text) if row.measure == "change_abs"}
    assert changes == {("reconsideration.hearings", 4), ("reconsideration.opinions_issued", -5)}


def test_parts_of_a_change_are_changes_in_the_next_sentence_too() -> None:
    text = "行政复议全年收案197件，比上年增加48件。其中行政处罚类增加26件、投诉举报类增加17件。"
    rows = told(text)
    code = "reconsideration.received"
    assert Told(code, 26, "change_abs", breakdown="行政处罚类") in rows
    assert Told(code, 17, "change_abs", breakdown="投诉举报类") in rows


def test_a_comparison_may_stand_alone_before_its_verb() -> None:
    text = "县政府常务会议议题合法性审核118项，与上年相比，增加23项。"
    assert Told("decision.meeting_topics_reviewed", 23, "change_abs") in told(text)


@pytest.mark.parametrize(
    ("words", "part"),
    [("农民工受援则减少96人次", "农民工"), ("妇女受援则减少96人次", "妇女"), ("受援人则减少96人次", None)],
)
def test_a_change_is_of_the_part_that_its_noun_names(words: str, part: str | None) -> None:
    text = f"法律援助受援人数3157人次，其中农民工1012人次，妇女297人次。与上年相比，{words}。"
    changes = {(row.breakdown, row.value) for row in told(text) if row.measure == "change_abs"}
    assert changes == {(part, -96)}


def test_a_change_is_of_the_body_that_its_noun_names() -> None:
    title = "湘潭市2023年行政执法情况通报"
    rows = told("作出行政处罚决定812件，罚款1200万元。湘潭县罚款同比减少32.6万元。", title=title)
    assert {(row.breakdown, row.value) for row in rows if row.measure == "change_abs"} == {
        ("湘潭县", -326_000)
    }


def test_a_share_follows_the_whole_whose_part_sums_have_found() -> None:
    text = (
        "法院新收一审行政案件10315件。从行为类型看，行政确认5366件，行政处罚1490件，余下3459件为许可等其他类型。"
        "从被告层级看，县级政府及其部门占56.9%，其他占43.1%。"
    )
    shares = {(row.indicator, row.breakdown) for row in told(text) if row.measure == "share_pct"}
    assert shares == {
        ("litigation.first_instance", "县级政府及其部门"),
        ("litigation.first_instance", "其他"),
    }
