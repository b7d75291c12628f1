"""How parts are called: by the words around a figure, without what introduces or sums them up."""

from __future__ import annotations

import pytest

from pipelines.extraction.scope import part_names
from tests.unit.extraction.told import Told, parts, told

PENALTIES = "enforcement.penalties"


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("其中涉及工伤认定", "工伤认定"),
        ("对土地征收", "土地征收"),
        ("行政处罚类案件", "行政处罚类"),
        ("其余", ""),
        ("较上年", ""),
        ("比规定", ""),
        ("“宪法宣传周”7天时间开展活动", "“宪法宣传周”"),
        ("检查企业数", ""),
        ("三者", ""),
        ("调处", ""),
        ("正在协调", ""),
        ("一审案件中行政处罚", "行政处罚"),
        ("处理完毕", ""),
        ("省局督办", ""),
        ("及时办理", ""),
        ("(二)上级交办", "上级交办"),
        ("案件主要集中在公安", "公安"),
        ("主要涉及征地拆迁", "征地拆迁"),
        ("网上“掌上复议", "网上“掌上复议”"),
        ("医疗、物业管理等行业性专业性调委会", "行业性专业性调委会"),
    ],
)
def test_the_name_of_a_part_is_what_the_text_says(words: str, label: str) -> None:
    assert part_names.part_label(words) == label


@pytest.mark.parametrize(
    ("text", "indicator", "part"),
    [
        ("查处涉危险废物环境违法案件6起。", "enforcement.penalties", "涉危险废物"),
        ("全县环保部门立案查处环境违法案件318件。", "enforcement.cases_opened", "环保部门"),
    ],
)
def test_what_own_words_restrict_a_figure_to(text: str, indicator: str, part: str) -> None:
    assert {(row.indicator, row.breakdown) for row in told(f"作出行政处罚。{text}")} == {(indicator, part)}


def test_figures_of_other_things_joined_are_no_parts() -> None:
    rows = told("公布行政权力清单，梳理出34个部门单位、2619项行政权力事项。")
    assert {row.breakdown for row in rows} <= {None}


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        (
            "执法人员1260人，其中持证1206人，占比95.7%，新办证180人，年审690人。",
            "enforcement.officers_total",
        ),
        ("现有调解员986人，其中专职51人，防止民转刑46人。", "mediation.mediators"),
    ],
)
def test_a_deed_told_behind_a_whole_is_no_part_of_it(text: str, indicator: str) -> None:
    deeds = {"年审", "防止民转刑"}
    assert deeds.isdisjoint(row.breakdown for row in told(text) if row.indicator == indicator)


@pytest.mark.parametrize("words", ["推动121件争议在一审实现案结事了", "督促整改隐患57处"])
def test_what_was_done_is_no_name_of_a_part(words: str) -> None:
    rows = told(f"全年新收一审行政诉讼案件148件，行政检查600次，其中{words}。")
    assert not [row for row in rows if row.breakdown]


def test_bodies_that_are_counted_name_no_part() -> None:
    text = "全县24个行政执法单位、15个镇综合行政执法大队共有在岗执法人员926人，执法证持有率87.2%。"
    assert {(row.indicator, row.breakdown) for row in told(text)} == {
        ("enforcement.bodies", None),
        ("enforcement.officers_total", None),
        ("enforcement.certified_rate", None),
    }


def test_a_deed_whose_share_would_fit_is_no_part() -> None:
    text = "全县一审新收行政案件148件，推动121件争议实现案结事了，占一审新收案件的81.8%。"
    assert {row.breakdown for row in told(text)} == {None}


def test_a_label_keeps_its_quotes() -> None:
    text = "全县政务服务事项共1268项，其中“零跑动”和“最多跑一次”事项1252项。"
    assert {row.breakdown for row in told(text)} == {None, "“零跑动”和“最多跑一次”事项"}


def test_hours_that_are_asked_for_are_no_part_of_those_that_were_trained() -> None:
    text = "全年培训执法人员1860人次，人均63学时，比规定的60学时多3学时。"
    assert parts(text, "enforcement.training_hours") == {None: 63}


def test_a_campaign_of_so_many_days_is_a_part() -> None:
    text = "开展法治宣传活动96场次。其中，“宪法宣传周”7天时间开展活动41场次。"
    assert parts(text, "publicity.activities") == {None: 96, "“宪法宣传周”": 41}


def test_words_in_a_bracket_do_not_part_a_noun_from_its_figure() -> None:
    assert parts("作出行政处罚（处理）决定11件。", PENALTIES) == {None: 11}
    reviewed = "normative.reviewed"
    text = "对6件规范性文件（代政府起草4件、本局印发2件）进行合法性审查。"
    assert parts(text, reviewed) == {None: 6, "代政府起草": 4}


def test_what_sums_up_the_parts_before_is_no_part() -> None:
    accepted = "reconsideration.accepted"
    text = "受理的行政复议案件545件中，行政处罚236件，信息公开98件。上述两类合计334件。其余为不作为211件。"
    assert parts(text, accepted) == {None: 545, "行政处罚": 236, "信息公开": 98, "不作为": 211}


def test_how_one_count_was_made_is_not_how_the_next_one_was() -> None:
    text = "新收在线行政复议申请326件，以调解和解方式化解行政复议案件41件。"
    assert Told("reconsideration.mediated", 41) in told(text)


def test_a_bracket_that_has_closed_restricts_nothing_behind_it() -> None:
    text = "全年实施行政处罚23418件（其中乡镇办理641件）、行政强制2317件。"
    assert Told("enforcement.coercions", 2317) in told(text)
    assert Told("enforcement.penalties", 641, breakdown="乡镇") in told(text)


def test_a_field_of_enforcement_is_a_part_in_a_government_s_report() -> None:
    text = "加强重点领域执法，查处环境违法案件45件，罚款326万元；查处交通运输违法案件268件。"
    assert {row for row in told(text) if row.value in (45, 268, 3260000)} == {
        Told("enforcement.penalties", 45, breakdown="环境"),
        Told("enforcement.fines", 3260000, breakdown="环境"),
        Told("enforcement.penalties", 268, breakdown="交通运输"),
    }


def test_a_field_of_enforcement_is_the_whole_in_the_report_of_its_bureau() -> None:
    title = "示例县交通运输局2023年法治政府建设情况报告"
    rows = told("加大执法力度，查处交通运输违法案件268件。", title=title)
    assert Told("enforcement.penalties", 268) in rows


def test_the_disputes_of_a_bureau_s_own_field_are_all_that_it_tells_of() -> None:
    text = "医疗纠纷人民调解委员会受理医疗纠纷37件，调解成功35件。"
    own = told(text, title="示例县卫生健康局2023年法治政府建设情况报告")
    assert own == {Told("mediation.cases", 37), Told("mediation.succeeded", 35)}
    assert {row.breakdown for row in told(text)} == {"医疗纠纷"}


@pytest.mark.parametrize("first", ["random", "all"])
def test_what_is_inspected_at_random_is_a_part_of_all_inspections(first: str) -> None:
    at_random, every = "组织双随机抽查42批次，抽查企业936户。", "检查各类市场主体5327户次。"
    text = "加强行政执法。" + (at_random + every if first == "random" else every + at_random)
    assert {None: 5327, "双随机抽查": 936}.items() <= parts(text, "enforcement.inspections").items()


def test_firms_inspected_are_no_part_of_those_sent_out() -> None:
    text = (
        "加强行政执法。出动执法人员5260人次，监督检查各类单位3418户次。"
        "其中，疫情防控专项检查1105户次，学校卫生检查212户次。"
    )
    assert parts(text, "enforcement.inspections")["学校卫生"] == 212


def test_requests_that_are_not_dealt_with_are_answered_as_well() -> None:
    text = "收到政府信息公开申请68件，其中予以公开42件、不予公开6件、不予处理3件。"
    assert parts(text, "disclosure.requests_answered") == {"予以公开": 42, "不予公开": 6, "不予处理": 3}


def test_the_time_before_a_reform_is_no_part() -> None:
    rows = told("收到行政复议申请203件（行政复议体制改革前的2021年为74件，2022年为131件）。")
    assert {row.breakdown for row in rows} == {None}


def test_what_applicants_contest_names_the_part() -> None:
    found = parts("收到复议申请773件，其中不服公安交警处罚371件、不服信息公开答复402件。")
    assert found == {None: 773, "公安交警处罚": 371, "信息公开答复": 402}


def test_what_was_sent_back_is_no_kind_of_what_was_reviewed() -> None:
    rows = told("全年合法性审核各类文件487件，其中合同452份，退回修改29件。")
    assert 29 not in {row.value for row in rows}


def test_a_word_for_what_is_still_open_names_no_part() -> None:
    rows = told("市政府作为被申请人的行政复议案件3起，省政府维持2起，尚有1起未审结。")
    assert {row.breakdown for row in rows} == {None}
