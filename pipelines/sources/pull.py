"""Pulling the reports that sources.yaml lists into the raw folder.

Here belongs what is asked for, and what becomes of each answer. HTTP is fetch.py's, keeping files store.py's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from pydantic import HttpUrl

from pipelines.model import Problem
from pipelines.sources.answers import Fetched, FetchError, PullLimits
from pipelines.sources.contents import judge
from pipelines.sources.fetch import Fetcher
from pipelines.sources.links import Link, ReportLink, attachments, ending, links, next_page, report_links
from pipelines.sources.origin import Origin
from pipelines.sources.sources_file import IndexSource, ReportSource, Sources
from pipelines.sources.store import keep, newest

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class PullReport:
    """What a pull did.

    ``stored`` are new files, ``revised`` those of them that are newer versions of older ones. ``offline``: no
    host could be reached at all; what is in the raw folder is all there is to work on.
    """

    stored: tuple[Path, ...] = ()
    revised: tuple[Path, ...] = ()
    unchanged: int = 0
    problems: tuple[Problem, ...] = ()
    offline: bool = False


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One file to ask for."""

    address: str
    region: str
    year: int
    private_hosts: Collection[str]
    title: str | None = None
    publisher: str | None = None
    attached_to: str | None = None


@dataclass(slots=True)
class _Pull:
    raw: Path
    fetcher: Fetcher
    progress: Progress
    stored: list[Path] = field(default_factory=list)
    revised: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unchanged: int = 0
    answered: int = 0

    def report(self) -> PullReport:
        away = [problem for problem in self.problems if problem.code == "source_unreachable"]
        offline = bool(away) and not self.answered
        return PullReport(
            tuple(self.stored), tuple(self.revised), self.unchanged, tuple(self.problems), offline
        )

    def fetch(self, address: str, private_hosts: Collection[str], since: dict[str, str]) -> Fetched | None:
        """Ask for an address; a failure becomes a problem and None."""
        self.progress(address)
        try:
            fetched = self.fetcher.get(address, private_hosts=private_hosts, since=since)
        except FetchError as error:
            self.answered += error.code not in ("source_unreachable", "source_refused")
            self.problems.append(Problem(error.code, error.message, address))
            return None
        self.answered += 1
        return fetched

    def take(self, wanted: _Wanted) -> None:
        """Ask for a file and keep it if it is new, then its attachments if it is a page."""
        folder = self.raw / str(wanted.year) / wanted.region
        before = newest(folder, wanted.address)
        fetched = self.fetch(wanted.address, wanted.private_hosts, before.since if before else {})
        if fetched is None:
            return
        content = fetched.content
        if content is None or (before and before.origin.sha256 == hashlib.sha256(content).hexdigest()):
            self.unchanged += 1
            if before and before.file.suffix == ".html" and not wanted.attached_to:
                self._take_attachments(wanted, before.file.read_bytes(), wanted.address, None)
            return
        judged = judge(content, ending(wanted.address), fetched.media_type)
        if judged.fault:
            self.problems.append(
                Problem("source_mismatch", f"{wanted.address}: {judged.fault}", wanted.address)
            )
            return
        file = self._keep(folder, judged.ending, content, wanted, fetched)
        if file and before:
            self.revised.append(file)
        if judged.ending == ".html" and not wanted.attached_to:
            self._take_attachments(wanted, content, fetched.address, fetched.media_type)

    def _keep(
        self, folder: Path, suffix: str, content: bytes, wanted: _Wanted, fetched: Fetched
    ) -> Path | None:
        note = f"附件，见 attachment of {wanted.attached_to}" if wanted.attached_to else None
        origin = Origin(
            title=wanted.title,
            publisher=wanted.publisher,
            source_url=HttpUrl(wanted.address),
            region_code=wanted.region,
            report_year=wanted.year,
            accessed_at=datetime.now(UTC).replace(microsecond=0),
            media_type=fetched.media_type,
            etag=fetched.etag,
            last_modified=fetched.last_modified,
            note=note,
        )
        try:
            file = keep(folder, suffix, content, origin)
        except OSError as error:
            self.problems.append(
                Problem("io_error", f"{wanted.address}: 无法保存 cannot be stored: {error}", wanted.address)
            )
            return None
        self.stored.append(file)
        return file

    def _take_attachments(self, wanted: _Wanted, page: bytes, address: str, media_type: str | None) -> None:
        for link in attachments(list(links(page, address, media_type)), address):
            self.take(
                _Wanted(
                    link.address,
                    wanted.region,
                    wanted.year,
                    wanted.private_hosts,
                    title=link.text or wanted.title,
                    publisher=wanted.publisher,
                    attached_to=wanted.address,
                )
            )

    def follow(self, index: IndexSource) -> Iterator[_Wanted]:
        """Yield the reports that an index page and its next pages link to."""
        address: str | None = str(index.address)
        seen: set[str] = set()
        while address and address not in seen and len(seen) < index.pages:
            seen.add(address)
            page = self.fetch(address, index.private_hosts, {})
            if page is None or page.content is None:
                return
            found: list[Link] = list(links(page.content, page.address, page.media_type))
            chosen: list[ReportLink] = list(report_links(found, index))
            if not chosen and len(seen) == 1:
                message = f"{address}: 没有符合 {index.link_text!r} 的链接 no link whose text matches"
                self.problems.append(Problem("source_mismatch", message, address))
            for link in chosen:
                yield _Wanted(
                    link.address, index.region, link.year, index.private_hosts, link.title, index.publisher
                )
            address = next_page(found)


def pull(
    raw: Path,
    sources: Sources,
    *,
    limits: PullLimits | None = None,
    years: Sequence[int] = (),
    progress: Progress | None = None,
) -> PullReport:
    """Get every enabled source's new or changed reports.

    A source that fails is a problem of the report and stops nothing else.

    Args:
        raw: the raw folder; files go to raw/<year>/<region code>/.
        sources: what sources.yaml lists.
        limits: what a download may cost.
        years: only reports of these years; () for all.
        progress: told each address before it is asked for.
    """
    with Fetcher(limits or PullLimits()) as fetcher:
        work = _Pull(raw, fetcher, progress or (lambda _: None))
        for source in sources.enabled():
            if isinstance(source, ReportSource):
                wanted: Iterator[_Wanted] = iter([_of(source)])
            else:
                wanted = work.follow(source)
            for one in wanted:
                if not years or one.year in years:
                    work.take(one)
        return work.report()


def _of(source: ReportSource) -> _Wanted:
    return _Wanted(
        str(source.address), source.region, source.year, source.private_hosts, source.title, source.publisher
    )
