"""A step is a file, a public function of the file's name and a fixture file of the file's name."""

from __future__ import annotations

import importlib
import inspect
from pathlib import Path

import pytest

from leaderboard.extraction import VERSION, chain, extract, run
from tests.extraction.test_fixtures import FIXTURES, STAGES

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
    assert (FIXTURES / f"{stage}.txt").is_file()


def test_the_chain_names_its_steps_in_order():
    assert chain.__doc__ is not None
    assert " -> ".join(STAGES) in chain.__doc__


def test_no_step_imports_files_or_the_database(root):
    modules = sorted((root / "leaderboard" / "extraction").glob("*.py"))
    assert modules
    for path in modules:
        text = path.read_text(encoding="utf-8")
        assert not any(f"import {name}" in text for name in ("duckdb", "polars", "streamlit", "typer")), path.name


def test_the_version_is_a_text():
    assert isinstance(VERSION, str)
    assert VERSION


def test_extract_is_what_run_found():
    text = "FixNet reaches 86.4% top-1 accuracy on ImageNet."
    assert extract(text) == run(text).extraction


def test_fixture_files_are_text_files_of_this_folder():
    assert Path(__file__).parent == FIXTURES.parent
