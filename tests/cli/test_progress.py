"""The progress of a load: a bar with papers, claims, rate and time left in a terminal, lines with the same figures in a pipe."""

from __future__ import annotations

import io
import os
import pty
import re
import subprocess
import sys

import pytest

from leaderboard import sources
from leaderboard.cli import progress as shown
from leaderboard.cli.progress import Pace, Speed, figures
from leaderboard.resources import sample_dir
from leaderboard.store.loading import Hooks, Progress, ingest


def at(papers, share, *, writing=False, rejected=0):
    return Progress(papers, papers, papers, 2 * papers, rejected, share, writing)


def in_terminal(*command, source=None):
    """What a Python command writes to a terminal of 120 columns on standard error; gives the text and its exit code."""
    ours, its = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "120"}
    with subprocess.Popen([sys.executable, *command], stdin=source, stdout=subprocess.DEVNULL, stderr=its, env=environment) as process:
        os.close(its)
        said = b""
        while True:
            try:
                block = os.read(ours, 1 << 16)
            except OSError:  # how Linux says that nobody holds the other end any more
                break
            if not block:
                break
            said += block
    os.close(ours)
    return said.decode(), process.returncode


def load(*arguments):
    return ["-m", "leaderboard", *map(str, arguments)]


HALFWAY = """
import time
from leaderboard.cli.progress import progress
from leaderboard.store.loading import Progress
with progress() as show:
    for share in (0.25, 0.5):
        time.sleep(0.5)
        show(Progress(2000, int(2000 * share), int(2000 * share), int(4000 * share), 3, {share}, False))
    time.sleep(0.5)
"""


@pytest.fixture
def many(tmp_path):
    """Enough papers for several reports."""
    lines = (sample_dir() / "papers.jsonl").read_text().splitlines()
    path = tmp_path / "many.jsonl"
    path.write_text("".join(line.replace('"title": "', f'"title": "{n} ', 1) + "\n" for n in range(4) for line in lines))
    return path


def test_a_terminal_gets_a_bar_with_papers_claims_rate_and_time_left():
    said, code = in_terminal("-c", HALFWAY.format(share="share"))
    assert code == 0, said
    assert "━" in said
    assert re.search(r"1,000 papers, 2,000 claims, 3 rejected, [\d,]+ papers/s, \d:\d\d left", said), said
    assert said.count("\x1b[?25l") == said.count("\x1b[?25h") == 1  # the cursor is hidden and shown again


def test_where_the_amount_is_unknown_the_rest_is_shown():
    said, code = in_terminal("-c", HALFWAY.format(share="None"))
    assert code == 0, said
    assert re.search(r"1,000 papers, 2,000 claims, 3 rejected, [\d,]+ papers/s", said), said
    assert "left" not in said


@pytest.mark.parametrize("command", ["ingest", "demo"])
def test_commands_show_it_in_a_terminal_and_clear_it_away(command, papers, tmp_path):
    arguments = [papers] if command == "ingest" else ["--no-serve"]
    said, code = in_terminal(*load(command, *arguments, "--db", tmp_path / "x.duckdb"))
    assert code == 0, said
    assert "━" in said
    assert re.search(r"\d papers, [\d,]+ claims, writing the database", said), said
    assert said.endswith(("\x1b[2K", "\x1b[?25h")), said


def test_of_standard_input_the_share_is_unknown(papers, tmp_path, monkeypatch):
    with papers.open("rb") as source:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(source))
        seen = []
        ingest(["-"], tmp_path / "x.duckdb", workers=0, hooks=Hooks(progress=seen.append))
    assert [one.share for one in seen] == [None] * (len(seen) - 1) + [1.0]
    assert len(seen) > 1


def test_a_short_load_says_nothing_in_a_pipe(run, papers):
    assert run("ingest", papers).err == ""


def test_a_pipe_gets_plain_lines_with_the_same_figures(monkeypatch):
    clock = iter([100.0, 102.0, 106.0, 107.0, 112.0, 113.0])
    monkeypatch.setattr(shown.time, "monotonic", lambda: next(clock))
    out = io.StringIO()
    with shown.progress(out) as show:
        for now in (at(1000, 0.1), at(3000, 0.3), at(3500, 0.35), at(6000, 0.6, rejected=2), at(6000, 1.0, writing=True)):
            show(now)
    assert out.getvalue().splitlines() == [
        "3,000 papers, 6,000 claims, 500 papers/s, 0:14 left",
        "6,000 papers, 12,000 claims, 2 rejected, 500 papers/s, 0:08 left",
        "6,000 papers, 12,000 claims, writing the database",
    ]


def test_nothing_is_said_of_the_writing_where_nothing_was_said_before(monkeypatch):
    clock = iter([100.0, 101.0])
    monkeypatch.setattr(shown.time, "monotonic", lambda: next(clock))
    out = io.StringIO()
    with shown.progress(out) as show:
        show(at(10, 1.0, writing=True))
    assert out.getvalue() == ""


def test_the_speed_is_that_of_the_last_seconds():
    pace = Pace(0.0)
    for second in range(1, 101):
        pace.at(float(second), second * 1000, second / 1000)
    fast = pace.at(101.0, 100_000, 0.1)
    assert fast.rate == pytest.approx(19_000 * 1000 / 20_000, rel=0.01)
    for second in range(102, 140):
        slow = pace.at(float(second), 100_000 + (second - 101) * 10, 0.1 + (second - 101) / 10_000)
    assert slow == Speed(pytest.approx(10), pytest.approx((0.9 - 38 / 10_000) * 10_000, rel=0.01))


def test_without_a_share_or_a_gain_no_time_is_told():
    assert Pace(0.0).at(1.0, 10, None).left is None
    assert Pace(0.0).at(1.0, 10, 0.0).left is None
    assert "left" not in figures(at(10, None), Speed(5.0, None))


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_the_share_grows_to_the_whole(many, tmp_path, packed, monkeypatch):
    monkeypatch.setattr("leaderboard.store.loading.REPORT_EVERY", 0.0)
    if packed:
        subprocess.run(["gzip", str(many)], check=True)
        many = many.with_name(f"{many.name}.gz")
    seen = []
    ingest([many], tmp_path / "x.duckdb", workers=0, hooks=Hooks(progress=seen.append))
    shares = [one.share for one in seen]
    assert shares == sorted(shares)
    assert shares[0] < 0.5
    assert shares[-1] == 1.0
    assert [one.writing for one in seen] == [False] * (len(seen) - 1) + [True]
    assert (seen[-1].papers, seen[-1].extracted) == (seen[-1].entries, 4 * 279)


def test_known_papers_count_as_done(many, tmp_path, monkeypatch):
    monkeypatch.setattr("leaderboard.store.loading.REPORT_EVERY", 0.0)
    ingest([many], tmp_path / "x.duckdb")
    again = tmp_path / "again.jsonl"
    again.write_text(many.read_text() + '{"title": "One more", "abstract": "It is new."}\n')
    seen = []
    ingest([many, again], tmp_path / "x.duckdb", hooks=Hooks(progress=seen.append))
    assert (seen[-1].papers, seen[-1].extracted, seen[-1].share) == (4 * 279 + 1, 1, 1.0)


def test_the_bytes_of_every_format_are_told(tmp_path):
    import polars as pl

    frame = pl.DataFrame({"title": [f"T{n}" for n in range(3000)], "abstract": ["a b c " * 50] * 3000})
    frame.write_parquet(tmp_path / "p.parquet")
    frame.write_csv(tmp_path / "p.csv")
    frame.write_ndjson(tmp_path / "p.jsonl")
    for path in (tmp_path / "p.parquet", tmp_path / "p.csv", tmp_path / "p.jsonl"):
        told = []
        assert len(list(sources.read(path, on_bytes=told.append))) == 3000
        assert told[-1] == path.stat().st_size == sources.size(sources.find([path]))
    assert sources.size(sources.find([tmp_path, "-"])) is None
