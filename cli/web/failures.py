"""What is said where an address has no answer: as a page, or as JSON to who asked for data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from claims.errors import StoreError, UsageError
from cli import diagnostics
from cli.web import render
from cli.web.errors import NOT_FOUND, PageError
from cli.web.responses import accepted, as_json
from cli.web.table import CSV, JSON, LINKED

WRONG, NO_STORE, BROKEN, UNKNOWN_METHOD, NO_TOKEN = 400, 503, 500, 405, 401
TITLES = {
    WRONG: "That cannot be asked",
    NO_TOKEN: "A token is asked for",
    403: "Not shown here",
    NOT_FOUND: "Nothing here",
    UNKNOWN_METHOD: "Only to be read",
    BROKEN: "Something went wrong",
    NO_STORE: "The store cannot be read",
}


def failure(request: Request, status: int, message: str) -> Response:
    """A page or a JSON document that says what failed."""
    if wants_data(request):
        return as_json({"error": {"status": status, "message": message}}, status)
    title = TITLES.get(status, "No answer")
    content = {"title": title, "message": message, "status": status, "asked": None}
    return HTMLResponse(render.page("failure", content), status)


def wants_data(request: Request) -> bool:
    """Whether a program asks: by the end of the address, or by what it accepts."""
    end = request.scope["path"].rpartition("/")[2].rpartition(".")[2]
    return end in (JSON, CSV, LINKED) or bool(accepted(request, (JSON, CSV, LINKED)))


def _wrong(request: Request, error: Exception) -> Response:
    return failure(request, WRONG, str(error))


def _absent(request: Request, error: Exception) -> Response:
    assert isinstance(error, PageError)
    return failure(request, error.status, str(error))


def _no_store(request: Request, error: Exception) -> Response:
    """The reader learns that it is so; the words, which name a place, go to who serves it."""
    diagnostics.note(f"onrecord: {error}")
    return failure(request, NO_STORE, "The store cannot be read at the moment.")


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    messages = {
        NOT_FOUND: "There is no page at this address.",
        UNKNOWN_METHOD: "This page can be read, and nothing can be sent to it.",
    }
    answer = failure(request, error.status_code, messages.get(error.status_code, error.detail))
    answer.headers.update(error.headers or {})
    return answer


def _unexpected(request: Request, error: Exception) -> Response:
    """Never with the query or the headers, which may hold what nobody shall read."""
    if diagnostics.State.debug:
        diagnostics.crash(error, 0)
    else:
        path = request.scope["path"]
        diagnostics.note(f"onrecord: unexpected {type(error).__name__} at {path}; see --debug")
    return failure(request, BROKEN, "This page could not be made. Who serves it sees why.")


HANDLERS: dict[Any, Callable[[Request, Exception], Response]] = {
    PageError: _absent,
    UsageError: _wrong,
    StoreError: _no_store,
    HTTPException: _http,
    Exception: _unexpected,
}
"""How each kind of error is answered."""
