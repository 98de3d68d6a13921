"""The shipped files themselves: whole, in order, and right where a wrong entry would make a wrong leaderboard."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from leaderboard.registry import Registry, check
from leaderboard.registry.lines import BenchmarkLine

AREAS = {
    "agents",
    "audio",
    "code",
    "graphs",
    "language",
    "medical",
    "multimodal",
    "reasoning",
    "recommendation",
    "reinforcement learning",
    "robotics",
    "science",
    "security",
    "speech",
    "systems",
    "tabular",
    "time series",
    "vision",
}


def test_the_shipped_files_have_no_fault(shipped: Registry) -> None:
    assert check(shipped) == ()


def test_there_is_enough(shipped: Registry) -> None:
    assert len(shipped.benchmarks) >= 700
    assert len(shipped.metrics) >= 180


def test_areas_are_the_known_ones(shipped: Registry) -> None:
    assert {b.area for b in shipped.benchmarks.values()} == AREAS


def benchmark_files(root: Path) -> list[Path]:
    return sorted((root / "data/registry/benchmarks").glob("*.txt"))


def test_every_file_explains_its_syntax_at_its_head(root: Path) -> None:
    for path in [*benchmark_files(root), root / "data/registry/metrics.txt", root / "data/registry/units.txt"]:
        head = path.read_text(encoding="utf-8").split("\n\n")[0]
        assert all(line.startswith("#") for line in head.splitlines()), path.name
        assert "name" in head, path.name
        assert "@alias" in head, path.name


def test_benchmarks_stand_in_sections_by_task_each_sorted_by_name(root: Path) -> None:
    for path in benchmark_files(root):
        sections: dict[str, list[str]] = {}
        heading = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# --- "):
                heading = line.strip("# -")
                assert heading not in sections, f"{path.name}: {heading} has two sections"
                sections[heading] = []
            elif isinstance(entry := BenchmarkLine.from_string(line), BenchmarkLine):
                sections[heading].append(entry.names[0].text)
        for heading, names in sections.items():
            assert names == sorted(names, key=lambda n: (n.casefold(), n)), f"{path.name}: {heading}"


LOWER = {
    "error rates": [
        "error rate",
        "top-1 error",
        "top-5 error",
        "WER",
        "CER",
        "PER",
        "DER",
        "SER",
        "EER",
        "TER",
        "HTER",
        "JER",
        "minDCF",
        "t-DCF",
        "mCE",
        "FPR95",
        "false positive rate",
        "false negative rate",
        "miss rate",
        "failure rate",
        "hallucination rate",
        "collision rate",
        "alignment error rate",
        "bad pixel rate",
        "ECE",
        "Brier score",
    ],
    "perplexity and its kin": [
        "perplexity",
        "negative log-likelihood",
        "cross-entropy",
        "bits per dim",
        "bits per character",
        "bits per byte",
        "loss",
    ],
    "distances between distributions": [
        "FID",
        "sFID",
        "rFID",
        "KID",
        "FVD",
        "FAD",
        "FCD",
        "KL divergence",
        "JSD",
        "MMD",
        "Wasserstein distance",
        "EMD",
    ],
    "distances in images and space": [
        "LPIPS",
        "DISTS",
        "NIQE",
        "Chamfer distance",
        "Hausdorff distance",
        "average surface distance",
        "MPJPE",
        "PA-MPJPE",
        "MPVPE",
        "AEPE",
        "NME",
        "ATE",
        "RPE",
        "ADE",
        "FDE",
        "minADE",
        "minFDE",
        "rotation error",
        "translation error",
        "RMSD",
        "edit distance",
        "MCD",
    ],
    "errors of a prediction": [
        "MAE",
        "MSE",
        "RMSE",
        "NMSE",
        "MAPE",
        "sMAPE",
        "MASE",
        "CRPS",
        "Abs Rel",
        "Sq Rel",
        "RMSE log",
        "SILog",
        "relative error",
    ],
    "times": ["latency", "training time", "runtime", "time to first token", "search cost", "real-time factor", "delay"],
    "what it takes": [
        "memory",
        "parameters",
        "trainable parameters",
        "model size",
        "FLOPs",
        "compute",
        "training data",
        "energy",
        "power",
        "price",
        "communication",
        "epochs",
        "carbon emissions",
    ],
    "bad things that are counted": [
        "ID switches",
        "forgetting",
        "toxicity",
        "regret",
        "mean rank",
        "median rank",
        "Self-BLEU",
        "BD-rate",
        "maximum drawdown",
    ],
}


@pytest.mark.parametrize(("family", "name"), [(family, name) for family, names in LOWER.items() for name in names])
def test_lower_is_better(shipped: Registry, family: str, name: str) -> None:
    assert shipped.metrics[name].direction == "lower"


def test_every_error_rate_and_regression_error_is_lower_is_better(shipped: Registry) -> None:
    for metric in shipped.metrics.values():
        if metric.family in ("error rate", "regression error", "distance", "time", "memory", "money", "communication", "calibration"):
            assert metric.direction == "lower", metric.name


def test_only_these_costs_are_higher_is_better(shipped: Registry) -> None:
    more_is_better = {m.name for m in shipped.metrics.values() if m.kind == "cost" and m.direction == "higher"}
    assert more_is_better == {
        "speed",
        "throughput",
        "FPS",
        "FLOP/s",
        "utilization",
        "energy efficiency",
        "context length",
        "batch size",
        "sparsity",
    }


HIGHER = """
    accuracy, top-1 accuracy, F1, mAP, box AP, mIoU, Dice, BLEU, ROUGE, CIDEr, METEOR, AUROC, AUPRC, recall@1, hits@10, MRR,
    NDCG@10, exact match, pass@1, success rate, win rate, attack success rate, PSNR, SSIM, IS, CLIP score, MOS, PESQ, STOI, SI-SDR,
    Kappa, MCC, Spearman correlation, R2, C-index, ARI, NMI, MOTA, HOTA, IDF1, PQ, NDS, J&F, PCK, LAS, UAS, COMET, BERTScore,
    return, reward, Elo, SPL, sensitivity, specificity, precision, recall, log-likelihood
"""


@pytest.mark.parametrize("name", [name.strip() for name in HIGHER.split(",")])
def test_higher_is_better(shipped: Registry, name: str) -> None:
    assert shipped.metrics[name].direction == "higher"


APART = [
    ("top-1 accuracy", "top-5 accuracy", "accuracy", "rank-1 accuracy", "top-1 error"),
    ("AP", "mAP", "box AP", "mask AP", "AP50", "AP75", "AP25", "APS", "APM", "APL", "mAP@0.5", "MAP"),
    ("BLEU", "BLEU-1", "BLEU-2", "BLEU-3", "BLEU-4", "CodeBLEU"),
    ("ROUGE", "ROUGE-1", "ROUGE-2", "ROUGE-L"),
    ("F1", "micro-F1", "macro-F1", "weighted F1", "F1@10", "F1@50", "max F-measure"),
    ("recall", "recall@1", "recall@5", "recall@10", "recall@100", "recall@1000", "average recall", "text-to-video recall@1"),
    ("NDCG", "NDCG@10", "NDCG@5", "NDCG@100"),
    ("mIoU", "IoU", "cIoU", "FB-IoU"),
    ("Dice", "mDice"),
    ("hits@1", "hits@3", "hits@10"),
    ("pass@1", "pass@10", "pass@100"),
    ("precision", "precision@1", "precision@10"),
    ("SDR", "SI-SDR", "SI-SDRi", "SDRi"),
    ("MAE", "MSE", "RMSE"),
    ("MPJPE", "PA-MPJPE", "MPVPE"),
    ("WER", "CER", "PER", "DER", "EER"),
    ("SSIM", "MS-SSIM"),
    ("FID", "sFID", "rFID", "FVD", "FAD", "KID"),
    ("speed", "throughput", "FPS", "latency", "runtime", "training time"),
    ("parameters", "trainable parameters", "activated parameters", "model size"),
    ("FLOPs", "FLOP/s", "compute"),
    ("energy", "power", "energy efficiency"),
]


@pytest.mark.parametrize("names", APART, ids=[names[0] for names in APART])
def test_different_metrics_stay_different(shipped: Registry, names: tuple[str, ...]) -> None:
    assert [shipped.metric(name).name for name in names] == list(names)


BENCHMARKS_APART = [
    (
        "ImageNet-1k",
        "ImageNet-21k",
        "ImageNet V2",
        "ImageNet-A",
        "ImageNet-R",
        "ImageNet-C",
        "ImageNet-Sketch",
        "Tiny ImageNet",
        "ImageNet-100",
        "ImageNet 256x256",
        "ImageNet 512x512",
    ),
    ("CIFAR-10", "CIFAR-100", "CIFAR-10-C", "CIFAR-10.1", "CIFAR-10-LT", "Split CIFAR-10"),
    ("COCO", "COCO-Stuff", "COCO-O", "COCO Captions", "COCO-20i", "V-COCO"),
    ("Kinetics-400", "Kinetics-600", "Kinetics-700"),
    ("FB15k", "FB15k-237"),
    ("WN18", "WN18RR"),
    ("SQuAD", "SQuAD 2.0"),
    ("WMT 2014", "WMT 2016", "IWSLT 2014"),
    ("PASCAL VOC", "PASCAL VOC 2007", "PASCAL VOC 2012", "PASCAL Context"),
    ("Something-Something V1", "Something-Something V2"),
    ("DAVIS 2016", "DAVIS 2017"),
    ("NTU RGB+D", "NTU RGB+D 120"),
    ("HumanEval", "HumanEval+"),
    ("MMLU", "MMLU-Pro", "CMMLU", "MMMU", "MMMU-Pro"),
    ("VQAv2", "VQA v1"),
    ("SWE-bench", "SWE-bench Lite", "SWE-bench Verified"),
    ("AlpacaEval", "AlpacaEval 2"),
    ("MATH", "MATH-500", "MATH-Vision", "MathVista"),
    ("GPQA", "GPQA Diamond"),
    ("ARC", "ARC-Challenge", "ARC-Easy", "ARC-AGI"),
    ("GLUE", "SuperGLUE", "CLUE", "KLUE"),
    ("WikiText-2", "WikiText-103"),
    ("VoxCeleb1", "VoxCeleb2"),
    ("RefCOCO", "RefCOCO+", "RefCOCOg"),
    ("MSR-VTT", "MSRVTT-QA", "MSVD"),
    ("BraTS", "BraTS 2018", "BraTS 2020"),
    ("VTAB", "VTAB-1k"),
    ("Atari", "Atari 100k"),
]


@pytest.mark.parametrize("names", BENCHMARKS_APART, ids=[names[0] for names in BENCHMARKS_APART])
def test_different_benchmarks_stay_different(shipped: Registry, names: tuple[str, ...]) -> None:
    context = "reasoning, chinese, multimodal, language models"
    assert [shipped.benchmark(name, context).name for name in names] == list(names)


# the one group of the labelled data's aliases that is finer here: re-identification's rank-1 is no classification top-1
FINER = {"rank-1 accuracy", "rank-1"}


def test_names_agree_with_the_labelled_data(shipped: Registry, shared: Path) -> None:
    groups: list[list[str]] = json.loads((shared / "gold/aliases.json").read_text(encoding="utf-8"))
    wrong = []
    for first, *others in groups:
        for name in (first, *others):
            metric, benchmarks = shipped.metric(name), [b.name for b in shipped.candidates(name)]
            if name not in FINER and (metric.name if metric else None) != first and first not in benchmarks:
                wrong.append((first, name, metric and metric.name, benchmarks))
    assert wrong == []


def test_most_labelled_names_are_registered(shipped: Registry, shared: Path) -> None:
    papers = [json.loads(line) for line in (shared / "gold/dev.jsonl").read_text(encoding="utf-8").splitlines()]
    claims = [claim for paper in papers for claim in paper["claims"]]
    metrics = [claim["metric"] for claim in claims if claim["metric"]]
    benchmarks = [name for claim in claims for name in claim["benchmarks"]]
    assert sum(shipped.metric(name) is not None for name in metrics) >= 0.9 * len(metrics)
    assert sum(bool(shipped.candidates(name)) for name in benchmarks) >= 0.8 * len(benchmarks)
