"""The tags that the lexer gives to pieces of a sentence, one character each."""

from __future__ import annotations

#: Tag -> the character that stands for it in the string the rules run over. A word class of `words.txt` becomes the tag of the same name.
TAGS: dict[str, str] = {
    # numbers
    "Q": "Q",  # a quantity that may be a result
    "NUM": "#",  # a number that is something else (its verdict says what), or is not read yet
    "TIMES": "2",  # a verb that is a factor: doubles, halves
    # what is measured, and on what
    "METRIC": "M",
    "COST": "C",
    "BENCH": "B",
    "SPLIT": "S",
    "NAME": "X",
    "PERF": "P",
    # change
    "UPVERB": "U",
    "DOWNVERB": "D",
    "SPEEDVERB": "E",
    "UPNOUN": "u",
    "DOWNNOUN": "d",
    "DIFFNOUN": "j",
    "SPEEDNOUN": "e",
    "COMPRESSNOUN": "k",
    "UPADJ": "A",
    "DOWNADJ": "a",
    "ACCURATEADJ": "1",
    "EFFICIENTADJ": "3",
    "FASTADJ": "F",
    "SLOWADJ": "f",
    "RELATIVE": "r",
    "ABSOLUTE": "b",
    # result and comparison
    "BEAT": "O",
    "GET": "G",
    "BE": "I",
    "HAVE": "h",
    "KEEP": "K",
    "TAKE": "J",
    "SOLVE": "Z",
    "THAN": "t",
    "OVER": "o",
    "VERSUS": "v",
    # small words
    "FROM": "R",
    "TO": "T",
    "BY": "Y",
    "OF": "L",
    "ON": "n",
    "IN": "N",
    "WITH": "W",
    "AND": "&",
    "RESP": "y",
    "DET": "z",
    "WE": "w",
    "MEAN": "m",
    "NOTABLY": "g",
    "CONJ": "?",
    "SOTA": "V",
    "ONLY": "l",
    "UPTO": "4",
    "ATLEAST": "5",
    "ABOUT": "6",
    "MAGNITUDE": "7",
    # nouns around numbers
    "COUNTNOUN": "c",
    "SETNOUN": "s",
    "LABEL": "8",
    "CASE": "!",
    "PRIOR": "9",
    "HARDWARE": "H",
    "BENCHNOUN": "q",
    "PROPOSE": "p",
    "CALLED": "i",
    # punctuation
    "COMMA": ",",
    "SEMI": ";",
    "COLON": ":",
    "DASH": "-",
    "SLASH": "/",
    "LP": "(",
    "RP": ")",
    "POSS": "'",
    "STOP": ".",
    "URL": "0",
    "WORD": "x",
}
