"""Reads files of papers: every entry becomes a ``Paper``, or a ``Rejected`` with the reason; input files are never changed.

The format is recognised from the content. A format is one module with a ``NAME``, ``sniff(head) -> bool`` and ``read(stream)``; to add one,
write the module (with ``BINARY = True`` if it is not text) and add it to the tuple in ``formats.py``: two places, and nothing else.
"""

from __future__ import annotations

from leaderboard.sources.files import Found, expand, find, size
from leaderboard.sources.formats import FORMATS
from leaderboard.sources.reading import batches, read

__all__ = ["FORMATS", "Found", "batches", "expand", "find", "read", "size"]
