"""What the cue does with its content: a first reading by lexicon; nothing about who speaks.

The words and the reason of each group stand in claims/rules/stance.json.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast

from claims.model import Stance, StanceName

if TYPE_CHECKING:
    from spacy.tokens import Token

ORDER: tuple[StanceName, ...] = ("decline", "deny", "accuse", "promise", "ask", "plan", "believe")


@lru_cache(maxsize=1)
def rules() -> dict[str, Any]:
    """The groups of stance.json."""
    return cast("dict[str, Any]", json.loads((files("claims.rules") / "stance.json").read_text(encoding="utf-8")))


def stance_of(cue: Sequence[Token]) -> Stance:
    """The stance of a cue's tokens; a cue that no group knows asserts."""
    words = [t.text.casefold() for t in cue] + _negations(cue)
    lemmas = {t.lemma_.casefold() for t in cue} | set(words)
    phrase = " ".join(words)
    negated = bool(lemmas & set(rules()["negation"]["lemmas"]))
    hedged = bool(lemmas & set(rules()["hedge"]["lemmas"]))
    for name in ORDER:
        group = rules()[name]
        if lemmas & set(group["lemmas"]) or any(p in phrase for p in group.get("phrases", ())):
            return Stance(name, "negative" if negated and name != "decline" else "positive", hedged)
    if negated:
        return Stance("decline", "negative", hedged)
    return Stance("assert", "positive", hedged)


def _negations(cue: Sequence[Token]) -> list[str]:
    """Negating dependents of the cue's head that the cue's span leaves out."""
    return [
        c.text.casefold()
        for t in cue
        if t.pos_ in ("VERB", "AUX")
        for c in t.children
        if c.dep_ == "neg" and c not in cue
    ]
