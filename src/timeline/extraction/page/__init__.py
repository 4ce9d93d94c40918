"""An article as text: its blocks, sentences, words and quotations, and its day of publication."""

from timeline.extraction.page._blocks import (
    Block,
    Part,
    blocks_of,
)
from timeline.extraction.page._correction import correction_date
from timeline.extraction.page._page import (
    Page,
    Sentence,
    page_of,
)
from timeline.extraction.page._publication import (
    Proposal,
    proposed_publication,
)
from timeline.extraction.page._quotes import (
    Quote,
    quotes_of,
)

__all__ = [
    "Block",
    "Page",
    "Part",
    "Proposal",
    "Quote",
    "Sentence",
    "blocks_of",
    "correction_date",
    "page_of",
    "proposed_publication",
    "quotes_of",
]
