"""Text in, claims out: language and news, without SQL and without a terminal.

    import claims

    reading = claims.read_text("“The bridge is safe,” Aldo Ferrand told the Gazette.")
    for claim in reading.claims:
        print(claim.speaker.name, reading.text_of(claim.content))

Names are looked up when they are asked for: `import claims` loads no model and no library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.api import read_files, read_text, read_texts
    from claims.corroborate.waiting import weigh_store
    from claims.errors import InputError, ModelError, OnrecordError, StoreError, UsageError
    from claims.model import (
        Article,
        Attribution,
        Claim,
        Dateline,
        Evidence,
        Failure,
        Header,
        Inferred,
        Link,
        OutletFacts,
        Reading,
        SaidOn,
        Setting,
        Span,
        Speaker,
        Stance,
        Told,
        Versions,
        text_of,
    )
    from claims.pipeline import Pipeline

__all__ = [
    "Article",
    "Attribution",
    "Claim",
    "Dateline",
    "Evidence",
    "Failure",
    "Header",
    "Inferred",
    "InputError",
    "Link",
    "ModelError",
    "OnrecordError",
    "OutletFacts",
    "Pipeline",
    "Reading",
    "SaidOn",
    "Setting",
    "Span",
    "Speaker",
    "Stance",
    "StoreError",
    "Told",
    "UsageError",
    "Versions",
    "read_files",
    "read_text",
    "read_texts",
    "text_of",
    "weigh_store",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(_home(name), name)
    globals()[name] = value
    return value


def _home(name: str) -> Any:
    """The module that a name stands in."""
    if name.startswith("read_"):
        from claims import api

        return api
    if name == "Pipeline":
        from claims import pipeline

        return pipeline
    if name == "weigh_store":
        from claims.corroborate import waiting

        return waiting
    if name.endswith("Error"):
        from claims import errors

        return errors
    from claims import model

    return model


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
