from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path

import pint
import pytest

from leaderboard.registry import units
from leaderboard.registry.units import FACTORS, UnitError, Units, build_pint, pint_name

CONVERSIONS = [
    (1500, "ms", "s", 1.5),
    (2, "h", "min", 120),
    (1, "day", "h", 24),
    (0.5, "x", "%", 50),
    (3, "points", "%", 3),
    (2, "GB", "MB", 2000),
    (1, "kWh", "J", 3.6e6),
    (5, "cm", "mm", 50),
    (180, "deg", "rad", 3.141592653589793),
    (36, "km/h", "m/s", 10),
    (8, "bits", "B", 1),
    (1, "FLOP/s", "FLOP/s", 1),
    # outside the small table: pint is asked
    (1, "GFLOP", "FLOPs", 1e9),
    (1, "mile", "km", 1.609344),
    (1, "PB", "TB", 1000),
    (2, "fortnight", "day", 28),
]


@pytest.mark.parametrize(("value", "source", "target", "expected"), CONVERSIONS)
def test_convert(value: float, source: str, target: str, expected: float) -> None:
    assert units.convert(value, source, target) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("GB", "%"),
        ("tokens", "samples"),
        ("FLOPs", "FLOP/s"),
        ("dB", "%"),
        ("deg", "x"),
        ("GPU hours", "h"),
        ("USD", "J"),
        ("mile", "h"),
        ("params", "tokens"),
    ],
)
def test_what_measures_different_things_is_never_converted(source: str, target: str) -> None:
    with pytest.raises(UnitError, match="cannot convert"):
        units.convert(1, source, target)


@pytest.mark.parametrize("unit", ["quatloo", "", " ", "3", "m/", "((", "is", "\x00", "%%", "a b c", "1e9", "points points"])
def test_what_is_no_unit_is_unknown_and_never_raises(unit: str) -> None:
    assert units.known(unit) is False
    with pytest.raises(UnitError, match="unknown unit"):
        units.dimension(unit)


def test_dimensions_are_words() -> None:
    assert units.dimension("ms") == "time"
    assert units.dimension("%") == units.dimension("points") == units.dimension("x") == "share"
    assert units.dimension("FLOPs") != units.dimension("FLOP/s")


def test_the_small_table_agrees_with_the_definitions(root: Path) -> None:
    registry = build_pint([root / "data/registry/units.txt"])
    for one, other in itertools.permutations(FACTORS, 2):
        same = FACTORS[one][0] == FACTORS[other][0]
        if not same:
            assert registry.Unit(pint_name(one)).dimensionality != registry.Unit(pint_name(other)).dimensionality, (one, other)
        else:
            factor = registry.Quantity(1.0, pint_name(one)).to(pint_name(other)).magnitude
            assert factor == pytest.approx(FACTORS[one][1] / FACTORS[other][1]), (one, other)


def test_every_unit_that_the_grammar_reads_is_known(root: Path) -> None:
    lines = (root / "data/registry/measures.txt").read_text(encoding="utf-8").splitlines()
    read = {line.partition(" = ")[0].partition(" * ")[0].strip() for line in lines if line.strip() and not line.startswith("#")}
    assert {unit for unit in read if not units.known(unit)} == set()


def test_pint_is_not_imported_for_units_of_the_table() -> None:
    program = (
        "import sys; from leaderboard.registry import load, units; r = load(); units.convert(1, 'ms', 's'); "
        "r.normalise(r.metric('accuracy'), 93, '%'); assert 'pint' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_users_definitions_come_on_top(tmp_path: Path) -> None:
    mine = tmp_path / "units.txt"
    mine.write_text("quatloo = [quatloos]\nkiloquat = 1000 * quatloo\n")
    with_mine = Units((*units.shipped().files, mine))
    assert with_mine.convert(2, "kiloquat", "quatloo") == 2000
    assert with_mine.convert(1, "h", "min") == 60
    assert not units.known("quatloo")


def test_a_file_that_is_no_definition_file_is_named(tmp_path: Path) -> None:
    mine = tmp_path / "units.txt"
    mine.write_text("this is = no = unit file = ((\n")
    with pytest.raises(UnitError, match=r"units\.txt"):
        build_pint([mine])


def test_pint_itself_is_unharmed() -> None:
    units.convert(1, "mile", "km")
    assert pint.UnitRegistry().Quantity(1, "byte").to("bit").magnitude == 8
