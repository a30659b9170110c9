"""An answer in the format that was asked for, as a response of Starlette."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse

from cli.formats.cells import json_text
from cli.formats.flat import flat
from cli.formats.linked import Envelope, linked_document
from cli.formats.tables import SCHEMA, separated
from cli.rows.linked import SCHEMA_ORG_CONTEXT
from cli.rows.lists import FLAT, columns
from cli.web import render
from cli.web.answers import Answer, Row, Rows
from cli.web.asked import Asked
from cli.web.table import CSV, JSON, LINKED, VIEWS, View

MEDIA = {JSON: "application/json", CSV: "text/csv; charset=utf-8", LINKED: "application/ld+json"}
BLOCK_CHARACTERS = 65_536
"""Of rows that are sent together."""
_ACCEPTED = {"application/json": JSON, "text/csv": CSV, "application/ld+json": LINKED}


def accepted(request: Request, formats: Sequence[str]) -> str:
    """The first format that is accepted; "" for a page."""
    for part in request.headers.get("accept", "").split(","):
        kind = part.partition(";")[0].strip().lower()
        if kind == "text/html":
            return ""
        if _ACCEPTED.get(kind) in formats:
            return _ACCEPTED[kind]
    return ""


def respond(view: View, asked: Asked, format: str) -> Response:
    """The answer to what was asked."""
    answer = view.answer(asked)
    if format == JSON:
        return as_json(answer.data())
    if format == CSV and answer.rows:
        return _csv(view, asked, answer.rows())
    if format == LINKED and answer.nodes:
        document = linked_document(Envelope(SCHEMA_ORG_CONTEXT, {}, "@graph"), answer.nodes())
        return Response("".join(document), media_type=MEDIA[LINKED])
    return HTMLResponse(render.page(view.name, _shown(view, asked, answer)))


def as_json(data: Row, status: int = 200) -> Response:
    """A JSON document with the number of its schema."""
    text = json_text({"schema": SCHEMA, **data}, 2) + "\n"
    return Response(text, status, media_type=MEDIA[JSON])


def _shown(view: View, asked: Asked, answer: Answer) -> Mapping[str, Any]:
    return {"view": view, "asked": asked, "VIEWS": VIEWS, **answer.page()}


def _csv(view: View, asked: Asked, rows: Rows) -> Response:
    """Rows as they are read, under a name for the file that is saved."""
    names = list(columns(rows.name))
    flattened: Iterable[Row] = map(FLAT.get(rows.name, flat), rows.rows)
    pieces = separated(flattened, names, ",", safe=asked.excel)
    name, blocks = f"onrecord-{view.name}.csv", _blocks(pieces)
    first = next(blocks)  # what the store refuses is an error and no file that breaks off
    return StreamingResponse(
        chain((first,), blocks),
        media_type=MEDIA[CSV],
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )


def _blocks(pieces: Iterable[str]) -> Iterator[bytes]:
    """The pieces joined: each block that is sent costs a change of thread, and a row is short."""
    held: list[str] = []
    length = 0
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length >= BLOCK_CHARACTERS:
            yield "".join(held).encode()
            held, length = [], 0
    yield "".join(held).encode()
