"""The file of numbers in words: what its reader accepts and refuses, and that the shipped files agree with each other and with pint."""

from __future__ import annotations

import pytest

from leaderboard.extraction.lexicon.number_words import KINDS, PREFIXES, NumberWord, read_numbers
from leaderboard.extraction.lexicon.unit_spellings import read_measures, shipped_measures
from leaderboard.extraction.lexicon.word_files import WordsError, class_of
from leaderboard.registry.units import PINT_NAMES, shipped
from leaderboard.resources import registry_dir


def write(folder, text):
    path = folder / "planted.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_numbers_fractions_and_verbs_are_read_as_they_are_written(tmp_path):
    found = read_numbers(
        write(tmp_path, "# head\n\nnumber 12 = twelve, a dozen\nfraction 2/5 = two fifths\nfactor 5 ~ quintuple\nletter 1e3 = K\n")
    )
    forms = ("quintuple", "quintuples", "quintupled", "quintupling")
    assert found == [
        NumberWord("number", "twelve", 12),
        NumberWord("number", "a dozen", 12),
        NumberWord("fraction", "two fifths", 0.4),
        *(NumberWord("factor", form, 5) for form in forms),
        NumberWord("letter", "K", 1000),
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("number 12 = twelve\nnumeral 1 = one\n", 2, id="unknown kind"),
        pytest.param("number = one\n", 1, id="no value"),
        pytest.param("# head\nnumber many = lots\n", 2, id="value that is no number"),
        pytest.param("fraction 1/0 = void\n", 1, id="division by nothing"),
        pytest.param("number 1 =\n", 1, id="no words"),
    ],
)
def test_a_faulty_line_is_refused_with_its_place(tmp_path, text, line):
    path = write(tmp_path, text)
    with pytest.raises(WordsError, match="expected `kind value = word, word`") as caught:
        read_numbers(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")


def test_a_word_with_two_values_is_refused(tmp_path):
    path = write(tmp_path, "number 1 = one\nnumber 2 = two, one\n")
    with pytest.raises(WordsError, match=r":2: the number 'one' has a value already"):
        read_numbers(path)


def test_a_factor_of_a_unit_may_be_a_letter(tmp_path):
    found = read_measures(write(tmp_path, "FLOPs * G = GFLOPs, G FLOPs\nh * 24 = days\n"))
    assert [(m.unit, m.factor, m.spellings) for m in found] == [("FLOPs", 1e9, ("GFLOPs", "G FLOPs")), ("h", 24, ("days",))]


def test_a_class_that_a_file_lacks_is_named_with_the_file():
    with pytest.raises(WordsError, match=r"around-numbers.txt: there is no line `attic: "):
        class_of("around-numbers.txt", "attic")


def test_the_shipped_file_has_words_of_every_kind():
    assert {one.kind for one in read_numbers(registry_dir() / "numbers.txt")} == set(KINDS)


def test_letters_agree_with_what_units_txt_makes_of_prefixes():
    pint = shipped().pint
    prefixes = {
        "K": "kilo",
        "k": "kilo",
        "M": "mega",
        "m": "mega",
        "B": "giga",
        "b": "giga",
        "G": "giga",
        "T": "tera",
        "P": "peta",
        "E": "exa",
    }
    assert {letter: pint.Quantity(1.0, f"{prefixes[letter]}FLOP").to("FLOP").magnitude for letter in PREFIXES} == pytest.approx(PREFIXES)


def test_every_unit_with_a_factor_is_one_that_units_txt_knows():
    units = {measure.unit for measure in shipped_measures() if measure.factor != 1}
    assert units
    assert [unit for unit in sorted(units) if unit not in PINT_NAMES and not shipped().known(unit)] == []


FILES = [
    "words.txt",
    "measures.txt",
    "numbers.txt",
    "around-numbers.txt",
    "homographs.txt",
    "noun-phrases.txt",
    "name-shapes.txt",
]


@pytest.mark.parametrize("name", FILES)
def test_the_head_of_a_shipped_file_shows_the_form_of_a_line(name):
    head = [line for line in (registry_dir() / name).read_text(encoding="utf-8").split("\n\n")[0].splitlines() if line.startswith("#")]
    form = " = " if name in ("measures.txt", "numbers.txt") else "class: word"
    assert any(form in line for line in head)
