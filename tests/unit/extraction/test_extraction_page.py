"""docs/extraction.md says what the program does: its example, its reasons and its rule are run."""

from __future__ import annotations

import json
import re
import textwrap
from functools import cache
from importlib import resources
from pathlib import Path

import pytest
import yaml

from pipelines.catalogue.regions import Regions
from pipelines.commands.extract_json import line
from pipelines.commands.extracting import FileResult
from pipelines.extraction.engine import Context, extract
from pipelines.extraction.proof.checking import Examples, examples
from pipelines.extraction.proof.explaining import Explained, explain, lines
from pipelines.extraction.resolution.reasons import reasons
from pipelines.extraction.rules.rule import Rule, RuleEntry
from pipelines.extraction.rules.rule_files import read_rules
from pipelines.model import Document, Extraction, Problem
from tests.unit.extraction.told import TITLE, read, row, rows

PAGE = (Path(__file__).parents[3] / "docs" / "extraction.md").read_text(encoding="utf-8")
CODE = "reconsideration.hearings"


def block(name: str) -> str:
    """Return the fenced block of a name."""
    found = re.search(rf"(?ms)^( *)```\w+ {name}\n(.*?)^ *```$", PAGE)
    assert found is not None, name
    return textwrap.dedent(found[2])


@cache
def example() -> tuple[Extraction, tuple[Explained, ...]]:
    document = Document(block("report").rstrip("\n"), "text/1", "text/plain")
    return explain(document, Context(Regions.load(None), "page.md"))


def test_the_sentence_gives_the_rows() -> None:
    shown = []
    for found in example()[0].observations:
        figure = f"{found.comparator.value}{found.value:g} {found.unit} [{found.breakdown or '全部 whole'}]"
        kind = f"{found.indicator} {found.measure.value} {found.status.value} {found.period}"
        shown.append(f"{kind} {figure} {found.evidence[0].surface}")
    assert shown == block("rows").splitlines()


def test_the_account_is_what_explain_says() -> None:
    told = [line for item in example()[1] for line in lines(item)]
    shown = block("account").splitlines()
    for number in ("７０件", "8件", "40余家"):
        start = next(at for at, line in enumerate(told) if line.startswith(f"{number} ["))
        end = next((at for at in range(start + 1, len(told)) if not told[at].startswith(" ")), len(told))
        assert "\n".join(told[start:end]) in "\n".join(shown)


def test_every_reason_is_in_the_table() -> None:
    table = re.findall(
        r"(?m)^\| `(\w+)` \| (.+) \| (.+) \|$", PAGE.split("## The account")[1].split("## A rule")[0]
    )
    assert {code: (zh, en) for code, zh, en in table} == {
        code: (reason.zh, reason.en) for code, reason in reasons().items()
    }


def test_every_field_of_an_entry_is_in_the_table() -> None:
    fields = re.findall(r"(?m)^   \| `(\w+)` \|", PAGE)
    assert set(fields) == set(RuleEntry.model_fields)


def test_every_module_is_on_the_page_beside_its_package() -> None:
    passes = PAGE.split("## The passes")[1].split("Work is saved")[0]
    named = {
        (package, module)
        for package, modules in re.findall(r"`(\w+)/`(?: \| [^|]+ \|| \()((?:[ \n]*`\w+`)+)", passes)
        for module in re.findall(r"`(\w+)`", modules)
    }
    packages = [item for item in resources.files("pipelines.extraction").iterdir() if item.is_dir()]
    assert named == {
        (package.name, module.name.removesuffix(".py"))
        for package in packages
        for module in package.iterdir()
        if module.name.endswith(".py") and module.name != "__init__.py"
    }


def test_every_field_of_a_json_line_is_in_the_table() -> None:
    table = PAGE.split("## JSON lines")[1]
    named = {
        (owner, field)
        for owner, fields in re.findall(r"(?m)^\| (\w+) \| ([^|]+) \|", table)
        for field in re.findall(r"`(\w+)`", fields)
    }
    document = Document(block("report").rstrip("\n"), "text/1", "text/plain")
    extraction = extract(document, Context(Regions.load(None), "page.md"))
    problem = Problem("no_figures", "message")
    record = json.loads(line(FileResult("page.md", extraction=extraction, problems=(problem,))))
    given = {"file": record, "report": record["report"]}
    given |= {name.removesuffix("s"): record[name][0] for name in ("observations", "mentions", "problems")}
    assert named == {(owner, field) for owner, fields in given.items() for field in fields}


@pytest.fixture
def rule(tmp_path: Path) -> Rule:
    (tmp_path / "page.yaml").write_text(block("rule"), encoding="utf-8")
    (found,) = read_rules(tmp_path)
    return found


def page_examples() -> Examples:
    return Examples.model_validate(yaml.safe_load(block("examples"))[CODE])


def test_the_rule_reads_its_examples(rule: Rule) -> None:
    assert rule.indicator.code == CODE
    for text in (found.text for found in page_examples().positive):
        document = Document(f"{TITLE}\n\n{text}", "text/1", "text/plain")
        first = explain(document, Context(Regions.load(None), "page.md"))[1][0]
        assert any(
            (left is None or left.search(first.left)) and (right is None or right.match(first.right))
            for left, right in rule.pairs
        ), text


def test_the_examples_hold_in_the_project() -> None:
    for found in page_examples().positive:
        given = {item for item in rows(read(f"{TITLE}\n\n{found.text}")) if item.indicator == CODE}
        assert {(item.value, item.measure, item.comparator) for item in given} == {
            (wanted.value, wanted.measure, wanted.comparator) for wanted in found.rows
        }
    for text in page_examples().negative:
        observations = read(f"{TITLE}\n\n{text}").observations
        assert CODE not in {row(item).indicator for item in observations}
    assert CODE in examples()
