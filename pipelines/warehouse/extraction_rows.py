"""An Extraction as staging rows.

Here belongs the mapping only; ids, derived columns and labels for analysts are made in sql/.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipelines.model import Evidence, Extraction, Mention, Observation, Problem
from pipelines.validation.rounding import precision
from pipelines.warehouse.document_rows import is_failure

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ReportRows:
    """All rows of one file: its report, its observations, its quantities."""

    report: Row
    observations: tuple[Row, ...] = ()
    quantities: tuple[Row, ...] = ()


def extracted(file: Mapping[str, Any], extraction: Extraction) -> ReportRows:
    """Return the rows of a file that was extracted.

    Args:
        file: its row of the documents frame, with ``inputs`` and ``rules_version``.
        extraction: what the engine found.
    """
    facts = extraction.report
    failures = [problem for problem in extraction.problems if is_failure(problem)]
    report = {
        **_base(file),
        "kind": facts.kind.value,
        "title": facts.title,
        "publisher": facts.publisher,
        "body": facts.body,
        "region_code": facts.region_code,
        "region_name": facts.region_name,
        "report_year": facts.report_year,
        "published_on": facts.published_on,
        "quantities": len(extraction.mentions),
        "assigned": sum(mention.indicator is not None for mention in extraction.mentions),
        "problem": failures[0].code if failures else None,
        "problem_message": failures[0].message if failures else None,
        "warnings": _warnings(file, [each for each in extraction.problems if not is_failure(each)]),
    }
    return ReportRows(
        report,
        () if failures else tuple(_observations(file, extraction.observations)),
        tuple(_quantity(file["relative"], n, mention) for n, mention in enumerate(extraction.mentions)),
    )


def failed(file: Mapping[str, Any], problem: Problem) -> ReportRows:
    """Return the one row of a file that gave nothing; whose it is, its place under raw/ or its record say."""
    return ReportRows(
        {
            **_base(file),
            "region_code": file["origin_region"] or file["folder_region"],
            "report_year": file["origin_year"] or file["folder_year"],
            "quantities": 0,
            "assigned": 0,
            "problem": problem.code,
            "problem_message": problem.message,
            "warnings": _warnings(file, []),
        }
    )


def _base(file: Mapping[str, Any]) -> Row:
    return {
        "relative": file["relative"],
        "sha256": file["sha256"],
        "size": file["size"],
        "inputs": file["inputs"],
        "readers_version": file["readers_version"],
        "rules_version": file["rules_version"],
        "source_url": file["origin_source_url"] or file["hint_source_url"],
        "media_type": file["media_type"],
        "reader": file["reader"],
        "ocr": file["ocr"],
        "pages": len(file["page_starts"]) if file["page_starts"] else None,
        "characters": None if file["text"] is None else len(file["text"]),
    }


def _warnings(file: Mapping[str, Any], found: Sequence[Problem]) -> list[Row]:
    stored = [*(file["scan_problems"] or ()), *(file["problems"] or ())]
    merged = {(each["code"], each["message"]): None for each in stored}
    merged.update({(each.code, each.message): None for each in found})
    return [{"code": code, "message": message} for code, message in merged]


def _observations(file: Mapping[str, Any], observations: Sequence[Observation]) -> list[Row]:
    seen: dict[str, int] = {}
    rows = []
    for ordinal, observation in enumerate(observations):
        key = _key(file["sha256"], observation)
        seen[key] = seen.get(key, -1) + 1
        rows.append(_observation(file["relative"], ordinal, _identifier(key, seen[key]), observation))
    return rows


def _key(sha256: str, observation: Observation) -> str:
    parts = (
        sha256,
        observation.indicator,
        observation.measure,
        observation.status,
        observation.period,
        observation.breakdown,
        repr(observation.value),
        observation.comparator,
    )
    return "\x1f".join("" if part is None else str(part) for part in parts)


def _identifier(key: str, repeat: int) -> str:
    return hashlib.sha256(f"{key}\x1f{repeat}".encode()).hexdigest()[:16]


def _observation(relative: str, ordinal: int, identifier: str, observation: Observation) -> Row:
    shown = observation.evidence[0]
    return {
        "relative": relative,
        "ordinal": ordinal,
        "observation_id": identifier,
        "indicator": observation.indicator,
        "measure": observation.measure.value,
        "status": observation.status.value,
        "period": observation.period,
        "breakdown": observation.breakdown,
        "value": observation.value,
        "unit": observation.unit,
        "comparator": observation.comparator.value,
        "precision": precision(shown.surface, observation.value),
        "flag": observation.flag,
        "rule": observation.rule,
        "sentence_start": shown.sentence_start,
        **_evidence(shown),
        "evidence": [_evidence(place) for place in observation.evidence],
    }


def _evidence(place: Evidence) -> Row:
    return {
        "char_start": place.start,
        "char_end": place.end,
        "page": place.page,
        "surface": place.surface,
        "sentence": place.sentence,
    }


def _quantity(relative: str, ordinal: int, mention: Mention) -> Row:
    quantity = mention.quantity
    return {
        "relative": relative,
        "ordinal": ordinal,
        "page": mention.page,
        "char_start": quantity.start,
        "char_end": quantity.end,
        "surface": quantity.surface,
        "value": quantity.value,
        "unit": quantity.unit,
        "comparator": quantity.comparator.value,
        "indicator": mention.indicator,
        "reason": mention.reason,
    }
