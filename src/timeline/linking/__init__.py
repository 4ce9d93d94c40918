"""Claims of several articles that speak of one happening become one fact.

Pure scoring: `link` says which facts an article's claims are about, and stores nothing.
"""

from timeline.linking._index import LAYOUT, LinkIndex
from timeline.linking._likely import likely
from timeline.linking._link import Linked, NewFact, Proposal, link
from timeline.linking._pages import PageName, Pages, Read, no_page, packed, spread, unpacked
from timeline.linking._score import Score, score

__all__ = [
    "LAYOUT",
    "LinkIndex",
    "Linked",
    "NewFact",
    "PageName",
    "Pages",
    "Proposal",
    "Read",
    "Score",
    "likely",
    "link",
    "no_page",
    "packed",
    "score",
    "spread",
    "unpacked",
]
