"""What pages and commands ask of a database of a million claims: every named query, with parameters that make it work most and least."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Question:
    """A named query with parameters; ``about`` tells it from others of the same query."""

    query: str
    about: str = ""
    params: dict = field(default_factory=dict, hash=False)

    @property
    def title(self):
        return f"{self.query} ({self.about})" if self.about else self.query


# What stands for a value that is only known when the database is there: see values().
POPULAR, RARE, OWN = {"benchmark": "$popular"}, {"benchmark": "$rare"}, {"benchmark": "$unregistered"}
BOARD = {**POPULAR, "metric": "$metric", "split": "unspecified"}
RARE_BOARD = {**RARE, "metric": "$rare_metric", "split": "$rare_split"}
TRADE = {"benchmark": "$traded", "metric": "$traded_metric", "split": "$traded_split", "cost": "$traded_cost"}
SURE = {"min_confidence": 0.6}
GAINS, COSTS = {"kinds": "gain"}, {"kinds": "ratio|cost"}

QUESTIONS = (
    Question("totals"),
    Question("areas"),
    Question("latest_run"),
    Question("runs"),
    Question("sources"),
    Question("rejected"),
    Question("rejected", "one code", {"code": "no-title"}),
    Question("rejected_counts"),
    Question("schema"),
    Question("benchmarks"),
    Question("benchmarks", "all of them", {"limit": 20_000}),
    Question("benchmarks", "search", {"search": "net"}),
    Question("benchmarks", "area", {"area": "vision"}),
    Question("benchmarks", "unregistered", {"registered": False}),
    Question("fullest_boards"),
    Question("fullest_boards", "the first, sure", {"limit": 12} | SURE),
    Question("fullest_boards", "area", {"area": "vision"}),
    Question("latest_records"),
    Question("latest_records", "sure", SURE),
    Question("find_benchmarks", "part", {"text": "net"}),
    Question("find_benchmarks", "whole, sure", {"text": "$popular"} | SURE),
    Question("find_methods", "part", {"text": "net"}),
    Question("find_methods", "whole", {"text": "$method"}),
    Question("find_papers", "two letters", {"text": "at"}),
    Question("find_papers", "two words", {"text": "sparse attention"}),
    Question("find_papers", "whole", {"text": "$title"}),
    Question("find_papers", "nothing", {"text": "nothing-like-it"}),
    Question("benchmark_suggestions", "misspelt", {"name": "imagnet"}),
    Question("metric", "alias", {"name": "top1"}),
    Question("benchmark", "popular", {"name": "$popular"}),
    Question("benchmark", "unknown", {"name": "no such benchmark"}),
    Question("benchmark_choices", "popular", POPULAR),
    Question("benchmark_choices", "popular, sure", POPULAR | SURE),
    Question("benchmark_choices", "rare", RARE),
    Question("benchmark_choices", "unregistered", OWN),
    Question("board_settings", "popular", BOARD),
    Question("leaderboard_rows", "popular", BOARD),
    Question("leaderboard_rows", "popular, in one setting", BOARD | {"setting": "zero-shot"}),
    Question("leaderboard_rows", "popular, confidence 0", BOARD | {"min_confidence": 0}),
    Question("leaderboard_rows", "popular, sure", BOARD | SURE),
    Question(
        "leaderboard_rows", "popular, own, years, all", BOARD | {"own": True, "first_year": 2015, "last_year": 2024, "limit": 100_000}
    ),
    Question("leaderboard_rows", "rare", RARE_BOARD),
    Question("progress_rows", "popular", BOARD),
    Question("progress_rows", "popular, sure", BOARD | SURE),
    Question("progress_rows", "rare", RARE_BOARD),
    Question("all_leaders"),
    Question("all_leaders", "confidence 0", {"min_confidence": 0}),
    Question("all_leaders", "sure", SURE),
    Question("all_leaders", "search", {"search": "net"} | SURE),
    Question("gains_and_costs"),
    Question("gains_and_costs", "gains", GAINS),
    Question("gains_and_costs", "gains, sure", GAINS | SURE),
    Question("gains_and_costs", "gains, popular", GAINS | POPULAR),
    Question("gains_and_costs", "gains, metric", GAINS | {"metric": "accuracy"}),
    Question("gains_and_costs", "costs", COSTS),
    Question("gains_and_costs", "costs, sure", COSTS | SURE),
    Question("gains_and_costs", "costs, popular", COSTS | POPULAR),
    Question("gains_and_costs", "costs, metric", COSTS | {"metric": "accuracy"}),
    Question("methods"),
    Question("methods", "search", {"search": "net"}),
    Question("method_rows", "well known", {"method": "$method"}),
    Question("method_rows", "own, sure", {"method": "$own_method"} | SURE),
    Question("systems"),
    Question("systems", "search", {"search": "net"}),
    Question("system", "", {"method": "$method"}),
    Question("systems_like", "", {"method": "$method"}),
    Question("comparable_systems"),
    Question("compare_rows", "well known and rare", {"methods": "$two_methods"}),
    Question("compare_partners", "well known", {"methods": "$method"}),
    Question("compare_pairs"),
    Question("paper", "", {"paper_id": "$paper"}),
    Question("paper_claims", "", {"paper_id": "$paper"}),
    Question("paper_claims", "sure", {"paper_id": "$paper"} | SURE),
    Question("paper_by_title", "part", {"title": "sparse attention graph"}),
    Question("paper_by_title", "whole", {"title": "$title"}),
    Question("papers_search"),
    Question("papers_search", "with claims, 500", {"with_claims": True, "limit": 500}),
    Question("papers_search", "two words", {"text": "sparse attention", "with_claims": True, "limit": 500}),
    Question("papers_search", "nothing", {"text": "nothing-like-it"}),
    Question("tradeoff_benchmarks"),
    Question("tradeoff_benchmarks", "and another", {"also": "$rare"}),
    Question("tradeoff_choices", "popular", {"benchmark": "$traded"}),
    Question("tradeoff_rows", "popular", TRADE),
    Question("tradeoff_rows", "popular, sure, cited, years", TRADE | SURE | {"cited": True, "first_year": 2015, "last_year": 2024}),
    Question("coverage_by_year"),
    Question("confidence_counts"),
    Question("row_counts"),
)

BOARDS = """
SELECT benchmark, metric, split, count(*) AS n FROM leaderboard WHERE rank IS NOT NULL AND split = 'unspecified' GROUP BY ALL
ORDER BY n DESC, benchmark
"""


def values(con):
    """What the names with a dollar stand for in a database."""
    boards = con.sql(BOARDS).pl()
    popular, rare = boards.row(0, named=True), boards.row(-1, named=True)
    found = {"$popular": popular["benchmark"], "$metric": popular["metric"]}
    found |= {"$rare": rare["benchmark"], "$rare_metric": rare["metric"], "$rare_split": rare["split"]}
    traded = con.sql("FROM derived.tradeoff_choices LIMIT 1").pl().row(0, named=True)
    found |= {"$traded": traded["benchmark"]} | {f"$traded_{name}": traded[name] for name in ("metric", "split", "cost")}
    for name, sql in {
        "$unregistered": "SELECT benchmark FROM claim_benchmarks WHERE benchmark_id IS NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1",
        "$method": "SELECT method FROM claims WHERE role = 'baseline' AND method IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1",
        "$own_method": "SELECT method FROM claims WHERE role = 'proposed' AND method IS NOT NULL GROUP BY 1 ORDER BY count(*), 1 LIMIT 1",
        "$paper": "SELECT paper_id FROM claims GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1",
        "$title": "SELECT title FROM papers ORDER BY paper_id LIMIT 1",
    }.items():
        found[name] = con.execute(sql).fetchall()[0][0]
    found["$two_methods"] = f"{found['$method']}|{found['$own_method']}"
    return found


def filled(question, known):
    """The parameters of a question, with values in place of names."""
    return {name: known.get(value, value) if isinstance(value, str) else value for name, value in question.params.items()}


def asked():
    """The queries that are asked at least once; a query that is not has to be added above."""
    return {question.query for question in QUESTIONS}
