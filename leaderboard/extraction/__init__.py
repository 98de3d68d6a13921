"""Abstract in, claims out: the grammar of reported results, as a chain of pure functions (see :mod:`leaderboard.extraction.chain`)."""

from leaderboard.extraction.candidates import IN_SOURCE
from leaderboard.extraction.chain import VERSION, claims, extract, run
from leaderboard.extraction.explain import Explanation, explain

__all__ = ["IN_SOURCE", "VERSION", "Explanation", "claims", "explain", "extract", "run"]
