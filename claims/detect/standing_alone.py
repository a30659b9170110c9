"""Whether a content can be read without its cue; how it is shown then is no matter of this module."""

from __future__ import annotations

from claims.model import Spans
from claims.rules import lists


def stands_alone(kind: str, cue: Spans, content: Spans, cue_text: str) -> bool:
    """Whether the content makes sense by itself: a quotation does, and what a verb of saying brings; not
    "the new quay" of "is endorsing the new quay". A cue that comes later is no help."""
    if kind == "direct" or not cue or not content or cue[0][0] > content[0][0]:
        return True
    endings = tuple(f" {ending}" for ending in lists.listed("shapes", "clause_cues"))
    return f" {cue_text.casefold()}".endswith(endings)
