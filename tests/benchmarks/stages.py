"""The steps of the extraction chain, each to be run alone. All that the benchmarks know about the inside of the chain stands here."""

from __future__ import annotations

import copy
from unittest.mock import patch

from leaderboard.extraction import chain
from leaderboard.registry import load

#: Each step, and the name under which the chain calls it.
STAGES = {
    "repair": "repair",
    "segment": "segment",
    "lex": "lex",
    "quantities": "quantities",
    "grammar": "read",
    "attach": "attach",
    "resolve": "resolve",
    "normalise": "normalise",
}
#: Steps that change what they are given: every round gets a copy of its own.
CHANGING = {"resolve"}


def recorded(stage, papers):
    """The arguments of every call of a step while the chain reads the papers."""
    real = getattr(chain, STAGES[stage])
    calls = []

    def record(*args, **more):
        calls.append((copied(args), more) if stage in CHANGING else (args, more))
        return real(*args, **more)

    with patch.object(chain, STAGES[stage], record):
        for title, abstract in papers:
            chain.claims(abstract, title)
    return calls


def copied(args):
    """A copy of a call's arguments, all but what is shared by all calls."""
    shared = {id(one): one for one in (load(), chain.vocabulary_of(load()))}
    return copy.deepcopy(args, shared)


def replay(stage, calls):
    """The step, and what has to be called with it in one round."""
    step = getattr(chain, STAGES[stage])
    ready = [(copied(args), more) for args, more in calls] if stage in CHANGING else calls

    def run():
        for args, more in ready:
            step(*args, **more)

    return run
