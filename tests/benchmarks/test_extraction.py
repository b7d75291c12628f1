"""How fast texts become figures on one core: ``pytest -n 0 -s tests/benchmarks/test_extraction.py``.

Two thousand reports of about 5,000 characters, each of other sentences and figures of the samples. The peer
tries every expression of the rules over each text with ``re``, as a program without passes and prefilter
would; it is slow, so it reads the first few only. The goals stand beside the figures and nothing fails for
being slow; what is asserted is that the reports are read and that memory does not grow with their number.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from pipelines.catalogue.regions import Regions
from pipelines.extraction.engine import Context, extract
from pipelines.extraction.rules.rule_files import rules
from pipelines.model import Document
from tests.samples.compose import reports

REPORTS = 2000
PEER = 20
CHARACTERS = 5000
WARM = 200  # reports after which caches are full
GROWTH = 20  # MB that the allocator may keep beside


@cache
def pieces() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the headings of the samples with the sentences under them."""
    found: dict[str, list[str]] = {}
    heading = "一、主要工作"
    for line in (line.strip() for report in reports() for line in report.text.split("\n")):
        if "\t" in line or not line:
            continue
        if "。" in line:
            found.setdefault(heading, []).extend(re.findall(r"[^。]+。", line))
        elif len(line) < 30:
            heading = line
    return tuple((name, tuple(dict.fromkeys(sentences))) for name, sentences in found.items())


def made_up(number: int) -> str:
    """Return a report of about 5,000 characters, another for each number."""
    dice = random.Random(number)  # noqa: S311
    year = 2015 + number % 10
    written = [f"澜湾区（示例）人民政府关于{year}年度法治政府建设情况的报告"]
    length = 0
    while length < CHARACTERS:
        heading, sentences = dice.choice(pieces())
        chosen = dice.sample(sentences, min(len(sentences), dice.randint(2, 6)))
        body = re.sub(
            r"(?<![\d.])\d{2,4}(?=[件起次人份场])", lambda _: str(dice.randint(10, 9999)), "".join(chosen)
        )
        written += [heading, body]
        length += len(heading) + len(body)
    return "\n".join(written)


def resident() -> float:
    """Return the memory of this process in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 2**20


def peer_expressions() -> list[re.Pattern[str]]:
    """Return every expression of the rules with a number at its figure, to be looked for anywhere."""
    found = []
    for rule in rules():
        for left, right in rule.pairs:
            before = left.pattern.removesuffix("$") if left else ""
            after = right.pattern.removeprefix("^") if right else ""
            found.append(re.compile(rf"{before}\D{{0,4}}\d[\d,.]*[万亿余多]{{0,2}}\D{{0,3}}{after}"))
    return found


def peer(texts: list[str]) -> int:
    """Try every expression over each text and return how often one is found."""
    expressions = peer_expressions()
    return sum(1 for text in texts for expression in expressions for _ in expression.finditer(text))


def yardstick() -> float:
    """Return the seconds of a loop known to everybody, by which machines can be compared."""
    started = time.process_time()
    sum(range(10**6))
    return time.process_time() - started


def read(texts: Iterator[str], regions: Regions) -> tuple[int, int, int, float, list[float]]:
    """Return characters, quantities, figures and seconds of reading, and the memory as it went."""
    characters = quantities = figures = 0
    seconds = 0.0
    memory = []
    for number, text in enumerate(texts):
        document = Document(text, "benchmark/1", "text/plain")
        started = time.process_time()
        found = extract(document, Context(regions, f"{number}.txt"))
        seconds += time.process_time() - started
        characters += len(text)
        quantities += len(found.mentions)
        figures += len(found.observations)
        if number % WARM == WARM - 1:
            memory.append(resident())
    return characters, quantities, figures, seconds, memory


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_speed_and_memory(capsys: pytest.CaptureFixture[str]) -> None:
    regions = Regions.load(Path(__file__).parents[2] / "raw" / "regions.csv")
    extract(Document(made_up(0), "benchmark/1", "text/plain"), Context(regions, "warm.txt"))
    characters, quantities, figures, seconds, memory = read(map(made_up, range(REPORTS)), regions)

    few = [made_up(number) for number in range(PEER)]
    peer(few[:1])
    started = time.process_time()
    peer(few)
    ours, theirs = REPORTS / seconds, PEER / (time.process_time() - started)

    with capsys.disabled():
        print("\nextraction of texts already read, one core (process time)")  # noqa: T201
        for name, value, goal in (
            ("reports", f"{REPORTS:,} of {characters / REPORTS:,.0f} characters", ""),
            ("quantities / figures a report", f"{quantities / REPORTS:.0f} / {figures / REPORTS:.0f}", ""),
            ("reports a second", f"{ours:,.0f}", ">= 400"),
            ("peer: each expression with re", f"{theirs:,.1f}", ""),
            ("times the peer", f"{ours / theirs:,.1f}", ">= 10"),
            ("for scale: a million additions", f"{yardstick() * 1000:,.0f} ms", ""),
            ("characters a second", f"{characters / seconds:,.0f}", ""),
            (
                f"memory after {WARM:,} and {REPORTS:,} reports",
                f"{memory[0]:.0f} / {memory[-1]:.0f} MB",
                "flat",
            ),
        ):
            print(f"  {name:38} {value:>28}  {goal}")  # noqa: T201
    assert figures > 20 * REPORTS
    assert memory[-1] - memory[0] < GROWTH
