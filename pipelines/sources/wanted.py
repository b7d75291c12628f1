"""A file that a pull asks for, and what is known of it before it is fetched.

Here belongs how a source, a link or a page's own words become such a file. Asking for it is pull.py's.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Self

from pydantic import HttpUrl

from pipelines.sources.answers import Fetched
from pipelines.sources.links import ReportLink
from pipelines.sources.origin import Origin
from pipelines.sources.sources_file import IndexSource, ReportSource
from pipelines.sources.stated import stated


class Belonging(StrEnum):
    """What a file has to do with the page that led to it; stands in its record, before the page's address."""

    ATTACHED = "附件，见 attachment of"
    PICTURED = "正文图片，见 picture of"
    CONTINUES = "续页，见 continues"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One file to ask for."""

    address: str
    region: str
    year: int
    private_hosts: Collection[str]
    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    note: str | None = None
    part: int = 1

    @classmethod
    def of(cls, source: ReportSource) -> Self:
        """The report that a source of sources.yaml is."""
        return cls(
            str(source.address),
            source.region,
            source.year,
            source.private_hosts,
            source.title,
            source.publisher,
        )

    @classmethod
    def linked(cls, index: IndexSource, link: ReportLink) -> Self:
        """The report that an index page links to."""
        return cls(link.address, index.region, link.year, index.private_hosts, link.title, index.publisher)

    def belonging(self, address: str, what: Belonging, title: str = "") -> Self:
        """A file that this one's page leads to; it is recorded as a belonging of the first page."""
        first = (self.note or "").rpartition(" ")[2] or self.address
        part = self.part + (what is Belonging.CONTINUES)
        return replace(self, address=address, title=title or self.title, note=f"{what} {first}", part=part)

    def completed(self, page: bytes, fetched: Fetched) -> Self:
        """Fill in what sources.yaml leaves open by what the page says of itself."""
        said = stated(page, fetched.media_type)
        return replace(
            self,
            title=self.title or said.title,
            publisher=self.publisher or said.publisher,
            published_on=self.published_on or said.published_on,
        )

    def origin(self, fetched: Fetched) -> Origin:
        """The record to keep beside the file, now that it has been fetched."""
        return Origin(
            title=self.title,
            publisher=self.publisher,
            source_url=HttpUrl(self.address),
            region_code=self.region,
            report_year=self.year,
            published_on=self.published_on,
            accessed_at=datetime.now(UTC).replace(microsecond=0),
            media_type=fetched.media_type,
            etag=fetched.etag,
            last_modified=fetched.last_modified,
            note=self.note,
        )
