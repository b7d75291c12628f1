"""Whose figure it is by the names of bodies: the reporting one, those below it, defendants."""

from __future__ import annotations

import pytest

from pipelines.extraction.scope import whose
from tests.unit.extraction.told import Told, levels, of, parts, told

RECEIVED = "reconsideration.received"
BUREAU = "示例市城市管理局关于2023年法治政府建设情况的报告"
PENALTIES = "enforcement.penalties"
INSPECTED = "enforcement.inspections"


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


def test_in_a_government_s_report_a_squad_is_a_part() -> None:
    assert parts("县劳动保障监察大队检查用人单位468户。", INSPECTED) == {"县劳动保障监察大队": 468}


def test_whom_a_body_supports_is_not_whose_figures_these_are() -> None:
    text = "支持人民法院、人民检察院依法行使职权，办理司法建议21件。"
    assert told(text) == {Told("litigation.judicial_suggestions", 21)}


def test_what_is_told_of_the_whole_place_is_not_of_the_body_that_opens_its_sentence() -> None:
    text = "更新公布市本级行政许可事项清单243项，全市政务服务事项全程网办率97.6%。"
    assert parts(text, "service.online_rate") == {None: 97.6}


@pytest.mark.parametrize("field", ["在食品安全监管上", "在对食品安全的监管方面", "在食品安全整治中"])
def test_one_field_of_oversight_is_a_part(field: str) -> None:
    text = f"全市开展执法检查6400家次。{field}，检查经营单位3570家，查出风险隐患755个。"
    assert parts(text, "enforcement.inspections") == {None: 6400, "食品安全": 3570}
    assert parts(text, "enforcement.violations_found") == {"食品安全": 755}


def test_what_each_instance_has_ended_is_a_part_however_its_intake_is_told() -> None:
    text = "全市法院收到的一审行政案件为1433件，审结1316件；二审新收361件，审结339件。"
    assert parts(text, "litigation.concluded") == {"一审": 1316, "二审": 339}


def test_one_kind_of_disputes_is_a_part_to_the_end_of_its_sentence() -> None:
    text = "各级人民调解组织调解纠纷5300件。受理医疗纠纷287件，调解成功264件，成功率92%。"
    assert parts(text, "mediation.cases") == {None: 5300, "医疗纠纷": 287}
    assert parts(text, "mediation.succeeded") == {"医疗纠纷": 264}


def test_points_behind_dashes_name_fields_under_a_heading_over_fields() -> None:
    text = (
        "（三）执法重点领域\n——农牧。出动1033人次，查农资店296家次，立案21起、罚款7.35万元。\n"
        "——应急。检查企业318家次，经济处罚43.2万元。"
    )
    assert parts(text, "enforcement.fines") == {"农牧": 73500, "应急": 432000}
    assert parts(text, "enforcement.cases_opened") == {"农牧": 21}


def test_the_ranks_of_a_sentence_are_of_the_count_that_it_names() -> None:
    ranks = "收案排名前三的领域为公安、自然资源、市场监管，依次是402件、237件和188件。"
    text = f"收到行政复议申请1846件，审结1790件。{ranks}"
    assert parts(text, "reconsideration.received") == {
        None: 1846,
        "公安": 402,
        "自然资源": 237,
        "市场监管": 188,
    }


@pytest.mark.parametrize("share", ["，占治安案件受理数的三成左右", "。全市收到行政复议申请411件，我县约占9%"])
def test_a_share_of_what_others_count_is_no_share_of_ours(share: str) -> None:
    assert not [row for row in told(f"公安机关开展治安调解563起{share}。") if row.measure == "share_pct"]


def test_what_a_bracket_counts_is_not_what_the_figure_before_it_does() -> None:
    text = "行政执法立案96件。渔政39件（移送司法11件14人）。"
    assert parts(text, "enforcement.transferred_cases") == {None: 11}


def test_the_level_that_opens_a_list_holds_to_its_end() -> None:
    title = "示例州人民政府关于2023年度法治政府建设情况的报告"
    text = (
        "全州复议机关新收行政复议申请423件，受理361件；审结329件。其中州本级收152件、受理133件、审结120件。"
    )
    assert parts(text, "reconsideration.accepted", title=title) == {None: 361, "州本级": 133}
    assert parts(text, "reconsideration.concluded", title=title) == {None: 329, "州本级": 120}


def test_a_paragraph_is_of_the_body_that_labels_it() -> None:
    text = "全市检查8642家次。\n\n青禾分局：检查1624家次，立案58件。罚款312.8万元。"
    assert {
        Told("enforcement.inspections", 8642),
        Told("enforcement.inspections", 1624, breakdown="青禾分局"),
        Told("enforcement.fines", 3128000, breakdown="青禾分局"),
    } <= told(text, title="示例市生态环境局2023年执法情况")


def test_some_counties_are_no_county() -> None:
    text = "个别县败诉率仍在20%以上，近三年全市因程序违法败诉的达74件。"
    found = told(text, title="示例市2023年行政应诉情况报告")
    assert found == {Told("litigation.lost", 74, period="2021/2023", breakdown="程序违法")}


def test_what_is_done_to_some_of_those_told_of_is_no_part() -> None:
    text = "共查处违法案件118件；对其中拒不整改的立案23件，作出行政处罚5件。"
    assert {row.breakdown for row in told(text)} == {None}


def test_the_name_of_a_squad_is_kept_whole() -> None:
    text = "作出行政处罚决定28417件，其中街镇综合行政执法队处罚9638件。"
    assert parts(text, PENALTIES) == {None: 28417, "街镇综合行政执法队": 9638}


def test_bodies_that_work_concerned_are_no_part_of_those_assessed() -> None:
    text = (
        "县政府专题研究法治政府建设工作5次，对52家单位法治建设情况进行年度考核。"
        "召开推进会，汇总材料310余份、印发提示函21份、督导9次，涉及到的18家单位和7个乡镇全部整改。"
    )
    found = told(text, title="示例县2023年法治政府建设报告")
    assert [row.value for row in found if row.indicator == "organisation.assessed_entities"] == [52]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("部门、镇（街道）审结241件，败诉7件。", "部门、镇（街道）"),
        ("区政府部门和镇（街道）审结241件，败诉7件。", "区政府部门和镇（街道）"),
        ("县级行政复议机关审结241件，维持7件。", "县级行政复议机关"),
    ],
)
def test_those_below_a_government_together_are_a_part(text: str, body: str) -> None:
    found = told(f"行政诉讼案件、行政复议案件均依法办理。{text}", title="示例市2023年法治政府建设报告")
    assert {row.breakdown for row in found} == {body}


def test_the_police_alone_open_a_sentence() -> None:
    text = "全县作出行政处罚决定9816件。公安机关实施处罚4205件，占处罚总数的42.8%。"
    assert parts(text, PENALTIES) == {None: 9816, "公安机关": 4205}


def test_the_office_itself_is_no_part_of_an_operation_told_before() -> None:
    text = "全系统立案3147件。“铁拳”行动查办案件782件；市局本级立案96件、罚没623万元。"
    assert parts(text, "enforcement.cases_opened") == {None: 3147, "市局本级": 96}


def test_a_government_with_its_departments_and_towns_is_the_whole() -> None:
    found = told("区政府及其部门、街镇共有行政诉讼案件463件，法院审结437件。")
    assert {row.breakdown for row in found} == {None}


def test_whom_a_body_helps_is_no_part_of_it() -> None:
    found = told("配合自治区办理立法征求意见47件。", title="示例州2023年法治政府建设报告")
    assert {row.breakdown for row in found} == {None}


def test_a_name_cut_off_from_what_it_goes_with_is_no_part() -> None:
    opening = "落实行政应诉渠道，县政府及县直部门应诉行政案件61件，其中一审44件、二审17件，"
    assert ("litigation.won", 39) in levels(f"{opening}行政机关胜诉39件、败诉8件。")


def test_what_a_campaign_brought_is_a_part_of_the_year_s() -> None:
    text = "开展普法宣传活动682场次。民法典宣传月期间，开展活动118场；“12·4”宪法宣传周期间，开展活动56场。"
    assert parts(text, "publicity.activities") == {None: 682, "民法典宣传月": 118, "宪法宣传周": 56}
    assert parts("宪法宣传周期间，开展普法宣传活动56场。", "publicity.activities") == {None: 56}


def test_counties_told_one_after_another_have_their_own_figures() -> None:
    title = "示例市2023年行政机关负责人出庭应诉情况的通报"
    text = "青原县应诉案件87件，出庭率100%；兴宁区应诉案件164件，出庭率96.2%。"
    rows = of("litigation.head_appearance_rate", text, title)
    assert {(row.breakdown, row.value) for row in rows} == {("青原县", 100), ("兴宁区", 96.2)}


def test_what_an_approval_bureau_serves_is_the_whole_place() -> None:
    text = "县行政审批局推进改革，1287项政务服务事项网办率96.3%，办理审批服务事项12.6万件。"
    assert {row.breakdown for row in told(text)} == {None}


def test_who_takes_the_lead_among_several_does_not_make_it_its_own() -> None:
    text = "成立审查工作小组，由{}、法律顾问参与，审核合同63份，重大决策事项7件。"
    assert {row.breakdown for row in told(text.format("司法所牵头"))} == {None}


def test_a_bureau_with_its_own_teams_is_the_whole() -> None:
    rows = told("局机关及所属执法大队共有执法人员186名。", title=BUREAU)
    assert rows == {Told("enforcement.officers_total", 186)}


def test_towns_told_by_their_number_are_a_part_to_the_end_of_their_segment() -> None:
    rows = told("全县执法人员972名，持证928名；十九个乡镇（街道）综合行政执法人员247名，持证率82.2%。")
    assert Told("enforcement.officers_total", 247, breakdown="乡镇（街道）") in rows
    assert Told("enforcement.certified_rate", 82.2, breakdown="乡镇（街道）") in rows


def test_whom_a_town_assists_is_not_whose_figure_it_is() -> None:
    rows = told("配合市直部门开展禁钓等联合执法14次。", title="示例镇2023年法治政府建设情况报告")
    assert rows == {Told("enforcement.joint_operations", 14)}


def test_the_whole_place_ends_the_rule_of_the_body_before() -> None:
    text = "市本级新收行政复议申请457件；全市受理1103件，受理前化解97件。"
    rows = told(text, title="示例市关于2023年度法治政府建设情况的报告")
    assert Told("reconsideration.pre_acceptance_resolved", 97) in rows


def test_who_punished_names_the_part_of_the_penalties() -> None:
    text = "办理行政许可2.1万件，作出行政处罚6873起。其中公安机关查处治安案件3105起，交通部门988起。"
    rows = {row for row in told(text) if row.breakdown}
    assert rows == {
        Told(PENALTIES, 3105, breakdown="公安机关"),
        Told(PENALTIES, 988, breakdown="交通部门"),
    }


def test_several_kinds_of_committees_together_are_the_whole() -> None:
    rows = told("村居和行业性调解组织共受理纠纷10284件，化解成功10121件。")
    assert {row.breakdown for row in rows} == {None}


def test_a_body_told_again_is_of_the_whole_before_it() -> None:
    text = "全市收到复议申请521件，其中市本级236件、县区285件；立案受理453件，市本级203件。"
    title = "示例市关于2023年度法治政府建设情况的报告"
    assert parts(text, title=title) == {None: 521, "市本级": 236, "县区": 285}
    assert parts(text, code="reconsideration.accepted", title=title) == {None: 453, "市本级": 203}


def test_who_news_are_about_is_not_parted_from_since() -> None:
    rows = told("今年以来示例县化解矛盾纠纷7388件。", title="示例县2023年法治政府建设情况报告")
    assert {row.breakdown for row in rows} <= {None, "示例县"}


def test_the_justice_office_of_a_town_tells_of_the_town() -> None:
    text = "街道司法所全年审查合同452份。"
    assert parts(text, code="decision.contracts_reviewed", title="示例街道2023年法治政府建设情况报告") == {
        None: 452
    }
    assert parts(text, code="decision.contracts_reviewed", title="示例区2023年法治政府建设情况报告") == {
        "街道司法所": 452
    }
