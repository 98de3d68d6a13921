"""A text with its results highlighted, the details and explanation of the selected one, their table, and the other numbers.

The paper page shows stored claims this way, the Try it page newly extracted ones.
"""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards import grid, marked, shell, tables, text, url_state
from dashboards.panels import download
from dashboards.rows import Row
from leaderboard.extraction.explain import Explanation, Why, explain

HEIGHT = 400
ALWAYS = ("Quote", "Kind", "Metric", "Benchmark", "Method", "Value", "Unit")


@st.cache_resource(max_entries=30, show_spinner=False)
def explained(abstract: str, title: str | None) -> Explanation:
    """The explanation of an abstract's extraction, by the running version and the shipped registry."""
    return explain(abstract, title)


@shell.part
def show(abstract: str, title: str | None, rows: pl.DataFrame, *, key: str, name: str) -> None:
    """Show the text and its claims. Selecting a claim reruns only this fragment.

    Args:
        abstract: the text.
        title: of its paper, for the explanation.
        rows: rows of ``paper_claims``.
        key: prefix of the widgets' keys, unique per text.
        name: of the downloaded files.
    """
    chosen = _chosen(rows, f"{key} claims")
    left, right = st.columns([3, 1], vertical_alignment="center")
    marks_others = right.toggle(
        "Show other numbers", key=url_state.flag_for("others"), help="Highlights numbers that are not results, with the reason."
    )
    left.html(text.legend(rows["kind"], asides=marks_others))
    url_state.keep(claim=chosen, others=marks_others)
    found = explained(abstract, title) if chosen or marks_others else None
    verdicts = found.result.extraction.verdicts if found and marks_others else ()
    left, right = st.columns([5, 4], gap="large")
    with left:
        press = _Press(chosen)
        marked.show(abstract, rows.to_dicts(), key=f"{key} text", chosen=chosen, on_choose=press, asides=tables.asides(verdicts))
    with right.container(height=HEIGHT, border=True, key="about"):
        _about(rows, chosen, found)
    if marks_others:
        other_numbers(found, abstract)
    st.subheader(text.count(rows.height, "result"), anchor=False)
    shown = tables.without_empty(tables.claims(rows), keep=ALWAYS)
    grid.show(shown, f"{key} claims")
    download.table(shown, "claims", name, key="download claims")


def other_numbers(found: Explanation | None, abstract: str) -> None:
    """Show the numbers that are not results, with the reasons."""
    verdicts = found.result.extraction.verdicts if found else ()
    frame = tables.others(verdicts, abstract)
    if frame.is_empty():
        st.caption("Every number in the text is a result." if verdicts else "The text contains no numbers.")
        return
    are = "is not a result" if frame.height == 1 else "are not results"
    st.subheader(f"{text.count(frame.height, 'number')} that {are}", anchor=False)
    grid.show(frame, "other numbers", choose=False)


class _Press:
    """Activating a highlight selects its claim, or deselects it if it was selected."""

    def __init__(self, chosen: str | None) -> None:
        self._chosen = chosen

    def __call__(self, claim_id: str) -> None:
        url_state.choose("claim", None if claim_id == self._chosen else claim_id)


def _chosen(rows: pl.DataFrame, key: str) -> str | None:
    """The selected claim: that of a newly selected table row, otherwise that of the URL."""
    known = rows["claim_id"].to_list()
    state = url_state.key_for("claim", known)
    row = _newly_chosen_row(key)
    if row is not None and row < rows.height:
        url_state.choose("claim", known[row])
    chosen: str | None = st.session_state[state]
    return chosen


def _newly_chosen_row(key: str) -> int | None:
    """The newly selected row of a table, by row or cell selection; None if the selection has not changed since the last run.

    A table keeps its selection while another claim is selected in the text, so only a change counts.
    """
    selection = (st.session_state.get(key) or {}).get("selection", {})
    boxes, cells = list(selection.get("rows", ())), [cell[0] for cell in selection.get("cells", ())]
    seen = f"seen {key}"
    before = st.session_state.get(seen, ([], []))
    st.session_state[seen] = (boxes, selection.get("cells", ()))
    if boxes and boxes != before[0]:
        return int(boxes[-1])
    return int(cells[-1]) if cells and selection["cells"] != before[1] else None


def _about(rows: pl.DataFrame, chosen: str | None, found: Explanation | None) -> None:
    """Show the fields of the selected claim and their explanation."""
    if chosen is None or found is None:
        st.markdown("**Click a highlighted number** in the text or select a table row to see the extracted fields and why.")
        return
    claim = next(row for row in rows.iter_rows(named=True) if row["claim_id"] == chosen)
    st.markdown(f"**“{text.plain(claim['quote'])}”**")
    read, because = st.tabs(["Extracted fields", "Why"])
    with read:
        st.markdown("  \n".join(f"{label}: **{text.plain(words)}**" for label, words in tables.fields(claim).items()))
    with because:
        _why(claim, tables.matching(found.whys(), claim))


def _why(claim: Row, said: Why | None) -> None:
    """Show the reasons, first in words and then step by step."""
    if said is None:
        st.info(
            f"This result was extracted by another version of leaderboard or of the registry, by the rule {text.plain(claim['rule'])}. "
            "The running version would extract it differently, so it cannot explain it. Load the papers again to update it.",
            icon=":material/history:",
        )
        return
    st.markdown("\n".join(f"- {line}" for line in tables.why(said)))
    if said.claim.confidence is not None:
        st.markdown(f"Confidence **{said.claim.confidence:.2f}**: share of labelled results extracted the same way that were correct:")
        grid.show(tables.evidence(said), "evidence", choose=False)
    with st.expander("Step by step"):
        st.caption(f"Sentence: {text.plain(said.sentence)}")
        st.caption("Rule pattern")
        st.code(said.pattern, language=None, wrap_lines=True)
        st.caption("Tokens of the sentence as the rules see them")
        grid.show(tables.tokens(said), "tokens", choose=False, height=240)
