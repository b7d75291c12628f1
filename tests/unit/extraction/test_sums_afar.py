"""Parts that add up to, or are so much of, a whole told sentences or paragraphs before them."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, parts, reasons, told

RECEIVED = "reconsideration.received"
MEDIATED = "mediation.cases"
AID, AID_ENDED = "legal_aid.cases", "legal_aid.concluded"
APPEARED = "litigation.head_appearance_rate"


def test_an_announced_list_is_of_the_whole_that_it_adds_up_to_paragraphs_before() -> None:
    text = (
        "各级人民调解组织调解纠纷5274件。\n协议金额3867万元。\n"
        "按来源分，主动调解2930件，依申请调解1795件，接受委托移送549件（公安移送181件，法院委派368件）。"
    )
    assert parts(text, MEDIATED) == {
        None: 5274,
        "主动调解": 2930,
        "依申请调解": 1795,
        "接受委托移送": 549,
        "接受委托移送/公安移送": 181,
        "接受委托移送/法院委派": 368,
    }


def test_a_small_list_adds_up_to_what_stands_beside_it_only() -> None:
    text = "调解纠纷52件。\n协议金额38万元。\n按来源分，主动调解34件，依申请调解18件。"
    assert parts(text, MEDIATED) == {None: 52}


def test_what_follows_the_parts_of_an_announced_list_does_not_spoil_their_sum() -> None:
    text = (
        "收到行政复议申请1846件。按收案机关分，市政府收到512件，县区政府收到1334件，后者以甲县447件为最多。"
    )
    found = parts(text)
    assert {name: found[name] for name in (None, "市政府", "县区政府")} == {
        None: 1846,
        "市政府": 512,
        "县区政府": 1334,
    }


def test_a_second_figure_of_what_its_own_words_name_is_a_part_of_what_it_adds_up_to() -> None:
    text = (
        "受理法律援助案件2936件，办结法律援助案件2708件。"
        "从承办人员看，社会律师承办1894件，基层法律服务工作者承办602件，援助机构律师承办212件。"
        "从结案方式看，判决1563件，调解654件，裁决231件，其他260件。"
    )
    assert parts(text, AID) == {None: 2936}
    assert parts(text, AID_ENDED) == {
        None: 2708,
        "社会律师": 1894,
        "基层法律服务工作者": 602,
        "援助机构律师": 212,
        "判决": 1563,
        "调解": 654,
        "裁决": 231,
        "其他": 260,
    }
    assert parts(text, MEDIATED) == {}


def test_how_reviews_ended_has_codes_of_its_own_whatever_it_adds_up_to() -> None:
    text = "审结行政复议案件216件。从审理结果看，维持120件，驳回46件，终止50件。"
    assert parts(text, "reconsideration.concluded") == {None: 216}
    assert parts(text, "reconsideration.upheld") == {None: 120}


def test_a_list_of_no_rule_may_go_on_in_the_next_sentence() -> None:
    text = (
        "各级人民调解组织调解纠纷5274件。\n"
        "邻里、婚姻家庭、山林土地三类纠纷仍居前三位，分别为1268件、1105件、847件，占总量的24.04%、20.95%、16.06%。"
        "损害赔偿类516件、房屋类402件、合同类318件，其他818件。"
    )
    assert parts(text, MEDIATED) == {
        None: 5274,
        "邻里": 1268,
        "婚姻家庭": 1105,
        "山林土地": 847,
        "损害赔偿类": 516,
        "房屋类": 402,
        "合同类": 318,
        "其他": 818,
    }


@pytest.mark.parametrize("words", ["三类分别为", "分别为"])
def test_names_that_a_clause_says_cases_are_mainly_of(words: str) -> None:
    text = (
        "受理行政复议申请1502件。\n审结行政复议案件1398件。\n"
        f"从行政管理领域看，受理的案件以公安、市场监管、自然资源为主，{words}486件、391件、172件，合计1049件；"
        "其后是城市管理244件，其他领域209件。"
    )
    assert parts(text, "reconsideration.accepted") == {
        None: 1502,
        "公安": 486,
        "市场监管": 391,
        "自然资源": 172,
        "城市管理": 244,
        "其他领域": 209,
    }
    assert reasons(text)["1049件"] in ("composite", "no_rule")


def test_the_parts_of_a_part_follow_in_a_sentence_that_opens_with_its_name() -> None:
    text = (
        "受理法律援助案件2936件。按案件性质分：刑事1684件，民事1231件，行政21件。"
        "刑事案件又以审查起诉阶段671件最多，审判阶段611件，侦查阶段402件。"
    )
    assert parts(text, AID) == {
        None: 2936,
        "刑事": 1684,
        "民事": 1231,
        "行政": 21,
        "刑事/审查起诉阶段": 671,
        "刑事/审判阶段": 611,
        "刑事/侦查阶段": 402,
    }


def test_bodies_whose_sum_has_a_share_are_parts_of_what_it_is_so_much_of() -> None:
    text = "调解纠纷5274件。\n各镇中，青石镇813件，白沙镇492件，黄土镇437件，三地合计占全县的{}。"
    assert parts(text.format("33.03%"), MEDIATED) == {None: 5274, "青石镇": 813, "白沙镇": 492, "黄土镇": 437}
    assert parts(text.format("43.03%"), MEDIATED) == {None: 5274}


def test_the_names_of_parts_stand_behind_numbers_that_open_their_clauses() -> None:
    text = "行政复议终止审理289件。终止的289件里，228件系和解后撤回申请，61件系申请人自愿撤回。"
    assert parts(text, "reconsideration.terminated") == {
        None: 289,
        "和解后撤回申请": 228,
        "申请人自愿撤回": 61,
    }


def test_rates_in_the_order_of_the_parts_that_a_sentence_told() -> None:
    text = (
        "负责人出庭应诉409件，负责人出庭应诉率97.15%。从层级看，县区政府部门出庭189件，市政府部门118件，"
        "县区政府63件，乡镇39件；出庭应诉率依次为97.93%、95.93%、100%、92.86%。"
    )
    assert parts(text, APPEARED) == {
        None: 97.15,
        "县区政府部门": 97.93,
        "市政府部门": 95.93,
        "县区政府": 100,
        "乡镇": 92.86,
    }


def test_what_changed_most_is_the_part_of_that_name() -> None:
    text = (
        "调解纠纷5274件。\n物业服务类1471件、山林土地类2847件、邻里类956件。"
        "与上年相比，物业服务纠纷增长最快，达54.35%；山林土地纠纷比上年减少85件，下降9.12%。"
    )
    changes = {(row.breakdown, row.measure, row.value) for row in told(text) if row.measure != "level"}
    assert changes == {
        ("物业服务类", "change_pct", 54.35),
        ("山林土地类", "change_abs", -85),
        ("山林土地类", "change_pct", -9.12),
    }


def test_what_gathers_some_parts_of_a_whole_is_no_other_whole() -> None:
    text = "受理行政复议申请1502件，其中公安类486件、市场监管类391件、自然资源类172件，以上共1049件。"
    assert Told("reconsideration.accepted", 1049) not in told(text)


ITEMS = """全县共查处市场监管领域案件854件，案件总值1329.5万元，罚没总额1724.7万元，移送司法机关12件。
残超标肉类案件502件，案值179.5万元，罚没288.2万元，移送8件；
劣质线缆案件99件，案值38.1万元，罚没41.6万元；
虚假广告案件{}件，罚没92.4万元，移送3件。"""


def test_items_whose_counts_make_up_a_whole_tell_the_rest_of_their_part() -> None:
    rows = {(row.indicator, row.breakdown, row.value) for row in told(ITEMS.format(253)) if row.breakdown}
    assert rows == {
        ("enforcement.penalties", "残超标肉类", 502),
        ("enforcement.case_value", "残超标肉类", 1_795_000),
        ("enforcement.fines", "残超标肉类", 2_882_000),
        ("enforcement.transferred_cases", "残超标肉类", 8),
        ("enforcement.penalties", "劣质线缆", 99),
        ("enforcement.case_value", "劣质线缆", 381_000),
        ("enforcement.fines", "劣质线缆", 416_000),
        ("enforcement.penalties", "虚假广告", 253),
        ("enforcement.fines", "虚假广告", 924_000),
        ("enforcement.transferred_cases", "虚假广告", 3),
    }
    assert not any(row.breakdown for row in told(ITEMS.format(254)))


@pytest.mark.parametrize("with_it", ["其中", "包括", "内含"])
def test_new_cases_are_what_an_instance_counts_of_all_at_hand(with_it: str) -> None:
    text = f"一审案件共570件，{with_it}旧存134件、新收436件，新收数同比减少21.16%。"
    rows = {(row.breakdown, row.value) for row in told(text) if row.indicator == "litigation.first_instance"}
    assert rows == {(None, 436), (None, -21.16)}


def test_one_part_of_each_of_several_wholes() -> None:
    rows = told("全市政府法律顾问1127人、公职律师658人，其中市直分别为86人和143人。")
    assert {(row.indicator, row.breakdown, row.value) for row in rows if row.breakdown} == {
        ("counsel.advisers", "市直", 86),
        ("counsel.public_lawyers", "市直", 143),
    }


def test_members_read_for_a_second_whole_are_parts_where_they_add_up_with_the_rest() -> None:
    text = (
        "办理法律援助案件4286件。从哪里受理？窗口受理2105件，约占一半；工作站受理1214件；"
        "网上申请506件；12348热线转办118件；另有343件由公检法机关转交。"
    )
    assert parts(text, AID) == {
        None: 4286,
        "窗口": 2105,
        "工作站": 1214,
        "网上申请": 506,
        "12348热线转办": 118,
        "公检法机关转交": 343,
    }


def test_members_read_for_a_second_whole_are_none_where_they_do_not_add_up() -> None:
    text = "办理法律援助案件4286件。从哪里受理？窗口受理2105件；工作站受理1214件；网上申请506件。"
    assert parts(text, AID) == {None: 4286}


def test_a_sum_that_two_wholes_have_says_of_neither_what_its_parts_are() -> None:
    text = "作出行政处罚860件。\n办理行政许可860件。\n从种类看，警告500件，罚款360件。"
    assert {row.breakdown for row in told(text)} == {None}


def test_a_joint_share_that_fits_two_wholes_tells_of_neither() -> None:
    text = "受理行政复议申请1000件，审结990件。各镇中，青石镇180件，白沙镇150件，两地合计占总数的33%。"
    assert {row.breakdown for row in told(text)} == {None}


def test_the_rest_of_a_list_that_began_with_its_verb_adds_up_with_its_first() -> None:
    text = (
        "新收行政复议申请1126件。公安领域新收418件，较上年增加121件；市场监管领域259件，增长52.4%；"
        "人社领域138件；自然资源领域126件；其余185件为其他类。"
    )
    assert parts(text) == {
        None: 1126,
        "公安领域": 418,
        "市场监管领域": 259,
        "人社领域": 138,
        "自然资源领域": 126,
        "其他类": 185,
    }


def test_second_figures_of_parts_that_sums_have_found_are_theirs() -> None:
    text = (
        "全年作出行政处罚1000件，罚没款520万元。\n"
        "分领域看，处罚案件中食品安全类516件，占51.6%，罚没187.3万元；药品类387件，罚没126.9万元；其他97件。"
    )
    assert parts(text, "enforcement.fines") == {None: 5_200_000, "食品安全类": 1_873_000, "药品类": 1_269_000}


def test_items_are_named_by_the_label_that_opens_their_line() -> None:
    text = (
        "市场监管执法共查处民生领域案件285件，案值132万元，罚没172万元，移送司法机关8件。\n"
        "1.农村山寨食品：查办107件，案值36万元，罚没84万元，移送司法机关1件。\n"
        "2.劣质电线：查处102件，案值25万元，罚没32万元。\n"
        "3.问题肉类：查处76件，案值71万元，罚没56万元，移送司法机关7件。"
    )
    kinds = {None: 285, "农村山寨食品": 107, "劣质电线": 102, "问题肉类": 76}
    assert parts(text, "enforcement.penalties") == kinds
    fines = {None: 1720000, "农村山寨食品": 840000, "劣质电线": 320000, "问题肉类": 560000}
    assert parts(text, "enforcement.fines") == fines


def test_what_stands_behind_each_month_adds_up_as_the_months_do() -> None:
    text = (
        "办理行政处罚案件712件，处罚总额2999.78万元。"
        "分月看：2月份处罚案件10件、金额62.18万元；3月份131件、365.95万元；"
        "4月份158件、722万元；5月份413件、1849.65万元。"
    )
    assert parts(text, "enforcement.fines") == {
        None: 29997800,
        "2月份": 621800,
        "3月份": 3659500,
        "4月份": 7220000,
        "5月份": 18496500,
    }


def test_an_announced_list_keeps_the_parts_that_words_have_named() -> None:
    text = (
        "现有人民调解组织1171个。\n从构成看，镇（街道）人民调解委员会70个，村（社区）人民调解委员会951个，"
        "个人调解工作室96个，行业性专业性人民调解组织54个。"
    )
    found = parts(text, "mediation.committees")
    assert sorted(found.values()) == [54, 70, 96, 951, 1171]
    assert found["行业性专业性人民调解组织"] == 54
