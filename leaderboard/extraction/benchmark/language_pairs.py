"""Language pairs of translation benchmarks ("WMT14 English-German" is the pair En-De); `languages.txt` lists the languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from leaderboard.errors import LeaderboardError
from leaderboard.extraction.claim.draft import Draft
from leaderboard.extraction.lexicon.word_files import lines_of
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.resources import registry_dir

_LINE = re.compile(r"(?P<code>[A-Z][a-z]+) = (?P<spellings>[A-Za-z]+(?:, [A-Za-z]+)*)")


class LanguagesError(LeaderboardError):
    """A file of languages that cannot be read; the message names file and line."""


@lru_cache(maxsize=4)
def read_languages(path: Path | None = None) -> Mapping[str, str]:
    """Codes of languages by their spellings.

    >>> read_languages()["German"], read_languages()["DE"]
    ('De', 'De')

    Raises:
        LanguagesError: a line is not of the form ``code = spelling, spelling``, or a spelling stands in a line already.
    """
    path = path or registry_dir() / "languages.txt"
    codes: dict[str, str] = {}
    for number, line in lines_of(path):
        match = _LINE.fullmatch(line)
        if match is None:
            raise LanguagesError(f"{path}:{number}: expected `code = spelling, spelling`, found {line[:60]!r}")
        for spelling in match["spellings"].split(", "):
            if spelling in codes:
                raise LanguagesError(f"{path}:{number}: {spelling} has a line already")
            codes[spelling] = match["code"]
    return codes


@lru_cache(maxsize=1)
def pair_pattern() -> re.Pattern[str]:
    """Matches a language pair, with its groups ``source`` and ``target``.

    >>> pair_pattern().search("on WMT14 English-to-German")["target"]
    'German'
    """
    language = "(?:" + "|".join(read_languages()) + ")"
    return re.compile(rf"\b(?P<source>{language})\s?(?:-\s?to\s?-|-|to|/|->|~)\s?(?P<target>{language})\b")


def language_pair(nodes: Sentence, bench: int, draft: Draft) -> str | None:
    """The language pair named with a translation benchmark (``En-De``): two pairs are no more comparable than two splits.

    Of as many pairs after the benchmark's name as numbers in a list, the one at the number's place. Otherwise the pair right after
    the number counts first, then the one in the benchmark's own name, then one beside it.
    """
    index = draft.node
    after: list[Node] = []
    for node in nodes.after(index, 11):
        if node.tag in ("Q", "STOP", "SEMI"):
            break
        after.append(node)
    around = [*nodes.before(bench, 6), nodes[bench], *nodes.after(bench, 4)]
    members = len(nodes[index].quantities)
    near, own, beside = " ".join(n.text for n in after), nodes[bench].text, " ".join(n.text for n in around)
    texts = (own, near, beside) if members > 1 else (near, own, beside)
    listed = list(pair_pattern().finditer(" ".join(n.text for n in nodes[bench : bench + 2 * members + 2]))) if members > 1 else []
    if len(listed) == members:
        return _code(listed[draft.place])
    found = next((match for text in texts if (match := pair_pattern().search(text))), None)
    return _code(found) if found is not None else None


def _code(found: re.Match[str]) -> str:
    codes = read_languages()
    return f"{codes[found['source']]}-{codes[found['target']]}"
