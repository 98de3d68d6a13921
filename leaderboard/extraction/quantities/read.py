"""Step 4, quantities: numbers with sign, unit, range, uncertainty and bound; and numbers that are something else, said as what they are.

A number ends up either in a ``Q`` node (it may be a result; the grammar decides) or in a ``NUM`` node with a verdict from `not_results.py`:
``model-size``, ``year``, ``version``, ``data-set-size``, ``setting``, ``count``, ``rank``, ``resolution``, ``enumeration``, ``formula``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from leaderboard.extraction.lexicon.unit_spellings import unit_key
from leaderboard.extraction.lexicon.vocabulary import Vocabulary
from leaderboard.extraction.quantities.bounds import bound_of
from leaderboard.extraction.quantities.lists import merge_lists
from leaderboard.extraction.quantities.not_results import BY_CONTEXT, BY_FORM, Seen, code_of
from leaderboard.extraction.quantities.notation import (
    FACTOR_VERBS,
    FOLD_WORD,
    FRACTION_WORDS,
    NUMBER_WORDS,
    PREFIXED,
    RANGE,
    RESOLUTION,
    SHARE_WORD,
    VALUE,
    WORDED_UNITS,
    may_count,
)
from leaderboard.extraction.quantities.ranges import SECOND, TWO_ENDS, WORDS_BEFORE, Link, Ranges
from leaderboard.extraction.quantities.units import CHANGE_AHEAD, MULTIPLIER, MULTIPLIERS
from leaderboard.extraction.quantities.worded import CLOCK, OF_A_TIME, OF_IT
from leaderboard.extraction.tokens.node import Node, Quantity
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.model import Bound, Span, Verdict

_FRACTION = re.compile(r"(?P<top>\d+)/(?P<bottom>\d+)(?:th|rd|nd)?(?![\d/.A-Za-z-])")


_UNCERTAIN = re.compile(rf"\s?[%]?\s?(?:±\s?|\(±\s?)(?P<value>{VALUE})")


#: ``F1 scores of 75 and higher``.
_AND_MORE = re.compile(r"\s(?:and|or)\s(?:(?P<up>higher|more|above|better|greater)|lower|less|below|fewer)\b(?!\s(?:than|[a-z]+ly))")


_ORDINAL = re.compile(r"-?(?:st|nd|rd|th)\b")


_OUT_OF = re.compile(rf"(?:/|\s+out\s+of\s+(?:the\s+)?)(?P<value>{VALUE})(?![\d/])")


@dataclass(frozen=True, slots=True)
class Measured:
    """A sentence whose numbers are read: its nodes, and a verdict for every number that is not a possible result."""

    nodes: Sentence
    verdicts: list[Verdict]


def quantities(text: str, nodes: Sentence, vocabulary: Vocabulary) -> Measured:
    """Read the numbers of one lexed sentence.

    Args:
        text: the repaired text that the nodes' offsets refer to.
        nodes: what :func:`~leaderboard.extraction.tokens.lex.lex` made of the sentence.
        vocabulary: for the spellings of units.
    """
    reader = _Reader(text, nodes, vocabulary)
    while reader.i < len(nodes):
        node = nodes[reader.i]
        if node.tag in _NUMBERS or may_count(node.text):
            reader.step()
        else:
            reader.out.append(node)
            reader.i += 1
    return Measured(merge_lists(reader.out), reader.verdicts)


_NUMBERS = ("NUM", "MAGNITUDE")


class _Reader:
    """Walks over the nodes of a sentence once and builds the new list."""

    def __init__(self, text: str, nodes: Sentence, vocabulary: Vocabulary) -> None:
        self.text, self.nodes, self.vocabulary = text, nodes, vocabulary
        self.i = 0
        self.ranges = Ranges()
        self.out = Sentence()
        self.verdicts: list[Verdict] = []

    def step(self) -> None:
        node = self.nodes[self.i]
        if node.tag == "NUM":
            self._number(node)
        elif node.tag == "MAGNITUDE":
            self._magnitude(node)
        elif (
            node.tag in ("WORD", "COUNTNOUN")
            and (word := node.text.casefold()) in FACTOR_VERBS
            and self._has_object()
            and not self._adjective(word)
        ):
            self._emit(self._signed(Quantity(node.start, node.end, FACTOR_VERBS[word], unit="x", worded=True)), "TIMES")
        elif node.text.casefold() in ("twice", "thrice"):
            self._emit(self._signed(Quantity(node.start, node.end, 2.0 if node.text.casefold() == "twice" else 3.0, unit="x", worded=True)))
        elif node.tag in ("WORD", "NAME", "DET") and (read := self._worded(node) or self._prefixed(node)) is not None:
            self._emit(read)
        else:
            self.out.append(node)
            self.i += 1

    def _adjective(self, word: str) -> bool:
        """``a triple sparsity prior``: behind an article it says how many, not that something grew."""
        return word in ("double", "triple", "quadruple") and bool(self.out) and self.out[-1].tag in ("DET", "OF")

    def _has_object(self) -> bool:
        """``doubles the accuracy``, ``a doubling of the speed``, ``the speed doubles``: but not ``double labels``."""
        after = self.nodes[self.i + 1] if self.i + 1 < len(self.nodes) else None
        if after is not None and after.tag in ("DET", "OF", "WE", "METRIC", "COST", "PERF"):
            return True
        return bool(self.out) and self.out[-1].tag in ("METRIC", "COST", "PERF") and self.nodes[self.i].text.endswith(("s", "ed"))

    # -- plain numbers ------------------------------------------------------------------------------------------------------

    def _number(self, node: Node) -> None:
        code = code_of(self._seen(node.start, node.end), BY_FORM)
        if code:
            self._refuse(node.start, self._glued_end(node.end), code)
            return
        q = self._read(node)
        code = None if q.ordinal else code_of(self._seen(q.start, q.end, q), BY_CONTEXT)
        if code:
            self._refuse(q.start, q.end, code)
            return
        self._emit(q)

    def _seen(self, start: int, end: int, quantity: Quantity | None = None) -> Seen:
        before = self.out[-1] if self.out else None
        if quantity is None and before is not None and before.tag == "LP" and len(self.out) > 1:
            before = self.out[-2]
        behind = [n for n in self.nodes[self.i + 1 : self.i + 9] if n.start >= end]
        return Seen(self.text, start, end, before, behind, start == self.nodes[0].start, quantity)

    def _read(self, node: Node) -> Quantity:
        """The quantity that begins at a number: value, multiplier, unit, range, uncertainty, sign."""
        text, start, end = self.text, node.start, node.end
        fraction = _FRACTION.match(text, start)
        if fraction and 0 < int(fraction["top"]) < int(fraction["bottom"]) and not text.startswith("%", fraction.end()):
            return self._read_fraction(fraction)
        value = float(node.text.replace(",", ""))
        decimals = len(node.text.partition(".")[2])
        ordinal = _ORDINAL.match(text, end)
        if ordinal:
            return self._signed(Quantity(start, ordinal.end(), value, ordinal=True))
        factor, end = self._multiplier(end)
        plus = text.startswith("+", end) and text[end + 1 : end + 2] in ("%", " ", "x")
        end += plus
        uncertain = _UNCERTAIN.match(text, end)
        if uncertain:
            end = uncertain.end()
        unit, scale, stop = self._unit(end)
        high, high_end = None, 0
        second = None if uncertain else self._second(start, stop if unit else end)
        if second is not None:
            high_value, high_factor, high_unit, high_scale, high_end = second
            if unit is None or high_unit == unit or high_unit is None:
                shared = high_unit if unit is None else unit
                if unit is None:
                    scale = high_scale
                    factor = high_factor if factor == 1 else factor
                unit, high, stop = shared, high_value * high_factor * high_scale, high_end
        if unit is None and high is None:
            stop = end
            unit = self._unit_of_the_second(stop)
        if unit == "%" and text.startswith("+", stop) and not text[stop + 1 : stop + 2].strip(" ,.;)"):
            plus, stop = True, stop + 1
        more = _AND_MORE.match(text, stop)
        value *= factor * scale
        out_of = _OUT_OF.match(text, stop) if unit is None and high is None and factor == 1 else None
        return self._signed(
            Quantity(
                start,
                stop,
                min(value, high) if high is not None else value,
                max(value, high) if high is not None else None,
                unit,
                bound="at_least" if plus or (more and more["up"]) else "up_to" if more else "exact",
                uncertainty=float(uncertain["value"].replace(",", "")) if uncertain else None,
                out_of=float(out_of["value"].replace(",", "")) if out_of else None,
                decimals=decimals,
            )
        )

    def _read_fraction(self, match: re.Match[str]) -> Quantity:
        value = round(int(match["top"]) / int(match["bottom"]), 6)
        second = re.compile(r"\s(?:to|-)\s(?P<top>\d+)/(?P<bottom>\d+)").match(self.text, match.end())
        if second:
            high = round(int(second["top"]) / int(second["bottom"]), 6)
            return Quantity(match.start(), second.end(), min(value, high), max(value, high), "x", fraction=True)
        return self._signed(Quantity(match.start(), match.end(), value, unit="x", fraction=True))

    def _multiplier(self, end: int) -> tuple[float, int]:
        if self.vocabulary.units.match(self.text, end):
            return 1.0, end
        match = MULTIPLIER.match(self.text, end)
        if match is None:
            return 1.0, end
        return MULTIPLIERS[match["letter"] or match["word"]], match.end()

    def _unit(self, end: int) -> tuple[str | None, float, int]:
        """The unit at ``end``, its factor and where it ends."""
        match = self.vocabulary.units.match(self.text, end)
        if match is None:
            return None, 1.0, end
        unit, factor = self.vocabulary.measures[unit_key(match["unit"])]
        if not self._unit_fits(match, unit):
            return None, 1.0, end
        return unit, factor, match.end()

    def _unit_fits(self, match: re.Match[str], unit: str) -> bool:
        text, spelling = self.text, match["unit"]
        after = text[match.end() : match.end() + 22].casefold()
        if unit == "deg" and re.match(r"[\s-]of[\s-]freedom", after):
            return False
        if unit == "x" and re.match(r"\s?\d", after):
            return False
        if unit == "x" and after.startswith((" cross", "-cross")):
            return False
        if unit == "m" and after.startswith(("-param", " param", " pairs", " image", " token")):
            return False
        if spelling == "s" and match["gap"] == "" and re.search(r",\d{3}$", text[: match.start()][-4:]):
            return False
        if spelling == "s" and match["gap"] == "" and re.search(r"\b(?:19|20)\d0$", text[: match.start()][-6:]):
            return False
        if unit == "points" and spelling.casefold() == "point" and match["gap"] != "" and not CHANGE_AHEAD.match(text, match.end()):
            return False
        if match["gap"] == "-" and unit != "x" and not spelling.casefold().startswith(("gpu", "perc", "point")):
            return False
        return not (
            text[match.end() : match.end() + 1] == "-" and unit not in ("%", "x") and text[match.end() + 1 : match.end() + 2].isalpha()
        )

    def _second(self, start: int, end: int) -> tuple[float, float, str | None, float, int] | None:
        """The high end of a range that goes on at ``end``: value, multiplier, unit, its factor, where it ends."""
        match = SECOND.match(self.text, end) or self._lost_tilde(start, end)
        if match is None:
            return None
        link = match["link"]
        first = re.match(VALUE, self.text[start:end].lstrip("+-~<> "))
        pair = Link(
            link,
            self._words_before(start),
            float(first[0].replace(",", "")) if first else 1.0,
            float(match["value"].replace(",", "")),
            percent=self.text[start:end].endswith("%"),
            second_unit=self._unit(self._multiplier(match.end())[1])[0],
            bracketed=self.text[start - 1 : start] == "(" and re.match(r"\\?%\)", self.text[match.end() :]) is not None,
        )
        if not self.ranges.joins(pair):
            return None
        if link[0] == "-" and (match["sign"] or self.text[match.end() : match.end() + 1] in "-/"):
            return None
        factor, stop = self._multiplier(match.end())
        unit, scale, stop = self._unit(stop)
        if RESOLUTION.match(self.text, stop) and unit is None:
            return None
        return float(match["value"].replace(",", "")), factor, unit, scale, stop

    def _lost_tilde(self, start: int, end: int) -> re.Match[str] | None:
        """``3x 8x``, ``6.6 10.4 FPS``: the two ends of a range whose tilde got lost on the way."""
        match = TWO_ENDS.match(self.text, end)
        if match is None:
            return None
        unit = self._unit(match.end())[0]
        glued = unit == "x" and self.text[start:end].endswith(("x", "×"))
        rising = float(match["value"].replace(",", "")) > float(re.match(VALUE, self.text[start:])[0].replace(",", ""))  # type: ignore[index]
        plain = unit in ("x", "fps") and self.text[start:end].replace(".", "").isdigit() and "." in match["value"]
        listed = re.match(r"[\sx×%]{0,3}(?:,|and\b)\s?\d", self.text[self._unit(match.end())[2] :])
        return match if rising and (glued or plain) and listed is None else None

    def _unit_of_the_second(self, end: int) -> str | None:
        """``from 27.5 to 36 dB``: the first number of a move has the unit of the second."""
        match = SECOND.match(self.text, end) if self.ranges.moving else None
        if match is None or match["link"] != "to":
            return None
        unit = self._unit(self._multiplier(match.end())[1])[0]
        return unit if unit in ("%", "dB", "points", "ms", "s", "fps", "mm") else None

    def _words_before(self, start: int) -> list[str]:
        return (
            self.text[max(0, start - 40) : start]
            .casefold()
            .replace("+", " ")
            .replace("(", "( ")
            .replace("approximately", "")
            .replace("about", "")
            .split()[-WORDS_BEFORE:]
        )

    # -- sign and bound -----------------------------------------------------------------------------------------------------

    def _signed(self, quantity: Quantity) -> Quantity:
        """Take the sign, the money sign and the words of bound that stand before the number; they leave the list of nodes."""
        reach = 1
        while self.out:
            node = self.out[-1]
            touching = node.end == quantity.start
            if node.text in "+-" and touching and not quantity.sign and self._sign_ok(node):
                quantity = replace(quantity, sign=node.text, start=node.start)
            elif node.text in ("$", "\\", "€", "£") and node.end >= quantity.start - 1:
                quantity = replace(quantity, unit="USD" if node.text in "$\\" else node.text, start=node.start)
            elif node.text in ("<", ">", "~", "≲", "≳") and quantity.start - node.end <= 1:
                bound: Bound = {"<": "up_to", ">": "at_least", "~": "about"}.get(node.text, "about")  # type: ignore[assignment]
                quantity = replace(quantity, bound=bound, start=node.start if touching else quantity.start, only=bound == "up_to")
            elif quantity.start - node.end <= reach and (own_bound := bound_of(node)) is not None and not self._own_meaning(node):
                small = own_bound == "up_to" and node.text.casefold() != "up to"
                quantity = replace(
                    quantity, bound=own_bound if quantity.bound in ("exact", "about") else quantity.bound, only=quantity.only or small
                )
            elif node.text.casefold() in ("a", "an") and quantity.start - node.end <= 1 and self._bound_before_article():
                reach = quantity.start - node.start + 1
            elif node.has("ONLY") and quantity.start - node.end <= 24:
                quantity = replace(quantity, only=True)
            else:
                break
            self.out.pop()
        return quantity

    def _bound_before_article(self) -> bool:
        """``up to a 11% improvement``."""
        before = self.out[-2] if len(self.out) > 1 else None
        return before is not None and (before.has("UPTO") or before.has("ATLEAST") or before.has("ABOUT"))

    def _sign_ok(self, node: Node) -> bool:
        before = self.text[node.start - 1] if node.start else " "
        return before in " (,/~><[$" or (node.text == "+" and not (before.isalnum() or before in "|)}]"))

    def _own_meaning(self, node: Node) -> bool:
        """``up from 79%`` is no bound."""
        return node.tag == "VERSUS"

    # -- words --------------------------------------------------------------------------------------------------------------

    def _worded(self, node: Node) -> Quantity | None:
        """``three times``, ``a quarter of``, ``two thirds of``, ``four GPU hours``."""
        word = node.text.casefold()
        glued = FOLD_WORD.fullmatch(word)
        if glued and self._counts():
            return self._signed(Quantity(node.start, node.end, NUMBER_WORDS[glued["number"]], unit="x", worded=True))
        clock = OF_A_TIME.match(self.text, node.end)
        if clock and word in FRACTION_WORDS:
            start, count = self._small_number_before(node) or (node.start, 1.0)
            value = round(count * FRACTION_WORDS[word], 6)
            return self._signed(Quantity(start, clock.end(), value, unit=CLOCK[clock["unit"]], worded=True))
        share = SHARE_WORD.fullmatch(word)
        if share:
            count = NUMBER_WORDS[share["number"]] * FRACTION_WORDS[share["part"]]
            return self._signed(Quantity(node.start, node.end, round(count, 6), unit="x", fraction=True, worded=True))
        if word == "half" and self.out and self.out[-1].text.casefold() in ("in", "by"):
            return Quantity(node.start, node.end, 0.5, unit="x", fraction=True, worded=True)
        if word in FRACTION_WORDS and (OF_IT.match(self.text, node.end) or (word == "half" and self._cost_next())):
            top = self._small_number_before(node)
            start, count = top or (node.start, 1.0)
            return self._signed(Quantity(start, node.end, round(count * FRACTION_WORDS[word], 6), unit="x", fraction=True, worded=True))
        if word not in NUMBER_WORDS:
            return None
        if self.text.startswith("-", node.end) and not re.match(r"-(?:fold|times)", self.text[node.end :]):
            return None
        unit, scale, stop = self._unit(node.end)
        if unit not in WORDED_UNITS:
            return None
        return self._signed(Quantity(node.start, stop, NUMBER_WORDS[word] * scale, unit=unit, worded=True))

    def _cost_next(self) -> bool:
        """``less than half memory``, ``almost half overall computations``."""
        if not self.out or not any(self.out[-1].has(tag) for tag in ("UPTO", "ATLEAST", "ABOUT", "ONLY")):
            return False
        after = [n.tag for n in self.nodes[self.i + 1 : self.i + 3]]
        return after[:1] == ["COST"] or (after[1:] == ["COST"] and after[0] in ("WORD", "MEAN", "NOTABLY"))

    def _counts(self) -> bool:
        """Whether a "threefold" is a factor: ``our contribution is twofold:`` is none."""
        after = self.nodes[self.i + 1] if self.i + 1 < len(self.nodes) else None
        return after is not None and after.tag not in ("COLON", "STOP", "COMMA", "SEMI")

    def _prefixed(self, node: Node) -> Quantity | None:
        """``more than x4 faster``: a factor with its sign in front, before a comparative or a noun of change."""
        match = PREFIXED.fullmatch(node.text)
        after = self.nodes[self.i + 1].tag if self.i + 1 < len(self.nodes) else ""
        if match is None or after not in ("FASTADJ", "SLOWADJ", "UPADJ", "DOWNADJ", "SPEEDNOUN", "UPNOUN", "DOWNNOUN", "EFFICIENTADJ"):
            return None
        return self._signed(Quantity(node.start, node.end, float(match["value"]), unit="x"))

    def _small_number_before(self, node: Node) -> tuple[int, float] | None:
        if not self.out:
            return None
        last = self.out[-1]
        if node.start - last.end <= 1 and (last.text.casefold() in NUMBER_WORDS or last.text.casefold() in ("a", "an")):
            self.out.pop()
            return last.start, NUMBER_WORDS.get(last.text.casefold(), 1.0)
        return None

    def _magnitude(self, node: Node) -> None:
        """``an order of magnitude`` is a factor of about 10, ``two orders of magnitude`` one of about 100."""
        last = self.out[-1] if self.out else None
        count = start = low = None
        replaced = 1
        if last is not None and node.start - last.end <= 1:
            word = last.text.casefold()
            if last.tag in ("Q", "NUM") and last.quantities and last.quantities[0].unit is None:
                count, start = last.quantities[0].high or last.quantities[0].value, last.start
                low = last.quantities[0].value if last.quantities[0].high else None
            elif word in ("an", "a", "one") or (word == "the" and self._comparative_next()):
                count, start = 1.0, last.start
            elif word in NUMBER_WORDS:
                count, start = NUMBER_WORDS[word], last.start
                if len(self.out) > RANGE and self.out[-2].text == "to" and self.out[-3].text.casefold() in NUMBER_WORDS:
                    low, start, replaced = NUMBER_WORDS[self.out[-3].text.casefold()], self.out[-3].start, RANGE + 1
        if count is None and node.text.casefold() in ("order of magnitude", "order-of-magnitude") and self._change_next():
            count, start, replaced = 1.0, node.start, 0
        if count is None or start is None or count > 12:
            self.out.append(node)
            self.i += 1
            return
        earlier = last.quantities[0].bound if replaced and last is not None and last.quantities else "exact"
        del self.out[len(self.out) - replaced :]
        low_value, high = (10.0**count, None) if low is None else (10.0**low, 10.0**count)
        quantity = self._signed(
            Quantity(start, node.end, low_value, high, unit="x", bound="about" if earlier == "exact" else earlier, worded=True)
        )
        self._emit(quantity if quantity.bound != "exact" else replace(quantity, bound="about"))

    def _change_next(self) -> bool:
        """``order of magnitude compression``: without an article, but right before what changed."""
        after = self.nodes[self.i + 1] if self.i + 1 < len(self.nodes) else None
        return self._comparative_next() or (after is not None and after.tag in ("COMPRESSNOUN", "SPEEDNOUN", "UPNOUN", "DOWNNOUN"))

    def _comparative_next(self) -> bool:
        after = self.nodes[self.i + 1] if self.i + 1 < len(self.nodes) else None
        return after is not None and after.tag in ("FASTADJ", "SLOWADJ", "UPADJ", "DOWNADJ", "EFFICIENTADJ")

    # -- output -------------------------------------------------------------------------------------------------------------

    def _glued_end(self, end: int) -> int:
        while end < self.nodes[-1].end and self.text[end].isalnum():
            end += 1
        return end

    def _skip_to(self, end: int) -> None:
        self.i += 1
        while self.i < len(self.nodes) and self.nodes[self.i].start < end:
            self.i += 1

    def _emit(self, quantity: Quantity, tag: str = "Q") -> None:
        self._skip_to(quantity.end)
        last = self.out[-1] if self.out else None
        if quantity.unit is None and last is not None and last.tag == "BY" and "factor" in last.text.casefold():
            quantity = replace(quantity, unit="x")
        after = self.text[quantity.end : quantity.end + 11].casefold()
        if after.startswith((" (approx", " (about", " approx")) and quantity.bound == "exact":
            quantity = replace(quantity, bound="about")
        self.out.append(Node(tag, quantity.start, quantity.end, self.text[quantity.start : quantity.end], None, (quantity,)))

    def _refuse(self, start: int, end: int, code: str) -> None:
        self._skip_to(end)
        self.verdicts.append(Verdict(Span(start, end), self.text[start:end], code))
        last = self.out[-1] if self.out else None
        if last is not None and last.tag == "NAME" and start - last.end <= 1 and code in ("version", "model-size", "year", "name"):
            self.out[-1] = Node("NAME", last.start, end, self.text[last.start : end])
        elif code == "name":
            self.out.append(Node("NAME", start, end, self.text[start:end]))
        else:
            self.out.append(Node("NUM", start, end, self.text[start:end], code))
