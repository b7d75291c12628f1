"""What ``fazhi extract`` shows a person: the figures of a file as a table, and on request how each was found.

Here belongs the drawing. Not here: finding the figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from pipelines.catalogue.indicators import indicators
from pipelines.catalogue.problems import problem_codes
from pipelines.commands.extracting import FileResult
from pipelines.extraction.proof.explaining import Explained, lines
from pipelines.model import (
    Comparator,
    Evidence,
    Extraction,
    Measure,
    Problem,
    ReportFacts,
    Status,
)

_MEASURES = {
    Measure.LEVEL: "",
    Measure.CHANGE_PCT: "同比 change %",
    Measure.CHANGE_ABS: "增减 change",
    Measure.SHARE_PCT: "占比 share %",
}
_SIGNS = {Comparator.EQUAL: "", Comparator.ABOUT: "≈", Comparator.AT_LEAST: "≥", Comparator.AT_MOST: "≤"}


def show(console: Console, result: FileResult, explain: bool) -> None:
    """Print what was found in a file, or why nothing was."""
    console.rule(f"[bold]{escape(result.path)}", align="left")
    for problem in result.problems:
        console.print(_problem(problem))
    if result.extraction is None:
        return
    console.print(_facts(result.extraction.report), highlight=False)
    console.print(_figures(result.extraction))
    if explain:
        for line in _explained(result.explained):
            console.print(line)
    left = sum(mention.indicator is None for mention in result.extraction.mentions)
    console.print(
        f"{len(result.extraction.observations)} 个数据 figures · {left} / {len(result.extraction.mentions)} "
        "个数字未采用 quantities state no indicator",
        style="dim",
    )


def _facts(facts: ReportFacts) -> str:
    place = " ".join(filter(None, (facts.region_name, facts.region_code))) or "地区不明 region unknown"
    year = f"{facts.report_year} 年度" if facts.report_year else "年度不明 year unknown"
    parts = (facts.title, place, year, facts.body, facts.kind.value, facts.published_on)
    return " · ".join(escape(part) for part in parts if part)


def _figures(extraction: Extraction) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("指标 indicator", "", "期间 period", "数值 value", "单位 unit", "分项 breakdown", ""):
        table.add_column(name, justify="right" if "value" in name else "left", overflow="fold")
    names = indicators()
    for row in extraction.observations:
        name = names[row.indicator].name_zh if row.indicator in names else row.indicator
        table.add_row(
            f"{name} [dim]{row.indicator}[/dim]",
            _MEASURES[row.measure],
            row.period,
            f"{_SIGNS[row.comparator]}{number(row.value)}",
            row.unit,
            escape(row.breakdown or ""),
            " ".join(filter(None, ("目标 target" if row.status is Status.TARGET else "", row.flag))),
        )
    return table


def number(value: float) -> str:
    """Return a value as people write it: no needless decimals, thousands apart."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def _explained(told: Sequence[Explained]) -> Iterator[Text]:
    """Each quantity with its sentence and what every pass decided about it."""
    for item in told:
        head, *rest = lines(item)
        yield Text.assemble((head, "yellow" if item.reason else "green"))
        for row in item.rows:
            yield from (
                _sentence(place) for place in row.evidence if place.start == item.mention.quantity.start
            )
        for line in rest:
            yield Text(line, style="" if "采用 " in line else "dim")


def _sentence(evidence: Evidence) -> Text:
    """The sentence with the number marked in it."""
    text = Text(f"    {evidence.sentence}")
    start = 4 + evidence.start - evidence.sentence_start
    text.stylize("bold reverse", start, start + evidence.end - evidence.start)
    where = f" 第{evidence.page}页 p.{evidence.page}" if evidence.page else ""
    return text.append(f"  [{evidence.start}–{evidence.end}]{where}", "dim")


def _problem(problem: Problem) -> Text:
    wording = problem_codes()[problem.code]
    colour = "red" if wording.severity == "failed" else "yellow"
    return Text.assemble(
        (f"{problem.code}  ", f"bold {colour}"),
        f"{problem.message}  ",
        (f"→ {wording.zh.remedy} / {wording.en.remedy}", "dim"),
    )
