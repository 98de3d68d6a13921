"""Reasons are codes: `reasons.txt` says what each means, and rewording one changes no confidence."""

from __future__ import annotations

import ast
import re
from typing import get_args

import pytest

from leaderboard.extraction.claim import reason
from leaderboard.extraction.claim.reason import Field, Reason, ReasonsError, in_words, read_wordings
from leaderboard.resources import registry_dir


def codes_given(root):
    """Every text in the code of the extraction that is written like a code of a reason and is handed to ``Reason`` or yielded as a clue."""
    found = set()
    for path in (root / "leaderboard" / "extraction").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Reason" and node.args:
                found |= {c.value for c in ast.walk(node.args[0]) if isinstance(c, ast.Constant) and isinstance(c.value, str)}
    return found


def test_every_code_that_the_extraction_gives_has_a_wording(root):
    known = {code for _, code in read_wordings()}
    given = codes_given(root)
    assert len(given) > 20
    assert given - known == set()


def test_every_wording_is_of_a_code_that_stands_in_the_extraction(root):
    code = "\n".join(path.read_text(encoding="utf-8") for path in (root / "leaderboard" / "extraction").rglob("*.py"))
    assert [key for key in read_wordings() if f'"{key[1]}"' not in code] == []


def test_confidence_is_counted_by_codes_and_not_by_sentences():
    counted = {(field, code.partition("/")[0]) for field, code in read_wordings()}
    plain = {"none", "near", "far", "several", "not asked", "quality", "cost", "open", "perf"}
    lines = (registry_dir() / "confidence.txt").read_text(encoding="utf-8").splitlines()
    values = [m.groups() for line in lines if (m := re.fullmatch(r"([a-z]+): (.+) \| \d+ \| \d+", line)) and m[1] in get_args(Field)]
    assert len(values) > 30
    assert [(f, part) for f, value in values for part in value.split(", ") if part not in plain and (f, part) not in counted] == []


@pytest.mark.parametrize("distance", [1, 2])
def test_a_distance_is_told_in_words(distance):
    assert in_words("benchmark", Reason("before", "COCO", distance)) == f"“COCO”, {distance} word{'s' * (distance > 1)} before the number"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("metric nearest the nearest", ":1: expected `field code = sentence"),
        ("# head\n\ncolour nearest = by far", ":3: expected `field code = sentence"),
        ("metric nearest = a\nmetric nearest = b", ":2: metric nearest has a line already"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path, text, complaint):
    path = tmp_path / "reasons.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReasonsError, match=re.escape(f"{path}{complaint}")):
        reason.read_wordings(path)
