"""A new format is its module and one entry in the tuple of formats."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from leaderboard import sources
from leaderboard.model import Paper
from leaderboard.sources import formats
from leaderboard.sources.faults import BinaryFile


def module(*, magic: bytes, **more: object) -> SimpleNamespace:
    def read(stream):
        for line in b"".join(stream.chunks()).removeprefix(magic).split(b"\n"):
            yield Paper(line.decode(), "An abstract.")

    return SimpleNamespace(NAME="lines", sniff=lambda head: head.startswith(magic), read=read, **more)


@pytest.mark.parametrize(
    ("magic", "more"), [(b"%%LINES\n", {}), (b"\x00\x01\x02\x03\x04\x05\x06\x07", {"BINARY": True})], ids=["text", "binary"]
)
@pytest.mark.parametrize("named", [None, "lines"])
def test_a_module_in_the_tuple_is_a_format(tmp_path: Path, monkeypatch, magic, more, named) -> None:
    monkeypatch.setattr(formats, "_KNOWN", (*formats._KNOWN, formats._format(module(magic=magic, **more))))
    path = tmp_path / "papers.dat"
    path.write_bytes(magic + b"One\nTwo")
    assert [entry.title for entry in sources.read(path, named)] == ["One", "Two"]


def test_only_binary_formats_may_have_binary_content(tmp_path: Path, monkeypatch) -> None:
    magic = b"\x00\x01\x02\x03\x04\x05\x06\x07"
    monkeypatch.setattr(formats, "_KNOWN", (*formats._KNOWN, formats._format(module(magic=magic))))
    (tmp_path / "papers.dat").write_bytes(magic + b"One")
    with pytest.raises(BinaryFile, match="binary"):
        list(sources.read(tmp_path / "papers.dat"))
