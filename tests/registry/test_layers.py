"""The user's directories on top of the shipped one."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from leaderboard.errors import RegistryError
from leaderboard.registry import Registry, build, check, load


def test_a_users_benchmark_and_metric_are_added(write, shipped: Registry) -> None:
    mine = write(
        "mine",
        benchmarks="Our Cats = OurCats v1 | image classification | vision\n",
        metrics="purr rate = purrs | higher | Hz | 0.. | cats | quality\n",
    )
    registry = load([mine])
    assert check(registry) == ()
    assert registry.benchmark("our-cats").name == "Our Cats"
    assert registry.metric("Purrs").unit == "Hz"
    assert registry.metric("accuracy") == shipped.metric("accuracy")
    assert len(registry.benchmarks) == len(shipped.benchmarks) + 1
    assert "Our Cats" not in shipped.benchmarks


def test_a_line_with_a_known_first_name_replaces_columns_and_keeps_names(write) -> None:
    mine = write(
        "mine", metrics="latency = lag time | lower | ms | 0.. | time | cost\n", benchmarks="COCO = my coco | face detection | vision\n"
    )
    registry = load([mine])
    assert check(registry) == ()
    latency = registry.metric("inference latency")
    assert (latency.name, latency.unit) == ("latency", "ms")
    assert registry.metric("lag time") is latency
    assert registry.normalise(latency, 2, "s").value == 2000
    assert registry.benchmark("MS-COCO").task == "face detection"
    assert registry.benchmark("My Coco") is registry.benchmark("COCO")


def test_an_alias_line_adds_names_only(write, shipped: Registry) -> None:
    registry = load(
        [write("mine", benchmarks="@alias CIFAR-10 = CIFAR ten = zehn Klassen\n", metrics="@alias accuracy = ratio of the right\n")]
    )
    assert check(registry) == ()
    assert registry.benchmark("cifar TEN").name == "CIFAR-10"
    assert registry.benchmark("CIFAR-10").task == shipped.benchmark("CIFAR-10").task
    assert registry.metric("ratio of the right").name == "accuracy"


def test_an_alias_line_may_share_a_name_where_the_entry_has_needs(write) -> None:
    registry = load([write("mine", benchmarks="@alias Stanford Cars = ~!Automobiles\n")])
    assert check(registry) == ()
    assert registry.benchmark("Automobiles") is None
    assert registry.benchmark("Automobiles", "fine-grained").name == "Stanford Cars"


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ("@alias CIFAR-11 = CIFAR eleven", "unknown-entry", "CIFAR-11"),
        ("@alias cifar10 = CIFAR ten", "unknown-entry", "'CIFAR-10'"),
        ("@alias CIFAR-10 = ~CIFAR ten", "no-needs", "CIFAR-10"),
        ("@alias CIFAR-10 = ImageNet", "alias-clash", "ImageNet-1k"),
        ("My Net = ImageNet | image classification | vision", "alias-clash", "ImageNet-1k"),
        ("My Net | image classification", "columns", "3 or 4"),
    ],
)
def test_a_fault_in_a_users_file_is_named_and_stops_nothing(write, line: str, code: str, says: str) -> None:
    registry = load([write("mine", benchmarks=f"# mine\n{line}\nOur Cats | image classification | vision\n")])
    (problem,) = check(registry)
    assert (Path(problem.path).name, problem.line, problem.code) == ("benchmarks.txt", 2, code)
    assert says in problem.message
    assert registry.benchmark("Our Cats") is not None
    assert registry.benchmark("ImageNet").name == "ImageNet-1k"


def test_files_in_a_folder_of_benchmarks_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "mine" / "benchmarks"
    folder.mkdir(parents=True)
    (folder / "cats.txt").write_text("Our Cats | image classification | vision\n")
    (folder / "dogs.txt").write_text("Our Dogs | image classification | vision\n")
    (folder / "notes.md").write_text("not read\n")
    registry = load([tmp_path / "mine"])
    assert check(registry) == ()
    assert {"Our Cats", "Our Dogs"} <= set(registry.benchmarks)
    assert registry.places["benchmark", "Our Dogs"].line == 1


def test_later_directories_win(write) -> None:
    one = write("one", metrics="purr rate | higher | Hz | 0.. | cats | quality\n")
    two = write("two", metrics="purr rate | lower | Hz | 0.. | cats | quality\n")
    assert load([one, two]).metric("purr rate").direction == "lower"
    assert load([two, one]).metric("purr rate").direction == "higher"


def test_names_of_units_in_words_are_read_as_claims_write_them(small) -> None:
    registry = small(metrics="hit share | higher | percent | 0..100 | accuracy | quality\nwait | lower | second | 0.. | time | cost\n")
    assert (registry.metric("hit share").unit, registry.metric("wait").unit) == ("%", "s")
    assert registry.normalise(registry.metric("hit share"), 0.5, None).value == 50


def test_a_missing_directory_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="no-such-place"):
        load([tmp_path / "no-such-place"])
    file = tmp_path / "file"
    file.write_text("x")
    with pytest.raises(RegistryError, match="directory"):
        load([file])


def test_a_directory_without_registry_files_is_a_problem(write) -> None:
    (problem,) = load([write("mine")]).problems
    assert problem.code == "empty"
    assert "metrics.txt" in problem.message


def test_a_file_that_is_not_text_is_a_problem_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "benchmarks.txt").write_bytes(b"# one\n# two\nCaf\xe9 | x | y\n")
    (problem,) = build([tmp_path]).problems
    assert (problem.code, problem.line) == ("encoding", 3)


def test_bom_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    (tmp_path / "benchmarks.txt").write_bytes("\ufeffOur Cats | image classification | vision\r\n\r\n# end\r\n".encode())
    registry = build([tmp_path])
    assert registry.problems == ()
    assert registry.benchmarks["Our Cats"].area == "vision"


def test_a_users_registry_travels_to_another_process(write) -> None:
    registry = load([write("mine", benchmarks="Our Cats | image classification | vision\n")])
    copy = pickle.loads(pickle.dumps(registry))  # noqa: S301 - our own bytes
    assert copy.benchmarks == registry.benchmarks
    assert copy.metric("accuracy") == registry.metric("accuracy")
