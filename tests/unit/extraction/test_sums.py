"""What sums tell where words do not: heads of lists, parts by their share, totals; and what they must not."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, reasons, told

RECEIVED, CONCLUDED, CARRIED = (
    f"reconsideration.{name}" for name in ("received", "concluded", "carried_over")
)
FINES, PENALTIES = "enforcement.fines", "enforcement.penalties"
MEDIATED, PREVENTED = "mediation.cases", "mediation.escalations_prevented"


def parts(text: str, code: str = RECEIVED, measure: str = "level") -> dict[str | None, float]:
    """Return the values of an indicator by part."""
    return {row.breakdown: row.value for row in told(text) if (row.indicator, row.measure) == (code, measure)}


# heads by the sum of their list
# ---------------------------------------------------------------------------------------------------


def test_a_list_is_of_the_figure_that_it_adds_up_to_not_of_the_nearest() -> None:
    text = "全年收到行政复议申请126件，审结90件，其中自然人申请101件、法人申请25件。"
    assert parts(text) == {None: 126, "自然人申请": 101, "法人申请": 25}
    assert parts(text, CONCLUDED) == {None: 90}


def test_a_list_that_adds_up_to_nothing_is_of_the_nearest_figure() -> None:
    text = "全年收到行政复议申请126件，审结90件，其中治安类31件、土地类25件。"
    assert parts(text) == {None: 126}
    assert parts(text, CONCLUDED) == {None: 90, "治安类": 31, "土地类": 25}


def test_what_is_told_beside_a_total_heads_no_list() -> None:
    text = "全年收到行政复议申请126件，上年结转9件，其中治安类4件、土地类3件。"
    assert parts(text) == {None: 126, "治安类": 4, "土地类": 3}
    assert parts(text, CARRIED) == {None: 9}


def test_figures_in_a_bracket_inside_the_list_do_not_spoil_its_sum() -> None:
    text = "全年收到行政复议申请126件，审结90件，其中自然人申请101件（老年人30件）、法人申请25件。"
    assert parts(text).get("法人申请") == 25
    assert parts(text, CONCLUDED) == {None: 90}


def test_a_sum_of_another_paragraph_is_no_head() -> None:
    text = "全年收到行政复议申请126件。\n审结行政复议案件150件，其中治安类101件、土地类25件。"
    assert parts(text) == {None: 126}
    assert parts(text, CONCLUDED) == {None: 150, "治安类": 101, "土地类": 25}


def test_a_change_behind_a_list_that_adds_up_is_of_its_head() -> None:
    text = "全年收到行政复议申请126件，其中自然人101件、法人25件，同比增长12.8%。"
    assert parts(text, measure="change_pct") == {None: 12.8}


def test_a_change_behind_a_list_that_does_not_add_up_is_of_the_part_before_it() -> None:
    text = "全年收到行政复议申请126件，其中自然人101件、法人20件，同比增长12.8%。"
    assert parts(text, measure="change_pct") == {"法人": 12.8}


# a part's second figure
# ---------------------------------------------------------------------------------------------------


def test_the_second_figure_of_a_part_takes_its_name() -> None:
    text = "全年作出行政处罚600件，罚没金额90万元，其中简易程序500件，罚没金额21万元。"
    assert parts(text, PENALTIES) == {None: 600, "简易程序": 500}
    assert parts(text, FINES) == {None: 900_000, "简易程序": 210_000}


@pytest.mark.parametrize("stop", ["；", "。"])
def test_the_name_of_a_part_does_not_pass_the_end_of_its_list(stop: str) -> None:
    text = f"全年作出行政处罚600件，其中简易程序500件{stop}罚没金额90万元。"
    assert parts(text, FINES) == {None: 900_000}


def test_a_part_in_a_bracket_gives_its_name_where_the_whole_is_told_before() -> None:
    bracket = "作出行政处罚600件（简易程序500件，罚没金额21万元）"
    assert parts(f"全年罚没金额90万元，{bracket}。", FINES) == {None: 900_000, "简易程序": 210_000}
    assert parts(f"全年罚没金额90万元。\n{bracket}。", FINES) == {None: 900_000}
    assert parts(f"全年罚没金额90万元，{bracket.replace('，', '；')}。", FINES) == {None: 900_000}


def test_each_part_has_its_own_second_figure() -> None:
    text = (
        "全年作出行政处罚600件，罚没金额90万元，"
        "其中简易程序500件，罚没金额21万元，普通程序100件，罚没金额69万元。"
    )
    assert parts(text, FINES) == {None: 900_000, "简易程序": 210_000, "普通程序": 690_000}


# verbs inherited along a list
# ---------------------------------------------------------------------------------------------------


def test_along_a_list_the_verb_holds() -> None:
    text = "人民调解组织调解纠纷300件，防止民间纠纷转为刑事案件11起、群体性上访23起。"
    assert {row.value for row in told(text) if row.indicator == PREVENTED} == {11, 23}


@pytest.mark.parametrize("between", ["，", "。", "；"])
def test_a_verb_does_not_pass_the_end_of_its_list(between: str) -> None:
    text = f"人民调解组织调解纠纷300件，防止民间纠纷转为刑事案件11起{between}群体性上访23起。"
    assert {row.value for row in told(text) if row.indicator == PREVENTED} == {11}


def test_a_noun_that_the_verb_does_not_make_an_indicator_stays_unread() -> None:
    text = "人民调解组织防止民间纠纷转为刑事案件11起、森林火灾2起。"
    assert reasons(text)["2起"] == "no_rule"


# shares
# ---------------------------------------------------------------------------------------------------


def test_a_figure_whose_share_fits_is_a_part_of_that_whole() -> None:
    text = "全年收到行政复议申请200件，区政府部门80件，占申请总数的40%。"
    assert parts(text) == {None: 200, "区政府部门": 80}
    assert parts(text, measure="share_pct") == {"区政府部门": 40}


@pytest.mark.parametrize("share", ["42%", "40.5%", "0%"])
def test_a_share_that_does_not_fit_makes_no_part(share: str) -> None:
    text = f"全年收到行政复议申请200件，区政府部门80件，占申请总数的{share}。"
    assert told(text) == {Told(RECEIVED, 200)}


def test_shares_told_in_a_run_fit_as_many_figures_before_them_or_none() -> None:
    text = "全年收到行政复议申请200件。公安局80件；住建局60件，分别占受案总数的{}。"
    assert parts(text.format("40%、30%")) == {None: 200, "公安局": 80, "住建局": 60}
    assert parts(text.format("40%、30%"), measure="share_pct") == {"公安局": 40, "住建局": 30}
    assert told(text.format("40%、31%")) == {Told(RECEIVED, 200)}


def test_a_share_of_something_else_counted_makes_no_part() -> None:
    assert told("全年收到行政复议申请200件，走访企业80家，占企业总数的40%。") == {Told(RECEIVED, 200)}


def test_a_share_is_as_exact_as_it_is_written() -> None:
    text = "全年收到行政复议申请126件，区政府部门41件，占申请总数的{}。"
    assert parts(text.format("32.5%")).get("区政府部门") == 41
    assert parts(text.format("33%")).get("区政府部门") == 41
    assert parts(text.format("32.9%")) == {None: 126}


def test_shares_between_the_parts_of_a_list_do_not_hide_its_sum() -> None:
    text = "全年收到行政复议申请126件。从类型看，治安70件，占55.6%，征地30件，占23.8%，工伤26件，占20.6%。"
    assert parts(text) == {None: 126, "治安": 70, "征地": 30, "工伤": 26}
    assert parts(text, measure="share_pct") == {"治安": 55.6, "征地": 23.8, "工伤": 20.6}


# totals
# ---------------------------------------------------------------------------------------------------


def test_a_total_of_two_codes_states_neither() -> None:
    text = "全年收到行政复议申请58件、调解纠纷71件，共129件。"
    assert parts(text) == {None: 58}
    assert parts(text, MEDIATED) == {None: 71}
    assert reasons(text)["129件"] not in (RECEIVED, MEDIATED)


def test_a_list_of_small_figures_adds_up_by_chance() -> None:
    text = "全年收到行政复议申请9件。\n依法治县办派出督察组，走访4件、约谈3件、通报2件。"
    assert parts(text) == {None: 9}


# ranked lists
# ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lead", ["收到行政复议申请较多的是", "行政复议收案数量居前的有", "收到行政复议申请数量前三位的是"]
)
def test_names_of_a_ranked_list_are_parts(lead: str) -> None:
    assert parts(f"{lead}城关镇(48件)、白石乡(37件)和柳河镇(20件)。") == {
        "城关镇": 48,
        "白石乡": 37,
        "柳河镇": 20,
    }


def test_a_ranked_list_without_a_known_noun_states_nothing() -> None:
    assert told("群众反映较多的是城关镇(48件)、白石乡(37件)。") == set()


def test_a_bracket_without_a_ranking_is_no_ranked_list() -> None:
    assert parts("城关镇(48件)、白石乡(37件)收到行政复议申请。") == {}


def test_what_stands_beside_a_figure_in_a_list_is_no_part_of_it() -> None:
    proposals = "disclosure.proposals"
    text = "办理人大代表建议7件、政协提案4件，座谈3件。"
    assert parts(text, proposals) == {"人大代表建议": 7, "政协提案": 4}


LISTED = (
    "全市共收到行政复议申请830件。分地区看，市本级600件（含市政府350件、市级部门250件），{first}；"
    "甲区230件，{second}。"
)


def around(text: str) -> set[tuple[str | None, str, str, float]]:
    """What a text tells of its parts: (part, measure, period, value)."""
    rows = told(text)
    return {(row.breakdown, str(row.measure), row.period, row.value) for row in rows if row.breakdown}


def test_parts_keep_the_changes_and_the_levels_told_behind_them() -> None:
    text = LISTED.format(first="同比增长11.1%", second="比上年的205件增长12.2%")
    assert around(text) == {
        ("市本级", "level", "2023", 600),
        ("市本级/市政府", "level", "2023", 350),
        ("市本级/市级部门", "level", "2023", 250),
        ("市本级", "change_pct", "2023", 11.1),
        ("甲区", "level", "2023", 230),
        ("甲区", "level", "2022", 205),
        ("甲区", "change_pct", "2023", 12.2),
    }


def test_a_part_told_by_its_change_is_in_the_list() -> None:
    text = "全市共收到行政复议申请830件。分地区看，市本级600件；甲区由上年的256件减少到230件，降幅10.2%。"
    assert around(text) == {
        ("市本级", "level", "2023", 600),
        ("甲区", "level", "2022", 256),
        ("甲区", "level", "2023", 230),
        ("甲区", "change_pct", "2023", -10.2),
    }


def test_the_change_of_a_share_is_no_change_of_the_part() -> None:
    text = LISTED.format(first="占48.2%，同比上升2.3个百分点", second="占27.7%")
    assert not [row for row in around(text) if row[1].startswith("change")]


def test_a_comparison_behind_all_parts_is_of_the_whole() -> None:
    text = "办理司法鉴定412件，法医临床376件、其他36件，同比减少29件。"
    changes = {(row.breakdown, row.value) for row in told(text) if row.measure == "change_abs"}
    assert changes == {(None, -29)}


def test_what_was_carried_over_is_no_kind_of_the_year_s_cases() -> None:
    text = "新收二审案件243件，加上旧存17件共260件，审结248件。"
    assert Told("litigation.second_instance", 243) in told(text)
    assert reasons(text)["260件"] == "composite"


def test_the_parts_of_a_total_of_several_codes_are_of_the_total() -> None:
    text = "审查规范性文件94件、重大决策61件、行政机关合同1287份，共1442件，其中市本级326件，占22.6%。"
    rows = {row for row in told(text) if row.breakdown}
    code = "decision.legality_reviews"
    assert rows == {
        Told(code, 326, breakdown="市本级"),
        Told(code, 22.6, "share_pct", breakdown="市本级"),
    }


def test_one_of_a_list_is_no_whole_of_those_behind_it() -> None:
    text = "法院审结行政案件92件，其中裁定驳回12件、准予撤诉18件、判决撤销8件、确认违法4件。"
    assert parts(text, "litigation.dismissed") == {None: 12}


def test_a_total_may_close_a_list_of_all_kinds_of_acts() -> None:
    text = (
        "实施行政许可832件、行政处罚196件、行政强制15件、行政征收312件、行政确认156件、"
        "行政给付98件、行政奖励61件、行政裁决9件，以上合计1679件。"
    )
    assert Told("enforcement.acts_total", 1679) in told(text)


def test_a_level_that_was_before_heads_no_list() -> None:
    text = "行政权力事项由2022年的92项调整为87项，其中行政许可5项、行政处罚48项、行政给付9项。"
    now = {row.breakdown: row.value for row in told(text) if row.period == "2023"}
    assert now == {
        None: 87,
        "行政许可": 5,
        "行政处罚": 48,
        "行政给付": 9,
    }


def test_a_list_is_of_the_figure_that_all_of_it_adds_up_to() -> None:
    opened = "立案查处违法案件58起，已结案53起。"
    rows = told(f"{opened}其中种子案件9起、农药案件17起、兽药案件6起、渔政案件21起、动物案件5起。")
    assert {row.indicator for row in rows if row.breakdown} == {"enforcement.cases_opened"}


def test_kinds_that_add_up_to_the_disputes_are_none_of_those_that_were_settled() -> None:
    text = "受理矛盾纠纷187件，成功185件，其中草场地界61件、婚姻家庭82件、其他44件。"
    kinds = {"草场地界": 61, "婚姻家庭": 82, "其他": 44}
    assert parts(text, code="mediation.cases") == {None: 187, **kinds}
    assert parts(text, code="mediation.succeeded") == {None: 185}
