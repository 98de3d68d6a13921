"""The examples in the docstrings of the pages' modules. The application and its script run when they are imported and have none."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import dashboards

MODULES = [
    one.name
    for one in pkgutil.walk_packages(dashboards.__path__, "dashboards.")
    if one.name not in {"dashboards.app", "dashboards.navigation"}
]
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS


@pytest.mark.parametrize("name", MODULES)
def test_examples_are_true(name):
    assert doctest.testmod(importlib.import_module(name), optionflags=FLAGS).failed == 0


def test_there_are_examples():
    found = [test for name in MODULES for test in doctest.DocTestFinder().find(importlib.import_module(name)) if test.examples]
    assert len(found) > 10
