"""Given names that nothing but a mark of generation goes with: "Walter Jr." beside "Walter Holm Sr."; words that a
text writes as they are."""

from __future__ import annotations

import re
from collections import Counter

from claims.resolve.mentions.names import generation, parts_of


def marked_alone(forms: Counter[str]) -> dict[str, str]:
    """Such names to the whole one that a namesake gives them, Walter Holm Jr.; in the counted forms they are
    replaced by it, and without a namesake left out."""
    out = {}
    for form in [f for f in forms if len(parts_of(f)) == 1 and generation(f)]:
        count = forms.pop(form)
        given, mark = form.split()[0], form.split()[-1]
        surnames = {
            _last_word(f)
            for f in forms
            if len(parts_of(f)) > 1 and parts_of(f)[0] == parts_of(form)[0]
            if generation(f) != generation(form)
        }
        if len(surnames) == 1:
            out[form] = f"{given.strip(',')} {surnames.pop()} {mark}"
            forms[out[form]] += count
    return out


def _last_word(name: str) -> str:
    """The surname of a name as written, without its mark."""
    return next((w.strip(",") for w in reversed(name.split()) if parts_of(w.strip(","))), name)


def writes(text: str, word: str) -> bool:
    """Whether a text has a word or its plural, as written."""
    if (
        word not in text
    ):  # most surnames are never written small, and a pattern of one's own costs more
        return False
    return bool(re.search(rf"(?<![\w’'-]){re.escape(word)}(?:s|es)?(?![\w’'])", text))
