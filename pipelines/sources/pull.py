"""Pulling the reports that sources.yaml lists into the raw folder.

Here belongs what is asked for, and what becomes of each answer. HTTP is fetch.py's, keeping files store.py's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipelines.model import Problem
from pipelines.sources.answers import Fetched, FetchError, PullLimits
from pipelines.sources.contents import judge
from pipelines.sources.fetch import Fetcher
from pipelines.sources.links import (
    Link,
    ReportLink,
    attachments,
    ending,
    links,
    next_page,
    pictures,
    report_links,
)
from pipelines.sources.sources_file import IndexSource, ReportSource, Sources
from pipelines.sources.store import keep, newest
from pipelines.sources.wanted import Belonging, Wanted

Progress = Callable[[str], None]
OFFLINE = "无法连接任何网站，现有文件不变 / no host could be reached; the files stay as they were"
# An article of more pages is none: a site leads on and on.
_PARTS = 50


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
    taken: set[tuple[str, int]] = field(default_factory=set)

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

    def take(self, wanted: Wanted) -> None:
        """Ask for a file, once a pull, and keep it if it is new; then for what belongs to it."""
        if (wanted.address, wanted.year) in self.taken:
            return
        self.taken.add((wanted.address, wanted.year))
        folder = self.raw / str(wanted.year) / wanted.region
        before = newest(folder, wanted.address)
        fetched = self.fetch(wanted.address, wanted.private_hosts, before.since if before else {})
        if fetched is None:
            return
        content = fetched.content
        if content is None or (before and before.origin.sha256 == hashlib.sha256(content).hexdigest()):
            self.unchanged += 1
            if before and before.file.suffix == ".html":
                same = replace(fetched, media_type=before.origin.media_type)
                self._take_belongings(wanted, before.file.read_bytes(), same)
            return
        judged = judge(content, ending(wanted.address), fetched.media_type)
        if judged.fault:
            self.problems.append(
                Problem("source_mismatch", f"{wanted.address}: {judged.fault}", wanted.address)
            )
            return
        if judged.ending == ".html":
            wanted = wanted.completed(content, fetched)
        file = self._keep(folder, judged.ending, content, wanted, fetched)
        if file and before:
            self.revised.append(file)
        if judged.ending == ".html":
            self._take_belongings(wanted, content, fetched)

    def _keep(
        self, folder: Path, suffix: str, content: bytes, wanted: Wanted, fetched: Fetched
    ) -> Path | None:
        try:
            file = keep(folder, suffix, content, wanted.origin(fetched))
        except OSError as error:
            self.problems.append(
                Problem("io_error", f"{wanted.address}: 无法保存 cannot be stored: {error}", wanted.address)
            )
            return None
        self.stored.append(file)
        return file

    def _take_belongings(self, wanted: Wanted, page: bytes, fetched: Fetched) -> None:
        """Ask for what a report's page leads to: attachments, pictures of its text, its next page.

        An attachment that is a page has none of its own: it would lead through the whole site.
        """
        if wanted.note and wanted.part == 1:
            return
        wanted = wanted.completed(page, fetched)
        place = (page, fetched.address, fetched.media_type)
        attached = attachments(list(links(*place)), fetched.address)
        for what, found in ((Belonging.ATTACHED, attached), (Belonging.PICTURED, pictures(*place))):
            for link in found:
                self.take(wanted.belonging(link.address, what, link.text))
        following = next_page(*place)
        if following and wanted.part < _PARTS:
            self.take(wanted.belonging(following, Belonging.CONTINUES))

    def follow(self, index: IndexSource) -> Iterator[Wanted]:
        """Yield the reports that an index page and its next pages link to."""
        address: str | None = str(index.address)
        seen: set[str] = set()
        while address and address not in seen and len(seen) < index.pages:
            seen.add(address)
            page = self.fetch(address, index.private_hosts, {})
            if page is None or page.content is None:
                return
            place = (page.content, page.address, page.media_type)
            found: list[Link] = list(links(*place))
            chosen: list[ReportLink] = list(report_links(found, index))
            if not chosen and len(seen) == 1:
                message = f"{address}: 没有符合 {index.link_text!r} 的链接 no link whose text matches"
                self.problems.append(Problem("source_mismatch", message, address))
            for link in chosen:
                yield Wanted.linked(index, link)
            address = next_page(*place)


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
                wanted: Iterator[Wanted] = iter([Wanted.of(source)])
            else:
                wanted = work.follow(source)
            for one in wanted:
                if not years or one.year in years:
                    work.take(one)
        return work.report()
