"""Width, format and help of every table column, by column name."""

from __future__ import annotations

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from dashboards import theme

_NUMBER = st.column_config.NumberColumn
_TEXT = st.column_config.TextColumn
_CHANGE = _NUMBER(width=105, format="%+.4g", help="For records: the change from the previous best.")
COLUMNS: dict[str, ColumnConfig] = {
    "Rank": _NUMBER(
        width=60, help="Rank among the papers of all years, each with its best own comparable result; empty if the result has none."
    ),
    "Method": _TEXT(width=160, help="The method's name as written in the abstract."),
    "Value": _NUMBER(width=85, format="%.10g", help="On the metric's canonical scale. The quote shows it as stated."),
    "Best": _NUMBER(width=85, format="%.10g"),
    "Unit": _TEXT(width=70),
    "Check this": _TEXT(width=150, help="Why this result counts as no record until something confirms it."),
    "Folded": _TEXT(width=150, help="A paper holds one rank, with its best result; its other results have none."),
    "Task": _TEXT(width=130, help="What was done on the benchmark."),
    "Protocol": _TEXT(width=110, help="Conditions of the evaluation, such as few-shot; empty for the usual use of the benchmark."),
    "±": _NUMBER(width=60, format="%.10g"),
    "Bound": _TEXT(width=70, help="Set if the paper says 'up to', 'more than' or 'about'."),
    "vs. previous best": _CHANGE,
    "Paper": _TEXT(width=215),
    "Gain": _NUMBER(width=85, format="%+.10g", help="As stated: + for an increase, - for a decrease."),
    "to": _NUMBER(width=70, format="%.10g", help="The upper end of a range."),
    "Change": _TEXT(width=75),
    "Better or worse": _TEXT(width=110, help="Based on the metric's direction in the registry."),
    "Against": _TEXT(width=150, help="The baseline the result is compared with."),
    "Metric": _TEXT(width=140),
    "Year": _NUMBER(width=60, format="%d"),
    "Since": _NUMBER(width=65, format="%d"),
    "Role": _TEXT(width=105, help="Own result: the paper reports it for its own method. Cited baseline: quoted for comparison."),
    "Quote": _TEXT(width=95, help="The result as written in the abstract."),
    "Confidence": _NUMBER(width=90, format="%.2f", help=theme.CONFIDENCE),
    "Benchmark": _TEXT(width=190),
    "Setting": _TEXT(width=120, help="Evaluation conditions stated in the text."),
    "Own papers": _TEXT(width=150, help="Results from papers that present this method, best first."),
    "Other papers": _TEXT(width=150, help="Results that other papers cite for this method, best first."),
    "Difference": _TEXT(
        width=240, help="Best result in other papers minus the best in its own papers, if comparable. Settings may differ."
    ),
    "Better": _TEXT(width=75, help="Whether higher or lower is better; empty if the metric is not in the registry."),
    "Split": _TEXT(width=80),
    "Own results": _NUMBER(width=90, format="localized", help="Results from papers that present it as their own method."),
    "Benchmarks": _NUMBER(width=95, format="localized"),
    "Other spellings": _TEXT(width=220, help="Spellings that differ only in case, hyphens and spaces are treated as one method."),
    "Venue": _TEXT(width=90),
    "Scores": _NUMBER(width=75, format="localized", help="Scores on the benchmark's largest board, the one listed here."),
    "Over time": st.column_config.LineChartColumn(width=110, help="The best result over time, from the first record to the latest."),
    "Held by": _TEXT(width=190),
    "Papers": _NUMBER(width=75, format="localized"),
    "Results": _NUMBER(width=75, format="localized", help="Results of all kinds: scores, gains, ratios and costs."),
    "On Pareto front": st.column_config.CheckboxColumn(
        width=95, help="No other own result shown here is better at the same or a lower cost."
    ),
    "Cost": _NUMBER(width=110, format="%,.10g", help="In the unit given beside it. The quote shows it as stated."),
    "Cost unit": _TEXT(width=75),
    "Cost quote": _TEXT(width=110, help="The cost as written in the abstract."),
    "Rows": _NUMBER(width=90, format="localized"),
    "Entries": _NUMBER(width=80, format="localized"),
    "New papers": _NUMBER(width=95, format="localized"),
    "Extracted": _NUMBER(width=95, format="localized", help="Papers whose abstracts were processed."),
    "Rejected": _NUMBER(width=80, format="localized", help="Entries that could not be read or processed."),
    "Bytes": _NUMBER(width=80, format="bytes"),
    "Seconds": _NUMBER(width=80, format="%.1f"),
    "Started (UTC)": st.column_config.DatetimeColumn(width=140, format="YYYY-MM-DD HH:mm"),
    "Precision": _NUMBER(width=145, format="percent", help="Share of extracted results that are correct."),
    "Recall": _NUMBER(width=165, format="percent", help="Share of labelled results that were extracted."),
    "F1": _NUMBER(width=110, format="percent", help="Harmonic mean of precision and recall."),
    "Results here": _NUMBER(width=100, format="localized", help="Results in this database with a confidence in this band."),
    "Expected accuracy": _NUMBER(width=115, format="percent", help="Mean confidence of the results in this database."),
    "Labelled": _NUMBER(width=85, format="localized", help="Results extracted from the labelled papers with a confidence in this band."),
    "Observed accuracy": _NUMBER(width=95, format="percent", help="Share of those that are correct in every field."),
}
