"""Asks an endpoint over HTTP: bounded in time and size, patient, and silent about its key."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

import attrs
import orjson

from timeline.errors import MissingLibrary, NoAnswer
from timeline.extraction.llm._schema import SCHEMA, SCHEMA_VERSION
from timeline.model import Word

if TYPE_CHECKING:
    from types import ModuleType

    import httpx

_LARGEST_ANSWER: Final = 4_000_000
_LONGEST_PAUSE: Final = 60.0
_AGAIN: Final = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_OK: Final = 200
_SHOWN: Final = 200
_TOOL: Final = "report_claims"
_ANTHROPIC_VERSION: Final = "2023-06-01"


class Style(Word):
    """How an endpoint wants to be asked."""

    OPENAI = "openai"
    """``POST …/chat/completions``, as OpenAI, vLLM, llama.cpp, Ollama and many others do."""
    ANTHROPIC = "anthropic"
    """``POST …/messages``."""


@attrs.frozen
class Wire:
    """An endpoint, and how to ask it.

    Args:
        endpoint: its address, up to and with the version: ``http://localhost:11434/v1``.
        model: the name of the model there.
        key: the secret; None where none is needed.
        style: how it wants to be asked.
        timeout: how many seconds one attempt may take in all.
        attempts: how often it is asked before giving up.
        pause: how many seconds to wait before the second attempt; each later wait is twice as long.
        max_tokens: how long an answer may be, in tokens of the model.
        strict: whether to hand over the JSON Schema; not every endpoint takes one.
    """

    endpoint: str
    model: str
    key: str | None = attrs.field(repr=False)
    style: Style
    timeout: float
    attempts: int
    pause: float
    max_tokens: int
    strict: bool

    def ask(self, instructions: str, question: str) -> str:
        """Return what the model answers, as text.

        Raises:
            NoAnswer: it gave none in the time and the attempts allowed, or refused.
            MissingLibrary: httpx is not installed.
        """
        httpx = _httpx()
        body = orjson.dumps(self._body(instructions, question))
        problem = ""
        for attempt in range(self.attempts):
            status, problem, content, wait = self._post(httpx, body)
            if status == _OK:
                return self._text(content)
            if status not in _AGAIN and status:
                break
            if attempt + 1 < self.attempts:
                time.sleep(min(max(self.pause * 2**attempt, wait), _LONGEST_PAUSE))
        raise self._failed(problem)

    def _post(self, httpx: ModuleType, body: bytes) -> tuple[int, str, bytes, float]:
        """Ask once; return the status (0 for no connection), the problem, the body, the wait."""
        deadline = time.monotonic() + self.timeout
        try:
            with (
                httpx.Client(timeout=self.timeout, follow_redirects=False) as client,
                client.stream(
                    "POST", self._address(), content=body, headers=self._headers()
                ) as response,
            ):
                content = self._received(response, deadline)
                status = int(response.status_code)
                wait = _seconds(response.headers.get("retry-after", ""))
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            return 0, f"{type(error).__name__} {error}".strip(), b"", 0.0
        if status == _OK:
            return status, "", content, 0.0
        return status, f"HTTP {status}: {content[:_SHOWN].decode('utf-8', 'replace')}", b"", wait

    def _received(self, response: httpx.Response, deadline: float) -> bytes:
        parts: list[bytes] = []
        size = 0
        for part in response.iter_raw():
            size += len(part)
            if size > _LARGEST_ANSWER:
                raise self._failed(f"the answer is longer than {_LARGEST_ANSWER:,} bytes")
            if time.monotonic() > deadline:
                raise self._failed(f"the answer took longer than {self.timeout:g} seconds")
            parts.append(part)
        return b"".join(parts)

    def _address(self) -> str:
        path = "/chat/completions" if self.style is Style.OPENAI else "/messages"
        base = self.endpoint.rstrip("/")
        return base if base.endswith(path) else base + path

    def _headers(self) -> dict[str, str]:
        headers = {
            "content-type": "application/json",
            "accept": "application/json",
            "accept-encoding": "identity",  # a packed answer could be any size when unpacked
        }
        if self.style is Style.ANTHROPIC:
            headers["anthropic-version"] = _ANTHROPIC_VERSION
            if self.key is not None:
                headers["x-api-key"] = self.key
        elif self.key is not None:
            headers["authorization"] = f"Bearer {self.key}"
        return headers

    def _body(self, instructions: str, question: str) -> dict[str, Any]:
        user = {"role": "user", "content": question}
        if self.style is Style.ANTHROPIC:
            body: dict[str, Any] = {
                "model": self.model,
                "max_tokens": self.max_tokens,
                "temperature": 0,
                "system": instructions,
                "messages": [user],
            }
            if self.strict:
                about = "Report the claims of the article."
                body["tools"] = [{"name": _TOOL, "description": about, "input_schema": SCHEMA}]
                body["tool_choice"] = {"type": "tool", "name": _TOOL}
            return body
        body = {
            "model": self.model,
            "temperature": 0,
            "messages": [{"role": "system", "content": instructions}, user],
        }
        if self.strict:
            schema = {"name": SCHEMA_VERSION.replace(".", "-"), "strict": True, "schema": SCHEMA}
            body["response_format"] = {"type": "json_schema", "json_schema": schema}
        return body

    def _text(self, content: bytes) -> str:
        """Return the model's words out of the envelope that the endpoint puts around them."""
        try:
            envelope = orjson.loads(content)
        except orjson.JSONDecodeError as error:
            raise self._failed(f"the answer is no JSON ({error})") from None
        find = _anthropic if self.style is Style.ANTHROPIC else _openai
        text, ended = find(envelope)
        if ended in {"length", "max_tokens"}:
            raise self._failed("the answer was cut short; raise max_tokens or read less text")
        if text is None:
            raise self._failed(f"the answer holds no message of the model (it ended by {ended!r})")
        return text

    def _failed(self, problem: str) -> NoAnswer:
        if self.key:
            problem = problem.replace(self.key, "***")  # some servers echo what they refuse
        return NoAnswer(self.endpoint, " ".join(problem.split()))


def _openai(envelope: Any) -> tuple[str | None, object]:  # noqa: ANN401 - it is JSON
    match envelope:
        case {"choices": [{"message": {"content": str(text)}, **rest}, *_]}:
            return text, rest.get("finish_reason")
        case {"choices": [{"finish_reason": ended}, *_]}:
            return None, ended
    return None, None


def _anthropic(envelope: Any) -> tuple[str | None, object]:  # noqa: ANN401 - it is JSON
    match envelope:
        case {"content": [*blocks]}:
            pass
        case _:
            return None, None
    ended = envelope.get("stop_reason")
    for block in blocks:
        match block:
            case {"type": "tool_use", "name": str(name), "input": given} if name == _TOOL:
                return orjson.dumps(given).decode(), ended
    texts = [block["text"] for block in blocks if _is_text(block)]
    return ("".join(texts), ended) if texts else (None, ended)


def _is_text(block: object) -> bool:
    return (
        isinstance(block, dict)
        and block.get("type") == "text"
        and isinstance(block.get("text"), str)
    )


def _seconds(header: str) -> float:
    """Return how long a server asks to wait; 0 where it does not say so in seconds."""
    return float(header) if header.isascii() and header.isdigit() else 0.0


def _httpx() -> ModuleType:
    try:
        import httpx  # noqa: PLC0415 - an extra; loaded when a model is asked
    except ImportError:
        raise MissingLibrary("httpx", extra="llm", purpose="asking a language model") from None
    return httpx
