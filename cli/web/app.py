"""The application: the addresses of the table, each in its formats, behind the guard."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache
from typing import TYPE_CHECKING

import anyio.to_thread
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from cli.report.page import TEMPLATES as REPORT
from cli.web import failures, render, sign_in
from cli.web.asked import INDEX, asked
from cli.web.errors import MovedError
from cli.web.guard import Gate, Guard
from cli.web.openapi import description
from cli.web.responses import MEDIA, accepted, respond
from cli.web.table import JSON, VIEWS, View

if TYPE_CHECKING:
    from store import Store

READERS = 8
"""Requests that look something up at a time; the others wait for their turn and not for the database."""
MOVED = 307


def application(store: Store, gate: Gate) -> ASGIApp:
    """The page over an open store; it writes nothing into it."""
    app = Starlette(
        routes=[
            *(route for view in VIEWS for route in _routes(store, view)),
            Route("/openapi.json", _description),
            *sign_in.routes(gate),
            Route("/static/base.css", _base_style),
            Mount("/static", StaticFiles(directory=render.HERE / "static")),
        ],
        exception_handlers=failures.HANDLERS,
        lifespan=_few_readers,
    )
    app.router.redirect_slashes = False
    return Guard(app, gate, sign_in.ask)


@asynccontextmanager
async def _few_readers(_: Starlette) -> AsyncIterator[None]:
    anyio.to_thread.current_default_thread_limiter().total_tokens = READERS
    yield


def _routes(store: Store, view: View) -> list[Route]:
    """The addresses of a view: those that end in a format first, for an id takes any letters."""
    base = INDEX if view.path == "/" else view.path
    ended = [(f"{base}.{format}", format) for format in view.formats]
    return [
        Route(path, _endpoint(store, view, format)) for path, format in [*ended, (view.path, "")]
    ]


def _endpoint(store: Store, view: View, format: str) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        id = request.path_params.get("id", "")
        path = view.path.replace("{id}", id)
        given = request.query_params.multi_items()
        try:
            wanted = asked(store, path, id, given, view.parameters)
            return respond(view, wanted, format or accepted(request, view.formats))
        except MovedError as moved:
            to = view.path.replace("{id}", moved.id) + (f".{format}" if format else "")
            query = request.url.query
            return RedirectResponse(to + (f"?{query}" if query else ""), MOVED)

    return answer


def _description(_: Request) -> Response:
    return Response(_described(), media_type=MEDIA[JSON])


@cache
def _described() -> str:
    return json.dumps(description(), ensure_ascii=False, indent=2) + "\n"


def _base_style(_: Request) -> Response:
    return FileResponse(REPORT / "style.css")
