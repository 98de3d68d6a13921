from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from leaderboard.registry.folding import Name, fold
from leaderboard.registry.lines import AliasLine, BenchmarkLine, CommentLine, Fault, MetricLine, read_bounds

READERS = [CommentLine, AliasLine, BenchmarkLine, MetricLine]


@pytest.mark.parametrize("reader", READERS)
@given(text=st.one_of(st.text(), st.text(alphabet="aB1 =|.~!#@:-,"), st.text(alphabet="a|= ").map(lambda t: "@alias " + t)))
def test_a_reader_never_raises(reader: type, text: str) -> None:
    value = reader.from_string(text)
    assert value is None or isinstance(value, reader | Fault)


@given(st.text(alphabet="aB1 =|.~!#@:-,"))
def test_every_line_has_exactly_one_kind_in_a_benchmark_file(text: str) -> None:
    kinds = [r for r in (CommentLine, AliasLine, BenchmarkLine) if r.from_string(text) is not None]
    assert len(kinds) == 1


NOT_MINE = [
    (CommentLine, "CIFAR-10 | image classification | vision"),
    (AliasLine, "CIFAR-10 | image classification | vision"),
    (AliasLine, "# @alias"),
    (BenchmarkLine, "# a comment | with | bars"),
    (BenchmarkLine, "@alias CIFAR-10 = CIFAR ten"),
    (MetricLine, ""),
]


@pytest.mark.parametrize(("reader", "line"), NOT_MINE)
def test_not_mine(reader: type, line: str) -> None:
    assert reader.from_string(line) is None


# a wrong line, its code, and a word that the message has to contain
WRONG = [
    (AliasLine, "@alias CIFAR-10", "columns", "@alias NAME = ALIAS"),
    (AliasLine, "@aliases CIFAR-10 = CIFAR ten", "unknown-line", "@aliases"),
    (AliasLine, "@alias CIFAR-10 = CIFAR ten | vision", "columns", "|"),
    (AliasLine, "@alias = CIFAR ten", "empty-name", "empty"),
    (BenchmarkLine, "CIFAR-10 | image classification", "columns", "3 or 4"),
    (BenchmarkLine, "CIFAR-10 | a | b | needs: c | d", "columns", "5"),
    (BenchmarkLine, "CIFAR-10 | | vision", "empty-column", "'task'"),
    (BenchmarkLine, "CIFAR-10 | image classification |", "empty-column", "'area'"),
    (BenchmarkLine, " | image classification | vision", "empty-column", "'names'"),
    (BenchmarkLine, "CIFAR-10 = = CIFAR10 | image classification | vision", "empty-name", "empty"),
    (BenchmarkLine, "CIFAR-10 = - | image classification | vision", "empty-name", "'-'"),
    (BenchmarkLine, "CIFAR-10 = CIFAR-10 | image classification | vision", "duplicate-name", "'CIFAR-10'"),
    (BenchmarkLine, "Cars = ~Cars 196 | image classification | vision", "no-needs", "Cars 196"),
    (BenchmarkLine, "Cars | image classification | vision | needs: image", "unused-needs", "~"),
    (BenchmarkLine, "~Cars | image classification | vision | image", "columns", "needs:"),
    (BenchmarkLine, "~Cars | image classification | vision | needs: image,,", "empty-column", "needs"),
    (MetricLine, "WER | lower | % | 0..", "columns", "6 columns"),
    (MetricLine, "WER | down | % | 0.. | error rate | quality", "bad-direction", "'down'"),
    (MetricLine, "WER | lower | % | 0 | error rate | quality", "bad-bounds", "'0'"),
    (MetricLine, "WER | lower | % | 100..0 | error rate | quality", "bad-bounds", "not below"),
    (MetricLine, "WER | lower | % | low..high | error rate | quality", "bad-bounds", "low..high"),
    (MetricLine, "WER | lower | % | nan.. | error rate | quality", "bad-bounds", "nan"),
    (MetricLine, "WER | lower | | 0.. | error rate | quality", "empty-column", "'unit'"),
    (MetricLine, "WER | lower | % | 0.. | error rate | price", "bad-kind", "'price'"),
    (MetricLine, "| lower | % | 0.. | error rate | quality", "empty-column", "'names'"),
]


@pytest.mark.parametrize(("reader", "line", "code", "says"), WRONG)
def test_mine_but_wrong(reader: type, line: str, code: str, says: str) -> None:
    fault = reader.from_string(line)
    assert isinstance(fault, Fault)
    assert fault.code == code
    assert says in fault.message


word = st.text(alphabet="abcXYZ019-.'@/&+", min_size=1).filter(lambda t: fold(t) != "")
phrase = st.lists(word, min_size=1, max_size=3).map(" ".join)
bound = st.one_of(st.none(), st.integers(-1000, 1000).map(float), st.floats(-1e6, 1e6))


@st.composite
def name_lists(draw: st.DrawFn, shared: bool | None = None) -> tuple[Name, ...]:
    texts = draw(st.lists(phrase, min_size=1, max_size=4, unique=True))
    assume(texts[0][0] not in "@#")  # what begins so is an @alias line or a comment
    return tuple(Name(t, draw(st.booleans()), draw(st.booleans()) if shared is None else shared) for t in texts)


@given(name_lists(), phrase, phrase, st.lists(phrase.map(str.casefold), min_size=1, max_size=3))
def test_a_benchmark_survives_writing_and_reading(names: tuple[Name, ...], task: str, area: str, needs: list[str]) -> None:
    entry = BenchmarkLine(names, task, area, tuple(needs) if any(n.shared for n in names) else ())
    assert BenchmarkLine.from_string(entry.to_string()) == entry


@given(name_lists(), st.sampled_from(["higher", "lower"]), word, bound, bound, phrase, st.sampled_from(["quality", "cost"]))
def test_a_metric_survives_writing_and_reading(names, direction, unit, low, high, family, kind) -> None:
    if low is not None and high is not None and low >= high:
        low, high = (high, low) if low != high else (low, None)
    entry = MetricLine(names, direction, unit, low, high, family, kind)
    assert MetricLine.from_string(entry.to_string()) == entry


@given(name_lists().filter(lambda names: len(names) > 1))
def test_an_alias_line_survives_writing_and_reading(names: tuple[Name, ...]) -> None:
    entry = AliasLine(names[0].text, names[1:])
    assert AliasLine.from_string(entry.to_string()) == entry


BOUNDS = [
    ("0..100", (0, 100)),
    ("0..", (0, None)),
    ("..1", (None, 1)),
    ("..", (None, None)),
    ("-1..1", (-1, 1)),
    ("0.5..4.65", (0.5, 4.65)),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDS)
def test_bounds(text: str, expected: tuple[float | None, float | None]) -> None:
    assert read_bounds(text) == expected
