"""Text as nodes with tags: the cases of `lex.txt`."""

from __future__ import annotations

from tests.extraction.cases import Case
from tests.extraction.stages import fits, nodes_of
from tests.extraction.test_fixtures import cases, one_line


@cases("lex")
def test_lex(case: Case) -> None:
    found = nodes_of(case.text)
    assert all(case.text[node.start : node.end] == node.text for node in found)
    written = [f"{node.tag} {node.text}" for node in found]
    assert fits(one_line(case).split(" | "), written), f"{case.path.name}:{case.line}: {' | '.join(written)}"
