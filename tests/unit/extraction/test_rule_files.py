"""Mistakes in a rule file: the message names file, entry and what to do; the project's own are whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.expressions.lexicon import lexicon
from pipelines.extraction.rules.rule import RuleError
from pipelines.extraction.rules.rule_files import bounded, read_rules, rules, rules_version

GOOD = "reconsideration.received:\n  topic: [reconsideration]\n  left: ['<收到>申请']\n"


def folder(tmp_path: Path, *texts: str) -> Path:
    for number, text in enumerate(texts):
        (tmp_path / f"domain{number}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_an_entry_becomes_a_rule_with_the_units_of_its_indicator(tmp_path: Path) -> None:
    (rule,) = read_rules(folder(tmp_path, GOOD))
    assert rule.indicator.code == "reconsideration.received"
    assert "case" in rule.units
    assert "money" not in rule.units
    assert rule.pairs[0][0] is not None
    assert rule.pairs[0][0].search("全年新收申请")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "reconsideration.recieved: {left: [收到]}",
            ["reconsideration.recieved", "indicators.csv", "correct"],
        ),
        (
            GOOD.replace("topic: [reconsideration]", "topic: [复议]"),
            ["复议", "expressions/lexicon.yaml", "add"],
        ),
        (GOOD + "  unit: [item]\n", ["item", "piece", "correct"]),
        (GOOD.replace("<收到>", "<收取>"), ["<收取>", "expressions/lexicon.yaml", "add"]),
        (GOOD.replace("left:", "lef:"), ["lef", "left"]),
        (GOOD.replace("'<收到>申请'", "'(申请'"), ["(申请", "regular expression", "correct"]),
        ("reconsideration.received: {topic: [reconsideration]}", ["left, right or both"]),
        (GOOD.replace("left: ['<收到>申请']", "left: 申请"), ["left"]),
        ("reconsideration.received: {left: [收到", ["YAML"]),
        ("- reconsideration.received", ["list"]),
        (GOOD + GOOD, ["reconsideration.received", "twice", "keep one"]),
    ],
    ids=[
        "unknown code",
        "unknown topic",
        "unknown unit",
        "unknown word",
        "unknown field",
        "broken expression",
        "no words",
        "not a list",
        "broken YAML",
        "a list",
        "twice in a file",
    ],
)
def test_a_mistake_names_file_entry_and_remedy(tmp_path: Path, text: str, words: list[str]) -> None:
    with pytest.raises(RuleError) as caught:
        read_rules(folder(tmp_path, text))
    for word in ["domain0.yaml", *words]:
        assert word in str(caught.value)


def test_an_indicator_in_two_files_names_both(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"domain1\.yaml.*reconsideration\.received.*domain0\.yaml.*keep one"):
        read_rules(folder(tmp_path, GOOD, GOOD))


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("(?:的|了)*案", "(?:的|了){0,8}案"),
        ("[^，。]+件", "[^，。]{1,8}件"),
        (r"\*[*+)]案?", r"\*[*+)]案?"),
        (r"[^\]*]*?", r"[^\]*]{0,8}?"),
        ("a{2,3}", "a{2,3}"),
    ],
)
def test_repeats_are_bounded_and_signs_are_not(pattern: str, wanted: str) -> None:
    assert bounded(pattern) == wanted


def test_every_indicator_of_the_catalogue_has_a_rule() -> None:
    assert {rule.indicator.code for rule in rules()} == set(indicators())


def test_the_version_is_short_and_stays_the_same() -> None:
    assert rules_version() == rules_version()
    assert len(rules_version()) == 12


def test_the_codes_that_sums_kinds_and_fates_name_are_indicators() -> None:
    named = {code for total, parts in lexicon().sums.items() for code in (total, *parts)}
    named |= {code for total, kinds in lexicon().kinds.items() for code in (total, *kinds.values())}
    named |= {code for fate in lexicon().fates.values() for code in (*fate.of, *fate.told)}
    assert named <= set(indicators())
