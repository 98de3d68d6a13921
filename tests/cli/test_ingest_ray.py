"""``ingest --engine ray``, with a cluster of this machine that is started for the load."""

from __future__ import annotations

import json
import socket
import sys

import pytest

from leaderboard.engine import ray_cluster


def test_it_starts_a_cluster_for_the_load_and_says_nothing_else_than_without(run, papers, monkeypatch):
    monkeypatch.delenv("RAY_ADDRESS", raising=False)
    query = ("sql", "SELECT claim_id, value, metric, method FROM claims ORDER BY ALL", "--format", "json")
    local = run("ingest", papers, "--db", "local.duckdb")
    cluster = run("ingest", papers, "--db", "ray.duckdb", "--engine", "ray")
    assert cluster.code == 0, cluster.err
    assert cluster.out.splitlines()[0].split(", in ")[0] == local.out.splitlines()[0].split(", in ")[0]
    assert len(cluster.out.splitlines()) == 2
    assert "ray" not in cluster.err.lower()
    rows = [json.loads(run(*query, "--db", f"{name}.duckdb").out) for name in ("local", "ray")]
    assert rows[1] == rows[0]
    assert len(rows[0]) == 4
    assert "nothing new" in run("ingest", papers, "--db", "ray.duckdb", "--engine", "ray").out


def test_a_cluster_of_ours_listens_on_this_machine_only_and_ends_with_the_load(monkeypatch):
    import ray

    monkeypatch.delenv("RAY_ADDRESS", raising=False)
    with ray_cluster.connected(None):
        (node,) = ray.nodes()
        assert node["NodeManagerAddress"] == "127.0.0.1"
        with ray_cluster.connected(None):  # as for a program that has connected by itself
            assert len(ray.nodes()) == 1
        assert ray.is_initialized()
    assert not ray.is_initialized()


def test_without_ray_it_says_what_to_install(run, papers, tmp_path, monkeypatch):
    for name in ("leaderboard.engine.ray_data", "leaderboard.engine.ray_cluster"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "ray", None)
    result = run("ingest", papers, "--engine", "ray")
    assert (result.code, result.out) == (2, "")
    assert "pip install '.[ray]' in the checkout" in result.err
    assert "pip install 'leaderboard" not in result.err  # the package index has another project of that name
    assert result.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == [papers]


def test_an_address_is_of_no_use_to_the_local_engine(run, papers):
    result = run("ingest", papers, "--ray-address", "auto")
    assert result.code == 2
    assert "--engine ray" in result.err


def closed_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_an_address_where_nothing_answers_is_an_error_of_one_line(run, papers, tmp_path):
    address = f"127.0.0.1:{closed_port()}"
    result = run("ingest", papers, "--engine", "ray", "--ray-address", address)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(f"leaderboard: no Ray cluster answers at {address}")
    assert result.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == [papers]


@pytest.mark.parametrize("address", ["nonsense", "127.0.0.1:many", "auto"])
def test_an_address_of_no_shape_is_an_error_of_one_line(run, papers, address, monkeypatch, tmp_path):
    monkeypatch.setenv("RAY_TMPDIR", str(tmp_path / "no" / "cluster"))  # where "auto" looks for one
    result = run("ingest", papers, "--engine", "ray", "--ray-address", address)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(f"leaderboard: cannot connect to the Ray cluster {address}")
    assert result.err.count("\n") == 1


def test_an_address_of_ray_client_is_wrong_usage_that_says_what_to_do(run, papers):
    result = run("ingest", papers, "--engine", "ray", "--ray-address", "ray://127.0.0.1:10001")
    assert result.code == 2
    assert "run this command on a node of the cluster" in result.err
