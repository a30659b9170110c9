"""The description of every address for other software (OpenAPI 3.1), made of the table; what each
answers with stands in documents.py."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cli.paths import version
from cli.web.documents import DOCUMENTS, document
from cli.web.parameters import PARAMETERS
from cli.web.responses import MEDIA
from cli.web.schemas import PARTS, ref
from cli.web.table import CSV, JSON, LINKED, VIEWS, View

_ID = {
    "name": "id",
    "in": "path",
    "required": True,
    "description": "An id, or any beginning of it that no other has.",
    "schema": {"type": "string", "minLength": 1, "pattern": "^[0-9a-f]{1,32}$"},
}
_FAILURES = {
    "400": "A parameter cannot be or have this.",
    "401": "A token is asked for, where the server was started with one.",
    "403": "Not handed on while nobody has reviewed it.",
    "404": "Nothing has this id.",
    "503": "The store cannot be read at the moment.",
}


def description() -> dict[str, Any]:
    """The whole document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "onrecord",
            "version": version(),
            "description": "Who said what, through whom, in which outlet, and on how many independent "
            "origins that rests. To be read alone.",
        },
        "paths": {
            address: {"get": _operation(view, format)}
            for view in VIEWS
            for address, format in _addresses(view)
        },
        "components": {
            "schemas": {**PARTS, **{name: document(name) for name in DOCUMENTS}},
            "parameters": {name: _parameter(name) for name in PARAMETERS},
            "responses": {
                code: {"description": said, "content": _content(JSON, "error")}
                for code, said in _FAILURES.items()
            },
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{}, {"token": []}],
    }


def _addresses(view: View) -> list[tuple[str, str]]:
    base = "/index" if view.path == "/" else view.path
    return [(f"{base}.{format}", format) for format in view.formats]


def _operation(view: View, format: str) -> Mapping[str, Any]:
    parameters = [
        {"$ref": f"#/components/parameters/{name}"}
        for name in view.parameters
        if _takes(format, name)
    ]
    failures = {
        code: {"$ref": f"#/components/responses/{code}"}
        for code in _FAILURES
        if view.has_id or code not in ("403", "404")
    }
    moved = {"307": {"description": "The whole id, where a beginning was given."}}
    return {
        "operationId": f"{view.name}_{format}",
        "summary": f"{view.summary} ({format})",
        "parameters": ([_ID] if view.has_id else []) + parameters,
        "responses": {
            "200": {"description": view.summary, "content": _content(format, view.name)},
            **(moved if view.has_id else {}),
            **failures,
        },
    }


def _takes(format: str, name: str) -> bool:
    """Pages of a list are those of its JSON: CSV is the list whole."""
    unused = {
        JSON: ("excel", "typing"),
        CSV: ("limit", "after", "facets", "typing"),
        LINKED: ("excel",),
    }
    return name not in unused[format]


def _parameter(name: str) -> dict[str, Any]:
    known = PARAMETERS[name]
    schema = {"type": "array", "items": known.schema} if known.often else known.schema
    return {"name": name, "in": "query", "description": known.help, "schema": schema}


def _content(format: str, name: str) -> dict[str, Any]:
    if format == CSV:
        return {"text/csv": {"schema": {"type": "string"}}}
    if format == LINKED:
        return {MEDIA[LINKED]: {"schema": ref("linked")}}
    return {MEDIA[JSON]: {"schema": ref(name)}}
