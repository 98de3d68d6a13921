"""Sparklines of the best result over time, as SVG of a few hundred bytes, since a page shows many."""

from __future__ import annotations

from collections.abc import Sequence

WIDTH, HEIGHT = 240, 44
EDGE = 3


def spark(values: Sequence[float], colour: str) -> str:
    """The values as an SVG step line, equally spaced from left to right.

    >>> spark([1.0, 3.0], "#123456").count("L")
    2
    """
    low, high = min(values), max(values)
    across = (WIDTH - 2 * EDGE) / max(len(values) - 1, 1)
    down = (HEIGHT - 2 * EDGE) / (high - low) if high > low else 0.0
    heights = [HEIGHT / 2 if high == low else EDGE + (high - value) * down for value in values]
    path = f"M{EDGE} {heights[0]:.1f}"
    for place, height in enumerate(heights[1:], start=1):
        path += f"L{EDGE + place * across:.1f} {heights[place - 1]:.1f}L{EDGE + place * across:.1f} {height:.1f}"
    if len(values) == 1:
        path += f"L{WIDTH - EDGE} {heights[0]:.1f}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'preserveAspectRatio="none"><path d="{path}" fill="none" stroke="{colour}" stroke-width="2" '
        f'vector-effect="non-scaling-stroke" stroke-linejoin="round"/></svg>'
    )
