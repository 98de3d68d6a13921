"""A step is a file, a public function of the file's name and a fixture file of the file's name."""

from __future__ import annotations

import ast
import importlib
import inspect
import shutil
import unicodedata
from pathlib import Path

import pytest

from leaderboard.extraction import VERSION, chain, extract, run
from tests.extraction.test_fixtures import STAGES, fixture

#: Where a step that has a folder of its own begins: module and function.
STEP = {
    "repair": ("text.repair", "repair"),
    "segment": ("text.segment", "segment"),
    "lex": ("tokens.lex", "lex"),
    "quantities": ("quantities.read", "quantities"),
    "grammar": ("grammar.read", "read"),
    "normalise": ("claim.normalise", "normalise"),
}


def step(stage):
    """The module and the public function of a step."""
    module, function = STEP.get(stage, (stage, stage))
    return importlib.import_module(f"leaderboard.extraction.{module}"), function


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_has_a_public_function_with_types_and_a_docstring(stage):
    module, name = step(stage)
    function = getattr(module, name)
    assert inspect.isfunction(function)
    assert function.__module__ == module.__name__
    assert inspect.getdoc(function)
    signature = inspect.signature(function)
    assert signature.return_annotation is not inspect.Signature.empty
    assert all(p.annotation is not inspect.Parameter.empty for p in signature.parameters.values())


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_is_used_by_the_chain(stage):
    module, name = step(stage)
    assert inspect.getmodule(getattr(chain, name)) is module


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_has_a_fixture_file(stage):
    assert fixture(stage).is_file()


def test_the_chain_names_its_steps_in_order():
    assert chain.__doc__ is not None
    assert " -> ".join(STAGES) in chain.__doc__


STRANGERS = ("duckdb", "polars", "streamlit", "typer")


def strangers_in(folder):
    """Each import of a file or database library anywhere below a folder, as (file, name), also inside functions."""
    return [
        (path.name, name)
        for path in sorted(folder.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in ([one.name for one in node.names] if isinstance(node, ast.Import) else [getattr(node, "module", None) or ""])
        if name.partition(".")[0] in STRANGERS
    ]


def test_no_step_imports_files_or_the_database(root):
    assert strangers_in(root / "leaderboard" / "extraction") == []


@pytest.mark.parametrize(
    "line", ["import duckdb", "import json, polars as pl", "from duckdb import connect", "def f():\n    import typer.main"]
)
def test_such_an_import_is_found_however_deep_it_stands(root, tmp_path, line):
    shutil.copytree(root / "leaderboard" / "extraction", tmp_path / "extraction")
    planted = tmp_path / "extraction" / "metric" / "deeper" / "planted.py"
    planted.parent.mkdir(parents=True)
    planted.write_text(f"{line}\n", encoding="utf-8")
    (found,) = strangers_in(tmp_path / "extraction")
    assert found[0] == "planted.py"


def test_the_version_is_a_text():
    assert isinstance(VERSION, str)
    assert VERSION


def test_extract_is_what_run_found():
    text = "FixNet reaches 86.4% top-1 accuracy on ImageNet."
    assert extract(text) == run(text).extraction


def test_fixture_files_are_text_in_one_form():
    """UTF-8 without a byte order mark, in composed characters, with Unix line ends and nothing that an editor would hide or strip."""
    for path in sorted(Path(__file__).parent.rglob("*.txt")):
        if path.is_dir():
            continue
        assert path.suffix == ".txt", path
        assert faults_of(path.read_bytes()) == [], path


def faults_of(content):
    """What keeps a file from being text in one form; a character that cannot be seen has to be written by its number."""
    text = content.decode("utf-8")
    hidden = [
        f"U+{ord(one):04X}" for one in sorted(set(text) - {"\n"}) if unicodedata.category(one) in {"Cc", "Cf", "Zl", "Zp", "Co", "Cn"}
    ]
    ends = [] if text.endswith("\n") and not text.endswith("\n\n") else ["the last line"]
    blanks = [f"line {n} ends in a blank" for n, line in enumerate(text.split("\n"), 1) if line != line.rstrip(" ")]
    return hidden + ends + blanks


@pytest.mark.parametrize(
    ("content", "faults"),
    [
        (b"\xef\xbb\xbfa => b\n", ["U+FEFF"]),
        (b"a => b\r\n", ["U+000D"]),
        ("soft\u00adhyphen => b\n".encode(), ["U+00AD"]),
        (b"a => b", ["the last line"]),
        (b"a => b \n", ["line 1 ends in a blank"]),
    ],
)
def test_a_fixture_file_in_another_form_is_found(content, faults):
    assert faults_of(content) == faults
