"""Reports of the invented districts as blocks of text and tables, with the facts they state.

Here belongs putting figures and sentences together. Not here: file formats (render.py), figures (figures.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from tests.samples import tables
from tests.samples.figures import load_yaml, series_of
from tests.samples.phrasing import Fact, word

_FIGURE = re.compile(r"\{([^{}:]+)(?::([^{}]*))?\}")
_ORDER = {
    "990101": "study organisation normative decision counsel enforcement reconsideration litigation "
    "mediation service publicity legal_service",
    "990102": "study organisation service normative decision counsel enforcement mediation reconsideration "
    "litigation publicity legal_service",
}
NUMBERS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a report: a title line, a paragraph, a heading, a table (rows of cells), the signature."""

    kind: Literal["title", "line", "heading", "paragraph", "table", "signature"]
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A sample: where it belongs, its blocks, the facts that its text states."""

    district: str
    name: str
    year: int
    format: str
    published: date
    title: str
    publisher: str
    stem: str
    blocks: tuple[Block, ...]
    facts: tuple[Fact, ...]

    @property
    def text(self) -> str:
        """The text, a block a line and a row a line, as every format must show it."""
        return "\n".join(
            "\n".join("\t".join(row) for row in b.rows) if b.rows else b.text for b in self.blocks
        )


@dataclass(slots=True)
class _Writer:
    """Fills sentences with figures and keeps what they state."""

    district: str
    year: int
    words: dict[str, str]
    facts: list[Fact] = field(default_factory=list)

    def fill(self, template: str) -> str:
        return _FIGURE.sub(self._figure, re.sub(r"\s+", "", template))

    def _figure(self, found: re.Match[str]) -> str:
        name, form = found[1], found[2] or ""
        if name in self.words:
            return self.words[name]
        if name == "目标":
            return self._target(form)
        series = series_of(self.district)[name]
        text, stated = word(series, form, self.year, self._deliberate(name, form))
        if stated:
            self.facts.append(
                Fact(self.district, self.year, series.indicator, stated.measure, "actual", *stated.figure)
            )
        return text

    def _target(self, form: str) -> str:
        indicator, comparator, value = form.split("/")
        self.facts.append(
            Fact(self.district, self.year, indicator, "level", "target", self.year, float(value), comparator)
        )
        return value

    def _deliberate(self, name: str, form: str) -> float | None:
        """Return the value stated wrong on purpose; a change is reckoned from a wrong 去年."""
        here = (self.district, self.year, name, "去年" if form == "变化" else form)
        for wrong in load_yaml("samples.yaml")["contradictions"].values():
            if here == (wrong["district"], wrong["year"], wrong["name"], wrong["form"]):
                return float(wrong["says"])
        return None


def reports() -> tuple[Report, ...]:
    """Return every sample, in the order of samples.yaml."""
    settings = load_yaml("samples.yaml")
    annual = (_annual(entry, settings) for entry in settings["reports"])
    plans = (_plan(entry, settings) for entry in settings["plans"])
    return (*annual, *plans)


def _annual(entry: dict[str, Any], settings: dict[str, Any]) -> Report:
    district, wording = settings["districts"][entry["district"]], load_yaml("wording.yaml")
    writer = _writer(entry, district)
    # The wordings take turns: by year, and the districts never in step with each other.
    turn = entry["year"] - 2019 + 2 * list(settings["districts"]).index(entry["district"])
    title = wording["titles"][turn % 3]
    blocks = [
        *_head(writer, wording, title, turn, settings["city"]),
        Block("heading", wording["parts"][0]),
        *_topics(writer, wording, turn, district, entry["tables"]),
        Block("heading", wording["parts"][1]),
        Block("paragraph", writer.fill(wording["problems"][turn % 3])),
        Block("heading", wording["parts"][2]),
        Block("paragraph", writer.fill(wording["plans"][turn % 3])),
        Block("paragraph", "特此报告。"),
    ]
    return _report(entry, district, writer, blocks, writer.fill(title), "annual-report")


def _head(writer: _Writer, wording: dict[str, Any], title: str, turn: int, city: str) -> list[Block]:
    return [
        Block("title", writer.fill(title)),
        Block("line", f"中共{city}委、{city}人民政府："),
        Block(
            "paragraph", writer.fill(wording["introduction"][turn % 3] + wording["opening"][(turn + 1) % 3])
        ),
    ]


def _topics(
    writer: _Writer, wording: dict[str, Any], turn: int, district: dict[str, Any], wanted: list[str]
) -> list[Block]:
    blocks = []
    for position, key in enumerate(_ORDER[writer.district].split()):
        topic, pick = wording["topics"][key], turn + position
        sentences = (
            topic["leads"][pick % 3],
            topic["practice"][(pick + turn // 3) % 3],
            topic["figures"][pick % len(topic["figures"])],
            topic["tails"][(pick + turn // 2) % 3],
        )
        heading = f"（{NUMBERS[position]}）{topic['headings'][(pick + 1) % 3]}。"
        blocks.append(Block("paragraph", heading + writer.fill("".join(sentences))))
        if key in wanted:
            rows, facts = _table(key, writer, district["towns"])
            caption = f"{writer.year}年{writer.words['地']}{wording['captions'][key]}"
            blocks += [Block("line", caption), Block("table", rows=rows)]
            writer.facts += facts
    return blocks


def _table(key: str, writer: _Writer, towns: list[str]) -> tuple[tables.Rows, list[Fact]]:
    if key == "enforcement":
        return tables.enforcement(writer.district, writer.year)
    return tables.mediation(writer.district, writer.year, towns, writer.words["街"])


def _plan(entry: dict[str, Any], settings: dict[str, Any]) -> Report:
    district, plan = settings["districts"][entry["district"]], load_yaml("wording.yaml")["plan"]
    writer = _writer(entry, district)
    blocks = [
        Block("title", writer.fill(plan["title"])),
        Block("line", writer.fill(plan["addressee"])),
        Block("paragraph", writer.fill(plan["opening"])),
    ]
    for number, section in zip(NUMBERS, plan["sections"], strict=False):
        blocks.append(Block("heading", f"{number}、{section['heading']}"))
        blocks += [Block("paragraph", writer.fill(text)) for text in section["paragraphs"]]
    return _report(entry, district, writer, blocks, writer.fill(plan["title"]), "work-plan")


def _writer(entry: dict[str, Any], district: dict[str, Any]) -> _Writer:
    words = {**district["words"], "名": district["name"], "本年": str(entry["year"])}
    return _Writer(entry["district"], entry["year"], words)


def _report(
    entry: dict[str, Any],
    district: dict[str, Any],
    writer: _Writer,
    blocks: list[Block],
    title: str,
    stem: str,
) -> Report:
    publisher, published = f"{district['name']}人民政府", entry["published"]
    day = f"{published.year}年{published.month}月{published.day}日"
    return Report(
        district=entry["district"],
        name=district["name"],
        year=entry["year"],
        format=entry["format"],
        published=published,
        title=title,
        publisher=publisher,
        stem=stem,
        blocks=(*blocks, Block("signature", publisher), Block("signature", day)),
        facts=tuple(dict.fromkeys(writer.facts)),
    )
