from __future__ import annotations

import subprocess
import sys

import pytest

COMMANDS = ["ingest", "extract", "benchmarks", "show", "explain", "sql", "export", "score", "serve", "demo"]


def test_help_lists_every_command(run):
    result = run("--help")
    assert result.code == 0
    for command in [*COMMANDS, "registry"]:
        assert f"\n  {command} " in result.out


@pytest.mark.parametrize("command", [[name] for name in COMMANDS] + [["registry", "check"]], ids=" ".join)
def test_every_command_explains_itself_with_an_example(run, command):
    result = run(*command, "--help")
    assert result.code == 0
    assert f"Example: leaderboard {' '.join(command)}" in " ".join(result.out.split())


def test_without_arguments_it_shows_the_help_and_fails(run):
    assert run().code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["ingest"],
        ["show"],
        ["sql"],
        ["show", "X", "--limit", "0"],
        ["show", "X", "--min-confidence", "1.01"],
        ["show", "X", "--min-confidence", "-0.1"],
        ["sql", "SELECT 1", "--format", "xml"],
        ["extract", "x", "--wrong"],
    ],
)
def test_wrong_usage_has_exit_code_2(run, arguments):
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert "Usage" in result.err


def test_version(run):
    from leaderboard import __version__

    assert run("--version").out == f"leaderboard {__version__}\n"


def test_the_version_is_that_of_the_package(root):
    import tomllib

    from leaderboard import __version__

    assert tomllib.loads((root / "pyproject.toml").read_text())["project"]["version"] == __version__


def test_help_loads_none_of_the_heavy_parts():
    """Measured by what is imported, not by the clock."""
    code = (
        "import sys; sys.argv = ['leaderboard', '--help']\nimport leaderboard.cli\ntry: leaderboard.cli.main()\nexcept SystemExit: pass\n"
    )
    code += "print(sorted({'duckdb', 'polars', 'pyarrow', 'pint', 'streamlit', 'rich.table', 'leaderboard.extraction'} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "[]"


def test_importing_the_package_is_cheap():
    code = "import sys, leaderboard; print(sorted({'duckdb', 'polars', 'pyarrow', 'typer', 'leaderboard.registry'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_module_is_the_command():
    result = subprocess.run(
        [sys.executable, "-m", "leaderboard", "sql", "list", "--format", "csv"], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0
    assert result.stdout.startswith("query,answers,parameters\n")
