"""An article: who printed what, and when."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.errors import InvalidInput, InvalidValue
from timeline.model._dated import as_when
from timeline.model._front_matter import read_front_matter, slug
from timeline.model._source import check_id

if TYPE_CHECKING:
    import os

CURATION = "curation"
"""The stream of curation events that belong to no single article; no article may be called so."""


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
    published: When = attrs.field(converter=as_when)
    title: str = ""
    text: str | None = attrs.field(default=None, repr=False)
    url: str = ""
    sha256: str = attrs.field(default="", repr=False)

    def __attrs_post_init__(self) -> None:
        check_id(self.id, "article.id")
        if self.id == CURATION:
            raise InvalidValue("article.id", expected=f"another id than {CURATION!r}", got=self.id)
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

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Article:
        """Read an article from a file of text with front matter.

        The front matter gives ``outlet`` and ``published``, and may give ``id`` (else the file's
        name without its ending), ``title`` and ``url``; other keys are left alone. An outlet that
        is no id is made one.

        Raises:
            InvalidInput: the file cannot be read, or a field is missing or wrong.
        """
        fields, text = read_front_matter(path)
        for needed in ("outlet", "published"):
            if not fields.get(needed):
                raise InvalidInput(path, needed, f"expected a line '{needed}: ...', found none")
        try:
            return cls(
                id=fields.get("id") or slug(Path(path).stem),
                outlet=slug(fields["outlet"]),
                published=When.parse(fields["published"]),
                title=fields.get("title", ""),
                text=text,
                url=fields.get("url", ""),
            )
        except InvalidValue as error:
            raise InvalidInput(path, "", str(error)) from error
