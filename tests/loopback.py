"""A web site on loopback that a test fills, and that writes down what it was asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """A web site that a test fills: path → answer. ``asked`` are the requests that came."""

    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    port: int = 0

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def page(self, path: str, content: str | bytes, media_type: str = "text/html; charset=utf-8") -> None:
        body = content.encode() if isinstance(content, str) else content
        etag = f'"{hash(body)}"'

        def answer(request: BaseHTTPRequestHandler) -> None:
            if request.headers.get("If-None-Match") == etag:
                request.send_response(304)
                request.end_headers()
                return
            request.send_response(200)
            request.send_header("Content-Type", media_type)
            request.send_header("Content-Length", str(len(body)))
            request.send_header("ETag", etag)
            request.end_headers()
            request.wfile.write(body)

        self.answers[path] = answer

    def status(self, path: str, code: int, location: str | None = None) -> None:
        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(code)
            if location:
                request.send_header("Location", location)
            request.send_header("Content-Length", "0")
            request.end_headers()

        self.answers[path] = answer

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


@contextmanager
def serving() -> Iterator[Site]:
    """Serve an empty site."""
    made = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            made.asked.append((self.path, dict(self.headers)))
            self.close_connection = True
            missing: Answer = lambda request: request.send_error(404)  # noqa: E731
            made.answers.get(self.path, missing)(self)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            pass  # a client that hangs up is what several tests are about

    server = Server(("127.0.0.1", 0), Handler)
    made.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield made
    server.shutdown()
    server.server_close()
