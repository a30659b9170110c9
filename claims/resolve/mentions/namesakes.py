"""Given names that nothing but a mark of generation goes with: "Walter Jr." beside "Walter Holm Sr."; words that a
text writes as they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from claims.folding import fold_mention
from claims.resolve.mentions.middle_names import brought_in
from claims.resolve.mentions.names import generation, parts_of
from claims.rules.lists import words

_NUMBERS = frozenset({"ii", "iii", "iv"})
_SENTENCE_END = re.compile(r"[.!?][”’\"']?\s|\n")
SENTENCE_CHARACTERS = 200
"""How far a longer name may stand from the shorter one in its sentence."""


def marked_alone(forms: Counter[str], titles: Mapping[str, set[str]]) -> dict[str, str]:
    """Such names to the whole one that a namesake gives them, Walter Holm Jr.; in the counted forms they are
    replaced by it, and without a namesake left out, as a king's is."""
    out = {}
    for form in [f for f in forms if len(parts_of(f)) == 1 and generation(f)]:
        count = forms.pop(form)
        reigns = titles.get(form, set()) & words("titles", "with_a_number")
        if not reigns and (
            whole := _whole(form, [f for f in forms if len(parts_of(f)) > 1 and generation(f)])
        ):
            out[form] = whole
            forms[whole] += count
    return out


def _whole(form: str, marked: list[str]) -> str | None:
    """The whole name of a given name with a mark: one that has both, or the surname of the one namesake who has the
    opposite mark; a number has none, Walter III is no father of Walter Holm Sr."""
    given, mark = form.split()[0].strip(","), form.split()[-1]
    alike = [f for f in marked if parts_of(f)[0] == parts_of(form)[0]]
    same = [f for f in alike if fold_mention(f.split()[-1]) == fold_mention(mark)]
    if same:
        return same[0] if len({parts_of(f)[-1] for f in same}) == 1 else None
    opposite = [f for f in alike if generation(f) != generation(form)]
    surnames = {_last_word(f) for f in opposite}
    numbered = fold_mention(mark) in _NUMBERS
    return None if numbered or len(surnames) != 1 else f"{given} {surnames.pop()} {mark}"


def _last_word(name: str) -> str:
    """The surname of a name as written, without its mark."""
    return next((w.strip(",") for w in reversed(name.split()) if parts_of(w.strip(","))), name)


def of_its_own(text: str, short: str, long: str) -> bool:
    """Whether a name with which a longer one begins is somebody else's: where the text has both in one sentence ("Ana
    Ruiz and Ana Ruiz Vega") or brings in the short one first, and where its last word is a given name."""
    if parts_of(short)[-1] in words("names", "male", "female", "either"):
        return True
    first = at = text.find(short)
    while at >= 0:
        if not text.startswith(long, at):
            before = _SENTENCE_END.split(text[max(0, at - SENTENCE_CHARACTERS) : at])[-1]
            if long in before + _SENTENCE_END.split(text[at : at + SENTENCE_CHARACTERS])[0]:
                return True
        at = text.find(short, at + len(short))
    return first >= 0 and not text.startswith(long, first) and brought_in(short, text)


def writes(text: str, word: str) -> bool:
    """Whether a text has a word or its plural, as written."""
    if (
        word not in text
    ):  # most surnames are never written small, and a pattern of one's own costs more
        return False
    return bool(re.search(rf"(?<![\w’'-]){re.escape(word)}(?:s|es)?(?![\w’'])", text))
