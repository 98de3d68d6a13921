"""The field names that sources use for papers, and conversion of an entry's values to a ``Paper``.

Names are compared without case, spaces and punctuation; of several names for one field, the first with a value is used. To support a new
name, add it to ``ROLES``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from leaderboard.model import Paper, Place, Rejected
from leaderboard.sources import dates
from leaderboard.sources.filenames import Origin

ROLES: Mapping[str, tuple[str, ...]] = {
    role: tuple(names.split())
    for role, names in {
        "title": "title papertitle articletitle documenttitle displaytitle",
        "abstract": "abstract summary abstractnote abstracttext paperabstract",
        "id": "id arxivid paperid arxiv doi eid key",
        "year": "year publicationyear pubyear yearofpublication coveryear",
        "date": "date published publishedat publicationdate publisheddate pubdate issued coverdate versions created createdat cdate "
        "updatedate updated",
        "venue": "venue journal journalref conference booktitle publicationtitle sourcetitle journaltitle containertitle conferencename "
        "publicationoutlet secondarytitle publicationvenue proceeding proceedings",
        "url": "url link site absurl urlabs paperurl pdf pdfurl urlpdf pdflink oa",
        "authors": "authors author authornames creators creator authorsparsed",
    }.items()
}
_CONTAINERS = "papers data results items entries records documents docs articles publications notes works hits rows"
CONTAINERS = frozenset(_CONTAINERS.split())
"""Keys of a top-level object that may hold the array of papers."""

_ROLE_OF = {name: (role, rank) for role, names in ROLES.items() for rank, name in enumerate(names)}
_EXCERPT = 160
_T = TypeVar("_T")


class Plan(NamedTuple):
    """The keys (or columns) of an entry for each field of a paper, in order of preference."""

    title: tuple[str, ...] = ()
    abstract: tuple[str, ...] = ()
    id: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    venue: tuple[str, ...] = ()
    url: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()


class Reader:
    """Converts the entries of one source to papers; caches the plan for each set of keys (in practice one or two per file)."""

    def __init__(self, path: str, origin: Origin = Origin()) -> None:  # noqa: B008 - immutable
        self.path = path
        self._origin = origin
        self._plans: dict[tuple[str, ...], Plan] = {}

    def paper(self, entry: Mapping[str, object], line: int | None, number: int) -> Paper | Rejected:
        """The paper that an entry describes, or the rejected entry.

        Args:
            entry: the values by the source's field names.
            line: the line in the source, from 1; None in formats without lines.
            number: the position among the entries of the source, from 1.

        Only title and abstract are required. A date, year or other value that cannot be parsed is left empty.
        """
        keys = tuple(entry)
        plan = self._plans.get(keys)
        if plan is None:
            plan = plan_of(keys)
            if len(self._plans) < 1000:  # a file in which every entry has different keys must not fill the memory
                self._plans[keys] = plan
        place = Place(self.path, line, number)
        title = one_line(_first_text(entry, plan.title))
        abstract = _first_text(entry, plan.abstract)
        if fault := _fault(title, abstract):
            return Rejected(place, *fault, excerpt(title or abstract))
        date = _first(entry, plan.date, _date)
        year = _first(entry, plan.year, dates.year)
        if year is None:
            year = int(date[:4]) if date else self._origin.year
        return Paper(
            title=title,
            abstract=abstract,
            external_id=_first(entry, plan.id, _line_of),
            year=year,
            date=date,
            venue=_first(entry, plan.venue, _line_of) or self._origin.venue,
            url=_first(entry, plan.url, _line_of),
            authors=_first(entry, plan.authors, _names),
            place=place,
        )

    def rejected(self, line: int | None, number: int | None, code: str, reason: str, what: str | bytes = "") -> Rejected:
        """A rejected entry of this source, with the beginning of ``what`` as excerpt."""
        return Rejected(Place(self.path, line, number), code, reason, excerpt(what))


def fold(name: str) -> str:
    """A field name without case, spaces and punctuation.

    >>> fold("Abstract Note"), fold("journal-ref")
    ('abstractnote', 'journalref')
    """
    return "".join(filter(str.isalnum, name)).casefold()


def plan_of(keys: Iterable[str]) -> Plan:
    """The keys for each field of a paper; keys with unknown names are ignored.

    >>> plan_of(["Publication Year", "Title", "Abstract Note"])._asdict()["abstract"]
    ('Abstract Note',)
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for key in keys:
        if known := _ROLE_OF.get(fold(key)):
            role, rank = known
            found.setdefault(role, []).append((rank, key))
    return Plan(**{role: tuple(key for _, key in sorted(ranked)) for role, ranked in found.items()})


def one_line(text: str) -> str:
    """Text with every run of white space, including line breaks, as one space."""
    return " ".join(text.split())


def is_entry(keys: Iterable[str]) -> bool:
    """Whether an object with these keys describes a paper: one of them is a title or an abstract."""
    plan = plan_of(keys)
    return bool(plan.title or plan.abstract)


def excerpt(what: str | bytes) -> str:
    """The beginning of ``what`` on one line, in characters that can always be encoded."""
    text = what[: 4 * _EXCERPT].decode("utf-8", "backslashreplace") if isinstance(what, bytes) else what[: 4 * _EXCERPT]
    text = one_line(text.replace("\0", "\\x00"))[:_EXCERPT]
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _fault(title: str, abstract: str) -> tuple[str, str] | None:
    """Code and reason why a title and an abstract are not a paper, or None."""
    if not title or not abstract or abstract.isspace():
        if title:
            return "no-abstract", "the entry has no abstract; claims are read from abstracts"
        if abstract and not abstract.isspace():
            return "no-title", "the entry has no title; add one, or remove the entry"
        return "empty-entry", "the entry has neither a title nor an abstract under any known name"
    for text in (title, abstract):
        if "\0" in text:
            return "nul", "the text contains a NUL character, a sign of a damaged export; remove it"
        if not text.isascii() and not _encodable(text):
            return "bad-unicode", "the text contains half of a surrogate pair, which is not a character; export the entry again"
    return None


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _first(entry: Mapping[str, object], keys: tuple[str, ...], understood: Callable[[object], _T | None]) -> _T | None:
    """The first value that can be parsed."""
    for key in keys:
        value = understood(entry[key])
        if value is not None:
            return value
    return None


def _first_text(entry: Mapping[str, object], keys: tuple[str, ...]) -> str:
    """The first value that is non-blank text, exactly as in the source."""
    for key in keys:
        value = entry[key]
        if isinstance(value, list) and len(value) == 1:
            value = value[0]  # Crossref's titles
        elif isinstance(value, dict):
            value = value.get("value")  # OpenReview's values
        if isinstance(value, str) and value and not value.isspace():
            return value
    return ""


def _line_of(value: object) -> str | None:
    """A short value on one line; None if it is empty, damaged or not text."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list) and value:
        return _line_of(value[0])
    if not isinstance(value, str):
        return None
    text = one_line(value)
    return text if text and "\0" not in text and (text.isascii() or _encodable(text)) else None


def _date(value: object) -> str | None:
    """A date; of arXiv's list of versions, the date of the first."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        value = value[0].get("created")
    return dates.iso(value)


def _names(value: object) -> str | None:
    """Authors as one text: a string unchanged; a list of strings, of objects with names, or of [family, given, ...] joined by ``; ``."""
    if not isinstance(value, list):
        return _line_of(value)
    return "; ".join(name for one in value if (name := _name(one))) or None


def _name(one: object) -> str | None:
    if isinstance(one, Mapping):
        parts: Sequence[object] = (one.get("given"), one.get("family")) if "family" in one else (one.get("name") or one.get("fullname"),)
    elif isinstance(one, list):
        parts = (one[1] if len(one) > 1 else None, one[0] if one else None)
    else:
        parts = (one,)
    return " ".join(part for value in parts if (part := _line_of(value))) or None
