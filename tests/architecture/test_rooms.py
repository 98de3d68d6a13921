"""The rooms of the extraction keep their order, no index wraps at a sentence's start, no function is long; each guard is seen failing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.architecture.rooms import ORDER, ROOMS, RUNNERS, long_functions, order_violations, wrapping_indices

# Places that still may ask for `nodes[i - 1]`, by file. Numbers may go down and lines may go; neither may come.
WRAPPING: dict[str, int] = {
    "grammar/lists.py": 2,
    "metric/implied.py": 1,
    "metric/nearest.py": 1,
    "metric/of_change.py": 1,
    "tokens/lex.py": 7,
}

# Functions that still may be longer than the limit, as `path:name`. Lines may go, none may come.
LONG: frozenset[str] = frozenset()


@pytest.fixture
def copy(root, tmp_path):
    """A copy of the extraction in which a test may plant a fault."""
    extraction = Path("leaderboard", "extraction")
    shutil.copytree(root / extraction, tmp_path / extraction, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_rooms_import_only_what_comes_before_them(root):
    assert order_violations(root) == []


def test_the_order_names_every_room_and_nothing_else(root):
    extraction = root / "leaderboard" / "extraction"
    assert {path.name for path in extraction.iterdir() if path.is_dir() and path.name != "__pycache__"} == set(ROOMS)
    assert {path.stem for path in extraction.glob("*.py")} == set(RUNNERS)


@pytest.mark.parametrize(
    ("room", "line", "complaint"),
    [
        ("tokens", "from leaderboard.extraction.grammar.read import read", "tokens imports grammar, which comes after it"),
        ("metric", "import leaderboard.extraction.benchmark.bind", "metric imports benchmark, which comes after it"),
        ("method", "def f():\n    from leaderboard.extraction.baseline import bind", "method imports baseline, which comes after it"),
        ("claim", "from leaderboard.extraction import metric", "claim imports metric, which comes after it"),
        ("baseline", "from leaderboard.extraction.resolve import resolve", "baseline imports resolve, which comes after it"),
        ("lexicon", "from leaderboard import extraction", "lexicon imports __init__, which comes after it"),
        ("text", "from leaderboard.extraction.attic import box", "text imports attic, which has no place in the order"),
    ],
)
def test_a_planted_import_is_found(copy, room, line, complaint):
    (copy / "leaderboard" / "extraction" / room / "planted.py").write_text(f"{line}\n", encoding="utf-8")
    found = order_violations(copy)
    assert len(found) == 1
    assert found[0].startswith(f"leaderboard/extraction/{room}/planted.py:")
    assert found[0].endswith(complaint)


def test_a_room_outside_the_order_is_found(copy):
    (copy / "leaderboard" / "extraction" / "attic.py").write_text("", encoding="utf-8")
    assert order_violations(copy) == ["leaderboard/extraction/attic.py: the room 'attic' has no place in the order"]


def test_an_import_of_each_earlier_room_is_allowed(copy):
    lines = "\n".join(f"import leaderboard.extraction.{room}" for room in ORDER[:-1])
    (copy / "leaderboard" / "extraction" / "explain.py").write_text(lines, encoding="utf-8")
    assert order_violations(copy) == []


def test_no_index_wraps_at_a_sentence_s_start_but_those_that_still_may(root):
    assert {name: count for name, count in wrapping_indices(root).items() if count > WRAPPING.get(name, 0)} == {}


@pytest.mark.parametrize("index", ["i - 1", "index - FAR : index", "i - 3:"])
@pytest.mark.parametrize("sentence", ["nodes", "sentence.nodes", "number.nodes"])
def test_a_planted_index_is_found(copy, sentence, index):
    planted = copy / "leaderboard" / "extraction" / "method" / "planted.py"
    planted.write_text(f"x = {sentence}[{index}]\n", encoding="utf-8")
    assert wrapping_indices(copy)["method/planted.py"] == 1


@pytest.mark.parametrize("index", ["i", "i + 1", "-1", "max(0, i - 3) : i", "i : i - 1"])
def test_an_index_that_cannot_wrap_is_none(copy, index):
    planted = copy / "leaderboard" / "extraction" / "method" / "planted.py"
    planted.write_text(f"x = nodes[{index}]\n", encoding="utf-8")
    assert wrapping_indices(copy)["method/planted.py"] == 0


def test_no_function_is_long_but_those_that_still_may(root):
    assert set(long_functions(root)) <= LONG


@pytest.mark.parametrize(("lines", "found"), [(59, []), (60, ["leaderboard/planted.py:f"])])
def test_a_planted_long_function_is_found(copy, lines, found):
    (copy / "leaderboard" / "planted.py").write_text("def f():\n" + "    x = 1\n" * lines, encoding="utf-8")
    assert [name for name in long_functions(copy) if "planted" in name] == found
