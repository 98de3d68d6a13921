"""Raw value x unit x metric -> the canonical scale, as a printed matrix; expanded into one test a row."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.registry import Metric, Registry, load
from leaderboard.registry.entries import ANY_UNIT, NO_UNIT

#  metric                   raw        unit      ->  value       unit       flags
MATRIX = """
   accuracy                 95.9       %             95.9        %          -
   accuracy                 0.959      -             95.9        %          -
   accuracy                 95.9       -             95.9        %          -
   accuracy                 95.9       points        95.9        %          -
   accuracy                 0          -             0           %          -
   accuracy                 1          -             100         %          -
   accuracy                 0.5        %             0.5         %          -
   accuracy                 120        %             120         %          out-of-range
   accuracy                 -3         -             -3          %          out-of-range
   accuracy                 12         GB            12          GB         wrong-dimension
   accuracy                 2          x             2           x          wrong-dimension
   AUROC                    0.888      -             88.8        %          -
   AUROC                    88.8       %             88.8        %          -
   top-1 accuracy           0.07       -             7           %          -
   WER                      0.052      -             5.2         %          -
   WER                      130        %             130         %          -
   EER                      0.87       %             0.87        %          -
   error rate               101        %             101         %          out-of-range
   BLEU                     28.4       -             28.4        points     -
   BLEU                     0.284      -             28.4        points     -
   BLEU                     28.4       %             28.4        points     -
   BLEU                     28.4       dB            28.4        dB         wrong-dimension
   MOTA                     -12        %             -12         %          -
   ARI                      -0.02      -             -0.02       %          -
   Kappa                    0.85       -             0.85        -          -
   Kappa                    85         %             0.85        -          -
   Kappa                    85         -             0.85        -          -
   Kappa                    -0.2       -             -0.2        -          -
   Kappa                    101        -             101         -          out-of-range
   MCC                      0.61       -             0.61        -          -
   MCC                      61         %             0.61        -          -
   Spearman correlation     83.1       points        0.831       -          -
   SSIM                     0.93       -             0.93        -          -
   SSIM                     93         %             0.93        -          -
   SSIM                     0.93       dB            0.93        dB         wrong-dimension
   R2                       -3         -             -3          -          -
   R2                       85         %             0.85        -          -
   FID                      3.08       -             3.08        -          -
   FID                      3.08       %             3.08        %          wrong-dimension
   FID                      -1         -             -1          -          out-of-range
   perplexity               18.3       -             18.3        -          -
   perplexity               0.5        -             0.5         -          out-of-range
   MOS                      4.2        -             4.2         -          -
   MOS                      6          -             6           -          out-of-range
   PSNR                     32.1       dB            32.1        dB         -
   PSNR                     32.1       -             32.1        dB         -
   PSNR                     32         %             32          %          wrong-dimension
   MPJPE                    38.4       mm            38.4        mm         -
   MPJPE                    3.84       cm            38.4        mm         -
   MPJPE                    0.0384     m             38.4        mm         -
   MPJPE                    38.4       -             38.4        mm         -
   MPJPE                    38.4       s             38.4        s          wrong-dimension
   ATE                      12         cm            0.12        m          -
   latency                  35         ms            0.035       s          -
   training time            1.5        h             5400        s          -
   training time            2          day           172800      s          -
   training time            3          GPU_days      3           GPU_days   wrong-dimension
   memory                   12         GB            12000       MB         -
   memory                   1.5        params        1.5         params     wrong-dimension
   energy                   2          mJ            0.002       J          -
   power                    450        mW            0.45        W          -
   parameters               4700000    params        4700000     params     -
   parameters               4700000    -             4700000     params     -
   parameters               3          tokens        3           tokens     wrong-dimension
   FLOPs                    4.6e9      FLOPs         4.6e9       FLOPs      -
   FLOPs                    4.6e9      FLOP/s        4.6e9       FLOP/s     wrong-dimension
   FLOP/s                   2.5e16     FLOP/s        2.5e16      FLOP/s     -
   FPS                      82         fps           82          fps        -
   FPS                      82         -             82          fps        -
   rotation error           0.5        deg           0.5         deg        -
   speed                    82         fps           82          fps        -
   speed                    30         tokens/s      30          tokens/s   -
   speed                    1.5        h             5400        s          -
   speed                    -1         fps           -1          fps        out-of-range
   training data            1e9        tokens        1e9         tokens     -
   model size               2          GB            2000        MB         -
   model size               7e9        params        7e9         params     -
   price                    20         USD           20          USD        -
   price                    20         quatloo       20          quatloo    -
   human-normalized score   229        %             2.29        x          -
   human-normalized score   2.29       -             2.29        x          -
   human-normalized score   2.29       x             2.29        x          -
"""


def cases() -> list[tuple[str, float, str | None, float, str | None, tuple[str, ...]]]:
    rows = [line.rsplit(maxsplit=5) for line in MATRIX.strip().splitlines()]
    units = [[None if cell == "-" else cell.replace("_", " ") for cell in (raw[2], raw[4])] for raw in rows]
    return [
        (name.strip(), float(value), unit, float(expected), canonical, () if flags == "-" else tuple(flags.split(",")))
        for (name, value, _, expected, _, flags), (unit, canonical) in zip(rows, units, strict=True)
    ]


@pytest.mark.parametrize(("name", "value", "unit", "expected", "canonical", "flags"), cases())
def test_matrix(
    shipped: Registry, name: str, value: float, unit: str | None, expected: float, canonical: str | None, flags: tuple[str, ...]
) -> None:
    metric = shipped.metrics[name]
    result = shipped.normalise(metric, value, unit)
    assert (result.value, result.unit, result.flags) == (expected, canonical, flags)


@given(
    st.sampled_from(sorted(load().metrics)),
    st.floats(allow_nan=True, allow_infinity=True),
    st.sampled_from([None, "%", "points", "x", "dB", "s", "h", "GB", "params", "tokens", "layers of cake"]),
)
def test_nothing_is_dropped_and_what_is_ranked_is_in_bounds(name: str, value: float, unit: str | None) -> None:
    registry = load()
    metric = registry.metrics[name]
    result = registry.normalise(metric, value, unit)
    if "wrong-dimension" in result.flags:
        assert (result.unit, repr(result.value)) == (unit, repr(value))
        assert metric.unit != ANY_UNIT
    elif metric.unit not in (NO_UNIT, ANY_UNIT):
        assert result.unit == metric.unit
    if not result.flags:
        assert math.isfinite(result.value)
        assert metric.low is None or result.value >= metric.low
        assert metric.high is None or result.value <= metric.high


@given(st.floats(0.011, 1), st.sampled_from(["accuracy", "AUROC", "F1", "mIoU", "recall@1", "BLEU"]))
def test_a_fraction_and_its_percentage_are_the_same_score(share: float, name: str) -> None:
    registry = load()
    metric: Metric = registry.metrics[name]
    as_fraction = registry.normalise(metric, share, None).value
    as_percent = registry.normalise(metric, share * 100, "%").value
    assert as_fraction == pytest.approx(as_percent, rel=1e-9)
