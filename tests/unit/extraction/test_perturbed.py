"""Other words and another shape for the same facts cost little.

Measured is F1 of the rows (indicator, measure, status, period, breakdown, value, comparator) that a
perturbed text gives against those of the text as it was: 1 means that nothing changed. The texts are the
samples (twelve reports and a plan, about 1,000 rows) and the sentences of the rules' examples. A floor is
what holds now, less a margin of about one row in a hundred.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import pytest

from pipelines.extraction.proof.checking import examples
from tests.samples.compose import reports
from tests.unit.extraction.told import TITLE, Told, read, rows

_NUMBERED = r"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、])"
VERBS = {
    "收到": "接收",
    "办理": "承办",
    "审结": "办结",
    "开展": "组织开展",
    "举办": "举行",
    "发放": "派发",
    "化解": "调处",
}


def units(one: str, other: str) -> Callable[[str], str]:
    """Return a perturbation that counts in another unit."""
    return lambda text: re.sub(rf"(?<=[\d余多万]){one}(?!次)", other, text)


def verbs(text: str) -> str:
    """Say the same with other verbs."""
    return re.sub("|".join(VERBS), lambda match: VERBS[match.group()], text)


def no_first_lines(text: str) -> str:
    """Remove all that stands before the first sentence: title, number, publisher."""
    lines = text.split("\n")
    first = next(at for at, line in enumerate(lines) if "。" in line)
    return "\n".join(lines[first:])


def blank_lines(text: str) -> str:
    """Set the lines of prose apart by blank lines with stray spaces."""
    return re.sub(r"(?m)^([^\t\n]+)$", "\\1\n  ", text)


def one_line(text: str) -> str:
    """Put everything between the title and a table on one line."""
    head, *lines = text.split("\n")
    return "\n".join([head, re.sub(r"(?<!\t)\n(?!.*\t)", "", "\n".join(lines))])


def no_headings(text: str) -> str:
    """Remove the numbered lines without a full stop, not the first lines."""
    head, *lines = text.split("\n")
    return "\n".join([head, *(line for line in lines if not re.match(rf"\s*{_NUMBERED}[^。\t]*$", line))])


def run_in(text: str) -> str:
    """Set headings and their paragraph on one line, as pages do that lost their line breaks."""
    return re.sub(rf"(?m)^(\s*{_NUMBERED}[^。\t\n]*)\n+(?=[^\t\n]+$)", r"\1", text)


def wrapped(text: str) -> str:
    """Break the lines of prose after 34 characters, as printed pages do."""
    return "\n".join(
        line
        if "\t" in line or "。" not in line
        else "\n".join(re.findall(r".{1,34}(?![\d,，.])|.{1,40}", line))
        for line in text.split("\n")
    )


def sentences_turned(text: str) -> str:
    """Turn round the order of the sentences of each paragraph; 其中 stays with what it speaks of."""
    turned = []
    for line in text.split("\n"):
        found = re.findall(r"(?:[^。]+。)(?:其中[^。]+。)*", line) if "\t" not in line else []
        turned.append("".join(reversed(found)) if "".join(found) == line else line)
    return "\n".join(turned)


def clauses_turned(text: str) -> str:
    """Turn round what ； separates inside a sentence."""
    return re.sub(
        r"[^。\n\t；：]+(?:；[^。\n\t；：]+)+(?=。)",
        lambda match: "；".join(match.group().split("；")[::-1]),
        text,
    )


PERTURBATIONS: dict[str, tuple[Callable[[str], str], float]] = {
    "件 as 宗": (units("件", "宗"), 0.99),
    "件 as 起": (units("件", "起"), 0.99),
    "other verbs": (verbs, 0.98),
    "no first lines": (no_first_lines, 0.975),
    "blank lines": (blank_lines, 0.99),
    "one line": (one_line, 0.98),
    "no headings": (no_headings, 0.98),
    "headings run in": (run_in, 0.99),
    "wrapped lines": (wrapped, 0.985),
    "sentences turned": (sentences_turned, 0.98),
    "clauses turned": (clauses_turned, 0.985),
}
_UNIT = r"(?:人次|场次|[件份次场人名个项起宗家])"
_NO_NOUN = "共计达为第约近超过至于少多余均各每增降减长升加落低高占的年月和、及之到比从其中含由逾有起自前后对"
_COUNTED = rf"(?<=[\u4e00-\u9fff])(?<![{_NO_NOUN}])(?=\d[\d.,万亿]*{_UNIT})"
_VERBS = "审查|审核|办理|受理|收到|审结|调解|化解|举办|开展|发放|培训|评查|聘请|出具|提出|清理|查处|移送"
_DONE = f"(?<![\u4e00-\u9fff])({_VERBS})"
_COMPARED = "(?:比上年|较上年|同比|比去年)(?=增加|增长|上升|提高|减少|下降|降低)"


def written(old: str, new: str) -> Callable[[str], str]:
    """Return a perturbation that words what an expression finds in another way."""
    return lambda text: re.sub(old, new, text)


# Ways of one sentence, with floors for the rows of the examples' sentences that each of them changes.
WAYS: dict[str, tuple[Callable[[str], str], float]] = {
    "件 as 宗": (units("件", "宗"), 0.98),
    "件 as 起": (units("件", "起"), 0.98),
    "other verbs": (verbs, 0.98),
    "verbs with 了": (written(rf"{_DONE}(?=[\u4e00-\u9fff\d])(?!率|数|量)", r"\1了"), 0.98),
    "共 before numbers": (written(_COUNTED, "共"), 0.98),
    "的有 before numbers": (written(_COUNTED, "的有"), 0.98),
    "numbers in brackets": (
        written(rf"(?<=[\u4e00-\u9fff])(\d[\d.,万]*{_UNIT})(?=[，。；])", r"（\1）"),
        0.97,
    ),
    "the year for 全年": (written("全年", "2023年"), 0.985),
    "clauses parted by ；": (
        written(r"(?<=[件份次场人名个项起宗家])，(?=[\u4e00-\u9fff]{2,8}\d)", "；"),
        0.985,
    ),
    "其中有": (written("其中(?=[\u4e00-\u9fff])", "其中有"), 0.97),
    "与上年相比，": (written(_COMPARED, "与上年相比，"), 0.985),
}


def f1(pairs: list[tuple[set[Told], set[Told]]]) -> float:
    """Return F1 of the second sets against the first, over all pairs."""
    both = sum(len(wanted & given) for wanted, given in pairs)
    return 2 * both / sum(len(wanted) + len(given) for wanted, given in pairs)


@cache
def unperturbed() -> dict[str, set[Told]]:
    return {report.text: rows(read(report.text)) for report in reports()}


@cache
def sentences() -> dict[str, set[Told]]:
    found = [example.text for entry in examples().values() for example in entry.positive]
    return {text: rows(read(f"{TITLE}\n\n{text}")) for text in found}


@pytest.mark.parametrize("name", PERTURBATIONS)
def test_a_perturbed_report_says_nearly_the_same(name: str) -> None:
    change, floor = PERTURBATIONS[name]
    pairs = [(wanted, rows(read(change(text)))) for text, wanted in unperturbed().items()]
    assert sum(len(wanted) for wanted, _ in pairs) > 900
    assert f1(pairs) >= floor


@pytest.mark.parametrize("name", WAYS)
def test_another_way_of_a_sentence_says_nearly_the_same(name: str) -> None:
    change, floor = WAYS[name]
    changed = {text: change(text) for text in sentences() if change(text) != text}
    pairs = [(sentences()[text], rows(read(f"{TITLE}\n\n{other}"))) for text, other in changed.items()]
    assert len(pairs) > 90
    assert f1(pairs) >= floor


@pytest.mark.parametrize("name", PERTURBATIONS)
def test_each_perturbation_changes_the_samples(name: str) -> None:
    change, _ = PERTURBATIONS[name]
    assert sum(change(report.text) != report.text for report in reports()) >= 2
