"""`phrases_metric.txt` and `implied.txt`: every class is asked for, every word has one meaning, and faulty lines are refused."""

from __future__ import annotations

import re

import pytest

from leaderboard.extraction.lexicon.word_files import WordsError
from leaderboard.extraction.metric.phrases import implied_by, is_a, read_implied, read_phrases
from leaderboard.registry import load
from leaderboard.resources import registry_dir


def test_every_class_is_asked_for_by_some_finder(root):
    code = "\n".join(path.read_text(encoding="utf-8") for path in (root / "leaderboard" / "extraction" / "metric").glob("*.py"))
    classes = read_phrases(registry_dir() / "phrases_metric.txt")
    assert {name for name in classes if f'"{name}"' not in code} == set()


def test_every_class_that_is_asked_for_is_there(root):
    asked = {
        name
        for path in (root / "leaderboard" / "extraction" / "metric").glob("*.py")
        for name in re.findall(r'is_a\([^"]*, "([a-z]+)"\)', path.read_text(encoding="utf-8"))
    }
    assert len(asked) > 10
    assert asked <= set(read_phrases(registry_dir() / "phrases_metric.txt"))


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        pytest.param("Pruned", "removed", True, id="whole word"),
        pytest.param("pruned away", "removed", False, id="not the beginning of a whole word"),
        pytest.param("margins of", "genericchange", True, id="beginning"),
        pytest.param("a margin", "genericchange", False, id="beginning inside"),
        pytest.param("Displacement Error", "errorname", True, id="ending"),
        pytest.param("errors found", "errorname", False, id="ending inside"),
        pytest.param("absolute gain", "evaluative", True, id="part"),
    ],
)
def test_stars_stand_for_any_letters(text, name, expected):
    assert is_a(text, name) is expected


def test_units_are_read_as_written():
    assert implied_by("unit", "mW") is not None
    assert implied_by("unit", "mw") is None
    assert implied_by("unit", "%") is None


@pytest.mark.parametrize("unit", sorted(read_implied(registry_dir() / "implied.txt")["unit"]))
def test_what_a_unit_measures_is_a_cost_of_the_registry(unit):
    measure = implied_by("unit", unit)
    assert measure is not None
    metric = load().metric(measure.measure)
    assert metric is not None, f"no metric {measure.measure!r} in the registry"
    assert (metric.kind, measure.kind) == ("cost", "cost")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param("comparative cost = smaller", "expected `clue kind measure", id="no measure"),
        pytest.param("superlative cost model size = smallest", "expected `clue kind measure", id="unknown clue"),
        pytest.param("as skill speed = fast", "expected `clue kind measure", id="unknown kind"),
        pytest.param("as cost speed = fast\nas cost pace = fast", ":2: as 'fast' measures 'speed' already", id="two measures"),
    ],
)
def test_a_faulty_line_is_refused_with_its_place(line, message, tmp_path):
    path = tmp_path / "implied.txt"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(WordsError, match=re.escape(str(path))) as caught:
        read_implied(path)
    assert message in str(caught.value)
