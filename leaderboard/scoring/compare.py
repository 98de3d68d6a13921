"""Compares two reports on the same labels, claim by claim: which claims a change fixed or broke."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from leaderboard.scoring.gold import GoldError
from leaderboard.scoring.matching import LEVELS
from leaderboard.scoring.outcomes import INVENTED
from leaderboard.scoring.report import Report

#: The levels by name; 0 is a number that is only labelled or only extracted.
_STEPS = ("nothing", *LEVELS)


@dataclass(frozen=True, slots=True)
class Move:
    """One number whose outcome changed; ``before`` and ``after`` are its levels and fields as text."""

    paper: str
    quote: str
    sentence: str
    won: bool
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changes:
    """All numbers whose outcome changed, and the F1 of each level before and after."""

    moves: tuple[Move, ...]
    f1: Mapping[str, tuple[float, float]]

    def part(self, wanted: Callable[[str], bool]) -> Changes:
        """The moves in papers with a ``wanted`` title; the F1 is still that of all papers."""
        return Changes(tuple(m for m in self.moves if wanted(m.paper)), self.f1)

    def as_dict(self) -> dict[str, object]:
        """F1 and moves as plain values, for JSON."""
        shown = [{"won": m.won, "paper": m.paper, "quote": m.quote, "before": m.before, "after": m.after} for m in self.moves]
        return {"f1": {level: list(pair) for level, pair in self.f1.items()}, "moves": shown}

    def as_text(self) -> str:
        """F1, then fixed and broken claims, for a terminal."""
        won = sum(m.won for m in self.moves)
        lines = [f"against the earlier report: {won} better, {len(self.moves) - won} worse"]
        lines += [f"{level:10}{old:>8.3f} -> {new:.3f}  ({new - old:+.3f})" for level, (old, new) in self.f1.items()]
        for title, better in (("fixed", True), ("broken", False)):
            lines += [line for m in self.moves if m.won is better for line in _lines(title, m)]
        return "\n".join(lines)


def _lines(title: str, move: Move) -> Iterator[str]:
    yield f"\n{title}: {move.quote!r} in {move.paper!r}: {move.sentence}"
    yield f"    before: {move.before}"
    yield f"    after:  {move.after}"


def compare(old: Path, new: Report) -> Changes:
    """Compare a report with one that ``score --format json`` wrote earlier.

    Raises:
        GoldError: the file is not a report of ``score --format json``.
    """
    after = {o.place: o.as_dict() for o in new.outcomes}
    try:
        report = json.loads(old.read_text(encoding="utf-8"))
        figures = {level: float(report["levels"][level]["f1"]) for level in LEVELS}
        before = {(str(o["paper"]), int(o["start"]), int(o["end"])): o for o in report["outcomes"]}
        moves = [_move(before.get(place), after.get(place)) for place in sorted(before.keys() | after.keys())]
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise GoldError(f"{old}: not a report of `leaderboard score --format json` ({type(error).__name__}: {error})") from error
    now = new.levels()
    return Changes(tuple(m for m in moves if m is not None), {k: (figures[k], now[k]["f1"]) for k in LEVELS})


def _move(before: Mapping[str, object] | None, after: Mapping[str, object] | None) -> Move | None:
    """The move of one number, or None if its level is unchanged."""
    worth_before, worth_after = _worth(before), _worth(after)
    one = after or before
    if worth_before == worth_after or one is None:
        return None
    return Move(str(one["paper"]), str(one["quote"]), str(one["sentence"]), worth_after > worth_before, _words(before), _words(after))


def _worth(outcome: Mapping[str, object] | None) -> int:
    """The value of an outcome: a spurious claim is worse than none, every level is better than the one below."""
    if outcome is None:
        return 0
    return -1 if outcome["cause"] == INVENTED else int(str(outcome["level"]))


def _words(outcome: Mapping[str, object] | None) -> str:
    if outcome is None:
        return "no claim, as labelled"
    reading = outcome["extracted"] or f"not taken ({outcome['rule']})"
    return f"[{outcome['cause'] if outcome['cause'] == INVENTED else _STEPS[int(str(outcome['level']))]}] {reading}"
