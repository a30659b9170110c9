"""Words of a stretch of text and the forms of a verb or noun, by spelling alone; no parser, no
meaning.

A lexicon of base forms is matched without a lemmatizer: its forms are generated once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from claims.folding import fold_word

_WORD = re.compile(
    r"n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|[^\W_]+(?:-[^\W_]+)*?(?=n['’]t\b)|[^\W_]+(?:-[^\W_]+)*"
)
_VOWELS = "aeiou"
_DOUBLED = re.compile(r"[^aeiou][aeiou][bdgklmnprt]$")


def words_of(text: str) -> list[str]:
    """The words in lower case; "didn't" gives "did" and "not", and a curly apostrophe is a straight
    one."""
    written = map(fold_word, _WORD.findall(text))
    return ["not" if word == "n't" else word for word in written]


def forms_of(base: str, irregular: Iterable[str] = ()) -> set[str]:
    """The base form with its -s, -ed and -ing, as English spells them; wrong guesses are
    harmless."""
    out = {base, *irregular, base + "s"}
    if not base.isalpha() and "-" not in base:
        return out
    if base.endswith(("s", "x", "z", "ch", "sh")):
        out.add(base + "es")
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return out | {base[:-1] + "ies", base[:-1] + "ied", base + "ing"}
    if base.endswith("e"):
        return out | {base + "d", base[:-1] + "ing"}
    out |= {base + "ed", base + "ing"}
    if _DOUBLED.search(base):
        out |= {base + base[-1] + "ed", base + base[-1] + "ing"}
    return out


def lexicon(bases: Iterable[str], irregular: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Every form of every base, to its base; a base is never another's form."""
    distinct = sorted(set(bases))
    table = {form: base for base in distinct for form in forms_of(base, irregular.get(base, ()))}
    return table | {base: base for base in distinct}
