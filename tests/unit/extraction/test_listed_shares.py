"""Shares within lists: of which count they are, and of which part."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, parts, told


def test_a_share_may_tell_what_it_is_of_behind_its_figure() -> None:
    rows = told("司法鉴定机构完成鉴定业务4318件，86.2%属法医类鉴定。")
    assert Told("forensic.cases", 86.2, "share_pct", breakdown="法医类鉴定") in rows


def test_a_share_of_several_bodies_together_is_of_none() -> None:
    text = "行政处罚案件数量排名前二的单位为县公安局、县城管局，分别为64件、38件，两家单位合计占全县的91.6%。"
    rows = [row for row in told(text) if row.measure == "share_pct"]
    assert not rows


def test_a_share_is_never_one_of_a_rate() -> None:
    text = (
        "开展行政调解1306件，成功率93.2%，排查矛盾纠纷860次。"
        "位居前二的行政调解案件为消费类、治安类，分别占案件总数64.6%、25.3%。"
    )
    assert not [row for row in told(text) if row.measure == "share_pct" and row.indicator.endswith("rate")]


def test_a_share_says_which_count_the_list_behind_is_of() -> None:
    text = "收到政府信息公开申请216件，答复213件。其中，予以公开87件，占40.85%；不予公开12件，占5.63%。"
    assert parts(text, "disclosure.requests_answered") == {None: 213, "予以公开": 87, "不予公开": 12}


def test_a_rate_behind_a_part_is_the_parts() -> None:
    text = (
        "全县在岗执法人员1012名，其中持证967名，持证率95.55%："
        "县直部门742名，持证718名，持证率96.77%；乡镇270名，持证249名，持证率92.22%。"
    )
    assert parts(text, "enforcement.certified_rate") == {None: 95.55, "县直部门": 96.77, "乡镇": 92.22}


def test_the_share_of_several_parts_together_is_no_parts() -> None:
    text = "全县共举办法治讲座280场，其中县委党校42场、县司法局65场，占全年的38.21%。"
    assert parts(text, "study.lectures") == {None: 280, "县委党校": 42, "县司法局": 65}
    assert not {row for row in told(text) if row.measure == "share_pct"}


def test_the_share_of_bodies_that_are_only_counted_is_no_parts() -> None:
    text = "全县调解矛盾纠纷2860件，其中城关镇380件，前三个乡镇的纠纷占全县的29.4%。"
    assert not {row for row in told(text) if row.measure == "share_pct"}


def test_shares_among_people_go_on_along_the_list() -> None:
    text = "办理法律援助案件520件，受援人群中农民工占41.5%、老年人占14.7%。"
    shares = {(row.indicator, row.breakdown, row.value) for row in told(text) if row.measure == "share_pct"}
    code = "legal_aid.beneficiaries"
    assert shares == {(code, "农民工", 41.5), (code, "老年人", 14.7)}


@pytest.mark.parametrize("words", ["共30件", "共计30件", "合计30件"])
def test_the_count_behind_a_share_is_of_its_part(words: str) -> None:
    assert parts(f"收到行政复议申请100件，治安类占30%，{words}。") == {None: 100, "治安类": 30}


def test_a_share_of_the_noun_itself_is_no_part() -> None:
    text = "建成民主法治示范村（社区）151个，示范村占行政村总数的52.8%。"
    assert Told("publicity.democratic_villages", 52.8, "share_pct") in told(text)


def test_a_share_names_which_of_two_equal_wholes_it_is_of_and_the_next_follow_it() -> None:
    text = (
        "新受理行政复议案件151件。全年应办案件总量达到151件。\n"
        "排在首位的是投诉举报，75件，占新受理案件的49.66%；行政处罚40件，占26.49%；信息公开16件，占10.59%。"
    )
    kinds = {"投诉举报": 75, "行政处罚": 40, "信息公开": 16}
    assert parts(text, "reconsideration.accepted") == {None: 151, **kinds}


def test_the_level_behind_a_share_is_of_the_part_that_it_told() -> None:
    rows = told("全县行政执法队伍359人，一线执法人员占63.79%，为229人。")
    assert Told("enforcement.officers_total", 229, breakdown="一线") in rows
    assert Told("enforcement.officers_total", 359) in rows


def test_the_former_of_two_parts_has_its_share() -> None:
    rows = told("受理行政复议案件598件。受理案件中市场监管214件、公安187件，前者占35.8%。")
    shares = {(row.breakdown, row.value) for row in rows if row.measure == "share_pct"}
    assert shares == {("市场监管", 35.8)}


def test_several_parts_of_a_part_have_a_share_together() -> None:
    text = (
        "收到行政复议申请647件。从收案机关看，市政府184件，市直部门141件，县级政府322件。"
        "县级中，临沮县74件、漳东区66件、武邱市51件，三地之和占县级的59.3%。"
    )
    assert {"县级政府/临沮县": 74, "县级政府/武邱市": 51}.items() <= parts(text).items()


HOT_TOPICS = (
    "全年12345热线受理诉求2000件，办结率99.2%。\n群众反映的热点主要集中在：\n"
    "1.住房保障类（400件，占比20.00%）。主要涉及物业管理250件、房产交易90件。\n"
    "2.城乡建设类（320件，占比{}）。主要涉及市容管理148件。\n3.交通出行类。较上月变化不大。"
)


def test_numbered_kinds_are_parts_of_the_whole_that_their_shares_fit() -> None:
    rows = {row for row in told(HOT_TOPICS.format("16.00%")) if row.breakdown}
    requests = "service.hotline_requests"
    assert rows == {
        Told(requests, 400, breakdown="住房保障类"),
        Told(requests, 20, measure="share_pct", breakdown="住房保障类"),
        Told(requests, 250, breakdown="住房保障类/物业管理"),
        Told(requests, 90, breakdown="住房保障类/房产交易"),
        Told(requests, 320, breakdown="城乡建设类"),
        Told(requests, 16, measure="share_pct", breakdown="城乡建设类"),
        Told(requests, 148, breakdown="城乡建设类/市容管理"),
    }


def test_numbered_kinds_whose_shares_fit_no_whole_are_parts_of_none() -> None:
    assert not [row for row in told(HOT_TOPICS.format("31.00%")) if row.breakdown]


def test_shares_in_order_are_of_the_codes_that_names_have() -> None:
    text = "共实施行政执法行为436218件，行政处罚、行政许可、行政强制分别占14.63%、42.75%和0.72%。"
    shares = {row.indicator: row.value for row in told(text) if row.measure == "share_pct"}
    assert shares == {
        "enforcement.penalties": 14.63,
        "enforcement.licences": 42.75,
        "enforcement.coercions": 0.72,
    }


def test_what_several_fields_take_up_together_is_of_none_of_them() -> None:
    text = "受理行政复议案件92件，调解结案33件。从案件类型看，公安、土地、人社三个领域合计占到七成以上。"
    assert not [row for row in told(text) if row.measure == "share_pct"]


@pytest.mark.parametrize(
    "text",
    [
        "组织行政检查。双随机抽查市场主体1850家，占全县市场主体总数的4.6%。",
        "县政府常务会议学法8次，县委党校全年安排法治课程占比达12%。",
    ],
)
def test_a_share_of_what_no_figure_counts_has_no_row(text: str) -> None:
    assert {row.measure for row in told(text)} == {"level"}


def test_a_share_is_of_what_the_figures_before_it_are_mainly_of() -> None:
    text = "收到政府信息公开申请74件，同比增加21件，主要集中在动迁安置，占83.8%；答复72件。"
    shares = {(row.breakdown, row.value) for row in told(text) if row.measure == "share_pct"}
    assert shares == {("动迁安置", 83.8)}


def test_a_bureau_s_share_of_all_bureaus_is_of_no_figure_of_its_own() -> None:
    title = "示例区卫生健康委员会2023年法治政府建设年度报告"
    text = "作出行政处罚138件，罚没金额64万元，占全区处罚案件的4.6%。"
    assert not {row for row in told(text, title=title) if row.measure == "share_pct"}


def test_an_announced_list_of_shares_is_of_one_whole() -> None:
    text = (
        "调解纠纷5800件，调解成功5720件，协议涉及金额964万元。"
        "分类看，婚姻家庭占31.5%，邻里占27.8%，损害赔偿占11.2%。"
    )
    shares = {(row.indicator, row.breakdown) for row in told(text) if row.measure == "share_pct"}
    assert shares == {("mediation.cases", name) for name in ("婚姻家庭", "邻里", "损害赔偿")}


def test_channels_divide_the_cases_and_not_those_who_filed_them() -> None:
    text = "收到行政复议申请231件，申请人290人。从递交渠道看，当面递交的占41.2%，邮寄的占36.5%。"
    shares = {row.indicator for row in told(text) if row.measure == "share_pct"}
    assert shares == {"reconsideration.received"}
