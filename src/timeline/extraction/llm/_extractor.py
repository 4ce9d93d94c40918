"""The extractor that asks a language model, and keeps only what stands in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from timeline.errors import InvalidValue, NoAnswer
from timeline.extraction._extractor import Extraction, Unread
from timeline.extraction.happenings import builtin_kinds
from timeline.extraction.llm._answer import proposals_of
from timeline.extraction.llm._schema import instructions, question
from timeline.extraction.llm._verify import Verifier
from timeline.extraction.llm._wire import Style, Wire

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.extraction.happenings import Kinds
    from timeline.model import Article, Source

LONGEST_TEXT: Final = 60_000
"""How many characters of an article a model is shown, unless told otherwise."""


class LlmExtractor:
    """Reads claims out of an article with a language model, and verifies every one.

    Whatever the model answers: a quote must stand in the text; a date must be borne by the quoted
    sentence; a figure must be read in the quote by our own rules, and is kept as they read it; a
    source must be named in the article. A claim whose quote or source fails is left out; a date or
    a figure that fails is left out of its claim. Each is reported in `Extraction.unread`, with the
    reason.

    Args:
        endpoint: the address of the endpoint, up to and with its version, such as
            ``http://localhost:11434/v1``.
        model: the name of the model there.
        key: the secret of the endpoint; it is never shown, not in errors either.
        style: ``openai`` for any endpoint that is compatible with OpenAI's, or ``anthropic``.
        timeout: how many seconds one attempt may take.
        attempts: how often the endpoint is asked before giving up.
        pause: how many seconds to wait before the second attempt; each later wait is twice as long.
        max_tokens: how long an answer may be, for endpoints that must be told.
        strict: whether to hand over the JSON Schema of the answer; not every endpoint takes one.
        longest: how many characters of an article the model is shown; the rest is left unread.
        kinds: the kinds of happening to name; the built-in ones by default.

    Raises:
        InvalidValue: an argument cannot be.
    """

    def __init__(  # noqa: PLR0913 - each is one property of an endpoint
        self,
        endpoint: str,
        model: str,
        *,
        key: str | None = None,
        style: Style | str = Style.OPENAI,
        timeout: float = 120.0,
        attempts: int = 3,
        pause: float = 2.0,
        max_tokens: int = 16_000,
        strict: bool = True,
        longest: int = LONGEST_TEXT,
        kinds: Kinds | None = None,
    ) -> None:
        _check(endpoint, model, key)
        for place, value in (
            ("timeout", timeout),
            ("attempts", attempts),
            ("max_tokens", max_tokens),
            ("longest", longest),
        ):
            if value <= 0:
                raise InvalidValue(place, expected="more than 0", got=value)
        self.name = f"llm:{model}"
        self.kinds = builtin_kinds() if kinds is None else kinds
        self.longest = longest
        self._wire = Wire(
            endpoint,
            model,
            key,
            Style.of(style, "style"),
            timeout,
            attempts,
            max(0.0, pause),
            max_tokens,
            strict,
        )

    def __repr__(self) -> str:
        return f"LlmExtractor({self._wire.endpoint!r}, {self._wire.model!r})"

    def extract(self, article: Article, sources: Mapping[str, Source] | None = None) -> Extraction:
        """Return what *article* says, as far as its text bears it out.

        Args:
            article: the article; of one without a text, nothing is read and nobody asked.
            sources: the sources that are known, by id.

        Raises:
            NoAnswer: the endpoint gave no answer in the form that was asked for.
            MissingLibrary: httpx is not installed.
        """
        text = article.text or ""
        if not text.strip():
            return Extraction()
        seen = text if len(text) <= self.longest else text[: self._cut(text)]
        answer = self._wire.ask(instructions(self.kinds.by_name), question(article, seen))
        try:
            proposals = proposals_of(answer)
        except InvalidValue as error:
            raise NoAnswer(self._wire.endpoint, str(error)) from None
        found = Verifier(article, sources or {}, self.kinds, self.name).verified(proposals)
        if len(seen) == len(text):
            return found
        rest = Unread(len(seen), len(text), f"beyond the first {self.longest:,} characters")
        left = (*found.unread, rest)
        return Extraction(found.claims, found.sources, left, left)

    def _cut(self, text: str) -> int:
        """Return where to stop showing a long text: at the end of a line, or at a space."""
        for mark in ("\n", " "):
            place = text.rfind(mark, self.longest // 2, self.longest)
            if place > 0:
                return place
        return self.longest


def _check(endpoint: str, model: str, key: str | None) -> None:
    parts = urlsplit(endpoint)
    if parts.username or parts.password or parts.query or parts.fragment:
        # Not shown: it may hold a secret.
        raise InvalidValue(
            "endpoint", expected="an address without a user, a query or a key in it", got="one with"
        )
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise InvalidValue("endpoint", expected="an http or https address", got=endpoint)
    if not model.strip():
        raise InvalidValue("model", expected="the name of a model", got=model)
    if key is not None and (not key.strip() or not key.isascii() or not key.isprintable()):
        raise InvalidValue("key", expected="printable ASCII", got="something else")
