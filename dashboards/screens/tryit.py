"""Try it: paste an abstract and see its results with explanations; nothing is stored."""

from __future__ import annotations

import shlex

import streamlit as st

from dashboards import sample_abstracts, shell, tables, text, url_state
from dashboards.panels import marked_abstract

LONGEST = 20_000
LONGEST_LINK = 3_000
LONGEST_SNIPPET = 600
EDITOR = 190
FIRST = sample_abstracts.SAMPLES[0]


def main() -> None:
    """Show the page."""
    st.title("Try it", anchor=False)
    st.caption("Paste an abstract to extract its results. Everything runs on this machine and nothing is stored.")
    left, right = st.columns([2, 3])
    with left:
        start_from()
    title = right.text_input(
        "Title (optional; often contains the method's name)", key=url_state.key_for("title", default=FIRST.title), max_chars=500
    )
    abstract = st.text_area("Abstract", key=url_state.key_for("text", default=FIRST.abstract), height=EDITOR)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("Extract", type="primary", icon=":material/manage_search:", key="find")
        st.caption("Or press Ctrl+Enter.")
    said = (title or "").strip()
    long = len(abstract) > LONGEST_LINK
    url_state.keep(text=None if long else abstract, title=None if long else said)
    if not abstract.strip():
        shell.nothing("No text yet", "Paste an abstract above, or start from one of the examples.")
    if len(abstract) > LONGEST:
        much = f"This text has {len(abstract):,} characters; the limit is {LONGEST:,}."
        st.warning(f"{much} Abstracts rarely exceed 3,000: paste a part, or use the command line.", icon=":material/info:")
        st.code("leaderboard extract papers.jsonl", language="bash")
        return
    if long:
        st.caption("This text is too long for the URL, so a link to this page does not include it.")
    result(abstract, said or None)
    same_elsewhere(abstract, said)


def start_from() -> None:
    """Show a selector that fills in an example."""

    def take() -> None:
        chosen = st.session_state["sample"]
        if chosen is not None:
            url_state.choose("text", sample_abstracts.SAMPLES[chosen].abstract)
            url_state.choose("title", sample_abstracts.SAMPLES[chosen].title)

    st.selectbox(
        "Start from an example",
        range(len(sample_abstracts.SAMPLES)),
        index=None,
        key="sample",
        on_change=take,
        format_func=lambda place: sample_abstracts.SAMPLES[place].shows,
        placeholder="invented abstracts",
    )


def result(abstract: str, title: str | None) -> None:
    """Show the results of the text, or why its numbers are not results."""
    found = marked_abstract.explained(abstract, title)
    rows = tables.rows(found.result.extraction.claims)
    if rows.is_empty():
        st.info("No results were found in this text.", icon=":material/search_off:")
        marked_abstract.other_numbers(found, abstract)
        return
    marked_abstract.show(abstract, title, rows, key=f"try {hash((abstract, title))}", name=title or "abstract")


def same_elsewhere(abstract: str, title: str) -> None:
    """Show how to get the same results in Python and in a shell."""
    short = len(abstract) <= LONGEST_SNIPPET
    python = repr(abstract) if short else 'Path("abstract.txt").read_text()'
    shell_text = shlex.quote(abstract) if short else '"$(cat abstract.txt)"'
    with st.expander("Python and command line"):
        imports = "import leaderboard\n" if short else "from pathlib import Path\n\nimport leaderboard\n"
        given = f"abstract, {title!r}" if title else "abstract"
        loop = (
            f"for claim in leaderboard.extract({given}):\n    print(claim.quote, claim.kind, claim.metric, claim.benchmarks, claim.method)"
        )
        st.code(f"{imports}\nabstract = {python}\n{loop}", language="python", wrap_lines=True)
        option = f" --title {shlex.quote(title)}" if title else ""
        st.code(f"leaderboard explain {shell_text}{option}", language="bash", wrap_lines=True)
        st.caption(f"For a file of many abstracts: {text.plain('leaderboard extract papers.jsonl')}")


main()
