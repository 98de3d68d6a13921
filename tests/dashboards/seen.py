"""Reading a page that ran headless: its words, tables, charts and marked texts."""

from __future__ import annotations

import json
from urllib.parse import parse_qsl

import pyarrow as pa


def texts(at):
    """Everything that a page says in words."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error", "code")
    return "\n".join(str(element.value) for kind in kinds for element in getattr(at, kind))


def html_of(at):
    return "\n".join(element.proto.body for element in at.get("html"))


def table(at, key):
    """The table whose key begins so; tables in which nothing can be chosen have none and are meant by their first column."""
    (found,) = [frame.value for frame in at.dataframe if (frame.key or frame.value.columns[0]).startswith(key)]
    return found


def drawn(at, value="value"):
    """The dots of the page's chart as (name, value), and the heights of its line, each in the order of the chart's data."""
    (chart,) = at.get("vega_lite_chart")
    data = [pa.ipc.open_stream(one.data.data).read_all().to_pydict() for one in chart.proto.datasets]
    dots = max((one for one in data if "name" in one), key=lambda one: len(one["name"]))
    (line,) = [one["running_best"] for one in data if "running_best" in one] or [None]
    return list(zip(dots["name"], dots[value], strict=True)), line


def choose(at, key, row):
    (name,) = [frame.key for frame in at.dataframe if frame.key and frame.key.startswith(key)]
    at.session_state[name] = {"selection": {"rows": [row], "columns": [], "cells": []}}
    return at.run()


def well(at):
    assert [error.value for error in at.exception] == []
    return at


def pieces_of(at, key):
    """The pieces of the marked text with that key, as the browser gets them: the words and what each mark is."""
    (found,) = [one for one in at.get("bidi_component") if one.proto.id.endswith(f"-{key}")]
    return json.loads(found.proto.json)["pieces"]


def marks_of(at, key):
    """The marks of a marked text as (characters, kind)."""
    return [(piece["text"], piece["kind"]) for piece in pieces_of(at, key) if "kind" in piece]


def chosen_in(at, key):
    """The claim that a marked text points out."""
    (found,) = [one for one in at.get("bidi_component") if one.proto.id.endswith(f"-{key}")]
    return json.loads(found.proto.json)["chosen"]


def column(at, key, name):
    """How a table shows one of its columns."""
    (found,) = [frame for frame in at.dataframe if frame.key and frame.key.startswith(key)]
    return json.loads(found.proto.columns)[name]


def links_of(at, page):
    """The links to a page as (label, parameters), in their order; the label as it is written in Markdown."""
    found = [link.proto for link in at.get("page_link") if link.proto.page == page]
    return [(link.label, dict(parse_qsl(link.query_string))) for link in found]
