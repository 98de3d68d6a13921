"""The engine for clusters, on a cluster of two nodes with a processor each, reached by its address."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from batches import tasks
from fake_extractors import CRASH, DIE, ORPHAN, PROBLEM, Fake, abstract, claim

from leaderboard.engine import extractor, files, local
from leaderboard.engine.engines import OnThisMachine, choose
from leaderboard.engine.local import Recipe
from leaderboard.engine.ray_worker import Kit
from leaderboard.errors import ExtractionError, UsageError
from leaderboard.store import reading
from leaderboard.store.loading import ingest

FAKE = Recipe("fake_extractors:build")


@pytest.fixture(scope="module")
def cluster():
    """The address of a cluster with two workers; it listens on this machine only."""
    from ray._private import ray_constants
    from ray.cluster_utils import Cluster

    patch = pytest.MonkeyPatch()
    patch.setattr(ray_constants, "ENABLE_RAY_CLUSTER", False)
    patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    patch.setenv("PYTHONPATH", str(Path(__file__).parent))  # where the fake extractors are
    node = {"num_cpus": 1, "object_store_memory": 100 << 20, "include_dashboard": False}
    made = Cluster(initialize_head=True, head_node_args=node)
    made.add_node(**node)
    yield made.address
    made.shutdown()
    patch.undo()


def found(done):
    results = [files.read_result(one.task) for one in done]
    return [(r.claims, r.failures) for r in results], [(d.papers, d.claims, d.failures) for d in done]


def both(tmp_path, address, batches):
    """What the two engines make of the same batches."""
    here = OnThisMachine(1)(iter(tasks(tmp_path / "here", *batches)), FAKE, Fake())
    there = choose("ray", address)(iter(tasks(tmp_path / "there", *batches)), FAKE, Fake())
    return found(list(here)), found(list(there))


def test_a_cluster_gives_what_one_machine_gives_in_the_same_order(tmp_path, cluster):
    batches = [[abstract(claim(n + i)) for i in range(3)] for n in range(40)] + [[CRASH, PROBLEM, abstract(claim(1))]]
    here, there = both(tmp_path, cluster, batches)
    assert there == here
    assert here[1][-1] == (3, 1, 2)


def test_a_paper_that_kills_its_process_is_the_only_one_lost(tmp_path, cluster):
    here, there = both(tmp_path, cluster, [[abstract(claim(1)), DIE, abstract(claim(2))], [abstract(claim(3))]])
    assert there == here
    assert here[1] == [(3, 2, 1), (1, 1, 0)]


def test_a_worker_killed_in_the_middle_changes_nothing(tmp_path, cluster):
    mark = tmp_path / "killed"
    batches = [[abstract(claim(n))] for n in range(12)]
    expected = found(list(OnThisMachine(0)(iter(tasks(tmp_path / "here", *batches[:5], [abstract(claim())], *batches[5:])), FAKE, Fake())))
    there = choose("ray", cluster)(iter(tasks(tmp_path / "there", *batches[:5], [f"{ORPHAN}{mark}"], *batches[5:])), FAKE, Fake())
    assert found(list(there)) == expected
    assert b"ray::" in mark.read_bytes()


def test_finished_batches_are_not_done_again(tmp_path, cluster):
    made = tasks(tmp_path, *([abstract(claim(n))] for n in range(4)))
    list(local.run_here(made[1:3], Fake("fake-2")))  # another version, to tell who did what
    done = choose("ray", cluster)(iter(made), FAKE, Fake())
    assert [files.read_result(one.task).claims["value"].to_pylist() for one in done] == [[0], [2], [3], [3]]


def test_tasks_are_taken_only_as_they_are_needed(tmp_path, cluster):
    taken = []

    def source():
        for task in tasks(tmp_path, *([abstract(claim())] for _ in range(60))):
            taken.append(task)
            yield task

    results = choose("ray", cluster)(source(), FAKE, Fake())
    next(results)
    assert len(taken) < 30
    results.close()


def test_a_cluster_with_another_version_is_told_apart(tmp_path, cluster):
    results = choose("ray", cluster)(iter(tasks(tmp_path, [abstract(claim())])), FAKE, Fake("fake-2"))
    with pytest.raises(ExtractionError, match=r"extractor fake-1 .* has fake-2; install the same version"):
        list(results)


def test_a_worker_that_cannot_make_the_extractor_is_an_error_that_says_why(tmp_path, cluster):
    recipe = Recipe("fake_extractors:build_broken")
    with pytest.raises(ExtractionError, match="no such registry"):
        list(choose("ray", cluster)(iter(tasks(tmp_path, [abstract(claim())])), recipe, Fake()))


def everything(database):
    """Every table, without numbers and times of runs."""
    with reading.connect(database) as con:
        names = [
            name for (name,) in con.execute("SELECT schema_name || '.' || table_name FROM duckdb_tables() WHERE NOT internal").fetchall()
        ]
        columns = "COLUMNS(lambda c: c NOT IN ('run_id', 'applied_at', 'started_at', 'seconds', 'at'))"
        return {name: con.execute(f"SELECT {columns} FROM {name} ORDER BY ALL").fetchall() for name in names}


@pytest.fixture
def own_registry(tmp_path):
    """A folder with a benchmark that the shipped registry does not have."""
    folder = tmp_path / "own" / "benchmarks"
    folder.mkdir(parents=True)
    (folder / "mine.txt").write_text("Blue Door 77 = BD-77 | image classification | vision\n")
    return folder.parent


def test_a_load_makes_the_same_database_on_a_cluster(tmp_path, root, cluster, own_registry):
    """With the real extractor, the sample papers, a registry of one's own, and an entry that cannot be read."""
    own = {"title": "Foo: A Model", "abstract": "Foo reaches 91.5% top-1 accuracy on BD-77."}
    (tmp_path / "own.jsonl").write_text(json.dumps(own) + '\n{"title": "No abstract"}\n')
    paths = [root / "data" / "sample" / "papers.jsonl", tmp_path / "own.jsonl"]
    reports = [
        ingest(paths, tmp_path / f"{name}.duckdb", registry=[own_registry], engine=engine)
        for name, engine in (("here", None), ("there", choose("ray", cluster)))
    ]
    assert everything(reports[1].database) == everything(reports[0].database)
    assert reports[1].claims > 300
    with reading.connect(reports[1].database) as con:
        assert con.execute("SELECT benchmark_id FROM claim_benchmarks WHERE benchmark_id LIKE 'Blue Door%'").fetchall()


def test_a_kit_makes_the_same_extractor_where_its_folders_are_not(tmp_path, own_registry):
    recipe = Recipe(local.CHAIN, (own_registry,))
    version = recipe.make().version
    kit = Kit.pack(recipe, version)
    (own_registry / "benchmarks" / "mine.txt").unlink()
    unpacked = kit.unpack(tmp_path / "elsewhere")
    assert unpacked.make().version == version != extractor.build().version


def test_the_workers_half_works_without_ray(tmp_path):
    """Ray hands it blocks and takes blocks back; here a process does that to which Ray does not exist."""
    (task,) = tasks(tmp_path, [abstract(claim(5)), CRASH])
    (expected,) = tasks(tmp_path / "expected", [abstract(claim(5)), CRASH])
    files.work(expected, Fake())
    program = (
        "import sys; sys.modules['ray'] = None\n"
        "import pyarrow as pa, pathlib\n"
        "from leaderboard.engine import ray_worker as w\n"
        f"block = pa.table([[7], [pathlib.Path({str(task.papers)!r}).read_bytes()]], schema=w.PAPERS)\n"
        "(row,) = w.work(block, w.Kit('fake_extractors:build', (), 'fake-1')).to_pylist()\n"
        f"pathlib.Path({str(task.failures)!r}).write_bytes(row['failures'])\n"
        f"pathlib.Path({str(task.claims)!r}).write_bytes(row['claims'])\n"
        "print(row['batch'])\n"
    )
    here = str(Path(__file__).parent)
    result = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {here!r})\n{program}"], capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stdout) == (0, "7\n"), result.stderr
    assert files.read_result(task) == files.read_result(expected)


def test_an_unknown_engine_and_an_address_without_ray_are_wrong_usage():
    with pytest.raises(UsageError, match="no engine 'spark'; available engines: local, ray"):
        choose("spark")
    with pytest.raises(UsageError, match="--ray-address requires --engine ray"):
        choose("local", "auto")
