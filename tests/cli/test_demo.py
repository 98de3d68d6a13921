from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_the_sample_becomes_a_database(run, tmp_path):
    result = run("demo", "--no-serve")
    assert result.code == 0
    assert "leaderboard serve --db leaderboard-demo.duckdb" in result.out
    totals = run("sql", "totals", "--db", "leaderboard-demo.duckdb", "--format", "json").json()[0]
    assert totals["papers"] >= 150
    assert totals["rejected"] == 0
    assert totals["boards"] > 10


def test_demo_serves_on_this_machine_only_and_ends_with_a_signal(tmp_path):
    port = free_port()
    command = [sys.executable, "-m", "leaderboard", "demo", "--db", str(tmp_path / "demo.duckdb"), "--port", str(port)]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment) as process:
        try:
            assert any(f"http://127.0.0.1:{port}" in line for line in process.stdout)
            assert answer(port, process) == 200
            listening = (
                subprocess.run(["ss", "-ltnH", f"sport = :{port}"], capture_output=True, text=True, check=False) if has_ss() else None
            )
            assert listening is None or listening.stdout.split()[3] == f"127.0.0.1:{port}"
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=30)


def answer(port, process):
    for _ in range(300):
        assert process.poll() is None
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health") as response:
                return response.status
        except OSError:
            time.sleep(0.1)
    return pytest.fail("the server does not answer")


def has_ss():
    return any(os.access(os.path.join(folder, "ss"), os.X_OK) for folder in os.environ["PATH"].split(os.pathsep))  # noqa: PTH118
