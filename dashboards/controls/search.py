"""The search across benchmarks, methods and papers. Typing reruns only this fragment of the page."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards import database, links, pages, shell, text, url_state
from dashboards.controls import confidence

PER_KIND = 6
LEAST = 2
NEAR = 0.85
HEIGHT = 340
KEY = "hits"


@shell.part
def box(least: float) -> None:
    """Show the search box and, in an area of fixed height, the hits.

    Args:
        least: the minimum confidence of results; links to benchmarks pass it on.
    """
    words = st.text_input(
        "Find a benchmark, a method or a paper",
        key=url_state.key_for("q", default=""),
        placeholder="a name, an alias, or words of a title",
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
        note = f"{best}{text.count(hit['claims'], 'result')}"
        links.link(
            pages.BENCHMARK, _short(hit["benchmark"]), bold=True, note=note, benchmark=hit["benchmark"], confidence=confidence.param(least)
        )
    if found.is_empty():
        near = database.ask("benchmark_suggestions", name=words).filter(pl.col("likeness") >= NEAR)
        st.caption("No matching benchmark." if near.is_empty() else "No exact match. Similar names:")
        for name, claims in near.select("benchmark", "claims").iter_rows():
            links.link(
                pages.BENCHMARK,
                _short(name),
                bold=True,
                note=text.count(claims, "result"),
                benchmark=name,
                confidence=confidence.param(least),
            )


def _methods(words: str) -> None:
    found = database.ask("find_methods", text=words, limit=PER_KIND)
    _head("Methods", found)
    for hit in found.iter_rows(named=True):
        where = f" on {text.count(hit['benchmarks'], 'benchmark')}" if hit["benchmarks"] else ""
        links.link(
            pages.METHOD, _short(hit["method"]), bold=True, note=f"{text.count(hit['claims'], 'result')}{where}", method=hit["method"]
        )
    if found.is_empty():
        st.caption("No matching method.")


def _papers(words: str) -> None:
    found = database.ask("find_papers", text=words, limit=PER_KIND)
    _head("Papers", found)
    for hit in found.iter_rows(named=True):
        note = " · ".join(
            str(part)
            for part in (hit["venue"], hit["year"], text.count(hit["claims"], "result") if hit["claims"] else "no results")
            if part
        )
        links.link(pages.PAPER, text.shorten(hit["title"], 60), note=note, paper=hit["paper_id"])
    if found.is_empty():
        st.caption("No title contains all of these words.")


def _head(kind: str, found: pl.DataFrame) -> None:
    """The heading of a group of hits, with their total and how many are shown."""
    many = 0 if found.is_empty() else int(found["found"][0])
    shown = f", first {found.height}" if many > found.height else ""
    st.markdown(f"**{kind}** :small[{many:,}{shown}]")


def _short(name: str) -> str:
    return text.shorten(name, 40)
