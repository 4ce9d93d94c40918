"""Whatever an endpoint does, it is bounded in time and size, clear, and the key stays secret."""

from __future__ import annotations

import gzip
import logging
import sys
import time
import traceback

import pytest

from tests.extraction.llm.endpoint import (
    Reply,
    answer,
    anthropic,
    claim,
    listening,
    openai,
)
from timeline.errors import InvalidValue, MissingLibrary, NoAnswer, TimelineError
from timeline.extraction import Extraction, Extractor
from timeline.extraction.llm import SCHEMA, LlmExtractor
from timeline.model import Article

KEY = "sk-very-secret-0123456789"
TEXT = "Officials said on January 9 that two soldiers had been captured."
ARTICLE = Article("a", "outlet", "2025-01-10", title="Two captured", text=TEXT)
GOOD = answer(claim("two soldiers had been captured", sources=["Officials"]))


def extractor(address: str, **options: object) -> LlmExtractor:
    settings: dict[str, object] = {"key": KEY, "pause": 0.0, "timeout": 5.0} | options
    return LlmExtractor(address, "some-model", **settings)  # type: ignore[arg-type]  # by name


def test_an_openai_endpoint_is_asked_with_the_schema_and_the_key() -> None:
    with listening(openai(GOOD)) as endpoint:
        found = extractor(endpoint.address).extract(ARTICLE)
    (asked,) = endpoint.asked
    path, headers, body = asked
    assert path == "/v1/chat/completions"
    assert headers["authorization"] == f"Bearer {KEY}"
    assert body["model"] == "some-model"
    assert body["response_format"]["json_schema"]["schema"] == SCHEMA
    assert TEXT in body["messages"][1]["content"]
    assert [one.id for one in found.claims] == ["a#1"]


def test_an_anthropic_endpoint_is_asked_for_a_tool() -> None:
    given = {"version": "timeline-claims.v1", "claims": [claim("two soldiers had been captured")]}
    tool: dict[str, object] = {"type": "tool_use", "name": "report_claims", "input": given}
    with listening(anthropic({"type": "text", "text": "Here:"}, tool)) as endpoint:
        found = extractor(endpoint.address, style="anthropic").extract(ARTICLE)
    path, headers, body = endpoint.asked[0]
    assert path == "/v1/messages"
    assert headers["x-api-key"] == KEY
    assert "authorization" not in headers
    assert body["tools"][0]["input_schema"] == SCHEMA
    assert len(found.claims) == 1


def test_an_endpoint_without_schemas_or_a_key_is_asked_in_words_alone() -> None:
    fenced = f"```json\n{GOOD}\n```"
    with listening(openai(fenced)) as endpoint:
        found = extractor(endpoint.address, strict=False, key=None).extract(ARTICLE)
    _, headers, body = endpoint.asked[0]
    assert "response_format" not in body
    assert "authorization" not in headers
    assert len(found.claims) == 1


def test_plain_text_of_an_anthropic_endpoint_is_read() -> None:
    with listening(anthropic({"type": "text", "text": GOOD}, ended="end_turn")) as endpoint:
        found = extractor(endpoint.address, style="anthropic", strict=False).extract(ARTICLE)
    assert len(found.claims) == 1
    assert "tools" not in endpoint.asked[0][2]


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 529])
def test_a_passing_trouble_is_waited_out(status: int) -> None:
    trouble = Reply(b"later", status, (("retry-after", "0"),))
    with listening(trouble, trouble, openai(GOOD)) as endpoint:
        assert len(extractor(endpoint.address).extract(ARTICLE).claims) == 1
    assert len(endpoint.asked) == 3


def test_it_waits_as_long_as_the_server_asks() -> None:
    with listening(Reply(b"", 429, (("retry-after", "1"),)), openai(GOOD)) as endpoint:
        begun = time.monotonic()
        extractor(endpoint.address).extract(ARTICLE)
    assert time.monotonic() - begun >= 1


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422, 301])
def test_a_lasting_trouble_is_told_at_once(status: int) -> None:
    reply = Reply(f"bad key {KEY}".encode(), status, (("location", "http://example.org/"),))
    with listening(reply) as endpoint, pytest.raises(NoAnswer) as caught:
        extractor(endpoint.address).extract(ARTICLE)
    assert len(endpoint.asked) == 1
    assert f"HTTP {status}" in str(caught.value)
    assert "bad key ***" in str(caught.value)


def test_an_endpoint_that_stays_in_trouble_is_given_up() -> None:
    with listening(Reply(b"busy", 503)) as endpoint, pytest.raises(NoAnswer, match="HTTP 503"):
        extractor(endpoint.address, attempts=2).extract(ARTICLE)
    assert len(endpoint.asked) == 2


def test_nobody_listens() -> None:
    with listening(openai(GOOD)) as endpoint:
        gone = endpoint.address
    with pytest.raises(NoAnswer, match="ConnectError"):
        extractor(gone, attempts=2).extract(ARTICLE)


def test_a_slow_endpoint_is_left() -> None:
    with listening(openai(GOOD, drip=0.05)) as endpoint:
        with pytest.raises(NoAnswer, match=r"longer than 0\.3 seconds"):
            extractor(endpoint.address, timeout=0.3, attempts=1).extract(ARTICLE)


def test_a_huge_answer_is_not_read_to_its_end() -> None:
    with (
        listening(openai("x" * 5_000_000)) as endpoint,
        pytest.raises(NoAnswer, match="longer than 4,000,000 bytes"),
    ):
        extractor(endpoint.address).extract(ARTICLE)


def test_a_packed_answer_is_not_unpacked() -> None:
    bomb = Reply(gzip.compress(b" " * 50_000_000), headers=(("content-encoding", "gzip"),))
    with listening(bomb) as endpoint, pytest.raises(NoAnswer, match="no JSON"):
        extractor(endpoint.address).extract(ARTICLE)
    assert endpoint.asked[0][1]["accept-encoding"] == "identity"


@pytest.mark.parametrize(
    ("reply", "problem"),
    [
        (Reply(b"<html>Sign in</html>"), "no JSON"),
        (Reply(b""), "no JSON"),
        (Reply(b"null"), "no message"),
        (Reply(b'{"choices": []}'), "no message"),
        (openai(None, ended="content_filter"), "content_filter"),
        (openai(GOOD, ended="length"), "cut short"),
        (openai("I am sorry, but I cannot."), "JSON"),
        (openai("[" * 100_000), "JSON"),
        (openai('{"version": NaN}'), "JSON"),
        (openai("[]"), "object"),
        (openai('{"claims": []}'), "version"),
        (openai(answer(version="timeline-claims.v9")), "timeline-claims.v1"),
        (openai(answer(*[claim("a b")] * 501)), "500 claims"),
        (openai('{"version": "timeline-claims.v1", "claims": {}}'), "claims"),
    ],
)
def test_an_answer_that_is_none_is_told(reply: Reply, problem: str) -> None:
    with listening(reply) as endpoint, pytest.raises(NoAnswer, match=problem):
        extractor(endpoint.address).extract(ARTICLE)


@pytest.mark.parametrize("reply", [Reply(b'{"content": 3}'), Reply(b"[]"), anthropic()])
def test_an_empty_message_is_told(reply: Reply) -> None:
    with listening(reply) as endpoint, pytest.raises(NoAnswer, match="no message"):
        extractor(endpoint.address, style="anthropic").extract(ARTICLE)


def test_the_key_is_nowhere_to_be_seen(caplog: pytest.LogCaptureFixture) -> None:
    # Given a server that echoes what it was sent, and logs of everything
    caplog.set_level(logging.DEBUG)
    with listening(Reply(KEY.encode() * 9, 500)) as endpoint:
        reader = extractor(endpoint.address, attempts=2)
        with pytest.raises(NoAnswer) as caught:
            reader.extract(ARTICLE)
    # Then neither the error, its traceback, the logs nor the extractor show the key
    shown = "".join(traceback.format_exception(caught.value))
    for text in (str(caught.value), shown, caplog.text, repr(reader), repr(vars(reader))):
        assert KEY not in text


@pytest.mark.parametrize(
    "options",
    [
        {"endpoint": "ftp://example.org"},
        {"endpoint": "localhost:1"},
        {"endpoint": "http://"},
        {"endpoint": "http://me:secret@localhost/v1"},
        {"endpoint": "http://localhost/v1?key=secret"},
        {"model": " "},
        {"key": ""},
        {"key": "two\nlines: of a header"},
        {"style": "morse"},
        {"timeout": 0},
        {"attempts": 0},
        {"longest": 0},
    ],
)
def test_a_wrong_setting_is_refused_without_its_secret(options: dict[str, object]) -> None:
    given: dict[str, object] = {"endpoint": "http://localhost/v1", "model": "m"} | options
    with pytest.raises(InvalidValue) as caught:
        LlmExtractor(**given)  # type: ignore[arg-type]  # wrong on purpose
    assert "secret" not in str(caught.value)


def test_without_httpx_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(MissingLibrary, match="timeline-engine\\[llm\\]"):
        extractor("http://localhost/v1").extract(ARTICLE)


def test_it_is_an_extractor_and_its_error_is_ours() -> None:
    reader = extractor("http://localhost/v1")
    assert isinstance(reader, Extractor)
    assert reader.name == "llm:some-model"
    assert issubclass(NoAnswer, TimelineError)


def test_of_an_article_without_a_text_nobody_is_asked() -> None:
    reader = extractor("http://127.0.0.1:9/v1")
    assert reader.extract(Article("a", "outlet", "2025-01-10")) == Extraction()


def test_a_long_article_is_shown_as_far_as_allowed() -> None:
    article = Article("a", "outlet", "2025-01-10", text=TEXT + "\n\n" + "More of it.\n" * 20)
    with listening(openai(GOOD)) as endpoint:
        found = extractor(endpoint.address, longest=100).extract(article)
    assert len(endpoint.asked[0][2]["messages"][1]["content"]) < 400
    assert len(found.claims) == 1
    assert found.unread[-1].reason == "beyond the first 100 characters"
    assert found.unread[-1].end == len(article.text or "")
