"""How each column of a table looks, whatever the table: its width, its format, and what it means."""

from __future__ import annotations

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from dashboards import theme

_NUMBER = st.column_config.NumberColumn
_TEXT = st.column_config.TextColumn
_CHANGE = _NUMBER(width=105, format="%+.4g", help="For record holders: the change against the best result before.")
COLUMNS: dict[str, ColumnConfig] = {
    "Rank": _NUMBER(width=60, help="Among the papers' own results that can be compared; empty where a number cannot be ranked."),
    "Method": _TEXT(width=160, help="The method, by the name the abstract uses for it."),
    "Value": _NUMBER(width=85, format="%.10g", help="On the metric's own scale; the quote has it as the paper states it."),
    "Best": _NUMBER(width=85, format="%.10g"),
    "Unit": _TEXT(width=70),
    "±": _NUMBER(width=60, format="%.10g"),
    "Bound": _TEXT(width=70, help="Where the paper says 'up to', 'more than' or 'about'."),
    "vs. previous best": _CHANGE,
    "vs. best before": _CHANGE,
    "Paper": _TEXT(width=215),
    "Gain": _NUMBER(width=85, format="%+.10g", help="As stated; up is +, down is -. The quote has the words."),
    "to": _NUMBER(width=70, format="%.10g", help="The upper end of a range."),
    "Change": _TEXT(width=75),
    "Better or worse": _TEXT(width=110, help="From the registry: which way the metric should go."),
    "Against": _TEXT(width=150, help="What the number is measured against."),
    "Metric": _TEXT(width=140),
    "Year": _NUMBER(width=60, format="%d"),
    "Since": _NUMBER(width=65, format="%d"),
    "Role": _TEXT(width=105, help="Whether the paper reports it as its own result, or cites it for comparison."),
    "Quote": _TEXT(width=95, help="The number as it stands in the abstract."),
    "Confidence": _NUMBER(width=90, format="%.2f", help=theme.CONFIDENCE),
    "Benchmark": _TEXT(width=190),
    "Setting": _TEXT(width=120, help="Conditions that the text names."),
    "Its own papers say": _TEXT(width=150, help="Numbers that papers report for this method as their own; the best first."),
    "Others say": _TEXT(width=150, help="Numbers that other papers cite for this method, for comparison; the best first."),
    "Difference": _TEXT(
        width=240, help="The best that others report against the best of its own papers, where both can be compared. Settings may differ."
    ),
    "Better": _TEXT(width=75, help="Whether higher or lower numbers are better; empty where the registry does not know the metric."),
    "Numbers": _NUMBER(width=80, format="localized"),
    "Split": _TEXT(width=80),
    "Own claims": _NUMBER(width=90, format="localized", help="Numbers that papers report about it as their own method."),
    "Benchmarks": _NUMBER(width=95, format="localized"),
    "Also written": _TEXT(width=220, help="Spellings that differ only in case, hyphens and blanks are taken for one method."),
    "Venue": _TEXT(width=90),
    "Results": _NUMBER(width=75, format="localized", help="Scores on the benchmark's fullest board, the one whose metric is named here."),
    "Over time": st.column_config.LineChartColumn(
        width=110, help="The best known result from the first record to the last; where lower is better, it falls."
    ),
    "Held by": _TEXT(width=190),
    "Papers": _NUMBER(width=75, format="localized"),
    "Claims": _NUMBER(width=75, format="localized", help="Reported numbers of all kinds: scores, gains, ratios, costs."),
    "On the front": st.column_config.CheckboxColumn(width=95, help="No own result in this selection is as good for less."),
    "Cost": _NUMBER(width=110, format="%,.10g", help="In the unit beside it; the quote has it as the paper states it."),
    "Cost unit": _TEXT(width=75),
    "Cost quote": _TEXT(width=110, help="The cost as it stands in the abstract."),
    "Rows": _NUMBER(width=90, format="localized"),
    "Entries": _NUMBER(width=80, format="localized"),
    "New papers": _NUMBER(width=95, format="localized"),
    "Worked on": _NUMBER(width=95, format="localized", help="Papers whose abstract was read for results."),
    "Rejected": _NUMBER(width=80, format="localized", help="Entries that could not be read or worked on."),
    "Bytes": _NUMBER(width=80, format="bytes"),
    "Seconds": _NUMBER(width=80, format="%.1f"),
    "Started (UTC)": st.column_config.DatetimeColumn(width=140, format="YYYY-MM-DD HH:mm"),
    "Right of those found": _NUMBER(width=145, format="percent", help="Precision: of what the program found, how much is right."),
    "Found of those labelled": _NUMBER(width=165, format="percent", help="Recall: of what people labelled, how much the program found."),
    "Both together": _NUMBER(width=110, format="percent", help="F1, the harmonic mean of the two."),
    "Claims here": _NUMBER(width=100, format="localized", help="Claims in this database with such a confidence."),
    "Should be right": _NUMBER(width=115, format="percent", help="What the confidence of the claims in this database says, on average."),
    "Labelled": _NUMBER(width=85, format="localized", help="Claims of the labelled papers with such a confidence."),
    "Were right": _NUMBER(width=95, format="percent", help="The share of those that were right in everything."),
}
