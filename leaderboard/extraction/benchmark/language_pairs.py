"""Language pairs of translation benchmarks ("WMT14 English-German" is the pair En-De)."""

from __future__ import annotations

import re

from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence

_LANGUAGES = "English German French Romanian Chinese Czech Russian Finnish Turkish Spanish Japanese Estonian Latvian"


_CODES = "En De Fr Ro Zh Cs Ru Fi Tr EN DE FR RO ZH CS RU"


_LANGUAGE = "(?:" + "|".join(f"{_LANGUAGES} {_CODES}".split()) + ")"


#: Language pairs are parts of a translation benchmark ("WMT'14 English-German").
PAIR = re.compile(rf"\b(?P<source>{_LANGUAGE})\s?(?:-\s?to\s?-|-|to|/|->|~)\s?(?P<target>{_LANGUAGE})\b")


_CODE_OF_LANGUAGE = {
    "english": "En",
    "german": "De",
    "french": "Fr",
    "romanian": "Ro",
    "chinese": "Zh",
    "czech": "Cs",
    "russian": "Ru",
    "finnish": "Fi",
    "turkish": "Tr",
    "spanish": "Es",
    "japanese": "Ja",
    "estonian": "Et",
    "latvian": "Lv",
}


def language_pair(nodes: Sentence, bench: int, index: int) -> str | None:
    """The language pair named with a translation benchmark (``En-De``): two pairs are no more comparable than two splits.

    The pair right behind the number at ``index`` counts first, then the one in the benchmark's own name, then one beside it.
    """
    behind: list[Node] = []
    for node in nodes[index + 1 : index + 12]:
        if node.tag in ("Q", "STOP", "SEMI"):
            break
        behind.append(node)
    around = nodes[max(0, bench - 6) : bench + 5]
    texts = (" ".join(n.text for n in behind), nodes[bench].text, " ".join(n.text for n in around))
    found = next((match for text in texts if (match := PAIR.search(text))), None)
    if found is None:
        return None
    return "-".join(_CODE_OF_LANGUAGE.get(found[side].casefold(), found[side].capitalize()) for side in ("source", "target"))
