"""A text with its claims: marks that can be pressed, what was read into the chosen one and why, the table, the other numbers.

The paper page shows stored claims this way, the Try it page those it has just found.
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
    """Every step of reading an abstract, by the running version and the shipped registry."""
    return explain(abstract, title)


@shell.part
def show(abstract: str, title: str | None, rows: pl.DataFrame, *, key: str, name: str) -> None:
    """The text and everything about its claims. Only this part runs again when a claim is chosen.

    Args:
        abstract: the text.
        title: of its paper, for the explanation.
        rows: as ``paper_claims`` gives them.
        key: of the widgets; another one for another text.
        name: of the files to download.
    """
    chosen = _chosen(rows, f"{key} claims")
    left, right = st.columns([3, 1], vertical_alignment="center")
    marks_others = right.toggle("Numbers that are no results", key=url_state.flag_for("others"), help="Marks them too, with the reason.")
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
    st.subheader(text.count(rows.height, "reported number"), anchor=False)
    shown = tables.without_empty(tables.claims(rows), keep=ALWAYS)
    grid.show(shown, f"{key} claims")
    download.table(shown, "claims", name, key="download claims")


def other_numbers(found: Explanation | None, abstract: str) -> None:
    """The numbers that are no results, and why."""
    verdicts = found.result.extraction.verdicts if found else ()
    frame = tables.others(verdicts, abstract)
    if frame.is_empty():
        st.caption("Every number in the text is a reported result." if verdicts else "There is no number in the text.")
        return
    st.subheader(f"{text.count(frame.height, 'number')} that {'is' if frame.height == 1 else 'are'} no result", anchor=False)
    grid.show(frame, "other numbers", choose=False)


class _Press:
    """What a press on a mark does: it chooses that claim, or lets go of it."""

    def __init__(self, chosen: str | None) -> None:
        self._chosen = chosen

    def __call__(self, claim_id: str) -> None:
        url_state.choose("claim", None if claim_id == self._chosen else claim_id)


def _chosen(rows: pl.DataFrame, key: str) -> str | None:
    """The chosen claim: of the table's row, where another one has just been chosen there, else what the address says."""
    known = rows["claim_id"].to_list()
    state = url_state.key_for("claim", known)
    row = _newly_chosen_row(key)
    if row is not None and row < rows.height:
        url_state.choose("claim", known[row])
    chosen: str | None = st.session_state[state]
    return chosen


def _newly_chosen_row(key: str) -> int | None:
    """The row that has just been chosen in a table, by its box or by one of its cells; None where nothing has changed since the last look.

    A table keeps its choice while another claim is chosen in the text, so that only a change says what is meant.
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
    """What was read into the chosen claim, and why."""
    if chosen is None or found is None:
        st.markdown("**Press a marked number** in the text, or a row of the table, to see what was read into it and why.")
        return
    claim = next(row for row in rows.iter_rows(named=True) if row["claim_id"] == chosen)
    st.markdown(f"**“{text.plain(claim['quote'])}”**")
    read, because = st.tabs(["What was read", "Why it was read that way"])
    with read:
        st.markdown("  \n".join(f"{label}: **{text.plain(words)}**" for label, words in tables.fields(claim).items()))
    with because:
        _why(claim, tables.matching(found.whys(), claim))


def _why(claim: Row, said: Why | None) -> None:
    """The reasons, in words first and step by step behind them."""
    if said is None:
        st.info(
            f"This number was read by another version of leaderboard, or with another registry, by the rule {text.plain(claim['rule'])}. "
            "The version that runs here would not read it the same way, so it cannot say why. Loading the papers again helps.",
            icon=":material/history:",
        )
        return
    st.markdown("\n".join(f"- {line}" for line in tables.why(said)))
    if said.claim.confidence is not None:
        st.markdown(f"Confidence **{said.claim.confidence:.2f}**: so often were numbers right that were read the same way:")
        grid.show(tables.evidence(said), "evidence", choose=False)
    with st.expander("Step by step"):
        st.caption(f"Sentence: {text.plain(said.sentence)}")
        st.caption("Pattern of the rule")
        st.code(said.pattern, language=None, wrap_lines=True)
        st.caption("The sentence as the rules see it")
        grid.show(tables.tokens(said), "tokens", choose=False, height=240)
