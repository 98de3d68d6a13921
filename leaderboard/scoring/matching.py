"""Agreement of extracted and labelled claims: paired by position and value, then compared field by field."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LEVELS = ("number", "quantity", "result", "full")
FIELDS = ("kind", "unit", "change", "bound", "uncertainty", "metric", "benchmarks", "split", "method", "role", "baseline")
#: The fields that a pair must agree on to reach each level after the first.
NEEDED = (("kind", "unit", "change"), ("metric", "benchmarks"), ("method", "role", "baseline", "split"))

Label = Mapping[str, object]

_NO_UNIT = {None, "", "none", "points", "point", "pp", "p.p.", "percentage points", "dimensionless"}
_FILLER = re.compile(
    r"\b(?:the|our|data ?sets?|benchmarks?|test ?set|validation set|val set|corpus|scores?|models?|methods?|approach(?:es)?|results|"
    r"baselines?|based|previous|prior|existing|current|other|competing|best|strong|state of the art|sota|works?)\b"
)


@dataclass(frozen=True, slots=True)
class Names:
    """Names that count as equal: groups of names by their squeezed form."""

    groups: Mapping[str, str]

    @classmethod
    def read(cls, path: Path | None) -> Names:
        """Names from a JSON list of lists of equal names; no groups if there is no such file."""
        lists: list[list[str]] = json.loads(path.read_text(encoding="utf-8")) if path is not None and path.exists() else []
        return cls({squeeze(name): squeeze(group[0]) for group in lists for name in group})

    def key(self, name: object) -> str | None:
        """The key by which a name is compared; None for no name and for "ours"."""
        if name is None or name in ("", "ours"):
            return None
        form = squeeze(str(name))
        other = form[:-1] if form.endswith("s") else form + "s"
        for candidate in (form, other):
            if candidate in self.groups:
                return self.groups[candidate]
        return form[:-1] if form.endswith("s") and len(form) > 3 else form


def squeeze(name: str) -> str:
    """A name without case, punctuation and filler words; a name of filler words only is ``prior``.

    >>> squeeze("The ImageNet-1k dataset"), squeeze("the previous state of the art")
    ('imagenet1k', 'prior')
    """
    text = re.sub(r"[\\{}$~^_]", "", name.casefold().replace("-of-the-", " of the "))
    return re.sub(r"[^a-z0-9+@]", "", _FILLER.sub(" ", text)) or "prior"


def _items(value: object) -> list[object]:
    return list(value) if isinstance(value, (list, tuple)) else []


class Comparison:
    """Compares a labelled claim with an extracted one; its ``*_also`` and ``*_alt`` fields list equally correct values."""

    def __init__(self, names: Names) -> None:
        self.names = names
        special: dict[str, Callable[[Label, Label], bool]] = {"unit": self._unit, "benchmarks": self._benchmarks}
        self._tests = {field: special.get(field) or self._plain_or_name(field) for field in FIELDS}

    def agrees(self, field: str, label: Label, claim: Label) -> bool:
        """Whether one field is correct."""
        return self._tests[field](label, claim)

    def wrong_fields(self, label: Label, claim: Label) -> tuple[str, ...]:
        """The fields in which the two claims differ."""
        return tuple(field for field in FIELDS if not self.agrees(field, label, claim))

    def level(self, label: Label, claim: Label) -> int:
        """The level that a pair reaches, from 1 (only the number) to 4 (all fields)."""
        reached = 1
        for fields in NEEDED:
            if not all(self.agrees(field, label, claim) for field in fields):
                break
            reached += 1
        return reached

    def _plain_or_name(self, field: str) -> Callable[[Label, Label], bool]:
        if field in ("metric", "method", "baseline", "split"):
            return lambda label, claim: self._name(field, label, claim)
        return lambda label, claim: label.get(field) == claim.get(field)

    def _name(self, field: str, label: Label, claim: Label) -> bool:
        accepted = {self.names.key(name) for name in (label.get(field), *_items(label.get(f"{field}_also")))}
        return self.names.key(claim.get(field)) in accepted

    def _unit(self, label: Label, claim: Label) -> bool:
        a, b = (None if c.get("unit") in _NO_UNIT else str(c.get("unit")).casefold() for c in (label, claim))
        return a == b

    def _benchmarks(self, label: Label, claim: Label) -> bool:
        got = {self.names.key(name) for name in _items(claim.get("benchmarks"))}
        also = _items(label.get("benchmarks_also"))
        wanted = [
            {self.names.key(name), *(self.names.key(n) for n in (_items(also[i]) if i < len(also) else []))}
            for i, name in enumerate(_items(label.get("benchmarks")))
        ]
        if all(w & got for w in wanted) and all(any(g in w for w in wanted) for g in got):
            return True
        return any({self.names.key(name) for name in _items(alternative)} == got for alternative in _items(label.get("benchmarks_alt")))


def pair(labels: Sequence[Label], claims: Sequence[Label], comparison: Comparison) -> list[tuple[int, int, int]]:
    """One-to-one pairs ``(label, claim, level)`` of overlapping claims with the same value, highest levels first."""
    options = []
    for i, label in enumerate(labels):
        for j, claim in enumerate(claims):
            overlap = min(_int(label, "end"), _int(claim, "end")) - max(_int(label, "start"), _int(claim, "start"))
            if overlap > 0 and _same_value(label, claim):
                options.append((-comparison.level(label, claim), -overlap, i, j))
    pairs: list[tuple[int, int, int]] = []
    for level, _, i, j in sorted(options):
        if all(i != a and j != b for a, b, _ in pairs):
            pairs.append((i, j, -level))
    return pairs


def _int(values: Label, key: str) -> int:
    return int(str(values[key]))


def _same_value(label: Label, claim: Label) -> bool:
    return all(_near(label.get(key), claim.get(key)) for key in ("value", "value_high"))


def _near(a: object, b: object) -> bool:
    if a is None or b is None:
        return a is b
    x, y = float(str(a)), float(str(b))
    return abs(x - y) <= 1e-6 * max(1.0, abs(x), abs(y))
