"""The type of one row of a query's answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

# A column holds whatever SQL type its query gives it; which, the head of the query's file says.
Row: TypeAlias = Mapping[str, Any]
