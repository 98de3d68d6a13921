"""What the repository may contain, and what the wheel has to."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile

import pytest

# Folders that exist on one machine only, and addresses of package indexes. Written in pieces so that this file does not find itself.
MACHINE = re.compile(
    "|".join(
        [
            "/" + "work/",
            "/" + "root/",
            "/" + "home/[a-z]",
            "/" + "opt/",
            "pypi" + r"\.org",
            "python" + r"hosted\.org",
            "--(extra-)?" + "index-url",
        ]
    )
)
TEXT_LIMIT = 2_000_000


def tracked(root):
    """Every file that git knows."""
    listing = subprocess.run(["git", "-C", str(root), "ls-files", "-z"], capture_output=True, check=False, text=True)
    if listing.returncode:
        pytest.skip("not a git checkout")
    return [path for name in listing.stdout.split("\0") if name and (path := root / name).is_file()]


def faults(text):
    """Lines of a text that name a place of one machine only."""
    return [line for line in text.splitlines() if MACHINE.search(line)]


def test_no_tracked_file_names_a_place_of_one_machine(root):
    found = {}
    for path in tracked(root):
        data = path.read_bytes()
        if b"\0" in data or len(data) > TEXT_LIMIT:
            continue
        if lines := faults(data.decode("utf-8", errors="replace")):
            found[str(path.relative_to(root))] = lines
    assert found == {}


@pytest.mark.parametrize(
    "line", ["see /" + "work/shared/x", "cd /" + "root/.pyenv", "--" + "index-url https://example.org", "files.python" + "hosted.org/x"]
)
def test_the_guard_finds_a_planted_place(line):
    assert faults(f"fine\n{line}\nfine") == [line]


def test_no_database_is_tracked(root):
    assert [path.name for path in tracked(root) if path.suffix == ".duckdb" or path.name.endswith(".wal")] == []


def test_every_pin_has_a_hash_and_no_address(root):
    text = (root / "constraints.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert " @ " not in text
    entries = re.split(r"\n(?=[A-Za-z0-9])", text)
    assert len(entries) > 30
    unpinned = [entry.splitlines()[0] for entry in entries if entry[0] != "#" and not re.match(r"[\w.-]+==\S+ \\\n +--hash=sha256:", entry)]
    assert unpinned == []


def test_every_dependency_is_pinned(root):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"], *project["optional-dependencies"]["bench"]]
    names = {re.split(r"[<>=\[ ]", line)[0].lower() for line in wanted}
    pinned = set(re.findall(r"^([A-Za-z0-9._-]+)==", (root / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE))
    assert names - {name.lower() for name in pinned} == set()


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory):
    """The wheel, built from the checkout without network."""
    out = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "--wheel-dir",
        str(out),
        str(root),
    ]
    subprocess.run(command, check=True, capture_output=True)
    (path,) = out.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        yield set(archive.namelist())


@pytest.mark.parametrize(
    ("folder", "shipped"), [("sql", "sql"), ("data/registry", "registry"), ("data/sample", "sample"), ("dashboards", "dashboards")]
)
def test_the_wheel_ships_what_the_program_reads(root, wheel, folder, shipped):
    files = [path for path in (root / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert files
    missing = [str(path) for path in files if f"leaderboard/_shipped/{shipped}/{path.relative_to(root / folder)}" not in wheel]
    assert missing == []


def test_the_wheel_ships_no_tests(wheel):
    assert [name for name in wheel if name.startswith("tests/")] == []
