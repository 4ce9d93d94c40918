"""Claims of several articles that speak of one happening become one fact.

Pure scoring: `link` says which facts an article's claims are about and why, `assign` the same
without the reasons; neither stores anything.
"""

from timeline.linking._index import LAYOUT, LinkIndex
from timeline.linking._likely import likely
from timeline.linking._link import Assigned, Linked, NewFact, Proposal, assign, link
from timeline.linking._pages import PageName, Pages, Read, no_page, packed, spread, unpacked
from timeline.linking._score import Score, score

__all__ = [
    "LAYOUT",
    "Assigned",
    "LinkIndex",
    "Linked",
    "NewFact",
    "PageName",
    "Pages",
    "Proposal",
    "Read",
    "Score",
    "assign",
    "likely",
    "link",
    "no_page",
    "packed",
    "score",
    "spread",
    "unpacked",
]
