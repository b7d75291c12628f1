"""Subjects whose deeds are told: how far one rules, and what ends its rule."""

from __future__ import annotations

from tests.unit.extraction.told import Told, told


def test_they_are_those_whom_the_sentence_before_tells_of() -> None:
    text = (
        "131个村（社区）实行“一村一法律顾问”。一年来，他们开展法治讲座、宣传活动612场，"
        "现场解答咨询1100人次，代理法律援助案件64件。"
    )
    assert told(text) == {
        Told("community_counsel.activities", 612),
        Told("community_counsel.consultations", 1100),
        Told("community_counsel.aid_cases", 64),
    }


def test_the_governments_counsel_ends_the_rule_of_the_villages() -> None:
    text = "村（社区）法律顾问140名，出具法律意见320件，政府法律顾问出具法律意见260件。"
    opinions = {row for row in told(text) if row.indicator.endswith("opinions")}
    assert opinions == {Told("community_counsel.opinions", 320), Told("counsel.opinions", 260)}
