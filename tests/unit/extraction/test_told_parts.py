"""Parts and rates told again: their share, level or change, and what these were the year before."""

from __future__ import annotations

from tests.unit.extraction.told import Told, of, parts, told


def test_a_rate_may_go_from_one_figure_to_another() -> None:
    rate = "litigation.head_appearance_rate"
    rows = of(rate, "行政应诉工作。行政机关负责人出庭应诉率自93.6%提至98.2%。")
    assert rows == {Told(rate, 93.6, period="2022"), Told(rate, 98.2)}


def test_that_share_last_year_is_of_the_share_before() -> None:
    text = "行政复议审结131件，其中通过调解、和解结案27件，占审结数的20.61%，该比例去年为15.3%；纠错16件。"
    shares = {(row.indicator, row.value, row.period) for row in told(text) if row.measure == "share_pct"}
    assert shares == {
        ("reconsideration.mediated", 20.61, "2023"),
        ("reconsideration.mediated", 15.3, "2022"),
    }


def test_a_share_that_moved_behind_its_part_is_of_that_part() -> None:
    text = "受理行政复议案件173件，其中行政处罚类72件，占比由2022年的35.2%升至41.6%。"
    shares = {row for row in told(text) if row.measure == "share_pct"}
    assert {(row.period, row.value, row.breakdown) for row in shares} == {
        ("2022", 35.2, "行政处罚类"),
        ("2023", 41.6, "行政处罚类"),
    }


def test_a_part_told_before_is_named_again_with_its_level_and_change() -> None:
    text = (
        "受理行政复议案件160件。受理的案件中，举报投诉处理82件、政府信息公开19件。"
        "相比于2022年，举报投诉处理案件由44件增至82件，增幅明显，政府信息公开案件减少8件。"
    )
    rows = {row for row in told(text) if row.indicator == "reconsideration.accepted"}
    assert Told("reconsideration.accepted", 44, period="2022", breakdown="举报投诉") in rows
    assert Told("reconsideration.accepted", -8, "change_abs", breakdown="政府信息公开") in rows
    assert not {row for row in told(text) if row.indicator.startswith("disclosure.")}


def test_what_was_found_in_a_part_is_of_the_part() -> None:
    text = "全年检查企业4150家次。其中检查工地321家次，发现问题76个，已整改71个，立案24起；联合检查12次。"
    found = {row.indicator.removeprefix("enforcement."): (row.value, row.breakdown) for row in told(text)}
    assert found["violations_found"] == (76, "工地")
    assert found["violations_rectified"] == (71, "工地")
    assert found["cases_opened"] == (24, "工地")
    assert found["joint_operations"] == (12, None)


def test_what_one_kind_of_case_came_to_is_no_whole() -> None:
    text = "查处销售过期奶粉案件14件，罚没8.3万元，移送公安机关1件；查处生产劣质玩具案件5件，罚没2.1万元。"
    assert {(row.indicator, row.value) for row in told(text) if row.breakdown is None} == set()
    assert parts(text, "enforcement.fines") == {"销售过期奶粉": 83000, "生产劣质玩具": 21000}


def test_the_whole_that_a_share_counts_is_no_part() -> None:
    penalties = "enforcement.penalties"
    text = (
        "县文旅局、县水利局分别办理行政处罚案件386件、214件，占全县行政处罚案件总数1208件的31.95%、17.72%。"
    )
    assert parts(text, penalties) == {"县文旅局": 386, "县水利局": 214, None: 1208}
    shares = {(row.breakdown, row.value) for row in of(penalties, text) if row.measure == "share_pct"}
    assert shares == {("县文旅局", 31.95), ("县水利局", 17.72)}


def test_shares_among_a_counted_whole_are_of_the_outcomes_before() -> None:
    text = "行政复议方面，维持61件、驳回30件、终止45件，在136件审结案件中的占比分别为44.85%、22.06%、33.09%。"
    shares = {(row.indicator.split(".")[1], row.value) for row in told(text) if row.measure == "share_pct"}
    assert shares == {("upheld", 44.85), ("dismissed", 22.06), ("terminated", 33.09)}
    assert Told("reconsideration.concluded", 136) in told(text)


def test_what_was_done_while_an_operation_went_on_is_a_part() -> None:
    text = "深入开展“春雷行动2023”，期间出动执法人员3600人次，检查市场主体2800户次。"
    assert {row.breakdown for row in told(text)} == {"春雷行动2023"}


def test_a_rate_is_that_of_a_part_where_it_is_the_rate_of_the_part_s_two_counts() -> None:
    whole = (
        "检查发现隐患9120条。其中重大事故隐患212条，完成整改201条，整改率{}；一般隐患8908条，完成整改8850条。"
    )
    of_part = Told("enforcement.rectification_rate", 94.8, breakdown="重大事故隐患")
    assert of_part in told(whole.format("94.8%"))
    assert Told("enforcement.rectification_rate", 99.2) in told(whole.format("99.2%"))


def test_months_told_one_by_one_are_parts_of_the_year() -> None:
    text = (
        "行政处罚案件共48件，罚款170.25万元。"
        "1月份行政处罚12件，罚款31.2万元；2月份行政处罚7件，罚款18.45万元。"
    )
    assert told(text) == {
        Told("enforcement.penalties", 48),
        Told("enforcement.fines", 1702500),
        Told("enforcement.penalties", 12, breakdown="1月份"),
        Told("enforcement.fines", 312000, breakdown="1月份"),
        Told("enforcement.penalties", 7, breakdown="2月份"),
        Told("enforcement.fines", 184500, breakdown="2月份"),
    }
