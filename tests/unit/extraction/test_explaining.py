"""What every pass decided about a quantity is visible, and every reason of the account can be met."""

from __future__ import annotations

import pytest

from pipelines.extraction.engine import Context, extract
from pipelines.extraction.proof.explaining import Explained, explain, lines
from pipelines.extraction.resolution.reasons import reasons
from pipelines.model import Document
from tests.unit.extraction.told import TITLE, regions

WORDED = {
    "no_rule": "全年走访企业40家。",
    "composite": "全年审结行政复议案件90件，撤销和变更8件。",
    "second_figure": "全年收到行政复议申请126件。\n共收到行政复议申请131件。",
    "part_of_year": "1至6月收到行政复议申请60件，全年收到行政复议申请126件。",
    "period_unknown": "任期内，全县收到行政复议申请500件。",
    "whole_unknown": "执法力量偏弱，乡镇专职执法人员仅占21%。",
    "unit_unknown": "行政处罚情况表\n项目\t数值\n罚没金额\t15.2\n行政处罚案件\t340",
    "outlook": "下一步工作打算\n今后，行政复议窗口仍有待加强，当前受理行政复议案件12件。",
    "frequency": "县政府常务会议坚持会前学法，每季度至少1次。",
    "other_body": "全省收到行政复议申请5000件。",
    "benchmark": "行政复议调解率达35%，高于全省平均水平8个百分点。",
    "tally": "会同公安、环保等六部门检查企业40家。",
    "single_case": "例如，在一起行政复议案件中，收到申请2件。",
}


def explained(body: str, title: str = TITLE) -> dict[str, Explained]:
    """Return the explanations of a body by surface."""
    document = Document(f"{title}\n\n{body}", "text/1", "text/plain")
    _, told = explain(document, Context(regions(), "told.txt"))
    return {item.mention.quantity.surface: item for item in told}


def test_an_explanation_changes_nothing() -> None:
    document = Document(f"{TITLE}\n\n全年收到行政复议申请126件，同比增长9%。", "text/1", "text/plain")
    context = Context(regions(), "told.txt")
    extraction, told = explain(document, context)
    assert extraction == extract(document, context)
    assert tuple(item.mention for item in told) == extraction.mentions


def test_each_pass_s_decision_is_told() -> None:
    item = explained("一、行政复议\n2022年，收到申请90件，其中治安类30件。")["30件"]
    assert (item.role, item.left, item.period) == ("level", "治安类", "2022")
    assert item.topics[0] == item.section == "reconsideration"
    assert item.head == "reconsideration.received"
    assert [row.breakdown for row in item.rows] == ["治安类"]


def test_the_rule_in_force_and_what_lost_to_it_are_told() -> None:
    item = explained("全年办理行政复议受理案件126件，律师事务所参与其中。")["126件"]
    codes = [item.rule.indicator] if item.rule else []
    assert codes
    assert not set(codes) & {fit.indicator for fit in item.beaten}
    assert all(item.rule is not None and fit.score <= item.rule.score for fit in item.beaten)


def test_a_share_and_a_change_name_their_rule() -> None:
    told = explained("全年收到行政复议申请126件，同比增长9%，其中治安类63件，占50%。")
    assert {item.rule.indicator for item in told.values() if item.rule} == {"reconsideration.received"}
    assert [item.role for item in told.values()] == ["level", "change", "level", "share"]


def test_a_cell_is_told_as_one() -> None:
    item = explained("行政执法情况统计表\n项目\t数量（件）\n行政处罚\t340\n行政许可\t1200")["340"]
    assert item.role == "cell"
    assert [row.indicator for row in item.rows] == ["enforcement.penalties"]


def test_the_list_of_reasons_is_whole() -> None:
    assert set(WORDED) | {"tie", "year_unknown"} == set(reasons())


@pytest.mark.parametrize("reason", sorted(WORDED))
def test_every_reason_has_a_sentence(reason: str) -> None:
    told = explained(WORDED[reason])
    assert reason in {item.reason for item in told.values()}


def test_a_year_unknown_is_the_reason_of_all() -> None:
    told = explained("全年收到行政复议申请126件。", "示例县法治政府建设情况报告")
    assert [item.reason for item in told.values()] == ["year_unknown"]


def test_the_account_of_a_quantity_as_lines() -> None:
    told = explained("全年收到行政复议申请126件，走访企业40家。")
    read, left = ("\n".join(lines(told[surface])) for surface in ("126件", "40家"))
    assert "采用 read: reconsideration.received level actual 2023 =126 件 [全部 whole]" in read
    assert "规则 rule: reconsideration.received “收到行政复议申请”" in read
    assert "未采用 left out: no_rule" in left
    assert "走访企业" in left
