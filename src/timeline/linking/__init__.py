"""Claims of several articles that speak of one happening become one fact.

Pure scoring: `link` says which facts an article's claims are about, and stores nothing.
"""

from timeline.linking._index import LinkIndex
from timeline.linking._likely import likely
from timeline.linking._link import Linked, NewFact, Proposal, link
from timeline.linking._score import Score, score

__all__ = ["LinkIndex", "Linked", "NewFact", "Proposal", "Score", "likely", "link", "score"]
