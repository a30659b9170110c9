"""The form of a gold attribution's cue, by its words: what kinds of attribution are found and which
are missed."""

from __future__ import annotations

import re

_PREPOSITION = re.compile(r"^(?:according to|as per|in the view of|in .*words)", re.I)
_REFUSAL = re.compile(r"(?:\b(?:declin\w+|refus\w+|not|neither|yet to|begged off)|n['’]t)\b", re.I)
_PLAIN = re.compile(
    r"^(?:also |has just |has |have )?(?:said|says?|saying|told|tells?|adds?|added|adding)$", re.I
)
_NOUN = re.compile(
    r"\b(?:talk|reports?|rumours?|query|alert|verdict|reply|suggestions?|hint|forecast)\b", re.I
)
FORMS = (
    *("colon", "preposition", "noun", "no source", "refusal"),
    *("said and told", "other verb, quoted", "other verb, indirect"),
)


def form_of(cue: str, has_source: bool, kind: str) -> str:
    """One of FORMS."""
    if not re.search(r"\w", cue):
        return "colon"
    if _PREPOSITION.search(cue):
        return "preposition"
    if _NOUN.search(cue):
        return "noun"
    if not has_source:
        return "no source"
    if _REFUSAL.search(cue):
        return "refusal"
    if _PLAIN.search(cue):
        return "said and told"
    return "other verb, indirect" if kind == "indirect" else "other verb, quoted"
