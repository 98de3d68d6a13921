"""The search over benchmarks, systems and papers at once. Typing runs this part of the page again and nothing else."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards import database, links, pages, shell, text, url_state

PER_KIND = 6
LEAST = 2
NEAR = 0.85
HEIGHT = 340
KEY = "hits"


@shell.part
def box(least: float) -> None:
    """The box, and below it what fits the words in it, in a place of fixed height.

    Args:
        least: the confidence below which results do not count; links to benchmarks carry it on.
    """
    words = st.text_input(
        "Find a benchmark, a method or a paper",
        key=url_state.key_for("q", default=""),
        placeholder="a name, another name, or words of a title",
        type="search",
        live="200ms",
        max_chars=200,
    )
    url_state.keep(q=words)
    if len(words.strip()) < LEAST:
        return
    with st.container(height=HEIGHT, key=KEY):
        one, two, three = st.columns([3, 3, 4], gap="medium")
        with one.container(gap="xxsmall"):
            _benchmarks(words, least)
        with two.container(gap="xxsmall"):
            _methods(words)
        with three.container(gap="xxsmall"):
            _papers(words)


def _benchmarks(words: str, least: float) -> None:
    found = database.ask("find_benchmarks", text=words, min_confidence=least, limit=PER_KIND)
    _head("Benchmarks", found)
    for hit in found.iter_rows(named=True):
        best = f"{text.quantity(hit['best'], hit['unit'], hit['bound'])} {hit['metric']} · " if hit["best"] is not None else ""
        note = f"{best}{text.count(hit['claims'], 'number')}"
        links.link(pages.BENCHMARK, _short(hit["benchmark"]), bold=True, note=note, benchmark=hit["benchmark"], confidence=least)
    if found.is_empty():
        near = database.ask("benchmark_suggestions", name=words).filter(pl.col("likeness") >= NEAR)
        st.caption("No benchmark has a name like it." if near.is_empty() else "No benchmark is called so. Near it:")
        for name, claims in near.select("benchmark", "claims").iter_rows():
            links.link(pages.BENCHMARK, _short(name), bold=True, note=text.count(claims, "number"), benchmark=name, confidence=least)


def _methods(words: str) -> None:
    found = database.ask("find_methods", text=words, limit=PER_KIND)
    _head("Methods", found)
    for hit in found.iter_rows(named=True):
        where = f" on {text.count(hit['benchmarks'], 'benchmark')}" if hit["benchmarks"] else ""
        links.link(
            pages.METHOD, _short(hit["method"]), bold=True, note=f"{text.count(hit['claims'], 'number')}{where}", method=hit["method"]
        )
    if found.is_empty():
        st.caption("No method is called so.")


def _papers(words: str) -> None:
    found = database.ask("find_papers", text=words, limit=PER_KIND)
    _head("Papers", found)
    for hit in found.iter_rows(named=True):
        note = " · ".join(
            str(part)
            for part in (hit["venue"], hit["year"], text.count(hit["claims"], "number") if hit["claims"] else "no numbers")
            if part
        )
        links.link(pages.PAPER, text.shorten(hit["title"], 60), note=note, paper=hit["paper_id"])
    if found.is_empty():
        st.caption("No title has all these words.")


def _head(kind: str, found: pl.DataFrame) -> None:
    """What the hits below are, how many there are, and how many of them are shown."""
    many = 0 if found.is_empty() else int(found["found"][0])
    shown = f", the first {found.height}" if many > found.height else ""
    st.markdown(f"**{kind}** :small[{many:,}{shown}]")


def _short(name: str) -> str:
    return text.shorten(name, 40)
