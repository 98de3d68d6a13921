"""One entry in a hundred is broken: the other ninety-nine are loaded, each broken one is listed with its place and the reason."""

from __future__ import annotations

import gzip
import json
import random
import subprocess
import sys

import pytest
from command import papers

ENTRIES = 1200
# What is broken, the code it is listed under and words of the reason.
FAULTS = [
    (b'{"title": "Cut off", "abstract": "We reach', "bad-json", "not valid JSON"),
    (b"title: No JSON at all", "bad-json", "not valid JSON"),
    (b'{"abstract": "Nobody named this."}', "no-title", "no title"),
    (b'{"title": 7, "abstract": "Its title is a number."}', "no-title", "no title"),
    (b'{"title": "Its abstract is a list of numbers", "abstract": [1, 2]}', "no-abstract", "no abstract"),
    (b'{"title": "Its abstract is null", "abstract": null}', "no-abstract", "no abstract"),
    (b'{"title": "Its abstract is empty", "abstract": ""}', "no-abstract", "no abstract"),
    (b'{"title": "Its abstract is blank", "abstract": " "}', "no-abstract", "no abstract"),
    (b'["a list", "and not an object"]', "not-an-object", "not an object"),
    (b'{"title": "Latin-1", "abstract": "Un r\xe9sultat."}', "bad-utf8", "not valid UTF-8"),
    (b'{"title": "A zero byte", "abstract": "a\\u0000b"}', "nul", "NUL"),
    (b'{"title": "Half a pair", "abstract": "a\\ud83d"}', "bad-json", "not valid JSON"),
]


def sprinkled():
    """The lines of a file, and what is broken in it by line: one line in a hundred, each fault once."""
    lines = [json.dumps(one).encode() for one in papers(ENTRIES, "good")]
    places = sorted(random.Random(1).sample(range(1, ENTRIES), ENTRIES // 100))
    broken = {}
    for number, place in enumerate(places):
        lines[place], code, words = FAULTS[number % len(FAULTS)]
        broken[place + 1] = (code, words)
    return lines, broken


def leaderboard(*arguments):
    return subprocess.run([sys.executable, "-m", "leaderboard", *map(str, arguments)], capture_output=True, text=True, check=False)


def rejected(work):
    listed = leaderboard("sql", "rejected", "--db", work.db, "--format", "json")
    assert listed.returncode == 0, listed.stderr
    return json.loads(listed.stdout)


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_the_others_are_loaded_and_every_broken_one_is_listed(work, packed):
    lines, broken = sprinkled()
    path = work.folder / "papers.jsonl"
    path.write_bytes((gzip.compress if packed else bytes)(b"".join(line + b"\n" for line in lines)))
    said = work.load(path)
    assert f"read {ENTRIES:,} entries: {ENTRIES - len(broken):,} new papers, " in said
    assert f" {len(broken)} rejected, " in said
    assert "leaderboard sql rejected" in said
    listed = rejected(work)
    assert [(one["path"], one["line"], one["code"]) for one in listed] == [(str(path), line, code) for line, (code, _) in broken.items()]
    for one in listed:
        assert broken[one["line"]][1] in one["reason"]
    assert work.count()[0] == ENTRIES - len(broken)


def test_of_a_packed_file_that_is_cut_off_everything_before_the_cut_is_loaded(work):
    lines = [json.dumps(one).encode() + b"\n" for one in papers(ENTRIES, "cut")]
    whole = gzip.compress(b"".join(lines))
    path = work.folder / "papers.jsonl.gz"
    path.write_bytes(whole[: len(whole) // 2])
    said = work.load(path)
    assert "1 rejected" in said
    (listed,) = rejected(work)
    complete = work.count()[0]
    assert ENTRIES // 4 < complete < ENTRIES
    assert (listed["path"], listed["line"], listed["code"]) == (str(path), complete + 1, "truncated")
    assert "ends too early" in listed["reason"]
    path.write_bytes(whole)
    work.load_here(path)
    assert work.count()[0] == ENTRIES
    assert rejected(work) == []
