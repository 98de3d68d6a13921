"""The SQL page: what it runs, what it refuses, its examples."""

from __future__ import annotations

from tests.dashboards.seen import table, texts, well


def test_sql_works_on_an_empty_database(show, stores, tmp_path):
    assert "0 rows" in texts(well(show("sql", stores.schema(tmp_path / "empty.duckdb"))))


def test_sql_runs_what_the_address_says_and_only_reads(show, full_store):
    at = well(show("sql", full_store, sql="SELECT count(*) AS n FROM papers"))
    assert table(at, "n")["n"].tolist() == [7]
    for bad in (
        "DELETE FROM papers",
        "COPY papers TO 'x.csv'",
        "SELECT * FROM read_csv('/etc/passwd')",
        "ATTACH 'x' AS y",
        "SELECT 1; SELECT 2",
        "SELEC",
    ):
        at.text_area[0].set_value(bad).run()
        assert len(well(at).error) == 1, bad
    at.text_area[0].set_value("").run()
    assert not well(at).error


def test_every_example_query_runs(show, full_store):
    at = well(show("sql", full_store))
    for name in at.selectbox("example").options:
        at.selectbox("example").select(name).run()
        assert not well(at).error, name
        assert at.text_area[0].value.startswith("-- ")
        assert at.query_params["sql"] == at.text_area[0].value
