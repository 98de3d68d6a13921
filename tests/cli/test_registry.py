from __future__ import annotations


def test_the_shipped_registry_has_no_problems(run):
    result = run("registry", "check")
    assert result.code == 0, result.out
    assert "0 problems" in result.out


def test_problems_are_listed_with_their_place_and_fail(run, tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "metrics.txt").write_text("this is | not an entry\n")
    result = run("registry", "check", "--registry", folder)
    assert result.code == 1
    assert "metrics.txt:1" in result.out
    assert run("registry", "check", "--registry", folder, "--json").json()[0]["line"] == 1


def test_a_missing_folder_is_an_error(run):
    result = run("registry", "check", "--registry", "none")
    assert result.code == 1
    assert result.err.startswith("leaderboard: none")
