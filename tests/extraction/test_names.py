"""What a paper calls its own system and its own benchmark."""

from __future__ import annotations

import pytest

from leaderboard.extraction.benchmark.introduced import own_benchmark
from leaderboard.extraction.lexicon.name_shapes import has_shape
from leaderboard.extraction.method.own_name import paper_names
from leaderboard.extraction.method.title import title_phrase


@pytest.mark.parametrize(
    ("title", "abstract", "name"),
    [
        pytest.param("FixNet: Repairing Features", "We repair features.", "FixNet", id="before the colon"),
        pytest.param(
            "FixNet: Repairing Features",
            "FixNet and BERT are compared. BERT is old. BERT is slow.",
            "FixNet",
            id="before the colon although another is named more often",
        ),
        pytest.param("Repairing Features", "We propose FixNet, a network that repairs. FixNet works.", "FixNet", id="what we propose"),
        pytest.param("Repairing Features", "We introduce a network called FixNet. It works.", "FixNet", id="called"),
        pytest.param("Repairing Features", "A network, dubbed FixNet, is shown. It works.", "FixNet", id="dubbed"),
        pytest.param(
            "Repairing Features", "We present Feature Repair Networks (FRN). FRN works.", "FRN", id="brackets behind the long form"
        ),
        pytest.param("Repairing Features", "This paper presents FixNet-2, which repairs. FixNet-2 works.", "FixNet-2", id="with a digit"),
        pytest.param("Repairing Features (FixNet)", "We repair features. FixNet works.", "FixNet", id="brackets in the title"),
    ],
)
def test_the_paper_s_own_name(title, abstract, name):
    found = paper_names(title, abstract)
    assert found.main == name
    assert name in found.own
    assert found.source
    assert not found.weak


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("Deep Learning for Faces", "We train LLMs and CNNs.", id="words that everybody uses"),
        pytest.param("A Study of Attention", "We study how models attend to words.", id="no name at all"),
        pytest.param("", "We propose a novel approach for this.", id="plain words"),
    ],
)
def test_no_coined_name(title, abstract):
    assert paper_names(title, abstract).weak


def test_a_benchmark_is_no_system():
    found = paper_names("Counting", "We introduce CountBench, a benchmark for counting. CountBench is hard.")
    assert found.main != "CountBench"


@pytest.mark.parametrize(
    ("title", "phrase"),
    [
        ("Salient Regions via Proposal Subset Choice", "Proposal Subset Choice"),
        ("Layer Skipping for Faster Decoding", "Layer Skipping"),
        ("Towards Better Parsing", None),
        ("On the Limits of Scale", None),
        ("Learning to Read", None),
        ("Improving Speech Recognition with Noise", None),
        ("A Survey of Parsing", None),
        ("", None),
        ("Parsing", None),
    ],
)
def test_what_a_title_calls_its_method(title, phrase):
    assert title_phrase(title) == phrase


@pytest.mark.parametrize(
    ("title", "abstract", "name"),
    [
        pytest.param("", "We present a new data set, CommaQA, for this.", "CommaQA", id="data set, X,"),
        pytest.param("", "We introduce CountBench, a benchmark for counting.", "CountBench", id="X, a benchmark"),
        pytest.param("", "We build a benchmark called MazeEval for planning.", "MazeEval", id="called"),
        pytest.param("", "We release a large corpus (TalkBank2) of speech.", "TalkBank2", id="brackets"),
        pytest.param("MazeEval: A Benchmark for Planning", "Planning is hard.", "MazeEval", id="title"),
        pytest.param("", "We propose FixNet, a network.", None, id="a system"),
        pytest.param("", "We evaluate on the ImageNet benchmark.", None, id="somebody else's"),
        pytest.param("FixNet: A Network for Planning", "It plans.", None, id="title of a system"),
        pytest.param("", "", None, id="nothing"),
    ],
)
def test_the_benchmark_that_a_paper_brings_in(title, abstract, name):
    assert own_benchmark(title, abstract) == name


@pytest.mark.parametrize("word", ["FixNet", "BERT", "ViT-B", "DeepID2", "GPT-4", "mT5", "ER-SAN", "X"])
def test_coined_names_have_a_shape(word):
    assert has_shape(word)


@pytest.mark.parametrize("word", ["Fine-Tuning", "network", "Attention", "Data-Efficient", ""])
def test_ordinary_words_have_none(word):
    assert not has_shape(word)
