"""An editor for read-only SQL, with named queries as examples, the schema, and a quick chart."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards import database, schema_notes, shell, sql_examples, tables, text, url_state
from dashboards.panels import download, quick_chart
from leaderboard.errors import Busy, QueryError

EDITOR = 220
LONGEST = 20_000
TABLE, CHART = "Table", "Chart"


def main() -> None:
    """Show the page."""
    st.title("SQL", anchor=False)
    schema = database.ask("schema")
    left, right = st.columns([7, 4], gap="large")
    with left:
        start_from()
        sql = editor()
    with right:
        describe(schema)
    url_state.keep(sql=sql)
    if sql.strip():
        answer(sql)


def editor() -> str:
    """The statement to run. Typed SQL runs on the button or Ctrl+Enter, SQL from a link immediately."""
    with st.form("statement", border=False):
        sql = st.text_area(
            "Read-only SQL statement", key=url_state.key_for("sql", default=sql_examples.first()), height=EDITOR, max_chars=LONGEST
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            st.form_submit_button("Run", type="primary", icon=":material/play_arrow:", key="run")
            limits = f"{database.SQL_SECONDS:g} s, {database.SQL_ROWS:,} rows or {database.SQL_BYTES / 1e6:g} MB"
            st.caption(f"Or press Ctrl+Enter. Read-only; results are limited to {limits}.")
    return sql


def start_from() -> None:
    """Show a selector that puts a named query, with its parameters filled in, into the editor."""
    queries = database.examples()

    def take() -> None:
        name = st.session_state["example"]
        if name:
            url_state.choose("sql", sql_examples.runnable(queries[name], sql_examples.values(database.ask)))

    st.selectbox(
        "Start from a named query",
        list(queries),
        index=None,
        key="example",
        on_change=take,
        format_func=lambda name: f"{queries[name].answers} ({name})",
        placeholder="queries used by the pages and the command line",
    )


@shell.part
def answer(sql: str) -> None:
    """Show the result as a table or a chart, with downloads."""
    try:
        with st.spinner("Running"):
            found = database.run_sql(sql)
    except Busy as error:
        st.warning(text.plain(str(error).capitalize()), icon=":material/hourglass_top:")
        st.button("Try again", key="again")
        return
    except QueryError as error:
        first, _, place = str(error).partition("\n")
        st.error(text.plain(first[:1].upper() + first[1:]), icon=":material/error:")
        if place.strip():
            st.code(place.strip("\n"), language=None)
        return
    more = f"; truncated at {found.limit}" if found.truncated else ""
    left, right = st.columns([3, 1], vertical_alignment="center")
    left.caption(f"{text.count(found.frame.height, 'row')}, {text.count(found.frame.width, 'column')}{more}.")
    with right.container(horizontal_alignment="right"):
        view = st.segmented_control(
            "Show as", [TABLE, CHART], key=url_state.key_for("view", [TABLE, CHART], TABLE), required=True, label_visibility="collapsed"
        )
    url_state.keep(view=view if view != TABLE else None)
    if view == CHART:
        quick_chart.show(found.frame)
    else:
        shown, left_out = tables.brief(found.frame)
        st.dataframe(shown, hide_index=True, placeholder="", key="answer")
        if left_out:
            st.caption(left_out)
    download.table(found.frame, "query", key="download answer")


def describe(schema: pl.DataFrame) -> None:
    """Show a selector of tables and views, with the columns of the selected one."""
    kinds = dict(schema.select("name", "kind").iter_rows())
    names = list(kinds)
    key = url_state.key_for("table", names, "leaderboard")
    name = st.selectbox("Tables and views", names, key=key, format_func=lambda name: f"{name} ({kinds[name]})")
    url_state.keep(table=name if name != "leaderboard" else None)
    st.caption(text.plain(schema_notes.table(schema, name)))
    st.dataframe(tables.columns(schema, name), hide_index=True, height=EDITOR + 60, key="columns")


main()
