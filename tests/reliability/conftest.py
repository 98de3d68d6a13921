"""Makes the helpers of this room importable."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from command import Work


@pytest.fixture
def work(tmp_path):
    """An empty folder for one database and its papers."""
    return Work(tmp_path)
