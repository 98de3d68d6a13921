"""The extractor of loads: the extraction chain with the shipped registry and the user's additional entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from leaderboard import extraction, registry
from leaderboard.ids import folders_digest
from leaderboard.model import Extraction


@dataclass(frozen=True, slots=True)
class Chain:
    """The extraction chain bound to a registry."""

    registry: registry.Registry
    version: str
    candidates: str = extraction.IN_SOURCE

    def extract(self, abstract: str, title: str) -> Extraction:
        """The claims of one abstract."""
        return extraction.claims(abstract, title, self.registry)


def build(folders: Sequence[Path] = ()) -> Chain:
    """The chain with the entries of additional registry folders; its version covers the extractor and the registry's files.

    Raises:
        RegistryError: a folder is missing.
    """
    known = registry.load(tuple(folders))
    return Chain(known, f"{extraction.VERSION}+{folders_digest(known.sources)[:8]}")
