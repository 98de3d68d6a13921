from __future__ import annotations

import pickle

import pytest

from leaderboard.registry import Registry, load

METRICS = [
    ("Top-1 Accuracy", "top-1 accuracy"),
    ("top 1 accuracy", "top-1 accuracy"),
    ("acc@1", "top-1 accuracy"),
    ("AUC", "AUROC"),
    ("R@1", "recall@1"),
    ("BLEU4", "BLEU-4"),
    ("F1-score", "F1"),
    ("mAP", "mAP"),
    ("MAP", "MAP"),
    ("map", "mAP"),
    ("R-2", "ROUGE-2"),
    ("R2", "R2"),
    ("R²", "R2"),
    ("AP_50", "AP50"),
    ("Fréchet Inception Distance", "FID"),
    ("IS", "IS"),
    ("inception score", "IS"),
    ("mASE", "mASE"),
    ("MASE", "MASE"),
    ("speedup", "speed"),
]


@pytest.mark.parametrize(("name", "canonical"), METRICS)
def test_metric(shipped: Registry, name: str, canonical: str) -> None:
    metric = shipped.metric(name)
    assert metric is not None
    assert metric.name == canonical


@pytest.mark.parametrize(
    "word", ["is", "per", "add", "em", "asr", "sad", "the", "", "   ", "-", "comet", "spice", "las", "flip", "parent", "meteorology"]
)
def test_words_are_no_metrics(shipped: Registry, word: str) -> None:
    assert shipped.metric(word) is None


BENCHMARKS = [
    ("ImageNet", "ImageNet-1k"),
    ("ImageNet-1k", "ImageNet-1k"),
    ("ILSVRC 2012", "ImageNet-1k"),
    ("MS-COCO", "COCO"),
    ("SQuAD v1.1", "SQuAD"),
    ("SQuAD2.0", "SQuAD 2.0"),
    ("wmt'14", "WMT 2014"),
    ("DAVIS2016", "DAVIS 2016"),
    ("CNN/DM", "CNN/DailyMail"),
    ("cifar 10", "CIFAR-10"),
    ("HumanEval+", "HumanEval+"),
    ("human eval", "HumanEval"),
    ("BBH", "BIG-Bench Hard"),
]


@pytest.mark.parametrize(("name", "canonical"), BENCHMARKS)
def test_benchmark(shipped: Registry, name: str, canonical: str) -> None:
    benchmark = shipped.benchmark(name)
    assert benchmark is not None
    assert benchmark.name == canonical


# a shared name, the words around it, and what it means there
SHARED = [
    ("Cars", "", None),
    ("Cars", "We count cars on a road", None),
    ("Cars", "Fine-grained recognition on CUB and Cars", "Stanford Cars"),
    ("cars", "Fine-grained recognition on CUB and Cars", None),
    ("Pets", "few-shot classification on Pets", "Oxford-IIIT Pets"),
    ("Pets", "a robot that looks after pets", None),
    ("DAVIS", "unsupervised depth", None),
    ("DAVIS", "compared on DAVIS 2016", "DAVIS 2016"),
    ("DAVIS", "compared on DAVIS 2016 and DAVIS 2017", None),
    ("ShanghaiTech", "crowd counting in dense scenes", "ShanghaiTech A"),
    ("ShanghaiTech", "video anomaly detection", "ShanghaiTech Campus"),
    ("MARS", "person re-identification in video", "MARS"),
    ("MARS", "driving on Mars", None),
    ("ACDC", "cardiac segmentation", "ACDC (cardiac)"),
    ("ACDC", "adverse conditions and night driving", "ACDC"),
    ("MATH", "mathematical reasoning of LLMs", "MATH"),
    ("math", "mathematical reasoning of LLMs", None),
    ("NYT", "relation extraction with distant supervision", "NYT (relations)"),
    ("NYT", "summarization of long documents", "NYT (summarization)"),
    ("NYT", "relation extraction and summarization", None),
    ("DROP", "reading comprehension", "DROP"),
    ("drop", "reading comprehension", None),
    ("MAPS", "piano transcription", "MAPS"),
    ("Spider", "text-to-SQL", "SPIDER"),
    ("Spider", "a spider robot with eight legs", None),
    ("TREC", "question classification", "TREC"),
]


@pytest.mark.parametrize(("name", "context", "canonical"), SHARED)
def test_a_shared_name_needs_its_words(shipped: Registry, name: str, context: str, canonical: str | None) -> None:
    benchmark = shipped.benchmark(name, context)
    assert (benchmark.name if benchmark else None) == canonical


def test_a_needed_word_counts_at_the_beginning_of_a_word_only(small) -> None:
    registry = small(benchmarks="~!MR | sentiment analysis | language | needs: sentiment, lip\n")
    assert registry.benchmark("MR", "Sentiments of readers") is not None
    assert registry.benchmark("MR", "LIP-reading") is not None
    assert registry.benchmark("MR", "presentiment of tulips, slip and eclipse") is None


def test_a_plain_name_is_the_default_beside_shared_ones(small) -> None:
    registry = small(benchmarks="AVA | action recognition | vision\nAVA (aesthetics) = ~AVA | image quality | vision | needs: aesthetic\n")
    assert registry.problems == ()
    assert registry.benchmark("AVA", "actions").name == "AVA"
    assert registry.benchmark("AVA", "image aesthetics").name == "AVA (aesthetics)"


WORDS = """
    a about above accuracy action actor adult all an and any are arc area art at audio avenue be beauty before best better big
    bird birds books both breakfast bright by cars campus can case chess class clear clue coat coin cola comic commonsense
    computation control copa core cord corpus could countdown crafter cross cub data deep delicious deliver depth different
    discover django do domain drive drop duke each electricity electronics ended even every exchange face factor fast few film
    first fisher flickr flowers food for fox frames from full game gap general generation genius gibson go good grab grid habitat
    has have he hear hide high holidays home how human ice if image images in inform inspired interaction into is it its jobs
    kinetics kinship landscape large last leaf less letter live lizard long lost make many maps mars massive math maze medical
    method mind minecraft model more most mr music nations new no not novel now of office on once one only open opportunity or
    orbit other our overnight paper part patterns peer people per pets piano pie pile policy power problem project pure quality
    queries question quick race rap raven ravens reading real record replica report results reveal reverb rich rise robot scan
    search seed segment shelf short simple simpler small solar some soon sparse speech spider spring squirrel star stare steam
    stop stream string sun swag tape task tasks teach test texas text textures than that the their them there these they think
    this time to together top touchdown tourism track traffic training tree trust twins two use using vision visual voices
    volleyball was we weather web were what when where which while wikipedia with word work world yes you zero
"""


def test_ordinary_words_are_no_benchmarks(shipped: Registry) -> None:
    """Whatever the context says, a word in small letters is a word."""
    context = " ".join(word for benchmark in shipped.benchmarks.values() for word in benchmark.needs)
    assert {word: b.name for word in WORDS.split() if (b := shipped.benchmark(word, context))} == {}


def test_candidates_name_all_that_share(shipped: Registry) -> None:
    assert {b.name for b in shipped.candidates("DAVIS")} == {"DAVIS 2016", "DAVIS 2017"}
    assert shipped.candidates("no such thing") == ()


def test_names_lead_back_to_their_entries(shipped: Registry) -> None:
    for surface, kind, canonical in shipped.names():
        if kind == "metric":
            assert shipped.metric(surface).name == canonical
        else:
            assert canonical in {b.name for b in shipped.candidates(surface)}


def test_a_registry_cannot_be_changed(shipped: Registry) -> None:
    with pytest.raises(TypeError):
        shipped.metrics["mine"] = shipped.metrics["accuracy"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        shipped.metrics["accuracy"].direction = "lower"  # type: ignore[misc]


def test_a_registry_travels_to_another_process(shipped: Registry) -> None:
    copy = pickle.loads(pickle.dumps(shipped))  # noqa: S301 - our own bytes
    assert copy.metrics == shipped.metrics
    assert load() is load()
