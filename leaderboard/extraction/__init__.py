"""Abstract in, claims out: the grammar of reported results, as a chain of pure functions (see :mod:`leaderboard.extraction.chain`)."""

from leaderboard.extraction.chain import VERSION, claims, extract, run
from leaderboard.extraction.explain import Explanation, explain
from leaderboard.extraction.quantities.prefilter import IN_SOURCE

__all__ = ["IN_SOURCE", "VERSION", "Explanation", "claims", "explain", "extract", "run"]
