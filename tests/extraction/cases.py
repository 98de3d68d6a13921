"""Reads the fixture files of the extraction chain: pairs of a text and what is expected of it.

    # title: shares of a cost            a heading; every case belongs to the last one and has a test id made from it
    # paper: FixNet: Fixing Networks     the title of the paper that the cases under this heading come from (optional)
    # note: anything                     for people
    The text => what is expected
    A longer text =>
        one expected thing
        and another

A file is read as a whole or not at all: an unknown header, a case without heading, an expectation that is missing or cannot be read is a
:class:`CaseError` with file and line. Characters that nobody can see are written ``{U+00A0}``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from leaderboard.model import Claim, Extraction
from leaderboard.registry import load

ARROW = " =>"
_HEADER = re.compile(r"#\s*(?P<name>[a-z]+)\s*:\s*(?P<value>.*\S)\s*")
_HEADERS = ("title", "paper", "note")
_ESCAPE = re.compile(r"\{U\+([0-9A-F]{4,5})\}")


class CaseError(ValueError):
    """A fixture file that cannot be used; the message names file and line."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")


@dataclass(frozen=True, slots=True)
class Case:
    """One text of a fixture file with what is expected of it, a line each, and where it stands."""

    id: str
    text: str
    expected: tuple[str, ...]
    paper: str | None
    path: Path
    line: int

    def error(self, message: str) -> CaseError:
        """A complaint about this case, with its place."""
        return CaseError(self.path, self.line, message)


def read_cases(path: Path) -> list[Case]:
    """All cases of a fixture file.

    Raises:
        CaseError: the file has an unknown header, a case without heading or expectation, the same text twice, or no case at all.
    """
    cases = list(_numbered(_read(path)))
    seen: dict[tuple[str, str | None], int] = {}
    for case in cases:
        if not case.expected:
            raise case.error("nothing is expected of this text; write `text => expected`, or the expectations on indented lines below")
        first = seen.setdefault((case.text, case.paper), case.line)
        if first != case.line:
            raise case.error(f"the same text stands in line {first} already")
    if not cases:
        raise CaseError(path, 1, "no case in the whole file")
    return cases


def _read(path: Path) -> Iterator[Case]:
    title = paper = None
    case: Case | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("    ") and line.strip():
            if case is None:
                raise CaseError(path, number, "an indented line without a text above it")
            case = replace(case, expected=(*case.expected, unescape(line.strip())))
            continue
        if case is not None:
            yield case
            case = None
        if line.startswith("#"):
            title, paper = _header(path, number, line, title, paper)
        elif line.strip():
            if title is None:
                raise CaseError(path, number, "a case before the first `# title: ...`")
            case = _case(path, number, line, title, paper)
    if case is not None:
        yield case


def _header(path: Path, number: int, line: str, title: str | None, paper: str | None) -> tuple[str | None, str | None]:
    match = _HEADER.fullmatch(line)
    if match is None or match["name"] not in _HEADERS:
        raise CaseError(path, number, f"unknown header {line!r}; known are {', '.join(f'`# {name}: ...`' for name in _HEADERS)}")
    if match["name"] == "title":
        return match["value"], None
    return title, match["value"] if match["name"] == "paper" else paper


def _case(path: Path, number: int, line: str, title: str, paper: str | None) -> Case:
    text, arrow, expected = line.rpartition(ARROW) if line.rstrip().endswith(ARROW.strip()) else line.partition(ARROW + " ")
    if not arrow or not text.strip() or line[0].isspace():
        raise CaseError(path, number, f"expected `text => expected`, found {line[:60]!r}")
    return Case(title, unescape(text), tuple(unescape(e.strip()) for e in [expected] if e.strip()), paper, path, number)


def _numbered(cases: Iterator[Case]) -> Iterator[Case]:
    count: Counter[str] = Counter()
    for case in cases:
        count[case.id] += 1
        yield replace(case, id=f"{case.id} {count[case.id]}")


def unescape(text: str) -> str:
    """Characters written by their number: ``{U+00A0}`` is a no-break space."""
    return _ESCAPE.sub(lambda m: chr(int(m[1], 16)), text)


# -- claims as one line ------------------------------------------------------------------------------------------------------------

NOTHING = "-"
_KINDS = ("score", "gain", "ratio", "cost")
_LISTS = ("benchmarks", "settings", "flags")
_FIGURES = ("value", "value_high", "uncertainty", "canonical_value", "canonical_high")
_NAMES = ("bound", "metric", "split", "method", "role", "baseline", "metric_id", "canonical_unit", "rule")
_FIELD = re.compile(rf"\s({'|'.join((*_LISTS, *_FIGURES, *_NAMES))})=")
_STRAY = re.compile(r"\s([a-z_]+)=")
_HEAD = re.compile(rf"(?P<quote>\S.*?)\s(?P<kind>{'|'.join(_KINDS)})(?:\s(?P<rest>.+))?")
_VERDICT = re.compile(r"(?P<text>\S.*): (?P<code>[a-z]+(?:-[a-z]+)*)")
_NO_CLAIM = "no claim"


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected of one number: the fields of its claim that matter here, or the verdict code of a number that is no claim."""

    quote: str
    fields: tuple[tuple[str, object], ...] = ()
    code: str | None = None


def read_claim(case: Case, line: str) -> Expected:
    """One line of the notation of claims.

    ``QUOTE KIND [UNIT] [up|down] field=value field=value ...`` where only what is written is compared, ``-`` is nothing (no unit, no
    metric, no benchmarks) and lists are separated by commas; or ``QUOTE: code`` for a number that is no claim.

    Raises:
        CaseError: the line is neither.
    """
    pieces = _FIELD.split(f" {line}")
    head = _HEAD.fullmatch(pieces[0].strip())
    if head is None:
        verdict = _VERDICT.fullmatch(line)
        if verdict is None or len(pieces) > 1:
            raise case.error(f"expected `QUOTE KIND [UNIT] [up|down] field=value ...` or `QUOTE: code`, found {line!r}")
        return Expected(verdict["text"], code=verdict["code"])
    fields: list[tuple[str, object]] = [("kind", head["kind"])]
    words = (head["rest"] or "").split()
    if words and words[-1] in ("up", "down"):
        fields.append(("change", words.pop()))
    if words:
        fields.append(("unit", None if words == [NOTHING] else " ".join(words)))
    for name, value in zip(pieces[1::2], pieces[2::2], strict=True):
        fields.append((name, _field(case, name, value.strip())))
    stray = _STRAY.search(pieces[0])
    names = [name for name, _ in fields]
    if stray or len(names) != len(set(names)):
        raise case.error(f"unknown field {stray[1]!r} in {line!r}" if stray else f"a field twice in {line!r}")
    return Expected(head["quote"], tuple(fields))


def _field(case: Case, name: str, value: str) -> object:
    if stray := _STRAY.search(f" {value}"):
        raise case.error(f"unknown field {stray[1]!r}")
    if name in _LISTS:
        return () if value == NOTHING else tuple(part.strip() for part in value.split(","))
    if value == NOTHING:
        return None
    if name not in _FIGURES:
        return value
    try:
        return float(value)
    except ValueError:
        raise case.error(f"{name} is no number: {value!r}") from None


def claims_expected(case: Case) -> list[Expected]:
    """What is expected of the numbers of one text; ``no claim`` alone means that none of them is a claim.

    Raises:
        CaseError: a line cannot be read.
    """
    if case.expected == (_NO_CLAIM,):
        return []
    if _NO_CLAIM in case.expected:
        raise case.error("`no claim` stands alone; a number that is no claim is written `QUOTE: code`")
    return [read_claim(case, line) for line in case.expected]


def check_claims(case: Case, found: Extraction) -> None:
    """Compare what an extraction found with what a case expects: the claims one by one in order of place, and the verdicts it names.

    Raises:
        AssertionError: with all differences, each naming the number and the field.
    """
    expected = claims_expected(case)
    wanted = [e for e in expected if e.code is None]
    quotes, got = [e.quote for e in wanted], [c.quote for c in found.claims]
    assert got == quotes, f"{case.path.name}:{case.line}: claims are {got}, expected {quotes}"
    wrong = [difference for e, c in zip(wanted, found.claims, strict=True) for difference in _differences(e, c)]
    codes = [(v.text, v.code) for v in found.verdicts]
    wrong += [
        f"{e.quote!r} has no verdict {e.code!r} among {codes}" for e in expected if e.code is not None and (e.quote, e.code) not in codes
    ]
    assert not wrong, f"{case.path.name}:{case.line}: " + "; ".join(wrong)


def _differences(expected: Expected, claim: Claim) -> Iterator[str]:
    for name, value in expected.fields:
        got = getattr(claim, name)
        if not _same(name, value, got):
            yield f"{expected.quote!r} {name} is {got!r}, expected {value!r}"


def _same(name: str, expected: object, got: object) -> bool:
    if name == "settings" and isinstance(expected, tuple) and isinstance(got, tuple):
        return set(expected) <= set(got) if expected else not got
    if isinstance(expected, float):
        return isinstance(got, (int, float)) and abs(got - expected) <= 1e-9 * max(1.0, abs(expected))
    if name in ("metric", "benchmarks"):
        return _canonical(name, got) == _canonical(name, expected)
    return got == expected


def _canonical(field: str, names: object) -> object:
    """Names as the registry has them, so that a case may say ``MNLI`` where the registry prefers ``MultiNLI``."""
    registry = load()
    if field == "metric":
        metric = registry.metric(names) if isinstance(names, str) else None
        return metric.name if metric is not None else names
    assert isinstance(names, tuple)
    found = [registry.benchmark(name, "") for name in names]
    return tuple(b.name if b is not None else name for name, b in zip(names, found, strict=True))
