"""Text from papers on pages: escaped, shortened, highlighted. Such text is data, never markup."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from dashboards.theme import BOUNDS, KINDS, ROLES

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:^=&@\"'/])")
UNITS_TIGHT = {"%", "x"}


def plain(text: object) -> str:
    r"""Text escaped for Markdown, so that it is shown literally; line breaks become spaces.

    >>> print(plain("<b> [x](y) $a$"))
    \<b\> \[x\]\(y\) \$a\$
    """
    return _MARKDOWN.sub(r"\\\1", re.sub(r"\s+", " ", str(text)))


def shorten(text: str, width: int) -> str:
    """The text cut to ``width`` characters, ending in an ellipsis if anything was cut."""
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def number(value: float | None) -> str:
    """A formatted number: no trailing zeros, thousands separators, scientific notation for tiny and huge values.

    >>> [number(v) for v in (97.3, 97.30000001, 4700000.0, 0.000012, None)]
    ['97.3', '97.3', '4,700,000', '1.2e-05', '']
    """
    if value is None:
        return ""
    if not math.isfinite(value):
        return str(value)
    size = abs(value)
    if size and (size < 1e-4 or size >= 1e12):
        return f"{value:.4g}"
    return f"{value:,.4f}".rstrip("0").rstrip(".") if size < 1e4 else f"{value:,.0f}"


def quantity(value: float | None, unit: str | None, bound: str = "exact", high: float | None = None) -> str:
    """A number with its bound and unit.

    >>> quantity(97.3, "%"), quantity(12.0, "ms", "up_to"), quantity(1.7, "x", high=2.7)
    ('97.3%', '≤ 12 ms', '1.7 to 2.7x')
    """
    if value is None:
        return ""
    said = BOUNDS.get(bound, "") + number(value) + (f" to {number(high)}" if high is not None else "")
    return f"{said}{unit}" if unit in UNITS_TIGHT else f"{said} {unit or ''}".rstrip()


def holder(method: str | None, title: str, width: int = 60) -> str:
    """Who holds a result: the method, or the paper if the method is unnamed.

    >>> holder("BetterNet", "A better reader"), holder(None, "A better reader")
    ('BetterNet', 'unnamed method in “A better reader”')
    """
    return shorten(method, width) if method else f"unnamed method in “{shorten(title, width)}”"


def count(how_many: int, thing: str) -> str:
    """A count with its noun, singular or plural.

    >>> count(1, "paper"), count(1200, "paper")
    ('1 paper', '1,200 papers')
    """
    return f"{how_many:,} {thing}{'' if how_many == 1 else 's'}"


def web_address(url: str | None) -> str | None:
    """The URL if it is an http or https URL, else None."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def pieces(text: str, claims: Iterable[Mapping[str, object]], asides: Iterable[Mapping[str, object]] = ()) -> list[dict[str, str]]:
    """The text split at its highlights, in order: plain pieces have ``text`` only, highlighted ones also ``kind``, ``id`` and ``about``.

    Spans that overlap an earlier one or lie outside the text are not highlighted; claims take precedence over asides.

    Args:
        text: the text.
        claims: with ``start_offset``, ``end_offset``, ``kind`` and ``claim_id``.
        asides: other spans to highlight, with ``start_offset``, ``end_offset`` and ``about``; their kind is ``aside``.

    >>> pieces("It has 95% here", [{"start_offset": 7, "end_offset": 10, "kind": "score", "claim_id": "c1"}])
    [{'text': 'It has '}, {'text': '95%', 'kind': 'score', 'id': 'c1', 'about': 'score'}, {'text': ' here'}]
    """
    covered = bytearray(len(text))
    marks = [*_marks(text, claims, covered, _claim), *_marks(text, asides, covered, _aside)]
    parts: list[dict[str, str]] = []
    done = 0
    for start, end, mark in sorted(marks, key=lambda mark: mark[0]):
        parts += [{"text": text[done:start]}, mark]
        done = end
    return [part for part in [*parts, {"text": text[done:]}] if part["text"]]


def _marks(
    text: str, found: Iterable[Mapping[str, object]], covered: bytearray, said: Callable[[Mapping[str, object]], dict[str, str]]
) -> Iterator[tuple[int, int, dict[str, str]]]:
    """Start, end and piece of each valid span that is not yet covered; marks it as covered."""
    places = sorted(((int(str(one["start_offset"])), int(str(one["end_offset"])), one) for one in found), key=lambda place: place[:2])
    for start, end, one in places:
        if 0 <= start < end <= len(text) and not any(covered[start:end]):
            covered[start:end] = b"\x01" * (end - start)
            yield start, end, {"text": text[start:end], **said(one)}


def _claim(claim: Mapping[str, object]) -> dict[str, str]:
    kind = str(claim["kind"]) if claim["kind"] in KINDS else "other"
    return {"kind": kind, "id": str(claim.get("claim_id") or ""), "about": summary(claim)}


def _aside(aside: Mapping[str, object]) -> dict[str, str]:
    return {"kind": "aside", "id": "", "about": str(aside["about"])}


def summary(claim: Mapping[str, object]) -> str:
    """One line about a claim: kind, metric, benchmarks, method."""
    listed = claim.get("benchmarks")
    benchmarks = ", ".join(map(str, listed)) if isinstance(listed, list) else ""
    said = [
        str(claim["kind"]),
        str(claim.get("metric") or ""),
        f"on {benchmarks}" if benchmarks else "",
        f"by {claim['method']}" if claim.get("method") else "",
        f"({ROLES['baseline']})" if claim.get("role") == "baseline" else "",
    ]
    return " ".join(part for part in said if part)


def legend(kinds: Iterable[str], *, asides: bool = False) -> str:
    """The legend of the highlights as HTML, for the kinds that occur."""
    present = set(kinds)
    items = [f'<span><mark class="claim {k.name}">{k.name}</mark> {k.meaning}</span>' for k in KINDS.values() if k.name in present]
    items += ['<span><mark class="claim aside">number</mark> not a result</span>'] * asides
    return f'<p class="legend">{" ".join(items)}</p>'


def file_name(*parts: str, ending: str = "csv") -> str:
    """A file name for a download, made of the letters and digits of the parts.

    >>> file_name("Something/v2", "top-1 accuracy", "unspecified")
    'something-v2_top-1-accuracy_unspecified.csv'
    """
    clean = [re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") for part in parts]
    return f"{'_'.join(part for part in clean if part)[:120] or 'leaderboard'}.{ending}"
