"""The names that people give to the fields of a paper, and one entry's values turned into a ``Paper``.

Names are compared without case, spaces and punctuation; the first name of a role that has a value wins. To teach a new name, add a word to
``ROLES``.
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
"""Keys under which an object of the whole file keeps its array of papers."""

_ROLE_OF = {name: (role, rank) for role, names in ROLES.items() for rank, name in enumerate(names)}
_EXCERPT = 160
_T = TypeVar("_T")


class Plan(NamedTuple):
    """Which of an entry's keys (or columns) hold what, each role's in order of preference."""

    title: tuple[str, ...] = ()
    abstract: tuple[str, ...] = ()
    id: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    venue: tuple[str, ...] = ()
    url: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()


class Reader:
    """Turns the entries of one source into papers; remembers the plan for each set of keys, which in practice are one or two a file."""

    def __init__(self, path: str, origin: Origin = Origin()) -> None:  # noqa: B008 - immutable
        self.path = path
        self._origin = origin
        self._plans: dict[tuple[str, ...], Plan] = {}

    def paper(self, entry: Mapping[str, object], line: int | None, number: int) -> Paper | Rejected:
        """The paper that an entry describes, or why it is none.

        Args:
            entry: the values by the source's own names.
            line: the line where it stands, from 1, where lines mean anything.
            number: which entry of the source it is, from 1.

        Only title and abstract are required. A date, year or other value that cannot be understood is left empty.
        """
        keys = tuple(entry)
        plan = self._plans.get(keys)
        if plan is None:
            plan = plan_of(keys)
            if len(self._plans) < 1000:  # a file where every entry has keys of its own must not fill the memory
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
        """A ``Rejected`` in this source with the beginning of ``what``."""
        return Rejected(Place(self.path, line, number), code, reason, excerpt(what))


def fold(name: str) -> str:
    """A field's name without case, spaces and punctuation.

    >>> fold("Abstract Note"), fold("journal-ref")
    ('abstractnote', 'journalref')
    """
    return "".join(filter(str.isalnum, name)).casefold()


def plan_of(keys: Iterable[str]) -> Plan:
    """Which keys hold what; a key with an unknown name is left alone.

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
    """Text with every run of white space, line breaks among it, as one space."""
    return " ".join(text.split())


def is_entry(keys: Iterable[str]) -> bool:
    """Whether an object with these keys describes a paper: it has a title or an abstract."""
    plan = plan_of(keys)
    return bool(plan.title or plan.abstract)


def excerpt(what: str | bytes) -> str:
    """The beginning of ``what`` on one line, in characters that can always be written."""
    text = what[: 4 * _EXCERPT].decode("utf-8", "backslashreplace") if isinstance(what, bytes) else what[: 4 * _EXCERPT]
    text = one_line(text.replace("\0", "\\x00"))[:_EXCERPT]
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _fault(title: str, abstract: str) -> tuple[str, str] | None:
    """Code and reason why these two are no paper, or None."""
    if not title or not abstract or abstract.isspace():
        if title:
            return "no-abstract", "the entry has no abstract; claims are read from abstracts"
        if abstract and not abstract.isspace():
            return "no-title", "the entry has no title; add one, or remove the entry"
        return "empty-entry", "the entry has neither a title nor an abstract under any name that we know"
    for text in (title, abstract):
        if "\0" in text:
            return "nul", "the text contains a NUL character, a sign of a damaged export; remove it"
        if not text.isascii() and not _encodable(text):
            return "bad-unicode", "the text contains half of a surrogate pair, which is no character; export the entry again"
    return None


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _first(entry: Mapping[str, object], keys: tuple[str, ...], understood: Callable[[object], _T | None]) -> _T | None:
    """The first of the values that is understood."""
    for key in keys:
        value = understood(entry[key])
        if value is not None:
            return value
    return None


def _first_text(entry: Mapping[str, object], keys: tuple[str, ...]) -> str:
    """The first value that is text and not blank, as it stands in the source."""
    for key in keys:
        value = entry[key]
        if isinstance(value, list) and len(value) == 1:
            value = value[0]  # as Crossref writes titles
        elif isinstance(value, dict):
            value = value.get("value")  # as OpenReview writes everything
        if isinstance(value, str) and value and not value.isspace():
            return value
    return ""


def _line_of(value: object) -> str | None:
    """A short value on one line; None where it is empty, damaged or no text."""
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
    """A date, or that of the first version in arXiv's list of versions."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        value = value[0].get("created")
    return dates.iso(value)


def _names(value: object) -> str | None:
    """Authors as one text: a string as it is; a list of strings, of objects with names, or of [family, given, ...] joined by ``; ``."""
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
