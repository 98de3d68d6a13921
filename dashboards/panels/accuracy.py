"""Accuracy of the extraction, measured on the labelled papers shipped with the program."""

from __future__ import annotations

import time
from dataclasses import dataclass

import streamlit as st

from dashboards import database, grid, tables, text
from leaderboard.extraction.claim.confidence import read_calibration
from leaderboard.resources import sample_dir
from leaderboard.scoring import Report, score_file


@dataclass(frozen=True, slots=True)
class Scored:
    """The report on the labelled papers, and how many seconds it took."""

    report: Report
    seconds: float


@st.cache_resource(show_spinner="Scoring the labelled papers")
def scored() -> Scored:
    """The report on the labelled papers, computed once per process."""
    begun = time.perf_counter()
    report = score_file(sample_dir() / "claims.jsonl")
    return Scored(report, time.perf_counter() - begun)


def show() -> None:
    """Show the tables of accuracy and calibration."""
    found = scored()
    report = found.report
    st.subheader("Extraction accuracy", anchor=False)
    st.markdown(
        f"{text.count(report.labelled, 'result')} in {text.count(report.papers, 'paper')} of the sample were labelled by hand, "
        f"independently of the program. From the same texts it extracted {report.predicted:,}. Each row requires more fields to be "
        "correct than the row above."
    )
    grid.show(tables.levels(report), "levels", choose=False)
    st.caption(
        f"Computed in {found.seconds:.1f} s, once per start of the server. The program was developed on these texts, so expect lower "
        "accuracy on other papers."
    )
    st.subheader("Confidence calibration", anchor=False)
    total, right = read_calibration().total
    st.markdown(
        "The confidence of a result is the share of labelled results extracted the same way that were correct in every field. It was "
        f"estimated on {total:,} labelled results, of which {right:,} were correct ({right / total:.0%})."
    )
    grid.show(tables.bands(database.ask("confidence_counts"), report), "bands", choose=False)
    st.caption(
        "Expected accuracy: mean confidence of the results in this database. Observed accuracy: share correct among the labelled results."
    )
