"""An article: who printed what, and when."""

from __future__ import annotations

import hashlib

import attrs

from timeline.dates import When
from timeline.errors import InvalidValue
from timeline.model._source import check_id


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@attrs.frozen
class Article:
    """What an outlet printed, and on which date.

    Args:
        id: the article's id, and the name of its stream.
        outlet: the source id of the outlet.
        published: when it was printed; may be uncertain, but not without a last day.
        title: its headline.
        text: its body, that the claims quote; None where only the claims are kept.
        url: where it was found.
        sha256: the digest of *text* in UTF-8, in hexadecimal; worked out from *text*.
    """

    id: str
    outlet: str
    published: When = attrs.field(converter=When.of)
    title: str = ""
    text: str | None = attrs.field(default=None, repr=False)
    url: str = ""
    sha256: str = attrs.field(default="", repr=False)

    def __attrs_post_init__(self) -> None:
        check_id(self.id, "article.id")
        check_id(self.outlet, "article.outlet")
        if self.published.latest is None:
            raise InvalidValue(
                f"article {self.id}: published",
                expected="a date with a last day",
                got=str(self.published),
            )
        if self.text is not None:
            digest = _sha256(self.text)
            if self.sha256 and self.sha256 != digest:
                raise InvalidValue(
                    f"article {self.id}: sha256", expected=f"{digest} for its text", got=self.sha256
                )
            object.__setattr__(self, "sha256", digest)
