"""The files to read: paths, directories with everything in them, ``-`` for standard input."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from leaderboard.sources.faults import MissingFile, NothingFound, Unreadable
from leaderboard.sources.stream import STDIN, shown


class Found(NamedTuple):
    """A file to read; ``named`` is False if it was found in a directory, where an unreadable file stops nothing."""

    path: Path
    named: bool = True


def find(paths: Iterable[Path | str]) -> list[Found]:
    """The files at ``paths``, each once, in the given order; files of a directory and its subdirectories are sorted by name.

    In directories, hidden files and directories (``.name``) and special files are skipped; ``-`` is passed on.

    Raises:
        MissingFile: there is no file at a path.
        NothingFound: a directory has no files.
        Unreadable: a directory cannot be opened.
    """
    found: dict[Path, Found] = {}
    for path in map(Path, paths):
        if not path.is_dir():
            if str(path) != STDIN and not _exists(path):
                raise MissingFile(f"{shown(path)}: no such file or directory; check the spelling of the path")
            found[path] = Found(path)
            continue
        inside = list(_inside(path))
        if not inside:
            raise NothingFound(f"{shown(path)}: the directory has no files; give a directory with papers, or a file")
        for file in inside:
            found.setdefault(file, Found(file, named=False))
    return list(found.values())


def size(found: Iterable[Found]) -> int | None:
    """The total size of all files in bytes; None if one is not a regular file, such as standard input, or cannot be accessed."""
    total = 0
    for path, _ in found:
        if str(path) == STDIN:
            return None
        try:
            one = path.stat()
        except OSError:  # reported when the file is read
            return None
        if not stat.S_ISREG(one.st_mode):
            return None
        total += one.st_size
    return total


def expand(paths: Iterable[Path | str]) -> list[Path]:
    """The paths of :func:`find`."""
    return [found.path for found in find(paths)]


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise _refused(error) from error


def _refuse(error: OSError) -> None:
    raise _refused(error) from error


def _refused(error: OSError) -> Unreadable:
    return Unreadable(f"{shown(error.filename or '')}: cannot be opened ({error.strerror}); check its permissions")


def _inside(directory: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(directory, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder, name)
            if not name.startswith(".") and file.is_file():
                yield file
