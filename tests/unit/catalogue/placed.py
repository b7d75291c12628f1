"""Which place the tests of regions find, as its code."""

from __future__ import annotations

from pipelines.catalogue.regions import Region, Regions
from pipelines.model import Problem

UNTITLED = "2022年度法治政府建设情况报告"


def code(found: Region | Problem) -> str:
    return found.code


def resolve(
    regions: Regions,
    title: str | None,
    text: str = "",
    *,
    year: int | None = 2022,
    publisher: str | None = None,
    hint: str | None = None,
) -> str:
    return code(regions.resolve(title=title, publisher=publisher, text=text, year=year, hint_code=hint))
