"""Changes that no word compares: told by number and rate, signed in a bracket, what is new beside a total."""

from __future__ import annotations

from tests.unit.extraction.told import Told, told


def test_a_change_is_one_where_its_rate_confirms_it() -> None:
    assert told("全市执业律师达到2486人，增加171人，增长7.4%。") == {
        Told("lawyer.lawyers", 2486),
        Told("lawyer.lawyers", 171, measure="change_abs"),
        Told("lawyer.lawyers", 7.4, measure="change_pct"),
    }


def test_a_rate_that_does_not_fit_confirms_nothing() -> None:
    rows = told("全市执业律师达到2486人，增加171人，增长17.4%。")
    assert not {row for row in rows if row.measure == "change_abs"}


def test_a_signed_rate_in_a_bracket_is_a_change_of_the_figure_before_it() -> None:
    rows = told("基层法律服务所代理民事诉讼2786件（-3.2%），承办非诉讼事务1543件（+5.1%）。")
    assert Told("grassroots_legal.civil_cases", -3.2, measure="change_pct") in rows
    assert Told("grassroots_legal.nonlitigation_cases", 5.1, measure="change_pct") in rows


def test_what_is_new_is_by_how_much_the_total_has_grown() -> None:
    assert told("全市新增公职律师35人，总数达到118人。") == {
        Told("counsel.public_lawyers", 35, measure="change_abs"),
        Told("counsel.public_lawyers", 118),
    }


def test_a_share_of_marks_is_no_share_of_figures() -> None:
    rows = told("政府常务会议学法10次。法治建设占分比重由3%提高到5%。")
    assert rows == {Told("study.government_meeting_sessions", 10)}


def test_the_kind_that_leads_is_of_those_whom_its_clause_names() -> None:
    rows = told("办理法律援助案件3250件，受援人3524人次。受援人员以农民工最多，占46.8%。")
    share = Told("legal_aid.beneficiaries", 46.8, measure="share_pct", breakdown="农民工")
    assert share in rows


def test_shares_go_to_what_their_sentence_says_that_it_counts() -> None:
    rows = told("新收行政复议申请126件，办结118件，直接纠错9件。收案领域上，治安占27.5%、社保占19.2%。")
    shares = {row for row in rows if row.measure == "share_pct"}
    assert {row.indicator for row in shares} == {"reconsideration.received"}
    assert {row.breakdown for row in shares} == {"治安", "社保"}


def test_a_rate_with_a_sign_of_its_own_falls_but_once() -> None:
    rows = told("承接12345热线转办诉求12640件，同比减少1105件（-8.0%）。")
    assert Told("service.hotline_requests", -1105, measure="change_abs") in rows
    assert Told("service.hotline_requests", -8, measure="change_pct") in rows
