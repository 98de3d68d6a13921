"""Protocols: the cases of protocols.txt, the closed list, and the faults of the file."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaderboard.extraction.chain import extract
from leaderboard.extraction.explain import explain
from leaderboard.extraction.protocol.protocol_file import ProtocolsError, read_protocols
from leaderboard.model import Protocol
from leaderboard.registry import load
from tests.extraction.conditions import claim_at, read_cases

CASES = read_cases(Path(__file__).with_name("protocols.txt"))


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[f"{title}: {text}" for title, text, _ in CASES])
def test_a_number_has_the_protocol_that_is_said_of_it(title: str, text: str, expected: str) -> None:
    assert ", ".join(claim_at(title, text).protocol) == expected.replace("-", "", 1 if expected == "-" else 0)


def test_every_protocol_has_four_cases_and_an_opposite() -> None:
    counts = Counter(expected for _, _, expected in CASES)
    assert all(counts[protocol] >= 4 for protocol in get_args(Protocol))
    assert counts["-"] >= len(get_args(Protocol))


def test_what_is_ordinary_somewhere_names_registered_things() -> None:
    registry = load()
    known = {"benchmark": registry.benchmarks, "metric": registry.metrics, "task": registry.tasks.by_name}
    assert [where for where in read_protocols().ordinary if where[1] not in known[where[0]]] == []


@pytest.mark.parametrize("line", ["sloppy says: any", "few-shot tells: any", "few-shot says: a, , b", "few-shot ordinary: city Rome"])
def test_a_bad_line_is_named_with_file_and_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "protocols.txt"
    path.write_text(f"# head\n{line}\n", encoding="utf-8")
    with pytest.raises(ProtocolsError, match=r"protocols\.txt:2: "):
        read_protocols(path)


def test_explain_says_from_which_words() -> None:
    text = explain("RedNet reaches 71.2% zero-shot accuracy on PIQA.", "A Reader").as_text()
    assert "protocol: “zero-shot” in its sentence" in text


WORDS = st.sampled_from("zero-shot few-shot without than unsupervised 5% 71.2% accuracy on COCO achieves RedNet , ; . ( ) “ é".split())


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40), st.text(max_size=30))
def test_no_text_raises_and_protocols_are_known_sorted_and_single(words: list[str], title: str) -> None:
    for claim in extract(" ".join(words), title).claims:
        assert list(claim.protocol) == sorted(set(claim.protocol))
        assert set(claim.protocol) <= set(get_args(Protocol))


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("RedNet achieves «61.3%» zero-shot accuracy and 75.1% after it is fine-tuned.", ("zero-shot",)),
        ("RedNet achieves 61.3% zero-shot accuracy and «75.1%» when fine-tuned.", ("fine-tuned",)),
        ("Without fine-tuning, RedNet achieves an accuracy of «61.3%».", ()),
        ("RedNet achieves an accuracy of «61.3%» with 1% of the labels, compared with 75.1% before.", ("1% of the labels",)),
        ("A single RedNet obtains an accuracy of «71.0%» while an ensemble obtains 75.4%.", ()),
    ],
)
def test_a_setting_stays_with_its_own_number(text: str, own: tuple[str, ...]) -> None:
    assert claim_at("A Reader", text).settings == own
