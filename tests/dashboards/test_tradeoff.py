"""The trade-off page: what is drawn, what is chosen, what the address says, and what there is instead of nothing."""

from __future__ import annotations

import duckdb
import pytest

from dashboards import charts, tables
from leaderboard.store import filling, queries, reading
from tests.dashboards.seen import choose, drawn, html_of, marks_of, table, texts, well

PARAMS, FPS = ("params", "parameters"), ("fps", "speed")
WHERE = {"benchmark": "Digits", "metric": "accuracy", "split": "unspecified"}


def paper(name, year, value, cost, of_cost=PARAMS, *, role="proposed", confidence=None, method=None, title=None):
    """A paper that states one score and one cost about its system."""
    unit, metric = of_cost
    quote = f"{cost:g} {unit}"
    abstract = f"{name} reads Digits with {value}% accuracy at {quote}."
    score = (f"{value}%", "score", value, "%", "accuracy", "accuracy", "Digits", None, method or name, role, {"confidence": confidence})
    own = {"canonical_value": cost, "canonical_unit": unit}
    spent = (quote, "cost", cost, unit, metric, metric, None, None, method or name, role, own)
    return (f"p-{name}-{unit}", title or f"The {name} paper", year, None, abstract, [score, spent])


def store(stores, path, papers):
    stores.full(path, papers)
    with duckdb.connect(str(path)) as con:
        con.execute("INSERT INTO metrics VALUES ('parameters', 'lower', 'params', 0, NULL, 'size', 'cost')")
        con.execute("INSERT INTO metrics VALUES ('speed', 'higher', 'any', 0, NULL, 'speed', 'cost')")
        filling.derive(con)
    return path


@pytest.fixture(scope="module")
def traded(stores, tmp_path_factory):
    """Five systems with a parameter count, two with a speed; on one benchmark."""
    papers = [
        paper("Small", 2019, 80.5, 1e6, confidence=0.5),
        paper("Middle", 2020, 91.5, 5e6, confidence=0.9),
        paper("Clumsy", 2021, 85.5, 9e6),
        paper("Big", 2022, 95.5, 90e6),
        paper("Cited", 2022, 99.5, 2e6, role="baseline"),
        paper("Small", 2019, 80.5, 30.0, FPS),
        paper("Quick", 2020, 75.5, 120.0, FPS),
        paper("Evil", 2020, 70.5, 3e6, method="=cmd|' /C x'!A0 <b>x</b>", title=stores.HOSTILE),
    ]
    return store(stores, tmp_path_factory.mktemp("traded") / "t.duckdb", papers)


def names(at):
    return table(at, "tradeoff")["Method"].tolist()


def front_of(at):
    rows = table(at, "tradeoff")
    return rows[rows["On Pareto front"]]["Method"].tolist()


def test_the_fullest_pair_is_shown_first_and_stands_in_the_address(show, traded):
    at = well(show("tradeoff", traded))
    assert {name: at.query_params[name] for name in (*WHERE, "cost")} == WHERE | {"cost": "parameters"}
    assert [one.label for one in at.selectbox] == ["Benchmark", "Score", "Split", "Cost"]
    assert names(at)[:4] == ["Big", "Middle", "Clumsy", "Small"]
    assert front_of(at) == ["Big", "Middle", "Small"]
    assert "The line is the Pareto front" in texts(at)
    assert "5 methods from 5 papers" in texts(at)


def test_chart_and_table_show_the_same_systems(show, traded):
    at = well(show("tradeoff", traded))
    assert [name for name, _ in drawn(at)[0]] == names(at)
    at.toggle[0].set_value(True).run()
    assert names(well(at))[0] == "Cited"
    assert [name for name, _ in drawn(at)[0]] == names(at)
    assert "Cited" not in front_of(at)
    assert at.query_params["cited"] == "yes"


def test_another_cost_is_another_chart_with_its_own_front(show, traded):
    at = well(show("tradeoff", traded))
    at.selectbox[3].set_value("speed (fps)").run()
    assert well(at).query_params["cost"] == "speed (fps)"
    assert (names(at), front_of(at)) == (["Small", "Quick"], ["Small", "Quick"])


def test_a_link_reproduces_the_view(show, traded):
    said = WHERE | {"cost": "parameters", "from": "2020", "to": "2021", "confidence": "0.6", "cited": "yes"}
    at = well(show("tradeoff", traded, **said))
    assert names(at) == ["Middle", "Clumsy", "=cmd|' /C x'!A0 <b>x</b>"]
    assert {name: at.query_params[name] for name in said} == said


def test_confidence_hides_pairs_and_draws_the_front_anew(show, traded):
    at = well(show("tradeoff", traded))
    at.slider[1].set_value(0.95).run()
    assert names(well(at))[:2] == ["Big", "Clumsy"]
    assert front_of(at)[:2] == ["Big", "Clumsy"]


def test_a_selection_without_systems_says_what_to_do(show, traded):
    at = well(show("tradeoff", traded, **WHERE, cost="parameters", to="2019", confidence="0.95"))
    assert "No results match these filters" in texts(at)
    assert "There are 6 methods in total: widen the range of years" in texts(at)


def test_the_first_row_or_the_chosen_one_shows_its_words(show, traded):
    at = well(show("tradeoff", traded))
    assert marks_of(at, "words text") == [("95.5%", "score"), ("9e+07 params", "cost")]
    at = well(choose(at, "tradeoff", 1))
    assert marks_of(at, "words text") == [("91.5%", "score"), ("5e+06 params", "cost")]
    assert at.query_params["claim"].startswith("p-Middle-params")


def test_the_cost_can_be_pointed_out_and_the_address_says_so(show, traded):
    at = well(show("tradeoff", traded, number="the cost"))
    assert "**90,000,000 params**" in texts(at)
    at = well(show("tradeoff", traded))
    assert "**95\\.5%**" in texts(at)
    assert "number" not in at.query_params


def test_hostile_words_stay_text(show, traded):
    at = well(show("tradeoff", traded))
    assert "=cmd|' /C x'!A0 <b>x</b>" in names(at)
    at = choose(at, "tradeoff", names(at).index("=cmd|' /C x'!A0 <b>x</b>"))
    for markup in ("<script>window", "<b>x</b>"):
        assert markup not in html_of(well(at))
        assert markup not in texts(at)


@pytest.mark.parametrize("nonsense", [{"cost": "<b>"}, {"metric": "?"}, {"split": "x"}, {"from": "x", "to": "99999999"}, {"claim": "no"}])
def test_nonsense_in_the_address_falls_back_to_what_there_is(show, traded, nonsense):
    assert names(well(show("tradeoff", traded, **nonsense)))[0] == "Big"


def test_a_benchmark_without_both_is_named_and_its_leaderboard_offered(show, traded):
    at = well(show("tradeoff", traded, benchmark="Nowhere [x](y)"))
    assert "No paper reports both a score on “Nowhere \\[x\\]\\(y\\)” and a cost" in at.info[0].value
    assert names(at)[0] == "Big"


def test_another_spelling_leads_to_the_benchmark(show, traded):
    at = well(show("tradeoff", traded, benchmark="DIG-ITS"))
    assert (at.query_params["benchmark"], list(at.info)) == ("Digits", [])


def test_a_database_in_which_no_paper_states_both_says_so(show, stores, tmp_path):
    at = well(show("tradeoff", stores.full(tmp_path / "s.duckdb", stores.PAPERS[:1])))
    assert "No paper reports both a score and a cost" in texts(at)


def test_a_cost_that_the_registry_does_not_know_has_no_front_and_no_such_column(show, full_store):
    at = well(show("tradeoff", full_store))
    assert names(at) == ["BetterNet"]
    assert "On Pareto front" not in table(at, "tradeoff").columns
    assert "no Pareto front is drawn" in texts(at)


def rows_of(path, cost="parameters"):
    with reading.connect(path) as con:
        return queries.run(con, "tradeoff_rows", **WHERE, cost=cost)


def test_the_front_is_carried_on_to_the_dearest_system(traded):
    dots = charts.tradeoff_points(rows_of(traded))
    assert charts.front(dots, more_is_better=False).rows() == [(1e6, 80.5), (5e6, 91.5), (90e6, 95.5)]
    assert charts.front(dots.filter(dots["name"] != "Big"), more_is_better=False).rows() == [(1e6, 80.5), (5e6, 91.5), (9e6, 91.5)]
    quick = charts.tradeoff_points(rows_of(traded, "speed (fps)"))
    assert charts.front(quick, more_is_better=True).rows() == [(30.0, 80.5), (120.0, 75.5)]
    assert charts.front(dots.filter(~dots["on_front"]), more_is_better=False).is_empty()


def test_costs_far_apart_are_drawn_on_a_logarithmic_axis(traded):
    rows = rows_of(traded)
    assert charts.cost_scale(rows["cost_value"]).to_dict()["type"] == "log"
    assert "type" not in charts.cost_scale(rows_of(traded, "speed (fps)")["cost_value"]).to_dict()
    assert "type" not in charts.cost_scale(rows["cost_value"] - 1e6).to_dict()


def test_the_line_steps_the_way_the_cost_runs(traded):
    lower = charts.tradeoff(rows_of(traded), "accuracy", "parameters").to_dict()["layer"]
    higher = charts.tradeoff(rows_of(traded, "speed (fps)"), "accuracy", "speed").to_dict()["layer"]
    assert [layers[0]["mark"]["interpolate"] for layers in (lower, higher)] == ["step-after", "step-before"]
    assert "<svg" in charts.svg(charts.tradeoff(rows_of(traded), "accuracy", "parameters"))


def test_the_table_keeps_the_order_and_every_unit(traded):
    shown = tables.tradeoff(rows_of(traded))
    assert shown["Value"].to_list() == sorted(shown["Value"].to_list(), reverse=True)
    assert set(shown["Unit"]) == {"%"}
    assert set(shown["Cost unit"]) == {"params"}
