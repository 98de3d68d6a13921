"""Venue and year from the file name of a conference's list, for entries that have none."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import NamedTuple

_VENUE_NAMES = """
AAAI ACCV ACL ACML AISTATS BMVC CHI CIKM COLING COLM COLT CoNLL CoRL CVPR EACL ECAI ECCV ECIR EMNLP ICASSP ICCV ICDM ICLR ICML ICRA IJCAI
Interspeech IROS IWSLT KDD LREC MICCAI MIDL MLSys NAACL NeurIPS NIPS RSS SIGGRAPH SIGIR TACL TMLR UAI WACV WMT WSDM WWW
"""
_OTHER_WORDS = """
abstract abstracts archive backup bib bibliography books collection conf corpus csv data dataset date day docs download dump entries
export exports file files from issue items json jsonl library list listing lists log mendeley month my new old output page paper paperlist
papers part publications records ref references refs report results sample scopus search section set since source summer test tmp txt
until version vol volume week winter year zotero
"""
_VENUES = {name.lower(): name for name in _VENUE_NAMES.split()}
_NO_VENUES = frozenset(_OTHER_WORDS.split())
_GLUED = re.compile(r"([A-Za-z]{2,11})((?:19|20)\d\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Origin(NamedTuple):
    """Venue and year of a file's entries, from its name."""

    venue: str | None = None
    year: int | None = None


def origin(path: str) -> Origin:
    """Venue and year in a file name: ``<letters><year>`` as one word, or a known venue followed by a year; otherwise none.

    >>> origin("lists/paperlist_acl2022.json")
    Origin(venue='ACL', year=2022)
    >>> origin("neurips-2023.csv.gz")
    Origin(venue='NeurIPS', year=2023)
    >>> origin("papers_2024-03-14.jsonl"), origin("export2024.csv")
    (Origin(venue=None, year=None), Origin(venue=None, year=None))
    """
    words = re.split(r"[^A-Za-z0-9]+", PurePath(path).name)
    for word, after in zip(words, [*words[1:], ""], strict=True):
        glued = _GLUED.fullmatch(word)
        if glued and (name := glued[1].lower()) not in _NO_VENUES:
            return Origin(_VENUES.get(name, glued[1].upper()), int(glued[2]))
        if word.lower() in _VENUES and _YEAR.fullmatch(after):
            return Origin(_VENUES[word.lower()], int(after))
    return Origin()
