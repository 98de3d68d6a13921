"""What the views and the listing queries have to answer, worked out in Python from the rows of the tables that loads fill.

Nothing here comes from ``sql/``: a mistake there and the same mistake here would have to be made twice, in two languages.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from functools import cached_property

IMPOSSIBLE = {"out-of-range", "wrong-dimension"}
TEXT, YES_NO, COUNT, YEAR, NUMBER = "VARCHAR", "BOOLEAN", "BIGINT", "INTEGER", "DOUBLE"
CLAIM_ROWS = {
    **dict.fromkeys(("claim_id", "paper_id", "benchmark"), TEXT),
    "registered": YES_NO,
    **dict.fromkeys(("metric", "metric_id", "metric_said", "split", "kind", "method", "role", "baseline"), TEXT),
    **dict.fromkeys(("value", "value_high"), NUMBER),
    **dict.fromkeys(("unit", "change", "bound"), TEXT),
    **dict.fromkeys(("uncertainty", "canonical_value", "canonical_high"), NUMBER),
    **dict.fromkeys(("canonical_unit", "direction"), TEXT),
    **dict.fromkeys(("settings", "flags"), "VARCHAR[]"),
    "quote": TEXT,
    **dict.fromkeys(("start_offset", "end_offset"), "INTEGER"),
    **dict.fromkeys(("origin", "rule"), TEXT),
    "confidence": NUMBER,
    "extractor": TEXT,
    "run_id": "INTEGER",
    **dict.fromkeys(("title", "venue", "url", "date"), TEXT),
    "year": YEAR,
    "published": "DATE",
}
LEADERBOARD = {"rank": COUNT, "rank_all": COUNT, **CLAIM_ROWS, "comparable": YES_NO, "rank_value": NUMBER}
COVERAGE = {
    **dict.fromkeys(("level", "benchmark"), TEXT),
    "registered": YES_NO,
    **dict.fromkeys(("claims", "scores", "papers", "metrics"), COUNT),
    **dict.fromkeys(("first_year", "last_year"), YEAR),
}


class ByHand:
    """The answers for what a database holds now; every method gives a list of rows as dicts, in order where the query promises one."""

    def __init__(self, con):
        def rows(table):
            found = con.execute(f"FROM {table}")
            names = [column[0] for column in found.description]
            return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

        self._papers = {row["paper_id"]: row for row in rows("papers")}
        self._claims = rows("claims")
        self._metrics = {row["metric_id"]: row for row in rows("metrics")}
        self._benchmarks = {row["benchmark_id"]: row for row in rows("benchmarks")}
        self._sources, self._paper_sources, self._rejected = rows("sources"), rows("paper_sources"), rows("rejected")
        self._named = defaultdict(list)
        for row in rows("claim_benchmarks"):
            self._named[row["claim_id"]].append(row)
        self._boards = {}

    @cached_property
    def claim_rows(self):
        """Each claim once for each benchmark it names, once with none where it names none."""
        return [self._claim_row(claim, on) for claim in self._claims for on in self._named[claim["claim_id"]] or [None]]

    def _claim_row(self, claim, on):
        paper = self._papers[claim["paper_id"]]
        metric = self._metrics.get(claim["metric_id"], {})
        if metric.get("unit") == "any":
            unit = claim["canonical_unit"] or claim["unit"]
            group = f"{claim['metric_id']} ({unit})" if unit else claim["metric_id"]
        elif claim["metric_id"] is not None:
            group = claim["metric_id"]
        else:
            group = "unspecified" if claim["metric"] is None else f"unregistered: {claim['metric']}"
        return {
            **{name: claim[name] for name in CLAIM_ROWS if name in claim},
            **{name: paper[name] for name in ("title", "venue", "url", "date")},
            "benchmark": on and on["benchmark"],
            "registered": on is not None and on["benchmark_id"] is not None,
            "metric": group,
            "metric_said": claim["metric"],
            "split": (claim["split"] or "").strip(" ").lower() or "unspecified",
            "direction": metric.get("direction"),
            "year": year_of(paper),
            "published": day_of(paper),
        }

    def leaderboard_at(self, least):
        """The scores on benchmarks at or above a confidence (or without one), ranked on their boards."""
        if least not in self._boards:
            self._boards[least] = self._ranked(least)
        return self._boards[least]

    def _ranked(self, least):
        boards, shown = defaultdict(list), []
        for claim in self.claim_rows:
            if claim["kind"] != "score" or claim["benchmark"] is None:
                continue
            if None not in (least, claim["confidence"]) and claim["confidence"] < least:
                continue
            lower = claim["direction"] == "lower"
            value = claim["canonical_value"]
            if lower and claim["canonical_high"] is not None:
                value = claim["canonical_high"]
            known = claim["direction"] is not None and claim["canonical_value"] is not None
            row = {"rank": None, "rank_all": None, **claim, "rank_value": value}
            row["comparable"] = known and IMPOSSIBLE.isdisjoint(claim["flags"])
            shown.append(row)
            if row["comparable"]:
                boards[board_of(row)].append((value if lower else -value, row))
        for board in boards.values():
            own = [cost for cost, row in board if row["role"] == "proposed"]
            for cost, row in board:
                row["rank_all"] = 1 + sum(other < cost for other, _ in board)
                if row["role"] == "proposed":
                    row["rank"] = 1 + sum(other < cost for other in own)
        return shown

    def state_of_the_art_at(self, least):
        """The first of each board among the papers' own results; of equal ones the earliest, then the one with the smaller id."""
        best = {}
        for row in self.leaderboard_at(least):
            if row["rank"] == 1:
                board = board_of(row)
                best[board] = min(best.get(board, row), row, key=lambda one: (one["published"] or dt.date.max, one["claim_id"]))
        return list(best.values())

    @cached_property
    def coverage(self):
        """How much there is on each benchmark and in all."""
        on = defaultdict(list)
        for row in self.claim_rows:
            on[row["benchmark"]].append(row)
        on.pop(None, None)
        each = [{"level": "benchmark", "benchmark": name, "registered": registered(rows), **extent(rows)} for name, rows in on.items()]
        return [*each, {"level": "total", "benchmark": None, "registered": None, **extent(self.claim_rows)}]

    def benchmarks(self):
        """The benchmarks with the best result of the board that ranks most."""
        ranked = Counter(board_of(row) for row in self.leaderboard_at(None) if row["rank"] is not None)
        fullest = {}
        for board in sorted(ranked, key=lambda board: (-ranked[board], board)):
            fullest.setdefault(board[0], board)
        records = {board_of(row): row for row in self.state_of_the_art_at(None)}
        found = []
        for row in self.coverage[:-1]:
            entry = self._benchmarks.get(row["benchmark"], {}) if row["registered"] else {}
            best = records.get(fullest.get(row["benchmark"]), {})
            shown = {name: row[name] for name in COVERAGE if name != "level"} | {name: entry.get(name) for name in ("area", "task")}
            shown |= {name: best.get(name) for name in ("metric", "split", "method", "paper_id", "title", "year")}
            found.append(shown | {"best": best.get("rank_value"), "unit": best.get("canonical_unit")})
        return sorted(found, key=lambda row: (-row["claims"], row["benchmark"]))

    def areas(self):
        """The registry's areas with the benchmarks and claims that belong to them."""
        found = defaultdict(list)
        for row in (one for several in self._named.values() for one in several):
            found[self._benchmarks.get(row["benchmark_id"], {}).get("area")].append(row)
        shown = [
            {"area": area, "benchmarks": distinct(rows, "benchmark"), "claims": distinct(rows, "claim_id")} for area, rows in found.items()
        ]
        return sorted(shown, key=lambda row: (-row["claims"], row["area"] is None, row["area"] or ""))

    def methods(self):
        """The names of systems that claims are about."""
        about = defaultdict(list)
        for row in self.claim_rows:
            if row["method"] is not None:
                about[row["method"]].append(row)
        found = [{"method": name, **share(rows)} for name, rows in about.items()]
        return sorted(found, key=lambda row: (-row["claims"], row["method"]))

    def systems(self):
        """The same with spellings of one name taken together, and how many boards they share with others."""
        about, spellings, on = defaultdict(list), defaultdict(list), defaultdict(set)
        for row in self.claim_rows:
            if row["method"] is not None:
                about[method_key(row["method"])].append(row)
        for row in self.methods():
            spellings[method_key(row["method"])].append(row["method"])
        for row in self.leaderboard_at(None):
            if row["comparable"] and row["method"] is not None:
                on[board_of(row)].add(method_key(row["method"]))
        found = []
        for key in sorted(about):
            own = [row for row in about[key] if row["role"] == "proposed"]
            boards = sum(key in keys and len(keys) > 1 for keys in on.values())
            names = {"method": spellings[key][0], "spellings": spellings[key]}
            found.append(names | share(about[key]) | {"boards": boards, "own_papers": distinct(own, "paper_id")})
        return sorted(found, key=lambda row: -row["claims"])

    def totals(self):
        """How much is in the database."""
        kinds = Counter(claim["kind"] for claim in self._claims)
        named = [row for rows in self._named.values() for row in rows]
        years = [year for year in map(year_of, self._papers.values()) if year is not None]
        counts = {name: kinds[name.removesuffix("s")] for name in ("scores", "gains", "ratios", "costs")}
        counts |= {"papers": len(self._papers), "papers_with_claims": distinct(self._claims, "paper_id"), "claims": len(self._claims)}
        counts |= {"benchmarks": distinct(named, "benchmark"), "registered_benchmarks": distinct(named, "benchmark_id")}
        counts |= {"metrics": distinct(self._claims, "metric_id"), "methods": distinct(self._claims, "method")}
        counts |= {"boards": len(self.state_of_the_art_at(None)), "sources": len(self._sources), "rejected": len(self._rejected)}
        return [counts | {"first_year": min(years, default=None), "last_year": max(years, default=None)}]

    def sources(self):
        """The files that were read, the latest first."""
        of = defaultdict(list)
        for row in self._paper_sources:
            of[row["source_id"]].append(row)
        names = ("path", "entries", "rejected", "bytes", "run_id")
        found = [{name: row[name] for name in names} | {"papers": distinct(of[row["source_id"]], "paper_id")} for row in self._sources]
        return sorted(found, key=lambda row: (-row["run_id"], row["path"]))

    def papers_search(self):
        """All papers, those with most claims first."""
        claims = Counter(claim["paper_id"] for claim in self._claims)
        found = [
            {"paper_id": one, "title": row["title"], "year": year_of(row), "venue": row["venue"], "claims": claims[one]}
            for one, row in self._papers.items()
        ]
        return sorted(found, key=lambda row: (-row["claims"], row["title"], row["paper_id"]))


def board_of(row):
    """What a number is ranked within."""
    return row["benchmark"], row["metric"], row["split"]


def distinct(rows, name):
    """How many values other than null."""
    return len({row[name] for row in rows} - {None})


def registered(rows):
    return any(row["registered"] for row in rows)


def extent(rows):
    """Counts and years of some rows of claims."""
    years = [row["year"] for row in rows if row["year"] is not None]
    return {
        "claims": distinct(rows, "claim_id"),
        "scores": distinct([row for row in rows if row["kind"] == "score"], "claim_id"),
        "papers": distinct(rows, "paper_id"),
        "metrics": len({row["metric"] for row in rows} - {"unspecified"}),
        "first_year": min(years, default=None),
        "last_year": max(years, default=None),
    }


def share(rows):
    """Counts of some rows of claims about one system."""
    own = [row for row in rows if row["role"] == "proposed"]
    return {
        "claims": distinct(rows, "claim_id"),
        "benchmarks": distinct(rows, "benchmark"),
        "papers": distinct(rows, "paper_id"),
        "own": distinct(own, "claim_id"),
    }


def year_of(paper):
    """The year that a paper names, else that of its date."""
    if paper["year"] is not None:
        return paper["year"]
    found = re.match(r"\d{4}", paper["date"] or "")
    return int(found[0]) if found else None


def day_of(paper):
    """The day of a paper; the first of its month or year where no more is known."""
    date = paper["date"] or ""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        return dt.date.fromisoformat(date)
    if re.fullmatch(r"\d{4}-\d\d", date):
        return dt.date.fromisoformat(f"{date}-01")
    year = year_of(paper)
    return None if year is None else dt.date(year, 1, 1)


def method_key(name):
    """Lower-case letters, digits, + and *; what stands between two digits that are kept apart is a dot."""
    key = ""
    apart = False
    for character in name.lower():
        if character.isalnum() or character in "+*":
            if apart and re.search("[0-9]$", key) and re.match("[0-9]", character):
                key += "."
            key += character
            apart = False
        else:
            apart = True
    return key or name.lower()
