"""An end to waiting for a host that keeps a connection open by sending a little now and then.

Here belongs the clock over one request as a whole. Silences are the client's own time-outs.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self


class Patience:
    """Breaks a request's connection off after a time, whatever it is doing then; use it as a context.

    Args:
        seconds: how long the request may take from its start to its last byte.
    """

    def __init__(self, seconds: float) -> None:
        self.over = False
        self._sockets: list[socket.socket] = []
        self._clock = threading.Timer(seconds, self._break_off)
        self._clock.daemon = True

    def __enter__(self) -> Self:
        self._clock.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._clock.cancel()

    def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Take note of the request's connection; httpx calls it as its extension ``trace``."""
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self._sockets.append(info["return_value"].get_extra_info("socket"))

    def _break_off(self) -> None:
        self.over = True
        for connection in self._sockets:
            try:
                # Not the TLS socket's own shutdown: it would pull its state from under the reader.
                socket.socket.shutdown(connection, socket.SHUT_RDWR)
            except OSError:
                continue  # closed already, or replaced by its TLS socket
