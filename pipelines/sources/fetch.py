"""Getting one address over HTTP, within limits.

Here belong redirects, conditional requests, retries, caps on size and time. Not here: pauses and robots rules
(manners.py), which addresses to get (pull.py), where the bytes are kept (store.py).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

import httpx
import stamina

from pipelines.sources.addresses import AddressRefused, HostUnknown, Target, target
from pipelines.sources.answers import Fetched, FetchError, PullLimits
from pipelines.sources.faults import Passing, answered, faults
from pipelines.sources.manners import Manners
from pipelines.sources.patience import Patience

AGENT = "fazhi-warehouse/1 (+statistics of published government reports)"
_MOVED = frozenset({301, 302, 303, 307, 308})
_RULES_BYTES = 500_000
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(slots=True)
class Fetcher:
    """Gets addresses one after another; use it as a context."""

    limits: PullLimits = field(default_factory=PullLimits)
    sleep: Callable[[float], None] = time.sleep
    _client: httpx.Client = field(init=False)
    _manners: Manners = field(init=False)

    def __enter__(self) -> Self:
        # A connection is not used twice: Patience breaks off the one that it has seen being opened.
        reuse = httpx.Limits(max_keepalive_connections=0)
        timeout = httpx.Timeout(self.limits.silence)
        headers = {
            "User-Agent": AGENT,
            "Accept-Encoding": "identity",
            "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5",
        }
        # Proxies of the environment are not used: they look hosts up again, past the check of addresses.
        self._manners = Manners(AGENT, self.limits.pause, self.limits.longest_pause, self.sleep)
        self._client = httpx.Client(timeout=timeout, headers=headers, limits=reuse, trust_env=False)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def get(
        self, address: str, *, private_hosts: Collection[str] = (), since: Mapping[str, str] | None = None
    ) -> Fetched:
        """Get an address.

        Args:
            address: http(s) address.
            private_hosts: hosts on private networks that it may lead to.
            since: the headers If-None-Match and If-Modified-Since of the last time.

        Raises:
            FetchError: it gave nothing; the code says why.
        """
        seen = [address]
        while True:
            here = self._target(seen[-1], private_hosts)
            if not self._manners.knows(here):
                self._manners.learn(here, self._rules_of(here, private_hosts))
            if not self._manners.allow(here):
                raise FetchError("source_refused", f"{seen[-1]}: robots.txt 不允许 robots.txt forbids it")
            fetched = self._ask(here, since or {}, self.limits.file_bytes)
            if isinstance(fetched, Fetched):
                return fetched
            if fetched in seen or len(seen) > self.limits.redirects:
                chain = " → ".join([*seen, fetched])
                raise FetchError(
                    "source_error", f"{address}: 重定向过多或循环 too many redirects or a circle: {chain}"
                )
            seen.append(fetched)

    def _target(self, address: str, private_hosts: Collection[str]) -> Target:
        try:
            return target(address, private_hosts)
        except AddressRefused as error:
            raise FetchError("source_refused", str(error)) from error
        except HostUnknown as error:
            raise FetchError("source_unreachable", str(error)) from error

    def _ask(self, here: Target, since: Mapping[str, str], cap: int) -> Fetched | str:
        """Ask once or, for faults that pass, several times; return the file or where it has moved to."""
        attempts = stamina.retry_context(
            on=Passing,
            attempts=self.limits.attempts,
            timeout=None,
            wait_initial=self.limits.wait,
            wait_max=30,
        )
        try:
            for attempt in attempts:
                with attempt:
                    return self._once(here, since, cap)
        except Passing as error:
            cause = error.__cause__
            away = isinstance(cause, httpx.ConnectError | httpx.ConnectTimeout)
            code = "source_unreachable" if away else "source_error"
            raise FetchError(code, f"{here.url}: {error}") from error
        raise AssertionError("unreachable: the last attempt returns or raises")

    def _once(self, here: Target, since: Mapping[str, str], cap: int) -> Fetched | str:
        self._manners.wait(here)
        with faults(here, self.limits.seconds) as patience, self._request(here, since, patience) as response:
            if response.status_code == httpx.codes.NOT_MODIFIED:
                return Fetched(str(here.url), None)
            if response.status_code in _MOVED and "location" in response.headers:
                return str(here.url.join(response.headers["location"]))
            if response.status_code in _PASSING:
                raise Passing(f"HTTP {response.status_code}")
            if response.status_code != httpx.codes.OK:
                raise answered(here, response)
            headers = response.headers
            return Fetched(
                str(here.url),
                self._read(response, here, cap),
                headers.get("content-type"),
                headers.get("etag"),
                headers.get("last-modified"),
            )

    @contextmanager
    def _request(
        self, here: Target, since: Mapping[str, str], patience: Patience
    ) -> Iterator[httpx.Response]:
        headers = {"Host": here.authority, **since}
        # The certificate is checked for the host's name, though the connection goes to its number.
        more = {"sni_hostname": here.host, "trace": patience.trace}
        with self._client.stream("GET", here.pinned, headers=headers, extensions=more) as response:
            yield response

    def _read(self, response: httpx.Response, here: Target, cap: int) -> bytes:
        stated = response.headers.get("content-length", "")
        received, size = [], 0
        if stated.isdigit() and int(stated) > cap:
            raise FetchError(
                "too_large", f"{here.url}: {stated} 字节，超过 {cap} over the cap of {cap} bytes"
            )
        for block in response.iter_bytes(65536):
            received.append(block)
            size += len(block)
            if size > cap:
                raise FetchError("too_large", f"{here.url}: 超过 {cap} 字节 over the cap of {cap} bytes")
        return b"".join(received)

    def _rules_of(self, here: Target, private_hosts: Collection[str]) -> str:
        """Return a host's robots.txt: '' where it has none; where it fails nothing may be asked."""
        address = str(here.url.join("/robots.txt"))
        for _ in range(self.limits.redirects):
            try:
                found = self._ask(self._target(address, private_hosts), {}, _RULES_BYTES)
            except FetchError as error:
                if error.status is not None and 400 <= error.status < 500:
                    return ""
                raise
            if isinstance(found, Fetched):
                return (found.content or b"").decode("utf-8", "replace")
            address = found
        return ""
