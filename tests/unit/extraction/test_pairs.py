"""Names and numbers that go together by their order: 分别, ranks, shares and amounts behind them."""

from __future__ import annotations

from tests.unit.extraction.told import parts, told


def test_names_and_numbers_pair_by_order() -> None:
    rows = told("全年行政复议维持、驳回、撤销分别为50件、20件和8件。")
    assert {(row.indicator, row.value) for row in rows} == {
        ("reconsideration.upheld", 50),
        ("reconsideration.dismissed", 20),
        ("reconsideration.revoked", 8),
    }


def test_shares_pair_with_the_figures_before_them() -> None:
    text = "全年收到行政复议申请200件，其中治安类80件、土地类60件，分别占40%、30%。"
    shares = {row.breakdown: row.value for row in told(text) if row.measure == "share_pct"}
    assert shares == {"治安类": 40, "土地类": 30}


def test_amounts_in_order_are_parts_of_the_amount_before_them() -> None:
    text = "行政给付金额2326万元，市直部门、县直部门和乡镇依次为613万元、1428万元、285万元。"
    assert parts(text, "enforcement.payment_amount") == {
        None: 23_260_000,
        "市直部门": 6_130_000,
        "县直部门": 14_280_000,
        "乡镇": 2_850_000,
    }


def test_the_former_and_the_latter_have_the_names_that_the_sentence_gave() -> None:
    text = "适用不予处罚、从轻减轻处罚的案件共230件，前者98件，后者132件。"
    assert parts(text, "enforcement.exempted_cases") == {None: 230, "不予处罚": 98, "从轻减轻处罚": 132}


def test_the_names_of_parts_may_stand_before_the_noun_that_ranks_them() -> None:
    text = "作出行政处罚决定265件，公安交管、交通运输处罚数量居前，依次为158件、36件。"
    assert parts(text, "enforcement.penalties") == {None: 265, "公安交管": 158, "交通运输": 36}


def test_outcomes_paired_with_numbers_have_codes_of_their_own() -> None:
    rows = told("清理规范性文件156件，废止（失效）、修改、继续有效的分别为27件、18件和111件。")
    assert {(row.indicator, row.value) for row in rows} == {
        ("normative.cleaned", 156),
        ("normative.repealed", 27),
        ("normative.amended", 18),
        ("normative.retained", 111),
    }


def test_a_bracket_in_a_name_divides_no_list() -> None:
    text = "行政征收金额61.1亿元，市级、县（市、区）级分别为43.8亿元和17.3亿元。"
    assert parts(text, "enforcement.collection_amount") == {
        None: 6_110_000_000,
        "市级": 4_380_000_000,
        "县（市、区）级": 1_730_000_000,
    }


def test_names_behind_a_rank_are_paired_with_the_run_that_follows() -> None:
    text = "收到行政复议申请150件，居前三位的是行政处罚、投诉举报和信息公开，分别为64件、38件和21件。"
    assert parts(text, "reconsideration.received") == {
        None: 150,
        "行政处罚": 64,
        "投诉举报": 38,
        "信息公开": 21,
    }
    text = "全年收到行政复议申请150件，涉及公安、住建和教育领域较多，分别为64件、38件和21件。"
    assert parts(text, "reconsideration.received") == {None: 150, "公安": 64, "住建": 38, "教育": 21}


def test_what_closes_a_list_of_fields_is_no_part_of_a_name() -> None:
    text = "受理行政复议案件460件，涉及公安、自然资源领域的行政争议所占比重较大，分别为241件、163件。"
    assert parts(text, "reconsideration.accepted") == {None: 460, "公安": 241, "自然资源": 163}


def test_fields_that_the_clause_before_lists_have_the_shares_in_order() -> None:
    text = (
        "12345热线受理群众诉求4.87万件，办结率98.97%；"
        "诉求主要集中在城市管理、住房建设、劳动社保三个领域，占比分别为24.6%、18.9%、13.2%。"
    )
    shares = {(row.breakdown, row.value) for row in told(text) if row.measure == "share_pct"}
    assert shares == {("城市管理", 24.6), ("住房建设", 18.9), ("劳动社保", 13.2)}


def test_ranked_names_have_the_shares_and_the_counts_behind_in_order() -> None:
    text = (
        "人民调解组织调解矛盾纠纷46180件，防止民转刑案件87件。从纠纷类型看，婚姻家庭、邻里、劳动争议纠纷位居前三，"
        "占调解总数的24.0%、21.4%和11.8%，分别为11082件、9870件和5436件。"
    )
    named = {"婚姻家庭": 11082, "邻里": 9870, "劳动争议": 5436}
    assert parts(text, "mediation.cases") == {None: 46180, **named}
    shares = {row.breakdown for row in told(text) if row.measure == "share_pct"}
    assert shares == set(named)


def test_the_years_of_a_run_hold_past_what_no_rule_knows() -> None:
    opening = "2021年、2022年、2023年收到行政复议申请分别为612件、748件和1031件，年均增幅接近三成；"
    rates = [
        row for row in told(f"{opening}受理率依次为88.2%、89.4%、90.1%。") if row.indicator.endswith("_rate")
    ]
    assert {row.period: row.value for row in rates} == {"2021": 88.2, "2022": 89.4, "2023": 90.1}


def test_who_mainly_does_a_thing_are_parts_of_that_thing() -> None:
    text = "共实施行政强制214件。行政给付主要由区民政局、区退役军人事务局实施，分别为11904件、1361件。"
    assert parts(text, "enforcement.payments") == {"区民政局": 11904, "区退役军人事务局": 1361}


def test_a_run_is_of_the_whole_that_its_view_names() -> None:
    told_as = "从申请内容看，涉及征地、规划、安置的居前三位，分别为92件、67件和38件。"
    text = f"收到政府信息公开申请328件，答复320件。{told_as}"
    assert parts(text, "disclosure.requests_received") == {None: 328, "征地": 92, "规划": 67, "安置": 38}


def test_the_names_behind_a_rank_are_paired_with_what_each_did() -> None:
    text = "实施行政处罚6917件。行政处罚居前两位的县公安局和县综合行政执法局，分别作出4981件和608件。"
    found = parts(text, "enforcement.penalties")
    assert found == {None: 6917, "县公安局": 4981, "县综合行政执法局": 608}


def test_two_committees_that_studied_law_have_each_a_code() -> None:
    rows = told("县委常委会、县政府常务会分别学法9次、13次。")
    assert {(row.indicator, row.value) for row in rows} == {
        ("study.party_sessions", 9),
        ("study.government_meeting_sessions", 13),
    }


def test_an_amount_in_brackets_is_of_the_count_before_it() -> None:
    rows = told("行政征收2290件（1.04亿元），行政给付6.8万件（2.31亿元）。")
    assert {(row.indicator, row.value) for row in rows if row.indicator.endswith("amount")} == {
        ("enforcement.collection_amount", 104_000_000),
        ("enforcement.payment_amount", 231_000_000),
    }
