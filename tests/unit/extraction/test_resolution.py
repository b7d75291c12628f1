"""Each figure once: equal rows merge with all their evidence, second figures are parts or nothing."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import TITLE, Told, of, read, reasons, told

RECEIVED, CONCLUDED = "reconsideration.received", "reconsideration.concluded"


def test_equal_rows_are_one_with_two_pieces_of_evidence() -> None:
    text = f"{TITLE}\n\n全年收到行政复议申请126件。\n二、行政复议\n共收到申请１２６件，审结90件。"
    (row,) = [row for row in read(text).observations if row.indicator == RECEIVED]
    assert [place.surface for place in row.evidence] == ["126件", "１２６件"]
    assert [text[place.start : place.end] for place in row.evidence] == ["126件", "１２６件"]


def test_evidence_is_the_sentence_as_written() -> None:
    text = f"{TITLE}\n\n一、 行政复议。 全年收到行政复议申请 126 件（含上年结转9件） ，审结90件。后面的话。"
    (row,) = [row for row in read(text).observations if row.indicator == RECEIVED]
    (place,) = row.evidence
    assert place.sentence.startswith("全年收到行政复议申请 126 件（含上年结转9件）")
    assert place.surface == "126 件"
    offset = place.start - place.sentence_start
    assert place.sentence[offset : offset + len(place.surface)] == place.surface


def test_a_second_figure_of_one_key_is_not_stated() -> None:
    body = "全年收到行政复议申请126件。\n共收到行政复议申请131件。"
    assert told(body) == {Told(RECEIVED, 126)}
    assert reasons(body) == {"126件": RECEIVED, "131件": "second_figure"}


def test_a_second_figure_with_a_name_is_a_part() -> None:
    assert told("全年办理行政处罚案件340件。\n全年城管系统办理行政处罚案件120件。") == {
        Told("enforcement.penalties", 340),
        Told("enforcement.penalties", 120, breakdown="城管系统"),
    }


def test_the_same_key_with_another_status_or_period_stays() -> None:
    rows = told(
        "2022年，收到行政复议申请90件。2023年，收到行政复议申请126件。\n下一步，力争行政复议调解率达到40%。\n"
        "行政复议调解率为35%。"
    )
    assert {(row.indicator, row.period, row.status, row.value) for row in rows} == {
        (RECEIVED, "2022", "actual", 90),
        (RECEIVED, "2023", "actual", 126),
        ("reconsideration.mediation_rate", "2024", "target", 40),
        ("reconsideration.mediation_rate", "2023", "actual", 35),
    }


def test_every_row_is_a_mention_with_its_indicator() -> None:
    extraction = read(f"{TITLE}\n\n全年收到行政复议申请126件，同比增长9%，审结90件。")
    stated = {(row.evidence[0].surface, row.indicator) for row in extraction.observations}
    assert stated == {("126件", RECEIVED), ("9%", RECEIVED), ("90件", CONCLUDED)}
    assert stated == {(mention.quantity.surface, mention.indicator) for mention in extraction.mentions}


def test_a_text_with_no_figure_says_so() -> None:
    extraction = read(f"{TITLE}\n\n全县法治建设稳步推进。")
    assert [problem.code for problem in extraction.problems if problem.code == "no_figures"] == ["no_figures"]


def test_values_are_in_the_unit_of_the_catalogue() -> None:
    extraction = read(f"{TITLE}\n\n全年办理行政处罚案件1.2万件，罚没金额350.5万元。")
    assert {(row.indicator, row.value, row.unit) for row in extraction.observations} == {
        ("enforcement.penalties", 12000, "件"),
        ("enforcement.fines", 3_505_000, "元"),
    }


def test_an_exact_figure_takes_the_place_of_a_rounded_one() -> None:
    body = "全年收到行政复议申请6000余件。\n共收到行政复议申请6214件。"
    assert told(body) == {Told(RECEIVED, 6214)}
    assert reasons(body) == {"6000余件": "second_figure", "6214件": RECEIVED}


@pytest.mark.parametrize(
    ("roughly", "exactly", "stands"),
    [
        ("两万余名", "24870人次", True),
        ("两万余名", "34870人次", False),
        ("近两万名", "24870人次", False),
        ("10万余名", "106000人次", True),
        ("10万余名", "180000人次", False),
        ("1000余名", "1070人次", True),
        ("1000余名", "1870人次", False),
    ],
)
def test_a_rounded_figure_hides_what_its_words_leave_open(roughly: str, exactly: str, stands: bool) -> None:
    body = f"全年为{roughly}群众提供法律援助。\n全年为困难群众提供法律援助{exactly}。"
    assert reasons(body)[exactly] == ("legal_aid.beneficiaries" if stands else "second_figure")


def test_an_exact_figure_far_from_a_rounded_one_is_a_second_figure() -> None:
    body = "全年收到行政复议申请6000余件。\n收到行政复议申请124件。"
    assert reasons(body) == {"6000余件": RECEIVED, "124件": "second_figure"}


def test_a_plainer_figure_stands_before_one_of_narrow_words() -> None:
    body = "网站平台发布政府动态类信息1464条。\n主动公开政府信息5200条。"
    assert reasons(body) == {"1464条": "second_figure", "5200条": "disclosure.proactive_items"}
    assert reasons("网站平台发布政府动态类信息1464条。") == {"1464条": "disclosure.proactive_items"}


def test_a_change_told_roughly_gives_way_to_the_exact_one() -> None:
    body = "行政处罚156件，比上年下降约9%。\n附表\n指标\t2023年\t同比（%）\n行政处罚（件）\t156\t-9.55\n"
    changes = {row.value for row in told(body) if row.measure == "change_pct"}
    assert changes == {-9.55}


def test_a_change_goes_with_the_level_that_does_not_stand() -> None:
    stated = told(
        "全市共收到行政复议申请5026件，比上年增长12%。一季度收到行政复议申请1026件，同比增加138件。"
    )
    assert Told("reconsideration.received", 5026) in stated
    assert not {row for row in stated if row.value == 138}


def test_the_figures_of_one_month_give_way_to_those_of_all_the_months_so_far() -> None:
    text = "10月份，全市共立案96起，罚款518.6万元。\n前10个月，全市累计立案874起，罚款4362.75万元。"
    assert told(text) >= {
        Told("enforcement.cases_opened", 874),
        Told("enforcement.fines", 43627500),
    }
    assert reasons(text)["96起"] == "part_of_year"


def test_the_fines_of_some_cases_are_not_all_fines() -> None:
    text = "全年办理行政处罚案件1920件。保持对传销的高压态势，查办案件9起，罚没金额1460万元。"
    assert {(row.indicator, row.value) for row in told(text)} == {("enforcement.penalties", 1920)}
    all_of_them = "全年办理行政处罚案件1920件，罚没金额1460万元。"
    assert Told("enforcement.fines", 14600000) in told(all_of_them)


def test_a_change_of_some_cases_goes_with_them_whatever_amount_stands_behind_it() -> None:
    text = "全年办理行政处罚案件1920件。查办传销案件9起，同比增长20%，罚没金额1460万元。"
    assert {row for row in told(text) if row.indicator == "enforcement.penalties"} == {
        Told("enforcement.penalties", 1920)
    }


def test_what_was_helped_with_once_gives_way_to_the_year_s_cases() -> None:
    text = "组织调解员协助化解住房重建纠纷41起。预防纠纷913件，调解纠纷4887件。"
    assert of("mediation.cases", text) == {Told("mediation.cases", 4887)}


def test_the_total_of_a_table_is_the_year_s_where_the_text_told_of_a_season_first() -> None:
    text = (
        "春节前后，全县出动执法人员2214人次，检查药店、酒店3160家次。\n行政执法情况统计表\n"
        "单位\t行政检查（次）\n甲局\t8451\n乙局\t4312\n合计\t12763"
    )
    found = {row.breakdown: row.value for row in told(text) if row.indicator == "enforcement.inspections"}
    assert found[None] == 12763


def test_a_government_s_figure_is_a_part_where_its_place_has_one_too() -> None:
    text = "县政府全年制定行政规范性文件14件，同比减少22.2%；全县共制定53件。"
    assert of("normative.issued", text) == {
        Told("normative.issued", 53),
        Told("normative.issued", 14, breakdown="县政府"),
        Told("normative.issued", -22.2, "change_pct", breakdown="县政府"),
    }
