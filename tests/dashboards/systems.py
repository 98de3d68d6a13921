"""Papers about systems that several papers report: spelled differently, better and worse, comparable and not."""

from __future__ import annotations

HOSTILE = "<b onclick=x>Net</b> [x](y) $z$"
ACC, WER = ("%", "accuracy", "accuracy"), ("%", "WER", "WER")

PAPERS = [
    ("n2020", "Nine layers", 2020, None, "ResNet-9: 92.0% on Digits, WER 5.0% on Voices, 2.0 points better, 3x faster, 7.7% on Own.", [
        ("92.0%", "score", 92.0, *ACC, "Digits", None, "ResNet-9", "proposed", {"confidence": 0.9}),
        ("5.0%", "score", 5.0, *WER, "Voices", None, "ResNet-9", "proposed", {"uncertainty": 0.2}),
        ("2.0 points", "gain", 2.0, "points", "accuracy", "accuracy", "Digits", None, "ResNet-9", "proposed",
         {"baseline": "FirstNet", "change": "up"}),
        ("3x", "ratio", 3.0, "x", "speed", None, None, None, "ResNet-9", "proposed", {"change": "up"}),
        ("7.7%", "score", 7.7, "%", "niceness", None, "Own", None, "ResNet-9", "proposed", {"flags": ["unregistered-metric"]}),
    ]),
    ("n2021", "Small nets", 2021, None, "MiniNet gets 96.0% on Digits (ResNet9 91.0%, 90.5%); WER 4.0% on Voices (resnet 9: 5.5%, 555%).", [
        ("96.0%", "score", 96.0, *ACC, "Digits", None, "MiniNet", "proposed", {"bound": "up_to", "confidence": 0.9}),
        ("91.0%", "score", 91.0, *ACC, "Digits", None, "ResNet9", "baseline", {"confidence": 0.4}),
        ("90.5%", "score", 90.5, *ACC, "Digits", None, "ResNet9", "baseline", {"confidence": 0.9}),
        ("4.0%", "score", 4.0, *WER, "Voices", None, "MiniNet", "proposed", {}),
        ("5.5%", "score", 5.5, *WER, "Voices", None, "resnet 9", "baseline", {}),
        ("555%", "score", 555.0, *WER, "Voices", None, "resnet 9", "baseline", {"flags": ["out-of-range"]}),
    ]),
    ("n2022", HOSTILE, 2022, None, f"{HOSTILE} is at 93.0% on Digits, ResNet-9-D at 94.0%, ResNet-9 itself at 92.0%.", [
        ("93.0%", "score", 93.0, *ACC, "Digits", None, HOSTILE, "proposed", {}),
        ("94.0%", "score", 94.0, *ACC, "Digits", None, "ResNet-9-D", "proposed", {}),
        ("92.0%", "score", 92.0, *ACC, "Digits", "hard", "ResNet-9", "baseline", {}),
    ]),
    ("n2023", "Digits once more", 2023, None, "A net called Metric has 89.0% on Digits.", [
        ("89.0%", "score", 89.0, *ACC, "Digits", None, "Metric", "proposed", {}),
    ]),
]  # fmt: skip


def store(stores, path):
    """A database with these papers and those that every page is tested with."""
    return stores.full(path, [*stores.PAPERS, *PAPERS])
