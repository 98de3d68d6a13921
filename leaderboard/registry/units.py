"""Units of claims: their dimensions and conversions.

``data/registry/units.txt`` is a pint definition file. Importing pint takes most of a second, so the units that occur in claims are
also in a small table here, and pint is loaded only for others; `leaderboard registry check` compares every factor of the table with pint.
"""

from __future__ import annotations

import re
import tokenize
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leaderboard.errors import RegistryError
from leaderboard.registry.reader import UNITS_FILE
from leaderboard.resources import registry_dir

if TYPE_CHECKING:
    import pint

FACTORS: dict[str, tuple[str, float]] = {
    # shares and factors; 1 is the whole
    "%": ("share", 0.01),
    "points": ("share", 0.01),
    "x": ("share", 1.0),
    # time, in seconds
    "ns": ("time", 1e-9),
    "us": ("time", 1e-6),
    "ms": ("time", 1e-3),
    "s": ("time", 1.0),
    "min": ("time", 60.0),
    "h": ("time", 3600.0),
    "day": ("time", 86400.0),
    "week": ("time", 604800.0),
    "year": ("time", 31557600.0),
    "GPU hours": ("device time", 3600.0),
    "GPU days": ("device time", 86400.0),
    "GPU years": ("device time", 31557600.0),
    # information, in bytes (decimal prefixes)
    "B": ("information", 1.0),
    "KB": ("information", 1e3),
    "MB": ("information", 1e6),
    "GB": ("information", 1e9),
    "TB": ("information", 1e12),
    "bits": ("information", 0.125),
    # power and energy
    "mW": ("power", 1e-3),
    "W": ("power", 1.0),
    "kW": ("power", 1e3),
    "uJ": ("energy", 1e-6),
    "mJ": ("energy", 1e-3),
    "J": ("energy", 1.0),
    "kJ": ("energy", 1e3),
    "Wh": ("energy", 3.6e3),
    "kWh": ("energy", 3.6e6),
    "MWh": ("energy", 3.6e9),
    # space
    "um": ("length", 1e-6),
    "mm": ("length", 1e-3),
    "cm": ("length", 1e-2),
    "m": ("length", 1.0),
    "km": ("length", 1e3),
    "deg": ("angle", 0.017453292519943295),
    "rad": ("angle", 1.0),
    "px": ("pixels", 1.0),
    # rates
    "mm/s": ("speed", 1e-3),
    "m/s": ("speed", 1.0),
    "km/h": ("speed", 1 / 3.6),
    "deg/s": ("angular speed", 0.017453292519943295),
    "Hz": ("frequency", 1.0),
    "kHz": ("frequency", 1e3),
    "MHz": ("frequency", 1e6),
    "GHz": ("frequency", 1e9),
    "bpm": ("pulse", 1.0),
    "fps": ("frame rate", 1.0),
    "tokens/s": ("token rate", 1.0),
    "samples/s": ("sample rate", 1.0),
    "QPS": ("query rate", 1.0),
    "FLOP/s": ("computing speed", 1.0),
    "kbps": ("bit rate", 125.0),
    # things counted
    "FLOPs": ("computation", 1.0),
    "params": ("parameters", 1.0),
    "tokens": ("tokens", 1.0),
    "samples": ("samples", 1.0),
    "examples": ("samples", 1.0),
    "images": ("samples", 1.0),
    "queries": ("queries", 1.0),
    "epochs": ("epochs", 1.0),
    "layers": ("layers", 1.0),
    "USD": ("money", 1.0),
    # others
    "dB": ("level", 1.0),
    "N": ("force", 1.0),
    "mL": ("volume", 1e-6),
    "g": ("mass", 1e-3),
    "kg": ("mass", 1.0),
    "K": ("temperature", 1.0),
}
"""Unit -> what it measures and its factor to that dimension's base."""

PINT_NAMES: dict[str, str] = {
    "%": "percent",
    "points": "percentage_point",
    "x": "fold",
    "h": "hour",
    "GPU hours": "device * hour",
    "GPU days": "device * day",
    "GPU years": "device * year",
    "us": "microsecond",
    "um": "micrometer",
    "uJ": "microjoule",
    "B": "byte",
    "KB": "kilobyte",
    "bits": "bit",
    "px": "image_pixel",
    "bpm": "beat / minute",
    "fps": "frame / second",
    "tokens/s": "token / second",
    "samples/s": "sample / second",
    "QPS": "query / second",
    "kbps": "kilobit / second",
    "dB": "level_decibel",
    "K": "kelvin",
}
"""Claims' spellings that pint reads otherwise or not at all -> the names of ``units.txt``."""

_EXPRESSION = re.compile(r"[^\W\d]+(?:\s?[/*]\s?[^\W\d]+)*")
"""What pint is asked about: names, products and quotients (it would take ``a b c`` for are times barn times the speed of light)."""


class UnitError(RegistryError, ValueError):
    """A unit that is not known, or a conversion between units that measure different things."""


@dataclass(frozen=True, slots=True)
class Units:
    """The units of one registry: the table above, ``units.txt`` and the user's own definition files."""

    files: tuple[Path, ...] = ()
    _loaded: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def known(self, unit: str) -> bool:
        """Whether a unit, as claims write it (``%``, ``ms``, ``FLOP/s``), is defined."""
        return unit in FACTORS or self._dimensionality(unit) is not None

    def dimension(self, unit: str) -> str:
        """What the unit measures: ``time``, ``information``, ``share``, ...; pint's own words for a unit outside the table.

        Raises:
            UnitError: the unit is not defined.
        """
        if unit in FACTORS:
            return FACTORS[unit][0]
        found = self._dimensionality(unit)
        if found is None:
            raise UnitError(f"unknown unit {unit!r}; add it to units.txt of your registry directory")
        return found

    def convert(self, value: float, source: str, target: str) -> float:
        """``value`` of ``source`` in ``target``.

        >>> Units().convert(1500, "ms", "s")
        1.5

        Raises:
            UnitError: a unit is not defined, or the units have different dimensions.
        """
        return value if source == target else value * self.factor(source, target)

    def factor(self, source: str, target: str) -> float:
        """The factor from ``source`` to ``target``; raises as :meth:`convert`."""
        if source in FACTORS and target in FACTORS:
            (dimension, one), (other, two) = FACTORS[source], FACTORS[target]
            if dimension != other:
                raise UnitError(f"cannot convert {source!r} ({dimension}) to {target!r} ({other})")
            return one / two
        key = f"{source} -> {target}"
        if key not in self._loaded:
            self._loaded[key] = self.pint_factor(source, target)
        return float(self._loaded[key])

    def pint_factor(self, source: str, target: str) -> float:
        """The factor according to the definition files, ignoring the table; raises as :meth:`convert`."""
        for unit in (source, target):
            if self._dimensionality(unit) is None:
                raise UnitError(f"unknown unit {unit!r}; add it to units.txt of your registry directory")
        import pint  # noqa: PLC0415 - slow to import, and rarely needed

        try:
            return float(self.pint.Quantity(1.0, pint_name(source)).to(pint_name(target)).magnitude)
        except (pint.DimensionalityError, pint.OffsetUnitCalculusError) as error:
            raise UnitError(f"cannot convert {source!r} ({self.dimension(source)}) to {target!r} ({self.dimension(target)})") from error

    def _dimensionality(self, unit: str) -> str | None:
        """Pint's dimensionality of a unit; None for unknown units."""
        key = f"dimension of {unit}"
        if key not in self._loaded:
            self._loaded[key] = self._ask_pint(unit)
        found = self._loaded[key]
        return None if found is None else str(found)

    def _ask_pint(self, unit: str) -> str | None:
        if unit not in PINT_NAMES and not _EXPRESSION.fullmatch(unit):
            return None
        import pint  # noqa: PLC0415 - slow to import, and rarely needed

        try:
            return str(self.pint.Unit(pint_name(unit)).dimensionality)
        except (pint.PintError, tokenize.TokenError, ValueError, TypeError, AttributeError, AssertionError, SyntaxError):
            # pint's parser raises any of these for text that is not a unit expression
            return None

    @property
    def pint(self) -> pint.UnitRegistry[float]:
        """Pint's registry with all definition files loaded; built on first use."""
        if "pint" not in self._loaded:
            self._loaded["pint"] = build_pint(self.files)
        registry: pint.UnitRegistry[float] = self._loaded["pint"]
        return registry


CLAIM_SPELLINGS = {pint: claim for claim, pint in PINT_NAMES.items()} | {"second": "s", "minute": "min", "meter": "m", "USD": "USD"}


def claim_spelling(unit: str) -> str:
    """The spelling of a unit in claims, from that or from its name in ``units.txt``.

    >>> claim_spelling("percent"), claim_spelling("%"), claim_spelling("second")
    ('%', '%', 's')
    """
    return unit if unit in FACTORS else CLAIM_SPELLINGS.get(unit, unit)


def pint_name(unit: str) -> str:
    """Pint's name of a unit of claims."""
    return PINT_NAMES.get(unit, unit)


def build_pint(files: Sequence[Path]) -> pint.UnitRegistry[float]:
    """Pint's default registry plus definition files.

    Raises:
        UnitError: a file is not a pint definition file.
    """
    import pint  # noqa: PLC0415 - slow to import, and rarely needed

    # the defaults are loaded like any other file, because pint caches their values across redefinitions (bit, radian)
    registry: pint.UnitRegistry[float] = pint.UnitRegistry(None, on_redefinition="ignore")
    registry.load_definitions(str(Path(pint.__file__).parent / "default_en.txt"))
    for path in files:
        try:
            registry.load_definitions(str(path))
        except (pint.PintError, ValueError, OSError) as error:
            raise UnitError(f"{path}: cannot be read as unit definitions: {error}") from error
    return registry


@lru_cache(maxsize=1)
def shipped() -> Units:
    """The units of the shipped ``units.txt``."""
    return Units((registry_dir() / UNITS_FILE,))


def known(unit: str) -> bool:
    """Whether the shipped registry defines a unit."""
    return shipped().known(unit)


def dimension(unit: str) -> str:
    """The dimension of a unit of the shipped registry; raises :class:`UnitError` for an unknown unit."""
    return shipped().dimension(unit)


def convert(value: float, source: str, target: str) -> float:
    """Convert between units of the shipped registry; raises :class:`UnitError` for unknown units and mismatched dimensions."""
    return shipped().convert(value, source, target)
