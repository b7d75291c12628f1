"""What may go wrong while an address is asked: faults that pass, and those that last.

Here belongs which is which, and what is said of each. How often a passing fault is tried again is fetch.py.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from pipelines.sources.addresses import Target
from pipelines.sources.answers import FetchError
from pipelines.sources.patience import Patience


class Passing(Exception):  # noqa: N818 - never seen outside
    """A fault that may be gone the next time."""


def answered(here: Target, response: httpx.Response) -> FetchError:
    """Return the error of an answer that holds no file."""
    status = response.status_code
    return FetchError("source_error", f"{here.url}: HTTP {status} {response.reason_phrase}", status)


@contextmanager
def faults(here: Target, seconds: float) -> Iterator[Patience]:
    """Turn the client's errors into passing faults and lasting ones; break off after ``seconds``."""
    with Patience(seconds) as patience:
        try:
            yield patience
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise _too_slow(here, seconds) if patience.over else _fault(error) from error
        # A body of no stated length that is broken off looks like one that has ended.
        if patience.over:
            raise _too_slow(here, seconds)


def _too_slow(here: Target, seconds: float) -> FetchError:
    return FetchError("source_error", f"{here.url}: 超过 {seconds:g} 秒 took longer than {seconds:g} s")


def _fault(error: Exception) -> Exception:
    said = f"{type(error).__name__}: {error}"
    if _is_certificate(error):
        return FetchError("source_refused", f"证书无效 the certificate does not hold: {error}")
    if isinstance(error, httpx.TimeoutException | httpx.NetworkError | httpx.RemoteProtocolError):
        return Passing(said)
    return FetchError("source_error", said)


def _is_certificate(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
