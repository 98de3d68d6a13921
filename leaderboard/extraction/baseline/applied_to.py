"""Well-known systems that the paper's method was applied to: ``(+4.8 recall) for ViLT``, ``14.6% for Llama-2``."""

from __future__ import annotations

from leaderboard.extraction.baseline.change import ChangeInSentence


def applied_for(change: ChangeInSentence) -> str | None:
    """``14.6% for Llama-2``; where each number has its own "for", any name will do."""
    return _applied(change, "for", any_name=_each_named(change, "for"))


def applied_on(change: ChangeInSentence) -> str | None:
    """``+2.4 points on Llama-2``; most of what stands after "on" is a benchmark, so that only a well-known system will do."""
    return _applied(change, "on", any_name=False)


def is_applied_on(change: ChangeInSentence) -> bool:
    """Whether "on" certainly names systems: each number has its own, or it is one of several signed numbers."""
    return _each_named(change, "on") or (bool(change.draft.quantity.sign) and _is_listed(change))


def _applied(change: ChangeInSentence, preposition: str, *, any_name: bool) -> str | None:
    nodes = change.nodes
    for i in range(change.place + 1, min(change.place + 10, len(nodes) - 1)):
        if nodes[i].tag in ("Q", "SEMI", "STOP", "COMMA", "GET", "BEAT"):
            return None
        if nodes[i].text.casefold() == preposition:
            systems = _systems_after(change, i, any_name)
            return systems[change.draft.place if len(systems) == change.members else 0] if systems else None
    return None


def _systems_after(change: ChangeInSentence, preposition: int, any_name: bool) -> list[str]:  # noqa: FBT001
    """The systems after a preposition; none where a metric stands among them."""
    systems: list[str] = []
    for node in change.nodes.after(preposition, 8):
        if node.tag == "METRIC":
            return []
        if node.tag == "NAME" and (any_name or change.vocabulary.is_system(node.text)) and not change.is_own(node.text):
            systems.append(node.text)
        elif node.tag not in ("DET", "SOTA", "NOTABLY", "AND", "COMMA", "WORD"):
            break
    return systems


def _each_named(change: ChangeInSentence, preposition: str) -> bool:
    """``13.1% for DeiT, 9.0% for T2T and 7.9% for PVT``: several numbers, each with a name after it, one of them a well-known system's."""
    nodes = change.nodes
    found = [
        nodes[i + 1].text
        for i in range(1, len(nodes) - 1)
        if nodes[i].text == preposition and nodes[i + 1].tag == "NAME" and any(n.tag == "Q" for n in nodes.before(i, 3))
    ]
    return len(found) > 1 and any(change.vocabulary.is_system(name) for name in found)


def _is_listed(change: ChangeInSentence) -> bool:
    """``+2.4 AP on A, +2.2 AP on B``: one of several signed numbers, each with its own system."""
    around = (*change.nodes.before(change.place, 12), change.nodes[change.place], *change.nodes.after(change.place, 11))
    return sum(n.tag == "Q" and bool(n.quantities[0].sign) for n in around) > 1
