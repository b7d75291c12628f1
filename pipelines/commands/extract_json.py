"""The JSON object that ``fazhi extract --format jsonl`` prints for a file.

Here belongs the shape of that object; docs/extraction.md (JSON lines) describes its fields. Not here: finding
what is in it.
"""

from __future__ import annotations

import json
from typing import Any

from pipelines.catalogue.problems import problem_codes
from pipelines.commands.extracting import FileResult
from pipelines.model import Mention, Observation, Problem


def line(result: FileResult) -> str:
    """Return a file's result as one line of JSON."""
    extraction = result.extraction
    record = {
        "path": result.path,
        "report": _report(result),
        "observations": [_observation(each) for each in extraction.observations] if extraction else [],
        "mentions": [_mention(each) for each in extraction.mentions] if extraction else [],
        "problems": [_problem(each) for each in result.problems],
    }
    return json.dumps(record, ensure_ascii=False)


def _report(result: FileResult) -> dict[str, Any]:
    facts = result.extraction.report if result.extraction else None
    return {
        "kind": facts.kind.value if facts else None,
        "title": facts.title if facts else None,
        "publisher": facts.publisher if facts else None,
        "body": facts.body if facts else None,
        "region_code": facts.region_code if facts else None,
        "region_name": facts.region_name if facts else None,
        "report_year": facts.report_year if facts else None,
        "published_on": facts.published_on if facts else None,
        "sha256": result.sha256,
        "media_type": result.media_type,
        "reader": result.reader,
        "pages": result.pages,
    }


def _observation(observation: Observation) -> dict[str, Any]:
    shown = observation.evidence[0]
    return {
        "indicator": observation.indicator,
        "measure": observation.measure.value,
        "status": observation.status.value,
        "period": observation.period,
        "value": observation.value,
        "unit": observation.unit,
        "comparator": observation.comparator.value,
        "breakdown": observation.breakdown,
        "flag": observation.flag,
        "rule": observation.rule,
        "page": shown.page,
        "start": shown.start,
        "end": shown.end,
        "surface": shown.surface,
        "sentence": shown.sentence,
    }


def _mention(mention: Mention) -> dict[str, Any]:
    quantity = mention.quantity
    return {
        "surface": quantity.surface,
        "value": quantity.value,
        "unit": quantity.unit,
        "comparator": quantity.comparator.value,
        "start": quantity.start,
        "end": quantity.end,
        "page": mention.page,
        "indicator": mention.indicator,
        "reason": mention.reason,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "severity": problem_codes()[problem.code].severity,
        "message": problem.message,
    }
