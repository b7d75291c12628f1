"""Whose figure it is: the whole body's, a part's, another body's, a single case's."""

from __future__ import annotations

import pytest

from pipelines.extraction.scope import part_names, whose
from tests.unit.extraction.told import TITLE, Told, levels, reasons, told

RECEIVED = "reconsideration.received"


@pytest.mark.parametrize(
    "body", ["全县", "我县", "县政府", "县人民政府", "全县各级行政复议机关", "县司法局", "各级各部门"]
)
def test_other_names_of_the_reporting_body_are_the_whole(body: str) -> None:
    assert told(f"{body}收到行政复议申请126件。") == {Told(RECEIVED, 126)}


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("县城管局办理行政处罚案件126件。", "县城管局"),
        ("城关镇办理行政处罚案件126件。", "城关镇"),
        ("交通运输领域办理行政处罚案件126件。", "交通运输领域"),
    ],
)
def test_a_body_below_is_a_part(sentence: str, part: str) -> None:
    found = {row.breakdown for row in told(sentence) if row.indicator == "enforcement.penalties"}
    assert len(found) == 1
    assert part in (found.pop() or "")


@pytest.mark.parametrize(
    "sentence",
    [
        "全省收到行政复议申请5000件。",
        "全国收到行政复议申请50000件。",
        "全省平均每县收到行政复议申请90件。",
    ],
)
def test_another_body_s_figures_are_not_ours(sentence: str) -> None:
    assert told(sentence) == set()
    assert set(reasons(sentence).values()) <= {"other_body", "benchmark"}


def test_a_benchmark_is_no_figure_of_ours() -> None:
    body = "行政复议调解率达35%，高于全省平均水平8个百分点。"
    assert told(body) == {Told("reconsideration.mediation_rate", 35)}
    assert reasons(body)["8个百分点"] == "benchmark"


@pytest.mark.parametrize(
    "sentence",
    [
        "例如，在一起行政复议案件中，收到申请2件。",
        "办理某公司行政处罚案，收到行政复议申请1件。",
    ],
)
def test_a_single_case_counts_nothing(sentence: str) -> None:
    assert told(sentence) == set()


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("其中涉及工伤认定", "工伤认定"),
        ("对土地征收", "土地征收"),
        ("行政处罚类案件", "行政处罚类"),
        ("其余", ""),
        ("较上年", ""),
        ("检查企业数", ""),
        ("三者", ""),
        ("一审案件中行政处罚", "行政处罚"),
        ("医疗、物业管理等行业性专业性调委会", "行业性专业性调委会"),
    ],
)
def test_the_name_of_a_part_is_what_the_text_says(words: str, label: str) -> None:
    assert part_names.part_label(words) == label


BUREAU = "示例市城市管理局关于2023年法治政府建设情况的报告"
PENALTIES, INSPECTED = "enforcement.penalties", "enforcement.inspections"


def parts(text: str, code: str, title: str = TITLE) -> dict[str | None, float]:
    """Return the levels of an indicator by part."""
    rows = told(text, title=title)
    return {row.breakdown: row.value for row in rows if (row.indicator, row.measure) == (code, "level")}


@pytest.mark.parametrize(
    ("title", "names"),
    [
        (BUREAU, ["城管局", "市城管局", "市城市管理局", "城市管理局"]),
        ("示例市市场监督管理局2023年法治政府建设工作报告", ["市监局", "市场监管局", "市市场监管局"]),
        ("示例县卫生健康委员会2023年法治政府建设工作报告", ["卫健委", "县卫健局", "县卫生健康委"]),
    ],
)
def test_a_bureau_s_short_names_are_the_bureau(title: str, names: list[str]) -> None:
    for name in names:
        assert parts(f"{name}办理行政处罚案件126件。", PENALTIES, title) == {None: 126}, name


@pytest.mark.parametrize("name", ["公安局", "市交通局", "城管执法支队", "城关分局"])
def test_another_body_in_a_bureau_s_report_is_a_part(name: str) -> None:
    assert parts(f"{name}办理行政处罚案件126件。", PENALTIES, BUREAU) == {name: 126}


@pytest.mark.parametrize("name", ["城管局", "市监局"])
def test_in_a_government_s_report_every_bureau_is_a_part(name: str) -> None:
    assert parts(f"{name}办理行政处罚案件126件。", PENALTIES) == {name: 126}


@pytest.mark.parametrize(
    ("name", "body", "short"),
    [
        ("城管局", "城市管理局", True),
        ("市城管局", "城市管理局", True),
        ("卫健委", "卫生健康委员会", True),
        ("管城局", "城市管理局", False),
        ("公安局", "城市管理局", False),
        ("城管局", "government", False),
        ("城管局", None, False),
    ],
)
def test_a_short_name_has_letters_of_the_long_one_in_their_order(
    name: str, body: str | None, *, short: bool
) -> None:
    assert whose.short_for(name, body) is short


@pytest.mark.parametrize(
    ("campaign", "name"),
    [
        ("开展“利剑”专项行动", "利剑"),
        ("组织“护苗”集中整治", "护苗"),
        ("开展安全生产专项检查", "安全生产专项检查"),
    ],
)
def test_a_second_figure_of_enforcement_is_of_the_campaign_before_it(campaign: str, name: str) -> None:
    text = f"全年检查企业500家次。{campaign}，检查企业120家次。"
    assert parts(text, INSPECTED) == {None: 500, name: 120}


def test_a_campaign_names_no_part_where_it_is_all_there_is() -> None:
    assert parts("开展“利剑”专项行动，检查企业120家次。", INSPECTED) == {None: 120}


def test_a_campaign_holds_to_the_end_of_its_paragraph() -> None:
    text = "全年检查企业500家次。\n开展“利剑”专项行动。\n检查企业120家次。"
    assert parts(text, INSPECTED) == {None: 500}


@pytest.mark.parametrize("words", ["“放管服”改革", "“三项制度”", "《行动方案》"])
def test_what_is_no_operation_names_no_part(words: str) -> None:
    text = f"全年检查企业500家次。落实{words}，检查企业120家次。"
    assert parts(text, INSPECTED) == {None: 500}


@pytest.mark.parametrize("kind", ["涉企", "涉农", "涉外"])
def test_a_class_of_cases_holds_to_the_end_of_its_sentence(kind: str) -> None:
    text = f"全年新收{kind}行政复议案件64件，审结60件。全年审结行政复议案件300件。"
    assert parts(text, RECEIVED) == {kind: 64}
    assert parts(text, "reconsideration.concluded") == {kind: 60, None: 300}


def test_a_class_of_cases_ends_where_all_are_named() -> None:
    text = "新收涉企行政复议案件64件，全县审结行政复议案件300件。"
    assert parts(text, "reconsideration.concluded") == {None: 300}


def test_cases_against_one_body_are_a_part_where_all_are_told() -> None:
    text = "全年办理行政应诉案件50件，以市政府为被告的行政应诉案件20件。"
    assert parts(text, "litigation.cases") == {None: 50, "市政府": 20}


@pytest.mark.parametrize("body", ["县公安局", "县政府及各部门"])
def test_cases_against_a_body_are_the_whole_where_no_others_are_told(body: str) -> None:
    text = f"全年办理以{body}为被告的行政应诉案件20件。"
    assert parts(text, "litigation.cases") == {None: 20}


def test_the_bodies_that_cases_are_brought_against_are_named_without_their_preposition() -> None:
    text = "全年办理行政应诉案件50件，以各部门为被告的行政应诉案件20件。"
    assert parts(text, "litigation.cases") == {None: 50, "各部门": 20}


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


@pytest.mark.parametrize(
    ("title", "squad"),
    [
        ("示例县人力资源和社会保障局2023年法治政府建设工作报告", "县劳动保障监察大队"),
        ("示例县农业农村局2023年法治政府建设工作报告", "县农业综合行政执法大队"),
    ],
)
def test_a_bureau_s_own_squad_inspects_for_the_bureau(title: str, squad: str) -> None:
    assert parts(f"{squad}检查用人单位468户。", INSPECTED, title) == {None: 468}


def test_in_a_government_s_report_a_squad_is_a_part() -> None:
    assert parts("县劳动保障监察大队检查用人单位468户。", INSPECTED) == {"县劳动保障监察大队": 468}


def test_words_in_a_bracket_do_not_part_a_noun_from_its_figure() -> None:
    assert parts("作出行政处罚（处理）决定11件。", PENALTIES) == {None: 11}
    reviewed = "normative.reviewed"
    text = "对6件规范性文件（代政府起草4件、本局印发2件）进行合法性审查。"
    assert parts(text, reviewed) == {None: 6, "代政府起草": 4}


def test_what_sums_up_the_parts_before_is_no_part() -> None:
    accepted = "reconsideration.accepted"
    text = "受理的行政复议案件545件中，行政处罚236件，信息公开98件。上述两类合计334件。其余为不作为211件。"
    assert parts(text, accepted) == {None: 545, "行政处罚": 236, "信息公开": 98, "不作为": 211}


def test_what_a_rate_has_changed_by_is_no_rate() -> None:
    text = "调解成功率98.99%，调解率的增幅达到0.2个百分点。"
    assert {row.value for row in told(text) if row.measure == "level"} == {98.99}


def test_how_one_count_was_made_is_not_how_the_next_one_was() -> None:
    text = "新收在线行政复议申请326件，以调解和解方式化解行政复议案件41件。"
    assert Told("reconsideration.mediated", 41) in told(text)


def test_outcomes_under_lost_cases_name_their_parts() -> None:
    text = "行政复议情况。收到申请9件。法院判决行政机关败诉94件，其中撤销行政行为41件，直接变更行政行为53件。"
    assert {row.indicator for row in told(text) if row.value in (41, 53)} == {"litigation.lost"}


def test_a_day_of_the_nation_names_no_other_body() -> None:
    text = "结合全国生态日等节点开展普法宣传活动62场次。全国共开展普法活动9000场。"
    assert {row.value for row in told(text) if row.indicator == "publicity.activities"} == {62}


def test_the_field_that_a_heading_names_is_what_the_figures_under_it_are_of() -> None:
    text = (
        "（三）加强重点领域执法。\n"
        "1.生态环境领域。出动执法人员1216人次。\n2.食品安全领域。出动执法人员306人次。"
    )
    assert {(row.breakdown, row.value) for row in told(text)} == {("生态环境", 1216), ("食品安全", 306)}


def test_an_operation_named_after_its_field_is_a_part_to_the_sentence_s_end() -> None:
    text = "检查单位9870家次。燃气压力管道“百日攻坚”，出动执法人员620人次，检查单位870家次。"
    name = "燃气压力管道“百日攻坚”"
    assert told(text) == {
        Told("enforcement.inspections", 9870),
        Told("enforcement.personnel_deployed", 620, breakdown=name),
        Told("enforcement.inspections", 870, breakdown=name),
    }


def test_points_under_a_heading_of_special_enforcement_name_fields() -> None:
    text = (
        "二、重点领域专项执法\n"
        "（一）生活垃圾分类。依法处罚1029起。\n（二）建筑垃圾运输治理。依法处罚437起。\n"
        "三、队伍建设\n（一）完善培训机制。组织执法检查25次。"
    )
    assert {(row.breakdown, row.value) for row in told(text)} == {
        ("生活垃圾分类", 1029),
        ("建筑垃圾运输", 437),
        (None, 25),
    }


def test_what_one_activity_handed_out_does_not_stand_for_the_year() -> None:
    text = "分发普法宣传资料3.2万份。\n开展“法治同行”活动，走进9个村宣讲，共发放普法宣传资料1500份。"
    assert Told("publicity.materials", 32000) in told(text)


def test_a_province_speaks_of_itself_as_the_whole_province() -> None:
    body = "2023年全省行政处罚案件12846件。"
    assert levels(body, title="示例省2023年行政执法情况报告") == {("enforcement.penalties", 12846)}
    assert levels(body) == set()


def test_more_than_ten_thousand_is_no_figure() -> None:
    assert not [
        row
        for row in told("立案查处违法案件107件，其中查处罚款金额超万元的大要案件6件。")
        if row.value == 10000
    ]


def test_a_bracket_that_has_closed_restricts_nothing_behind_it() -> None:
    text = "全年实施行政处罚23418件（其中乡镇办理641件）、行政强制2317件。"
    assert Told("enforcement.coercions", 2317) in told(text)
    assert Told("enforcement.penalties", 641, breakdown="乡镇") in told(text)


def test_suits_against_the_government_are_of_all_suits() -> None:
    text = "全县新收行政诉讼案件112件，撤诉31件。二审案件46件。以县政府为被告的19件。"
    assert parts(text, "litigation.cases") == {None: 112, "县政府": 19}
