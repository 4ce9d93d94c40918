"""An endpoint on this machine that answers what a test tells it to."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import attrs

from timeline.extraction.llm import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator


@attrs.frozen
class Reply:
    """What to answer: a status, a body, headers, seconds between the bytes."""

    body: bytes
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    drip: float = 0.0


@attrs.define
class Endpoint:
    """Where it listens, what it will answer, and what it was asked."""

    address: str
    replies: list[Reply]
    asked: list[tuple[str, dict[str, str], dict[str, Any]]] = attrs.field(factory=list)


def claim(quote: str, **fields: object) -> dict[str, object]:
    """Return a claim as a model gives one."""
    return {
        "quote": quote,
        "text": "",
        "stance": "asserts",
        "kind": "",
        "sources": [],
        "occurred": None,
        "stated": None,
        "figures": [],
    } | fields


def figure(measure: str, low: object, high: object) -> dict[str, object]:
    return {"measure": measure, "low": low, "high": high, "unit": "", "approximate": False}


def answer(*claims: object, version: str = SCHEMA_VERSION) -> str:
    return json.dumps({"version": version, "claims": list(claims)})


def openai(content: object, ended: str = "stop", **reply: Any) -> Reply:  # noqa: ANN401 - passed on
    choice = {"message": {"role": "assistant", "content": content}, "finish_reason": ended}
    return Reply(json.dumps({"choices": [choice]}).encode(), **reply)


def anthropic(*blocks: dict[str, object], ended: str = "tool_use") -> Reply:
    return Reply(json.dumps({"content": list(blocks), "stop_reason": ended}).encode())


class _Handler(BaseHTTPRequestHandler):
    endpoint: Endpoint

    def do_POST(self) -> None:
        size = int(self.headers["content-length"])
        body = json.loads(self.rfile.read(size))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.endpoint.asked.append((self.path, headers, body))
        replies = self.endpoint.replies
        reply = replies.pop(0) if len(replies) > 1 else replies[0]
        with contextlib.suppress(ConnectionError):  # the caller may hang up
            self._send(reply)

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers:
            self.send_header(name, value)
        self.send_header("content-length", str(len(reply.body)))
        self.end_headers()
        if not reply.drip:
            self.wfile.write(reply.body)
            return
        for at in range(len(reply.body)):
            self.wfile.write(reply.body[at : at + 1])
            self.wfile.flush()
            time.sleep(reply.drip)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def listening(*replies: Reply) -> Iterator[Endpoint]:
    """Listen on a free port of this machine, and give *replies*, the last one for good."""
    endpoint = Endpoint("", list(replies))
    handler = type("Handler", (_Handler,), {"endpoint": endpoint})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    endpoint.address = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield endpoint
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
