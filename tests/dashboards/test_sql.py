"""The SQL page: what it runs, what it refuses, its examples."""

from __future__ import annotations

from tests.dashboards.seen import table, texts, well


def run(at, sql):
    at.text_area[0].set_value(sql)
    return at.button[0].click().run()


def test_sql_works_on_an_empty_database(show, stores, tmp_path):
    assert "0 rows" in texts(well(show("sql", stores.schema(tmp_path / "empty.duckdb"))))


def test_sql_runs_what_the_address_says_and_only_reads(show, full_store):
    at = well(show("sql", full_store, sql="SELECT count(*) AS n FROM papers"))
    assert table(at, "n")["n"].tolist() == [10]
    for bad in (
        "DELETE FROM papers",
        "COPY papers TO 'x.csv'",
        "SELECT * FROM read_csv('/etc/passwd')",
        "ATTACH 'x' AS y",
        "SELECT 1; SELECT 2",
        "SELEC",
    ):
        run(at, bad)
        assert len(well(at).error) == 1, bad
    run(at, "")
    assert not well(at).error


def test_every_example_query_runs(show, full_store):
    at = well(show("sql", full_store))
    for name in at.selectbox("example").options:
        at.selectbox("example").select(name).run()
        assert not well(at).error, name
        assert at.text_area[0].value.startswith("-- ")
        assert at.query_params["sql"] == at.text_area[0].value


def test_an_answer_that_was_ended_says_at_which_limit(show, full_store):
    at = well(show("sql", full_store, sql="SELECT range AS n FROM range(6000)"))
    assert "5,000 rows, 1 column; truncated at 5,000 rows" in texts(at)
    run(at, "SELECT repeat('x', 1000000) AS long FROM range(100)")
    assert "truncated at 8 MB" in texts(well(at))
    assert "the beginning of long texts" in texts(at)
    assert table(at, "long")["long"].str.len().max() == 501


def test_many_columns_are_cut_and_said_so(show, full_store):
    at = well(show("sql", full_store, sql="SELECT " + ", ".join(f"{n} AS c{n}" for n in range(150))))
    assert "the first 100 of 150 columns" in texts(at)
    assert table(at, "c0").shape == (1, 100)


def test_every_type_can_be_shown_and_downloaded(show, full_store):
    sql = """SELECT 1::HUGEINT AS h, 'x'::BLOB AS b, INTERVAL 3 DAY AS i, '12:00:00+01'::TIMETZ AS tz, MAP {'k': 1} AS m, {'a': [1]} AS s,
        [1, NULL] AS l, [{'a': 1}] AS ls, '101'::BIT AS bits, uuid() AS u, 1.5::DECIMAL(38,2) AS d, DATE 'infinity' AS day, NULL AS n,
        TIMESTAMP '290000-01-01' AS t, now() AS here, 'nan'::DOUBLE AS nan, 18446744073709551615::UBIGINT AS big, TIME '12:00' AS clock"""
    at = well(show("sql", full_store, sql=sql))
    assert table(at, "h").shape == (1, 18)
    assert not at.error
    well(show("sql", full_store, sql=sql, view="Chart"))


def test_the_chart_of_an_answer_and_its_address(show, full_store):
    sql = "SELECT * FROM (VALUES (2020, 'a', 1.5), (2021, 'b', 2.5)) AS t(year, name, value)"
    at = well(show("sql", full_store, sql=sql, view="Chart"))
    assert len(at.get("vega_lite_chart")) == 1
    assert {name: at.query_params.get(name) for name in ("view", "x", "y", "colour")} == {
        "view": "Chart",
        "x": "year",
        "y": "value",
        "colour": None,
    }
    picked = {box.label: box for box in at.selectbox}
    picked["X axis"].select("name").run()
    assert well(at).query_params["x"] == "name"
    again = well(show("sql", full_store, sql=sql, view="Chart", x="name", y="year", colour="name"))
    assert {box.label: box.value for box in again.selectbox if box.label in ("Y axis", "X axis", "Colour")} == {
        "Y axis": "year",
        "X axis": "name",
        "Colour": "name",
    }


def test_an_answer_that_cannot_be_drawn_says_why(show, full_store):
    at = well(show("sql", full_store, sql="SELECT 'a' AS a, 'b' AS b", view="Chart"))
    assert "needs a numeric column" in at.info[0].value


def test_when_others_are_running_the_page_says_so(show, full_store, monkeypatch):
    from dashboards import database
    from leaderboard.errors import Busy

    def busy(question):
        raise Busy("other queries are running at the moment")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(database._pool, "run", busy)
        at = well(show("sql", full_store, sql="SELECT 'nobody asked this before'"))
    assert "Other queries are running" in at.warning[0].value
    (again,) = [button for button in at.button if button.label == "Try again"]
    again.click().run()
    assert not well(at).warning


def test_the_schema_says_what_tables_and_columns_are(show, full_store):
    at = well(show("sql", full_store, table="papers"))
    assert "One row for each paper" in texts(at)
    columns = table(at, "Column")
    assert (
        dict(zip(columns["Column"], columns["Description"], strict=True))["abstract"]
        == "abstract exactly as in the source; claims hold offsets into it"
    )
    assert at.query_params["table"] == "papers"
