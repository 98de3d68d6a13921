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
    **dict.fromkeys(("task", "task_said", "task_source", "metric", "metric_id", "metric_said"), TEXT),
    **dict.fromkeys(("split", "split_said", "protocol", "kind", "method", "role", "baseline"), TEXT),
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
#: The number of a board is left out: it says nothing by itself.
LEADERBOARD = {
    "rank": COUNT,
    "rank_all": COUNT,
    "folded": YES_NO,
    **CLAIM_ROWS,
    "doubt": TEXT,
    "comparable": YES_NO,
    "rank_value": NUMBER,
}
OPPOSITE = {"up_to": "at_least", "at_least": "up_to"}
#: A reading counts as confirmation, and a record is shown, from this confidence on.
SURE = 0.7
#: A board with results of fewer papers has no record.
FEWEST = 3
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
        self._usual = defaultdict(list)
        for row in sorted(rows("benchmark_tasks"), key=lambda row: row["position"]):
            self._usual[row["benchmark_id"]].append(row["task"])
        self._kin = {(row["task"], row["ancestor"]) for row in rows("task_ancestors")}
        self._shared = {(row["metric_id"], row["scope"]): row for row in rows("board_metrics")}
        self._defaults = {row["scope"]: row["metric_id"] for row in rows("default_metrics")}
        self._boards = {}

    @cached_property
    def claim_rows(self):
        """Each claim once for each benchmark it names, once with none where it names none."""
        return [self._claim_row(claim, on) for claim in self._claims for on in self._named[claim["claim_id"]] or [None]]

    @cached_property
    def _commonest(self):
        """The task that scores on each unregistered benchmark name most often; of equally many the first by name."""
        named = defaultdict(Counter)
        for claim in self._claims:
            if claim["kind"] == "score" and claim["task"] is not None:
                for on in self._named[claim["claim_id"]]:
                    named[on["benchmark"]][claim["task"]] += 1
        return {name: min(counts, key=lambda task: (-counts[task], task)) for name, counts in named.items()}

    def _usual_tasks(self, benchmark):
        return self._usual.get(benchmark) or [task for task in [self._commonest.get(benchmark)] if task is not None]

    def _board_task(self, task, benchmark):
        """The first usual task of the benchmark that is kin to the text's, else the text's own, else the default."""
        usual = self._usual_tasks(benchmark)
        if task is None:
            return usual[0] if usual else "unspecified"
        return next((one for one in usual if one == task or {(one, task), (task, one)} & self._kin), task)

    def _default_metric(self, task, benchmark):
        """The metric of a score in percent that names none, where its task is the benchmark's default."""
        usual = self._usual_tasks(benchmark)
        if not usual or task != usual[0]:
            return None
        return self._defaults.get(benchmark) or self._defaults.get(task)

    def _claim_row(self, claim, on):
        paper = self._papers[claim["paper_id"]]
        benchmark, score = on and on["benchmark"], claim["kind"] == "score"
        task = self._board_task(claim["task"], benchmark) if score and on else claim["task"] or "unspecified"
        stated = {name: claim[f"canonical_{name}"] for name in ("value", "high", "unit")} | {"metric": claim["metric_id"]}
        flags = list(claim["flags"])
        implied = None
        if score and on and claim["metric"] is None and claim["metric_id"] is None and claim["unit"] == "%":
            implied = self._default_metric(task, benchmark)
        if implied is not None:
            stated = {"value": claim["value"], "high": claim["value_high"], "unit": "%", "metric": implied}
            flags.append("implied-metric")
        shared = next((self._shared[key] for scope in (benchmark, task, None) if (key := (stated["metric"], scope)) in self._shared), None)
        bound = claim["bound"]
        if score and shared is not None:
            stated["metric"] = shared["board_metric"]
            if shared["complement"]:
                flags.append("converted")
                bound = OPPOSITE.get(bound, bound)
                low, high = stated["value"], stated["high"]
                if low is not None:
                    stated["value"], stated["high"] = 100 - (low if high is None else high), None if high is None else 100 - low
        metric = self._metrics.get(stated["metric"], {})
        if metric.get("unit") == "any":
            unit = stated["unit"] or claim["unit"]
            group = f"{stated['metric']} ({unit})" if unit else stated["metric"]
        elif stated["metric"] is not None:
            group = stated["metric"]
        else:
            group = "unspecified" if claim["metric"] is None else f"unregistered: {claim['metric']}"
        split = (claim["split"] or "").strip(" ").lower() or "unspecified"
        return {
            **{name: claim[name] for name in CLAIM_ROWS if name in claim},
            **{name: paper[name] for name in ("title", "venue", "url", "date")},
            "canonical_value": stated["value"],
            "canonical_high": stated["high"],
            "canonical_unit": stated["unit"],
            "benchmark": benchmark,
            "registered": on is not None and on["benchmark_id"] is not None,
            "task": task,
            "task_said": claim["task"],
            "metric": group,
            "metric_id": stated["metric"],
            "metric_said": claim["metric"],
            "split": "unspecified" if split in ("test", "test set") else split,
            "split_said": split,
            "protocol": ", ".join(sorted(set(claim["protocol"] or []))) or "ordinary",
            "bound": bound,
            "flags": flags,
            "direction": metric.get("direction"),
            "year": year_of(paper),
            "published": day_of(paper),
        }

    @cached_property
    def _scores(self):
        """The scores on benchmarks, each with the value that decides its rank and what speaks against it as a record."""
        boards = defaultdict(list)
        for claim in self.claim_rows:
            if claim["kind"] != "score" or claim["benchmark"] is None:
                continue
            metric = self._metrics.get(claim["metric_id"], {})
            low, high = claim["canonical_value"], claim["canonical_high"]
            value = high if claim["direction"] == "lower" and high is not None else low
            known = claim["direction"] is not None and low is not None
            inside = "implied-metric" not in claim["flags"] or (
                (metric["low"] is None or claim["value"] >= metric["low"]) and (metric["high"] is None or claim["value"] <= metric["high"])
            )
            comparable = known and inside and IMPOSSIBLE.isdisjoint(claim["flags"])
            boards[board_of(claim)].append({**claim, "doubt": None, "rank_value": value, "comparable": comparable})
        for rows in boards.values():
            self._doubt([row for row in rows if row["comparable"]])
        return boards

    def _doubt(self, rows):
        """Mark the papers' own results of a board that hold no record yet."""
        own = sorted((row for row in rows if row["role"] == "proposed"), key=by_place)
        of = {row["paper_id"]: row for row in reversed(own)}
        best = sorted(of.values(), key=by_place)
        may = [other for other in rows if other["role"] == "baseline" or other["origin"] in ("import", "person")]
        confirmed = {id(row) for row in best if any(confirms(other, row) for other in may)}
        ahead = []
        for place, row in enumerate(best):
            following = [other["rank_value"] for other in best[place + 1 :] if sure(other)]
            following.sort(reverse=row["direction"] != "lower")
            if id(row) in confirmed or not following or not self._jumps(row, following[0]):
                break
            ahead.append(row)
        for row in own:
            first = of[row["paper_id"]]
            if len(best) == 1 and not (id(first) in confirmed and row["rank_value"] == first["rank_value"]):
                row["doubt"] = "only-paper"
            elif len(ahead) < len(best) and ahead and by_place(row) < by_place(best[len(ahead)]):
                row["doubt"] = "far-ahead"

    def _jumps(self, row, following):
        """Whether a value leaves at most half of what the next paper's leaves to do."""
        value, highest = row["rank_value"], self._metrics[row["metric_id"]]["high"]
        if row["direction"] == "lower":
            return value < following and value <= following / 2
        if highest is not None:
            return value > following and highest - value <= (highest - following) / 2
        return value > following and value >= 2 * following

    def leaderboard_at(self, least):
        """The scores on benchmarks at or above a confidence (or without one), ranked on their boards."""
        if least not in self._boards:
            self._boards[least] = self._ranked(least)
        return self._boards[least]

    def _ranked(self, least):
        shown = []
        for rows in self._scores.values():
            kept = [{"rank": None, "rank_all": None, "folded": False, **row} for row in rows if enough(row, least)]
            holders = {}
            for row in sorted(
                (row for row in kept if row["comparable"]), key=lambda row: (cost_of(row), row["start_offset"], row["claim_id"])
            ):
                row["folded"] = holder_of(row) in holders
                holders.setdefault(holder_of(row), row)
            own = [cost_of(row) for row in holders.values() if row["role"] == "proposed"]
            for row in holders.values():
                row["rank_all"] = 1 + sum(cost_of(other) < cost_of(row) for other in holders.values())
                if row["role"] == "proposed":
                    row["rank"] = 1 + sum(cost < cost_of(row) for cost in own)
            shown += kept
        return shown

    def state_of_the_art_at(self, least):
        """The best own result of each board of three papers that nothing speaks against; of equal ones the earliest."""
        found = []
        for rows in self._scores.values():
            kept = [row for row in rows if row["comparable"] and enough(row, least)]
            own = [row for row in kept if row["role"] == "proposed"]
            may = [row for row in own if row["doubt"] is None]
            if distinct(own, "paper_id") < FEWEST or not may:
                continue
            best = min(may, key=by_place)
            better = [row for row in kept if cost_of(row) < cost_of(best)]
            ranks = {"rank": 1 + distinct([row for row in better if row["role"] == "proposed"], "paper_id")}
            found.append({**best, **ranks, "rank_all": 1 + len({holder_of(row) for row in better}), "folded": False})
        return found

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
        papers = {board: distinct(list(filter(holds, rows)), "paper_id") for board, rows in self._scores.items()}
        fullest = {}
        for benchmark, task, metric, split, protocol in sorted(
            papers, key=lambda board: (board[0], board[2], board[3], board[1], board[4])
        ):
            board = (benchmark, task, metric, split, protocol)
            size = (papers[board], protocol == "ordinary", len(self._scores[board]))
            if papers[board] and size > fullest.get(benchmark, ((0,), None))[0]:
                fullest[benchmark] = (size, board)
        records = {board_of(row): row for row in self.state_of_the_art_at(SURE)}
        found = []
        for row in self.coverage[:-1]:
            entry = self._benchmarks.get(row["benchmark"], {}) if row["registered"] else {}
            board = fullest.get(row["benchmark"], (None, (None,) * 5))[1]
            best = records.get(board, {})
            shown = {name: row[name] for name in COVERAGE if name != "level"} | {"area": entry.get("area")}
            shown["task"] = entry.get("task") or (None if board[1] == "unspecified" else board[1])
            shown |= {"metric": board[2], "split": board[3]} | {name: best.get(name) for name in ("method", "paper_id", "title", "year")}
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
        boards = sum(any(map(holds, rows)) for rows in self._scores.values())
        counts |= {"boards": boards, "sources": len(self._sources), "rejected": len(self._rejected)}
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
    return row["benchmark"], row["task"], row["metric"], row["split"], row["protocol"]


def by_name(board):
    """The order in which boards are numbered."""
    benchmark, task, metric, split, protocol = board
    return benchmark, metric, split, task, protocol


def cost_of(row):
    """The value that decides a rank, the smaller the better."""
    return row["rank_value"] if row["direction"] == "lower" else -row["rank_value"]


def by_place(row):
    """The order of a board: best first, of equal ones the earliest, then the one with the smaller id."""
    return cost_of(row), row["published"] or dt.date.max, row["claim_id"]


def by_text(row):
    """The order of what one paper states: best first, of equal ones the earlier in the text."""
    return cost_of(row), row["start_offset"], row["claim_id"]


def holder_of(row):
    """Who holds one rank: a paper with its own results, and each method that it cites."""
    return row["role"], row["paper_id"], None if row["role"] == "proposed" else row["method"] or row["claim_id"]


def enough(row, least):
    """Whether a claim has a confidence of at least so much, or none."""
    return None in (least, row["confidence"]) or row["confidence"] >= least


def holds(row):
    """Whether a result can hold a rank among the papers' own."""
    return row["comparable"] and row["role"] == "proposed"


def sure(row):
    return enough(row, SURE)


def confirms(other, row):
    """Whether another source than the paper itself states the same value."""
    cited = other["role"] == "baseline" and other["paper_id"] != row["paper_id"]
    return other["rank_value"] == row["rank_value"] and (cited or other["origin"] in ("import", "person"))


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
