"""Files of papers: every entry comes out as a ``Paper`` or as a ``Rejected`` with the reason; input files are never changed.

The format is recognised from the content. A format is one module with a ``NAME``, ``sniff(head) -> bool`` and ``read(stream)``; to add one,
write the module and put it into the tuple in ``formats.py``.
"""

from __future__ import annotations

from leaderboard.sources.files import Found, expand, find, size
from leaderboard.sources.formats import FORMATS
from leaderboard.sources.reading import batches, read

__all__ = ["FORMATS", "Found", "batches", "expand", "find", "read", "size"]
