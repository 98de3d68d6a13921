"""Ask the database anything: an editor for SQL that only reads, the named queries as examples, the schema beside it."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards import address, data, examples, takeaway, text
from leaderboard.errors import QueryError

EDITOR = 220


def main() -> None:
    """Show the page."""
    st.title("SQL", anchor=False)
    schema = data.ask("schema")
    left, right = st.columns([7, 3], gap="large")
    with right:
        describe(schema)
    with left:
        start_from()
        sql = st.text_area("One statement that reads", key=address.key_for("sql", default=examples.FIRST), height=EDITOR, max_chars=20_000)
        st.button("Run", type="primary", icon=":material/play_arrow:", key="run")
        address.keep(sql=sql)
        if sql.strip():
            answer(sql)


def start_from() -> None:
    """Put a named query into the editor, with values in place of its parameters."""
    queries = data.examples()

    def take() -> None:
        name = st.session_state["example"]
        if name:
            st.session_state[address.key_for("sql", default=examples.FIRST)] = examples.runnable(queries[name], examples.values(data.ask))

    st.selectbox(
        "Start from a question",
        list(queries),
        index=None,
        key="example",
        on_change=take,
        format_func=lambda name: f"{name}: {queries[name].answers}",
        placeholder="the queries that the pages and the command line use",
    )


def answer(sql: str) -> None:
    """The rows, how many there are, and the download."""
    try:
        with st.spinner("Running"):
            found = data.run_sql(sql)
    except QueryError as error:
        st.error(text.plain(error), icon=":material/error:")
        return
    more = f"; there are more, only the first {data.SQL_ROWS:,} are shown" if found.truncated else ""
    st.caption(f"{text.count(found.frame.height, 'row')}{more}. Queries are stopped after {data.SQL_SECONDS:g} s.")
    st.dataframe(found.frame, hide_index=True, placeholder="", key="answer")
    takeaway.table(found.frame, "query", key="download answer")


def describe(schema: pl.DataFrame) -> None:
    """Every table and view with its columns."""
    kinds = dict(schema.select("name", "kind").iter_rows())
    name = st.selectbox("Tables and views", list(kinds), key="table", format_func=lambda name: f"{name} ({kinds[name]})")
    columns = schema.filter(pl.col("name") == name).select(pl.col("column_name").alias("Column"), pl.col("type").alias("Type"))
    st.dataframe(columns, hide_index=True, height=min(35 * (columns.height + 1) + 3, 520), key="columns")


main()
