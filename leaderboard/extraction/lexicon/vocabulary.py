"""Every phrase the lexer knows by sight: names from the registry, word classes from `words.txt`, unit spellings from `measures.txt`.

A phrase is looked up by its folded form (small letters, no blanks, no hyphens), grown token by token as long as some known phrase begins
that way; so the look-up is linear in the text whatever the size of the registry.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from leaderboard.extraction.lexicon.tags import TAGS
from leaderboard.extraction.lexicon.unit_spellings import unit_pattern
from leaderboard.extraction.lexicon.word_files import WordClass, WordsError, read_measures, read_words
from leaderboard.registry import Registry
from leaderboard.resources import registry_dir

_DROP = re.compile(r"[^\w@+%&/$.?!^*]|(?<!\d)\.|\.(?!\d)|_")


#: Word classes that win over a registry name of the same spelling: the grammar needs them as they are.
_OVER_REGISTRY = frozenset({"PERF", "COMPRESSNOUN", "SPEEDNOUN"})


_QUANTITY_CLASSES = frozenset({"UPTO", "ATLEAST", "ABOUT", "ONLY"})


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The form under which phrases are looked up.

    >>> fold("State-of-the-Art"), fold("SQuAD 1.1"), fold("top 1")
    ('stateoftheart', 'squad1.1', 'top1')
    """
    return _DROP.sub("", text.casefold())


#: How the names of models made from well-known ones end ("HateBERT").
_SYSTEM_ENDS = ("bert", "gpt", "llama", "former", "r-cnn", "rcnn")


#: From this length on, a name with other capitals ("Kitti") is still that name.
_LONG = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """A known phrase: its tag, further tags, the registry's name, and how far its capitals matter (``any``, ``some`` or ``exact``)."""

    tag: str
    tags: frozenset[str] = frozenset()
    name: str | None = None
    case: str = "any"
    surface: str = ""

    def matches(self, text: str) -> bool:
        """Whether ``text``, which folds like this entry, is written as a name of this kind may be."""
        if self.case == "any":
            return True
        if self.case == "some":
            return any(c.isupper() or c.isdigit() for c in text) or ("-" in text and self.surface.islower())
        plain = text.replace("-", "").replace(" ", "")
        surface = self.surface.replace("-", "").replace(" ", "")
        known = plain in (surface, surface + "s")
        return known or (" " not in text and len(plain) >= _LONG and plain[0].isupper() and plain.casefold() == surface.casefold())


@dataclass(frozen=True, slots=True)
class Word:
    """What is known of one word of a text by itself, looked up once however often it occurs.

    ``begins`` says whether a known phrase begins with it, ``goes_on`` whether a longer one does, ``entry`` is the phrase that it is alone;
    ``shaped`` and ``measure`` say that it is written like a name, or as only measures are.
    """

    text: str
    folded: str
    begins: bool
    goes_on: bool
    entry: Entry | None
    shaped: bool
    measure: bool


_SHAPE = re.compile(r".*(?:[a-z0-9][A-Z]|[A-Z].*[A-Z]|[A-Za-z]-?\d|\d[A-Za-z])")


#: Names that only measures have: something at a cut-off (``ED@20``), a score with its variant in brackets (``ADD(S)``).
_MEASURE_SHAPE = re.compile(r"[A-Za-z][A-Za-z0-9]*@[\dMKk]+|[A-Z][A-Za-z]+Score|[A-Z]{2,}\([A-Z]\)")


#: So many words are kept before the memory of them is emptied; a corpus has millions of names and numbers.
_MOST_WORDS = 1 << 16


@dataclass(frozen=True)
class Vocabulary:
    """Known phrases by folded form, all beginnings of them, families of systems, and one pattern for the units that may follow a number."""

    entries: dict[str, tuple[Entry, ...]]
    beginnings: frozenset[str]
    families: tuple[str, ...]
    units: re.Pattern[str]
    measures: dict[str, tuple[str, float]]
    longer: frozenset[str] = frozenset()
    _words: dict[str, Word] = field(default_factory=dict)

    def word(self, text: str) -> Word:
        """What is known of a word."""
        found = self._words.get(text)
        if found is None:
            if len(self._words) >= _MOST_WORDS:
                self._words.clear()
            found = self._words[text] = self._look_up(text)
        return found

    def _look_up(self, text: str) -> Word:
        folded = fold(text)
        shaped, measure = _SHAPE.match(text) is not None, _MEASURE_SHAPE.fullmatch(text) is not None
        return Word(text, folded, folded in self.beginnings, folded in self.longer, self.find(folded, text), shaped, measure)

    def is_system(self, name: str) -> bool:
        """Whether a name begins like a well-known family of systems (``ResNet-50``, ``Llama-2-7B``)."""
        return name.casefold().startswith(self.families) or name.casefold().endswith(_SYSTEM_ENDS)

    def find(self, folded: str, text: str) -> Entry | None:
        """The entry for a phrase as written, or None."""
        for entry in self.entries.get(folded, ()):
            if entry.matches(text):
                return entry
        return None


def build(registry: Registry) -> Vocabulary:
    """The vocabulary of a registry and the shipped word files."""
    entries: dict[str, list[Entry]] = {}
    for surface, kind, name in registry.names():
        _add_name(entries, registry, surface, kind, name)
    classes = read_words(registry_dir() / "words.txt")
    families = tuple(word.casefold() for c in classes if c.name == "family" for word in c.words)
    _add_words(entries, [c for c in classes if c.name != "family"])
    table = {key: tuple(sorted(found, key=_strictness)) for key, found in entries.items()}
    beginnings = frozenset(key[:n] for key in table for n in range(1, len(key) + 1))
    pattern, measures = unit_pattern(read_measures(registry_dir() / "measures.txt"))
    longer = frozenset(key[:n] for key in table for n in range(1, len(key)))
    return Vocabulary(table, beginnings, families, pattern, measures, longer)


def _strictness(entry: Entry) -> int:
    return ("exact", "some", "any").index(entry.case)


def _add_name(entries: dict[str, list[Entry]], registry: Registry, surface: str, kind: str, name: str) -> None:
    if kind == "benchmark":
        short = len(fold(surface)) <= 4 or (len(fold(surface)) <= 6 and sum(c.isupper() for c in surface) >= 2)
        entry = Entry("BENCH", name=name, case="exact" if short else "some", surface=surface)
        _put(entries, fold(surface), entry)
        return
    first = surface.split(maxsplit=1)[0]
    if " " in surface and first[0].isupper() and registry.benchmark(first) is not None:
        return
    tag = "COST" if registry.metrics[name].kind == "cost" else "METRIC"
    for form in {surface, _plural(surface)}:
        _put(entries, fold(form), Entry(tag, name=name, case=_case_of(surface), surface=surface))


def _case_of(surface: str) -> str:
    """Short abbreviations count only as written (``IS``, ``MAP``), mixed ones with a capital at least (``mAP`` is no ``map``)."""
    if "(" in surface:
        return "exact"
    if not surface.isalpha() or len(surface) > 5:
        return "any"
    if surface.isupper():
        return "exact"
    return "some" if sum(c.isupper() for c in surface) >= 2 else "any"


def _plural(word: str) -> str:
    return word[:-1] + "ies" if word.endswith("y") and not word.endswith(("ay", "ey")) else word + "s"


def _put(entries: dict[str, list[Entry]], key: str, entry: Entry) -> None:
    found = entries.setdefault(key, [])
    if key and all((e.tag, e.name, e.case) != (entry.tag, entry.name, entry.case) for e in found):
        found.append(entry)


def _add_words(entries: dict[str, list[Entry]], classes: Iterable[WordClass]) -> None:
    tags: dict[str, list[str]] = {}
    for word_class in classes:
        for word in word_class.words:
            tags.setdefault(fold(word), []).append(word_class.name.upper())
    for key, found in tags.items():
        known = [tag for tag in found if tag in TAGS]
        if not known:
            raise WordsError(f"words.txt: no rule can speak of the class {found[0].casefold()!r}; the classes are those of lexicon/tags.py")
        main = next((tag for tag in known if tag not in _QUANTITY_CLASSES), known[0])
        older = [e for e in entries.get(key, ()) if e.case == "any"]
        if older and not _OVER_REGISTRY.intersection(known):
            kept = [e for e in entries[key] if e.case != "any"]
            entries[key] = [*kept, Entry(older[0].tag, frozenset(known), older[0].name)]
        else:
            entries[key] = [*(e for e in entries.get(key, ()) if e.case != "any"), Entry(main, frozenset(known))]


@lru_cache(maxsize=8)
def vocabulary_of(registry: Registry) -> Vocabulary:
    """The vocabulary of a registry, built once."""
    return build(registry)
