"""What holds for every text: quotes are slices, nothing raises, the same text gives the same claims, every number has its verdict."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leaderboard.extraction import extract, run
from leaderboard.extraction.lexicon.vocabulary import vocabulary_of
from leaderboard.extraction.text.repair import repair
from leaderboard.extraction.text.segment import segment
from leaderboard.extraction.tokens.lex import lex
from leaderboard.model import Claim
from leaderboard.registry import load
from tests.extraction.cases import Case, read_cases

FIXTURES = Path(__file__).parent / "fixtures"
SENTENCES = [case for stage in ("grammar", "attach", "resolve") for case in read_cases(FIXTURES / f"{stage}.txt")]

#: Pieces that abstracts are made of, and the remains of typesetting between them.
PIECES = (
    *(
        "FixNet",
        "we",
        "BERT",
        "CIFAR-10",
        "ImageNet",
        "COCO test-dev",
        "Mask R-CNN",
        "GPT-4's",
        "the data set",
        "2048 images",
        "12 benchmarks",
    ),
    *(
        "reaches",
        "improves",
        "outperforms",
        "reduces",
        "by",
        "from",
        "to",
        "over",
        "than",
        "on",
        "of",
        "and",
        "vs.",
        "respectively",
        "up to",
        "about",
    ),
    *(
        "accuracy",
        "top-1 accuracy",
        "F1",
        "WER",
        "mAP",
        "memory",
        "FLOPs",
        "faster",
        "fewer parameters",
        "speedup",
        "half",
        "twice",
        "doubles",
    ),
    *(
        "95.9%",
        "+2.1",
        "-0.4%",
        "3x",
        "1.7x-2.7x",
        "83.6±0.4",
        "4.2 out of 5",
        "1/3",
        "12 GB",
        "$20",
        "4.7M parameters",
        "2019",
        "1st",
        "7B",
        ".5",
    ),
    *(
        "an order of magnitude",
        "two orders of magnitude",
        "(",
        ")",
        ",",
        ";",
        ".",
        ":",
        "/",
        "-",
        "--",
        "%",
        "$",
        "\\",
        "{",
        "}",
        "^",
        "_",
        "~",
    ),
    *(
        "\\%",
        "$\\times$",
        "\\pm",
        "$\\sim$",
        "sim3",
        "3times",
        "5pm2",
        "leq 4",
        "4:52%",
        "\\textbf{",
        "\\cite{a}",
        "e.g.",
        "i.e.",
        "et al.",
    ),
    *(
        "\u00a0",
        "\u2009",
        "–",
        "—",
        "−",
        "×",
        "±",
        "≈",
        "≥",
        "\uff05",
        "\uff11\uff12",
        "’",
        "“",
        "\u0663",
        "\u00b2",
        "\u2460",
        "\U0001d7ce",
        "\u200b",
        "ß",
        "İ",
        "\x00",
    ),
)
pieces = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from((" ", " ", " ", "", "\n"))), max_size=40).map(
    lambda parts: "".join(a + b for a, b in parts)
)
anything = st.one_of(st.text(max_size=300), pieces)


def fields(claim: Claim) -> dict[str, object]:
    """A claim without its place."""
    return {name: value for name, value in claim.as_dict().items() if name not in ("start", "end", "quote")}


def parametrised(cases: list[Case]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", cases, ids=[f"{case.path.stem} {case.id}" for case in cases])


@given(anything)
@example("A gain of \u0662\u0663% is seen; it reaches 3sim4\\% on \u00b2.")
@example("$1$$2$% (\\%1)\\%% ±1 ± 2 +/-3 and 1 and 1%")
def test_quotes_are_slices_in_order_and_apart(text):
    found = extract(text, text[:40])
    for claim in found.claims:
        assert text[claim.start : claim.end] == claim.quote != ""
    for verdict in found.verdicts:
        assert text[verdict.span.start : verdict.span.end] == verdict.text != ""
    for before, after in zip(found.claims, found.claims[1:], strict=False):
        assert before.end <= after.start
    assert [v.span for v in found.verdicts] == sorted(v.span for v in found.verdicts)


@given(anything)
def test_the_same_text_gives_the_same_extraction(text):
    assert extract(text, "FixNet: A Title") == extract(text, "FixNet: A Title")


@given(anything)
def test_claims_have_values_that_fit_their_kind(text):
    for claim in extract(text).claims:
        assert claim.rule != ""
        assert claim.value >= 0
        assert claim.value_high is None or claim.value_high >= claim.value
        assert claim.change is None or claim.kind in ("gain", "ratio")
        assert claim.baseline is None or claim.kind in ("gain", "ratio")
        assert claim.kind != "gain" or claim.change is not None


@given(pieces)
def test_every_number_has_a_verdict(text):
    found = run(text)
    covered = [(v.span.start, v.span.end) for v in found.extraction.verdicts]
    fixed = found.repaired
    for sentence in segment(fixed.text):
        for node in lex(fixed.text, sentence, vocabulary_of(load()), found.names.own):
            if node.tag == "NUM":
                place = fixed.source(node.start, node.end)
                assert any(start <= place.start and place.end <= end for start, end in covered), (
                    f"{node.text!r} at {place.start} in {text!r}"
                )


def test_numbers_of_a_text_that_is_nothing_but_a_listing_have_a_verdict():
    found = extract(" ".join(str(number) for number in range(100, 200)))
    assert [v.code for v in found.verdicts] == ["listing"] * 100


@given(pieces)
def test_a_claim_has_the_verdict_claim(text):
    found = extract(text)
    assert [(v.span.start, v.span.end) for v in found.verdicts if v.code == "claim"] == [(c.start, c.end) for c in found.claims]


@given(anything)
def test_the_map_of_a_repair_points_inside_the_source_and_onwards(text):
    found = repair(text)
    places = [found.source(i, i + 1) for i in range(len(found.text))]
    assert all(0 <= place.start < place.end <= len(text) for place in places)
    assert all(a.start <= b.start for a, b in itertools.pairwise(places))


@given(
    st.text(alphabet=st.characters(codec="ascii", exclude_characters="\\$~\n\r\t"), max_size=60).filter(lambda t: not re.search(r"\d", t))
)
def test_plain_text_without_numbers_is_left_alone(text):
    words = re.sub(r"[<>]=", "", text)
    assert repair(words).text == words


@given(anything)
def test_sentences_cover_the_text_in_order(text):
    spans = segment(repair(text).text)
    fixed = repair(text).text
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    outside = fixed
    for span in reversed(spans):
        outside = outside[: span.start] + outside[span.end :]
    assert outside.strip() == ""


@given(anything)
def test_the_lexer_loses_no_character(text):
    fixed = repair(text).text
    for sentence in segment(fixed):
        nodes = lex(fixed, sentence, vocabulary_of(load()))
        assert all(a.end <= b.start for a, b in itertools.pairwise(nodes))
        gaps = [fixed[a.end : b.start] for a, b in itertools.pairwise(nodes)]
        assert "".join(gaps).strip() == ""
        assert all(node.text == fixed[node.start : node.end] for node in nodes)


# -- the same sentence in other clothes ----------------------------------------------------------------------------------------------

_FULL_WIDTH = {ord("0") + i: 0xFF10 + i for i in range(10)}
VARIANTS: dict[str, Callable[[str], str]] = {
    "escaped percent": lambda t: t.replace("%", "\\%"),
    "doubly escaped percent": lambda t: t.replace("%", "\\\\%"),
    "full-width percent": lambda t: t.replace("%", "\uff05"),
    "full-width digits": lambda t: t.translate(_FULL_WIDTH),
    "no-break spaces": lambda t: t.replace(" ", "\u00a0"),
    "line breaks": lambda t: t.replace(" ", "\n"),
    "no-break hyphens": lambda t: t.replace("-", "\u2011"),
    "en dash between digits": lambda t: re.sub(r"(?<=\d)-(?=\d)", "–", t),
    "typographic apostrophe": lambda t: t.replace("'", "’"),
    "blank before percent": lambda t: t if "% of the data" in t else re.sub(r"(?<=\d)%", " %", t),
    "thin space before percent": lambda t: t if "% of the data" in t else re.sub(r"(?<=\d)%", "\u2009%", t),
    "maths around percents": lambda t: re.sub(r"(?<![\w.$/~<>±-])[+]?\d+\.\d+%(?![\w/±-])", lambda m: f"${m[0][:-1]}\\%$", t),
}
PLAIN = [case for case in SENTENCES if not set(case.text) & set("$\\")]


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_variant_of_a_sentence_gives_the_same_claims(variant):
    changed = [(case, VARIANTS[variant](case.text)) for case in PLAIN if VARIANTS[variant](case.text) != case.text]
    assert changed
    for case, text in changed:
        assert [fields(c) for c in extract(text, case.paper).claims] == [fields(c) for c in extract(case.text, case.paper).claims], text


WRITINGS = (
    "95.9%",
    "95.9\\%",
    "95.9 %",
    "$95.9\\%$",
    "$95.9$%",
    "\uff19\uff15.\uff19%",
    "\uff19\uff15\uff0e\uff19\uff05",
    "95.9\u00a0%",
    "95.9 percent",
    "\\textbf{95.9}\\%",
)


@pytest.mark.parametrize("writing", WRITINGS)
def test_a_percentage_may_be_written_in_many_ways(writing):
    frame = "On CIFAR-10 our network FixNet reaches an accuracy of {} in the end."
    plain, found = extract(frame.format("95.9%")), extract(frame.format(writing))
    assert [fields(c) for c in found.claims] == [fields(c) for c in plain.claims]
    assert len(found.claims) == 1


@pytest.mark.parametrize(
    ("frame", "writings"),
    [
        pytest.param(
            "FixNet is {} faster than BERT.", ("3x", "3×", "3$\\times$", "3\\times", "3times", "3 times", "three times"), id="times"
        ),
        pytest.param(
            "Accuracy improves by {} on MNLI.", ("2-4%", "2–4%", "2\\%-4\\%", "2% to 4%", "2~4%", "2 - 4%", "between 2% and 4%"), id="range"
        ),
        pytest.param(
            "We reach an accuracy of {} on MNLI.",
            ("83.6±0.4%", "83.6pm0.4%", "83.6$\\pm 0.4$%", "83.6 +/- 0.4%", "83.6\\% ± 0.4\\%"),
            id="uncertainty",
        ),
        pytest.param(
            "FixNet needs {} of memory.", ("about 3 GB", "~3 GB", "sim3 GB", "≈3 GB", "around 3 GB", "approximately 3 GB"), id="about"
        ),
        pytest.param("FixNet has {} parameters and 91% accuracy on MNLI.", ("4.7M", "4.7 M", "4.7 million"), id="million"),
    ],
)
def test_other_things_may_be_written_in_many_ways(frame, writings):
    expected = [fields(c) for c in extract(frame.format(writings[0])).claims]
    assert expected
    for writing in writings[1:]:
        assert [fields(c) for c in extract(frame.format(writing)).claims] == expected, writing


UNRELATED = ("Good food matters to everybody. ", "The garden behind the old house is quiet in spring. ")


@parametrised(SENTENCES)
def test_an_unrelated_sentence_in_front_changes_nothing(case):
    alone = extract(case.text, case.paper).claims
    for sentence in UNRELATED:
        found = extract(sentence + case.text, case.paper).claims
        assert [fields(c) for c in found] == [fields(c) for c in alone]
        assert [c.start for c in found] == [c.start + len(sentence) for c in alone]


@parametrised(SENTENCES)
def test_an_unrelated_sentence_behind_changes_nothing(case):
    alone = extract(case.text, case.paper).claims
    for sentence in UNRELATED:
        assert extract(f"{case.text} {sentence}", case.paper).claims == alone
