"""Makes the fake extractors importable for tests of this room, and for their worker processes."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
