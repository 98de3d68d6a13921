"""How right the extraction is: the labelled papers that come with the program, worked on again here and compared."""

from __future__ import annotations

import time
from dataclasses import dataclass

import streamlit as st

from dashboards import database, grid, tables, text
from leaderboard.extraction.confidence import read_calibration
from leaderboard.resources import sample_dir
from leaderboard.scoring import Report, score_file


@dataclass(frozen=True, slots=True)
class Scored:
    """The report on the labelled papers, and the seconds it took."""

    report: Report
    seconds: float


@st.cache_resource(show_spinner="Reading the labelled papers")
def scored() -> Scored:
    """The labelled papers, read and compared: once for each process."""
    begun = time.perf_counter()
    report = score_file(sample_dir() / "claims.jsonl")
    return Scored(report, time.perf_counter() - begun)


def show() -> None:
    """Both tables, with what they rest on."""
    found = scored()
    report = found.report
    st.subheader("How much is read rightly", anchor=False)
    st.markdown(
        f"People have labelled {text.count(report.labelled, 'reported number')} in {text.count(report.papers, 'paper')} of the sample, "
        f"independently of what the program finds. It has now read the same texts and found {report.predicted:,}. Each line asks for "
        "more than the one above it."
    )
    grid.show(tables.levels(report), "levels", choose=False)
    st.caption(
        f"Worked out here in {found.seconds:.1f} s, once until the program is started again. The program was developed with these texts in "
        "view: expect less on other papers."
    )
    st.subheader("What the confidence is worth", anchor=False)
    total, right = read_calibration().total
    st.markdown(
        "Each claim has a confidence: how often claims that were read in the same way were right in everything. It was counted on "
        f"{total:,} labelled claims, of which {right:,} were right ({right / total:.0%})."
    )
    grid.show(tables.bands(database.ask("confidence_counts"), report), "bands", choose=False)
    st.caption(
        "Should be right: what the confidence says of the claims in this database. Were right: how many of the sample's labelled ones were."
    )
