"""The web application: Streamlit's server with :mod:`dashboards.navigation` as its script, and the server's root told to the browser.

Otherwise a browser that opens ``/benchmark`` first looks for the server's endpoints below that path, and gets two 404s before it tries
the root. ``leaderboard serve`` runs this file with ``streamlit run``.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

_HEAD = b"<head>"


class ServerRoot:
    """ASGI middleware that writes the server's root into every HTML page, as ``window.__streamlit.BACKEND_BASE_URL``."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; only answers to requests for HTML are changed."""
        if scope["type"] != "http" or "text/html" not in Headers(scope=scope).get("accept", ""):
            await self._app(scope, receive, send)
            return
        plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]  # a compressed body cannot be changed
        held: list[Message] = []
        body = bytearray()

        async def keep(message: Message) -> None:
            if message["type"] == "http.response.start":
                held.append(message)
                return
            body.extend(message.get("body", b""))
            if message.get("more_body"):
                return
            changed = bytes(body).replace(_HEAD, _HEAD + root_script().encode(), 1)
            headers = MutableHeaders(scope=held[0])
            if "content-length" in headers:
                headers["content-length"] = str(len(changed) if body else int(headers["content-length"]))
            await send(held[0])
            await send({"type": "http.response.body", "body": changed})

        await self._app({**scope, "headers": plain}, receive, keep)


def root_script() -> str:
    """The script element that sets the root, with the path that the server is configured to run below."""
    base = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return f'<script>window.__streamlit = {{BACKEND_BASE_URL: window.location.origin + "/{base}"}};</script>'


app = st.App(Path(__file__).with_name("navigation.py"), middleware=[Middleware(ServerRoot)])
