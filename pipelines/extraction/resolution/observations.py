"""Rows that stand become observations with their evidence, and every quantity gets its place in the account.

Here belongs leading each value back to its characters in the document.
"""

from __future__ import annotations

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.resolution.rows import Row, Told
from pipelines.extraction.text.normalise import ReadingText
from pipelines.model import Document, Evidence, Measure, Mention, Observation, Quantity


def observations(
    groups: list[list[Row]], document: Document, reading: ReadingText
) -> tuple[Observation, ...]:
    """Return what each group of equal rows states, with the evidence of all of them."""
    wide = document.text.count("（") >= document.text.count("(")
    return tuple(_observation(group, document, reading, wide=wide) for group in groups)


def _observation(group: list[Row], document: Document, reading: ReadingText, *, wide: bool) -> Observation:
    first = group[0]
    indicator = indicators()[first.indicator or ""]
    unit = indicator.unit
    if first.measure in (Measure.CHANGE_PCT, Measure.SHARE_PCT):
        unit = "%"
    elif first.measure is Measure.CHANGE_ABS and unit == "%":
        unit = "百分点"
    breakdown = first.breakdown
    if breakdown and wide:
        breakdown = breakdown.replace("(", "（").replace(")", "）")
    return Observation(
        indicator=indicator.code,
        measure=first.measure,
        status=first.status,
        period=first.period or "",
        value=round(first.value, 6),
        unit=unit,
        comparator=first.number.comparator,
        breakdown=breakdown,
        rule=indicator.code,
        evidence=tuple([_evidence(row, document, reading) for row in group]),
        flag="ocr" if document.ocr else "",
    )


def _evidence(row: Row, document: Document, reading: ReadingText) -> Evidence:
    start, end = reading.span(row.number.start, row.number.end)
    first, last = reading.span(*row.sentence)
    if row.table:
        first = document.text.rfind("\n", 0, start) + 1
        last = document.text.find("\n", end)
        last = last if last >= 0 else len(document.text)
    return Evidence(
        start,
        end,
        document.page_of(start),
        document.text[start:end],
        document.text[first:last].strip(),
        first,
    )


def account(
    told: list[Told], lost: dict[int, str], document: Document, reading: ReadingText
) -> tuple[Mention, ...]:
    """Return every quantity with the indicator that it states or the reason why it states none."""
    made = []
    for number, indicator, why in told:
        start, end = reading.span(number.start, number.end)
        quantity = Quantity(
            start, end, document.text[start:end], number.value, number.unit, number.comparator
        )
        reason = lost.get(number.start) or (None if indicator else why or "no_rule")
        made.append(Mention(quantity, document.page_of(start), None if reason else indicator, reason))
    return tuple(made)
