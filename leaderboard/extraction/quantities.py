"""Step 4, quantities: numbers with sign, unit, range, uncertainty and bound; and numbers that are something else, said as what they are.

A number ends up either in a ``Q`` node (it may be a result; the grammar decides) or in a ``NUM`` node with a verdict: ``model-size``, ``year``,
``version``, ``data-set-size``, ``setting``, ``count``, ``rank``, ``resolution``, ``enumeration``, ``formula``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from leaderboard.extraction.nodes import Node, Quantity
from leaderboard.extraction.vocabulary import Vocabulary, unit_key
from leaderboard.model import Bound, Span, Verdict

NUMBER_WORDS = {
    **{w: float(n) for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)},
    **{"fifteen": 15.0, "twenty": 20.0, "thirty": 30.0, "fifty": 50.0, "hundred": 100.0, "thousand": 1000.0, "single": 1.0},
}
FRACTION_WORDS = {
    "half": 0.5,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 0.25,
    "quarters": 0.25,
    "fifth": 0.2,
    "tenth": 0.1,
    "eighth": 0.125,
}
FACTOR_VERBS = {
    **dict.fromkeys(("double", "doubles", "doubled", "doubling"), 2.0),
    **dict.fromkeys(("triple", "triples", "tripled", "tripling"), 3.0),
    **dict.fromkeys(("quadruple", "quadruples", "quadrupled", "quadrupling"), 4.0),
    **dict.fromkeys(("halve", "halves", "halved", "halving"), 0.5),
}
_MULTIPLIERS = {
    "K": 1e3,
    "k": 1e3,
    "M": 1e6,
    "m": 1e6,
    "B": 1e9,
    "b": 1e9,
    "T": 1e12,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
}
_VALUE = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,12})?|\d{1,15}(?:\.\d{1,12})?|\.\d{1,12}"
_MULTIPLIER = re.compile(r"(?P<letter>[KMBTkmb])(?![A-Za-z0-9%])|[\s-](?P<word>thousand|million|billion|trillion)s?\b")
_SECOND = re.compile(rf"\s?(?P<link>-|~|to|and|up\sto)\s?(?P<sign>[+-]?)(?P<value>{_VALUE})(?![\d])")
_FRACTION = re.compile(r"(?P<top>\d+)/(?P<bottom>\d+)(?![\d/.A-Za-z-])")
_UNCERTAIN = re.compile(rf"\s?[%]?\s?(?:±\s?|\(±\s?)(?P<value>{_VALUE})")
_ORDINAL = re.compile(r"-?(?:st|nd|rd|th)\b")
_OUT_OF = re.compile(rf"(?:/|\s+out\s+of\s+(?:the\s+)?)(?P<value>{_VALUE})(?![\d/])")
_RELATION = re.compile(r"\$?\s?[<>=]\s?\$?\\?[A-Za-z]")
_CITATION = re.compile(r"\[\d{1,3}\]")
_RESOLUTION = re.compile(r"\s?[xX*]\s?\d")
_COMPOUND = re.compile(r"-(?=[A-Za-z])")
_GLUED_WORD = re.compile(r"[A-Za-z_]")
_OF_DATA = re.compile(
    r"\s(?:of|long|labell?ed|transcribed|unlabell?ed)\s(?:[\w-]+\s){0,4}?(?:data|speech|audio|videos?|recordings?|music|footage|conversations?|dialogues?|material|driving|supervision|annotations?)\b"
)
_CHANGE_AHEAD = re.compile(
    r"\s(?:absolute |relative |average |performance |accuracy )?(?:improvement|gain|increase|drop|advantage|boost|decrease|reduction|margin|lead|decline|rise|jump|difference|gap)"
)
#: Longer runs of digits are identifiers, not measurements.
_LONGEST_NUMBER = 20
_PHYSICAL_TIME = {"s", "min", "h", "ms", "day", "GPU years"}


@dataclass(frozen=True, slots=True)
class Measured:
    """A sentence whose numbers are read: its nodes, and a verdict for every number that is not a possible result."""

    nodes: list[Node]
    verdicts: list[Verdict]


def quantities(text: str, nodes: list[Node], vocabulary: Vocabulary) -> Measured:
    """Read the numbers of one lexed sentence.

    Args:
        text: the repaired text that the nodes' offsets refer to.
        nodes: what :func:`~leaderboard.extraction.lex.lex` made of the sentence.
        vocabulary: for the spellings of units.
    """
    reader = _Reader(text, nodes, vocabulary)
    while reader.i < len(nodes):
        reader.step()
    return Measured(_merge_lists(reader.out), reader.verdicts)


class _Reader:
    """Walks over the nodes of a sentence once and builds the new list."""

    def __init__(self, text: str, nodes: list[Node], vocabulary: Vocabulary) -> None:
        self.text, self.nodes, self.vocabulary = text, nodes, vocabulary
        self.i = 0
        self.from_to = False
        self.out: list[Node] = []
        self.verdicts: list[Verdict] = []

    def step(self) -> None:
        node = self.nodes[self.i]
        if node.tag == "NUM":
            self._number(node)
        elif node.tag == "MAGNITUDE":
            self._magnitude(node)
        elif node.tag == "WORD" and (word := node.text.casefold()) in FACTOR_VERBS:
            self._emit(Quantity(node.start, node.end, FACTOR_VERBS[word], unit="x", worded=True), "TIMES")
        elif node.text.casefold() in ("twice", "thrice"):
            self._emit(Quantity(node.start, node.end, 2.0 if node.text.casefold() == "twice" else 3.0, unit="x", worded=True))
        elif node.tag in ("WORD", "NAME", "DET") and (read := self._worded(node)) is not None:
            self._emit(read)
        else:
            self.out.append(node)
            self.i += 1

    # -- plain numbers ------------------------------------------------------------------------------------------------------

    def _number(self, node: Node) -> None:
        code = self._not_a_result_by_form(node)
        if code:
            self._refuse(node.start, self._glued_end(node.end), code)
            return
        quantity = self._read(node)
        code = self._not_a_result_by_context(quantity)
        if code:
            self._refuse(quantity.start, quantity.end, code)
            return
        self._emit(quantity)

    def _not_a_result_by_form(self, node: Node) -> str | None:
        if len(node.text) > _LONGEST_NUMBER:
            return "name"
        text, start, end = self.text, node.start, node.end
        before, after = text[start - 1] if start else " ", text[end : end + 1]
        if before in "^_{\\" and not text[start - 1 : start + 4].startswith(("\\800", "\\")):
            return "formula"
        if before == "{" or after in ("^", "}") or _RELATION.match(text, end):
            return "formula"
        if _CITATION.match(text, start - 1):
            return "citation"
        if (
            after == ")"
            and (before == "(" or start == self.nodes[0].start or before == " ")
            and node.text.isdigit()
            and int(node.text) < 20
            and not self._percent_near(end)
        ):
            if before == "(" and self._previous_tag() in ("METRIC", "BENCH", "NAME"):
                return None
            return "enumeration"
        if _RESOLUTION.match(text, end):
            return "resolution"
        if before == "x" and start > 1 and text[start - 2].isdigit():
            return "resolution"
        if start > 2 and text[start - 2 : start] == "x " and text[start - 3] in "0123456789 ":
            return "resolution"
        ordinal = _ORDINAL.match(text, end)
        if ordinal and not text.startswith(" percentile", ordinal.end()):
            return "rank"
        return None

    def _percent_near(self, end: int) -> bool:
        return self.text.startswith("%", end)

    def _previous_tag(self) -> str:
        for node in reversed(self.out):
            if node.tag != "LP":
                return node.tag
        return ""

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
        value *= factor * scale
        out_of = _OUT_OF.match(text, stop) if unit is None and high is None and factor == 1 else None
        return self._signed(
            Quantity(
                start,
                stop,
                min(value, high) if high is not None else value,
                max(value, high) if high is not None else None,
                unit,
                bound="at_least" if plus else "exact",
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
        return Quantity(match.start(), match.end(), value, unit="x", fraction=True)

    def _multiplier(self, end: int) -> tuple[float, int]:
        if self.vocabulary.units.match(self.text, end):
            return 1.0, end
        match = _MULTIPLIER.match(self.text, end)
        if match is None:
            return 1.0, end
        return _MULTIPLIERS[match["letter"] or match["word"]], match.end()

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
        if spelling == "s" and match["gap"] == "" and re.search(r"\b(?:19|20)\d0$", text[: match.start()][-6:]):
            return False
        if unit == "points" and spelling.casefold() == "point" and match["gap"] != "" and not _CHANGE_AHEAD.match(text, match.end()):
            return False
        if match["gap"] == "-" and unit != "x" and not spelling.casefold().startswith(("gpu", "perc", "point")):
            return False
        return not (
            text[match.end() : match.end() + 1] == "-" and unit not in ("%", "x") and text[match.end() + 1 : match.end() + 2].isalpha()
        )

    def _second(self, start: int, end: int) -> tuple[float, float, str | None, float, int] | None:
        """The high end of a range that goes on at ``end``: value, multiplier, unit, its factor, where it ends."""
        match = _SECOND.match(self.text, end)
        if match is None:
            return None
        link = match["link"]
        before = self._words_before(start)
        if link == "and" and "between" not in before[-2:]:
            return None
        if link == "to" and self.from_to and not set(before) & {"ranging", "between"}:
            return None
        if (
            link == "to"
            and before[-1:] == ["from"]
            and not {"ranging", "ranges", "range", "varying", "vary", "ranged", "gains", "improvements"} & set(before)
        ):
            self.from_to = True
            return None
        if (
            link == "to"
            and before[-1:] == ["by"]
            and float(match["value"].replace(",", "")) > 8 * float(self.text[start:end].split()[0].strip("%x").replace(",", "") or 1)
        ):
            return None
        if link == "to" and before[-1:] == ["from"]:
            self.from_to = False
        if link == "-" and (match["sign"] or self.text[match.end() : match.end() + 1] in "-/"):
            return None
        factor, stop = self._multiplier(match.end())
        unit, scale, stop = self._unit(stop)
        if _RESOLUTION.match(self.text, stop) and unit is None:
            return None
        return float(match["value"].replace(",", "")), factor, unit, scale, stop

    def _words_before(self, start: int) -> list[str]:
        return (
            self.text[max(0, start - 40) : start]
            .casefold()
            .replace("+", " ")
            .replace("approximately", "")
            .replace("about", "")
            .split()[-4:]
        )

    # -- sign and bound -----------------------------------------------------------------------------------------------------

    def _signed(self, quantity: Quantity) -> Quantity:
        """Take the sign, the money sign and the words of bound that stand before the number; they leave the list of nodes."""
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
            elif quantity.start - node.end <= 1 and (bound_of := _bound_of(node)) is not None and not self._own_meaning(node):
                small = bound_of == "up_to" and node.text.casefold() != "up to"
                quantity = replace(
                    quantity, bound=bound_of if quantity.bound in ("exact", "about") else quantity.bound, only=quantity.only or small
                )
            elif node.has("ONLY") and quantity.start - node.end <= 24:
                quantity = replace(quantity, only=True)
            else:
                break
            self.out.pop()
        return quantity

    def _sign_ok(self, node: Node) -> bool:
        before = self.text[node.start - 1] if node.start else " "
        return before in " (,/~><[$" or (node.text == "+" and not (before.isalnum() or before in "|)}]"))

    def _own_meaning(self, node: Node) -> bool:
        """``up from 79%`` is no bound."""
        return node.tag in ("VERSUS",)

    # -- words --------------------------------------------------------------------------------------------------------------

    def _worded(self, node: Node) -> Quantity | None:
        """``three times``, ``a quarter of``, ``two thirds of``, ``four GPU hours``."""
        word = node.text.casefold()
        if word in FRACTION_WORDS and re.match(r"\s(?:of|the|as|its|that|their)\b", self.text[node.end : node.end + 7]):
            top = self._small_number_before(node)
            start, count = top if top else (node.start, 1.0)
            return self._signed(Quantity(start, node.end, round(count * FRACTION_WORDS[word], 6), unit="x", fraction=True, worded=True))
        if word not in NUMBER_WORDS:
            return None
        if self.text.startswith("-", node.end) and not re.match(r"-(?:fold|times)", self.text[node.end :]):
            return None
        unit, scale, stop = self._unit(node.end)
        if unit is None or (unit not in ("x", "%", "points", "dB") and unit not in _PHYSICAL_TIME):
            return None
        return self._signed(Quantity(node.start, stop, NUMBER_WORDS[word] * scale, unit=unit, worded=True))

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
        if last is not None and node.start - last.end <= 1:
            word = last.text.casefold()
            if last.tag in ("Q", "NUM") and last.quantities and last.quantities[0].unit is None:
                count, start = last.quantities[0].high or last.quantities[0].value, last.start
                low = last.quantities[0].value if last.quantities[0].high else None
            elif word in ("an", "a", "one"):
                count, start = 1.0, last.start
            elif word in NUMBER_WORDS:
                count, start = NUMBER_WORDS[word], last.start
        if count is None or start is None or count > 12:
            self.out.append(node)
            self.i += 1
            return
        self.out.pop()
        low_value, high = (10.0**count, None) if low is None else (10.0**low, 10.0**count)
        quantity = self._signed(Quantity(start, node.end, low_value, high, unit="x", bound="about", worded=True))
        self._emit(quantity if quantity.bound != "exact" else replace(quantity, bound="about"))

    # -- what follows says what it is ---------------------------------------------------------------------------------------

    def _not_a_result_by_context(self, q: Quantity) -> str | None:
        text = self.text
        after = text[q.end : q.end + 60]
        before = self.out[-1] if self.out else None
        plain = q.unit is None and not q.sign
        integer = plain and q.value == int(q.value) and q.decimals == 0
        if q.sign == "-" and q.unit is None and not q.decimals:
            return "name"
        if plain and (after.startswith("/") or text[q.start - 1 : q.start] == "/") and q.out_of is None and integer:
            return "name"
        if q.unit in _PHYSICAL_TIME and _OF_DATA.match(after):
            return "data-set-size"
        if integer and q.out_of is None and self._counts(q.end):
            return "count"
        if q.value >= 1000 and q.unit is None and re.match(r"\S*\s(?:million|billion|trillion|thousand)", text[q.start : q.end]):
            return "data-set-size"
        if q.ordinal:
            return None
        if integer and q.high is None and 1950 <= q.value <= 2035 and len(text[q.start : q.end]) == 4:
            return "year"
        if q.high and integer and 1950 <= q.value <= 2035 and q.high <= 2035:
            return "year"
        if q.unit is None and re.search(r"[KMBTkmb]$", text[q.start : q.end]) and q.value >= 1000:
            return _sized(after)
        if (
            q.unit in ("params", "tokens")
            and before is not None
            and re.match(r"[\s-](?:model|LLM|transformer|language|network|backbone|BERT|GPT)", after)
        ):
            return "model-size"
        if plain and _COMPOUND.match(after):
            return "setting"
        if plain and _GLUED_WORD.match(after) and not _is_metric_ahead(self.nodes, q.end):
            return "name"
        if plain and before is not None and before.tag == "NAME" and q.start - before.end <= 1 and q.out_of is None:
            return "version"
        if q.unit == "%" and re.match(
            r"\s+(?:and\s[\d.]+%\s+)?(?:of\s)?(?:the\s)?(?:sparsity|masking|confidence|dropout|mask ratio)", after
        ):
            return "setting"
        return None

    def _counts(self, end: int) -> bool:
        """Whether what follows a whole number says what is counted: ``12 benchmarks``, ``23 prominent open-source models``."""
        for node in self.nodes[self.i + 1 : self.i + 7]:
            if node.start < end:
                continue
            if node.tag in ("COUNTNOUN", "BENCHNOUN", "HARDWARE", "LABEL"):
                return True
            if node.tag not in ("WORD", "NOTABLY", "NAME", "BENCH", "MEAN", "OF", "DET", "SPLIT", "PERF"):
                return False
        return False

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


def _sized(after: str) -> str:
    """What a number with a multiplier letter (7B, 29M, 1K) is, by what follows."""
    if re.match(r"[\s-](?:model|LLM|LLaMA|param|large|language|vision|dense|variant|scale|target|Transformer|transformer|version)", after):
        return "model-size"
    if re.match(
        r"\s+(?:[\w-]+\s+){0,3}?(?:tokens?|images?|samples?|videos?|pairs?|examples?|sentences?|hours|documents?|clips?|words?|frames?|data)\b",
        after,
    ):
        return "data-set-size"
    return "count" if re.match(r"\s+[a-z]", after) else "model-size"


def _is_metric_ahead(nodes: list[Node], position: int) -> bool:
    """Whether a metric is glued to the number that ends at ``position`` (``23.29mAP``)."""
    return any(node.start == position and node.tag in ("METRIC", "COST", "UPADJ", "FASTADJ") for node in nodes)


def _bound_of(node: Node) -> Bound | None:
    if node.has("UPTO"):
        return "up_to"
    if node.has("ATLEAST"):
        return "at_least"
    return "about" if node.has("ABOUT") else None


_LIST_GLUE = frozenset({"COMMA", "AND", "SLASH"})


def _merge_lists(nodes: list[Node]) -> list[Node]:
    """Quantities side by side (``95.9% and 50.0%``, ``3.0%/5.2%``, ``2.4, 9.0, and 12.6 percent``) become one node that holds them all."""
    out: list[Node] = []
    i = 0
    while i < len(nodes):
        node = nodes[i]
        if node.tag != "Q":
            out.append(node)
            i += 1
            continue
        members, j = list(node.quantities), i
        while (step := _next_in_list(nodes, j)) is not None:
            j = step
            members.extend(nodes[j].quantities)
        if len(members) > 1:
            members = _share_unit(members)
        out.append(Node("Q", node.start, nodes[j].end, "", None, tuple(members)) if j > i else node)
        i = j + 1
    return out


def _next_in_list(nodes: list[Node], i: int) -> int | None:
    j = i + 1
    while j < len(nodes) and nodes[j].tag in _LIST_GLUE and j - i <= 2:
        j += 1
    if j == i + 1 or j >= len(nodes) or nodes[j].tag != "Q":
        return None
    if j + 2 < len(nodes) and nodes[j + 1].tag == "TO" and nodes[j + 2].tag in ("Q", "NUM"):
        return None
    a, b = nodes[i].quantities[-1], nodes[j].quantities[0]
    if a.unit is not None and b.unit is not None and a.unit != b.unit:
        return None
    if bool(a.sign) != bool(b.sign) and a.unit is None and b.unit is None:
        return None
    if a.unit is not None and b.unit is None:
        return None
    return j


def _share_unit(members: list[Quantity]) -> list[Quantity]:
    """``2.4, 9.0, and 12.6 percent``: the last unit is everybody's; ``up to 1.55x and 2.11x``: so is the first bound."""
    unit, bound = members[-1].unit, members[0].bound
    if unit in ("x", "%", "points", "dB", "fps", "s", "ms", "h", "min", "mm", "m", "cm") or all(m.unit == unit for m in members):
        members = [replace(m, unit=m.unit or unit) for m in members]
    if bound in ("up_to", "at_least", "about"):
        members = [replace(m, bound=bound) if m.bound == "exact" else m for m in members]
    return members
