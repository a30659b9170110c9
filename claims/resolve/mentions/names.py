"""Names as strings: titles, honorifics, particles, gender. Nothing about where they stand in a
text; how they are folded stands in claims/folding.py."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.folding import fold_mention, without_possessive
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

LINKS = frozenset({"of", "for", "the", "and"})
REMEMBERED_NAMES = 20_000
remembered = lru_cache(maxsize=REMEMBERED_NAMES)
"""For functions of a short string: an article asks the same of its names again and again, and the
next does too."""


_TITLES = ("titles", "honorifics_male", "honorifics_female", "honorifics")
_OCCUPATION = re.compile(rf"[a-z]{{3,}}(?:{alternation(listed('titles', 'occupation_endings'))})")


@remembered
def _is_title(word: str) -> bool:
    bare = fold_mention(word)
    return bare in words("titles", *_TITLES)


@remembered
def _is_occupation(word: str) -> bool:
    bare = fold_mention(word)
    return bare in words("titles", "occupations") or bool(_OCCUPATION.fullmatch(bare))


@remembered
def is_office(name: str) -> bool:
    """Whether a run of capitals is an office without its holder: "Prime Minister", "Commissioner
    for Commerce"."""
    parts = _OF_FIELD.split(clean(name), maxsplit=1)[0].split()
    if not parts or fold_mention(parts[-1]) not in words("titles", "offices"):
        return False
    return fold_mention(parts[0]) not in words("names", "male", "female") or len(parts) == 1


def _field(rest: list[str]) -> int:
    """How many words of an office's field stand before the holder: 2 in "of Police R. K. Menon", 0
    where none does."""
    if rest[0] not in ("of", "for"):
        return 0
    first = words("names", "male", "female", "either")
    for at in range(2, min(6, len(rest) - 1)):
        if (fold_mention(rest[at]) in first or re.fullmatch(r"(?:[A-Z]\.)+", rest[at])) and rest[
            at - 1
        ][0].isupper():
            return at
    return 0


def _initialism(parts: list[str]) -> int:
    """How many words end with an office's initials before a given name: 1 in "ADA Rosa Klein", 2 in "Norwell AG
    Rosa Klein"."""
    given = words("names", "male", "female", "either")
    for at in range(len(parts) - 2):
        if re.fullmatch(r"[A-Z]{2,5}", parts[at]) and fold_mention(parts[at + 1]) in given:
            return at + 1
    return 0


@remembered
def strip_title(name: str) -> tuple[str, str]:
    """The title before a name, and the name; a name made of titles alone is left whole."""
    parts = name.split()
    at = 0
    while at < len(parts) - 1 and (
        _is_title(parts[at])
        or parts[at].casefold() in words("function_words", "articles")
        or (at and fold_mention(parts[at]) in words("titles", "behind_titles"))
    ):
        at += 1
    at = max(at, _initialism(parts))
    while at < len(parts) - 2 and (_is_occupation(parts[at]) or _is_title(parts[at])):
        at += 1
    for i in range(max(0, at - 1), len(parts) - 1):
        particle = parts[i] in words("names", "particles")  # "del" is no "Del."
        if fold_mention(parts[i]) in words("titles", "offices") and not particle:
            if parts[i + 1][0].isupper():
                at = max(at, i + 1)
            elif not fold_mention(parts[i]).startswith("spokes") and (
                field := _field(parts[i + 1 :])
            ):
                at = i + 1 + field
                break
    while at and parts[at] in LINKS:
        at -= 1
    return " ".join(parts[:at]), " ".join(parts[at:])


_OF_FIELD = re.compile(r" (?:for|of|to) (?:the )?")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"(?<=\w) \([^)]*\)?$")
_ABBREVIATED = re.compile(rf"\b(?:[A-Z]|{alternation(listed('names', 'abbreviations'))})\.$")


@remembered
def clean(name: str) -> str:
    """The name without article, possessive and loose punctuation."""
    name = _ARTICLE.sub("", " ".join(name.split()))
    name = _IN_BRACKETS.sub("", name) if "(" in name else name
    name = without_possessive(name.strip(" ,;:'’\"“”‘()[]—–-*_"))
    if name.endswith(".") and not _ABBREVIATED.search(name):
        name = name[:-1]
    return name


@remembered
def parts_of(name: str) -> tuple[str, ...]:
    """The folded words of a person's name without initials and generational marks."""
    folded = (_NAME_ARTICLE.sub("", part) for part in fold_mention(name).split())
    parts = tuple(p for p in folded if p not in words("names", "suffixes"))
    return tuple(p for p in parts if len(p) > 1) or parts


@remembered
def given_of(name: str) -> tuple[str, ...]:
    """The folded words before "son of" or "daughter of", () for a name without."""
    parts = fold_mention(name).split()
    at = next((i for i, p in enumerate(parts) if i and p in words("people", "son_of")), 0)
    return tuple(parts[:at])


_NAME_ARTICLE = re.compile(rf"(?:{alternation(listed('people', 'servant_articles'))})-(?=\w)")


@remembered
def without_honours(name: str) -> str:
    """A person's name without degrees and honours behind it: "P. Thenmozhi IAS"."""
    parts = name.split()
    while len(parts) > 2 and parts[-1].isupper() and _is_honour(parts[-1]):
        parts.pop()
    return " ".join(parts).rstrip(",")


def _is_honour(word: str) -> bool:
    return fold_mention(word) in words("people", "postnominals")


_YOUNGER = frozenset(
    {*listed("people", "younger", "numbered"), "jnr", "jr", "ii", "iii", "iv"}
    - set(listed("people", "elder"))
    - {"sr"}
)
_ELDER = frozenset({*listed("people", "elder"), "sr"})


@remembered
def generation(name: str) -> str:
    """ "younger", "elder" or "", by the mark behind a name."""
    last = fold_mention(name).split()[-1:]
    return "younger" if set(last) & _YOUNGER else "elder" if set(last) & _ELDER else ""


def is_younger(name: str) -> bool:
    """Whether a mark makes a name the younger bearer's."""
    return generation(name) == "younger"


def surname(name: str) -> str:
    """The last folded word of a name."""
    parts = parts_of(name)
    return parts[-1] if parts else ""


@remembered
def gender_of(title: str, name: str) -> str | None:
    """ "m", "f" or None, from the title before the name, then from the first name."""
    for word in reversed(fold_mention(title).split()):
        if word in words("titles", "honorifics_male"):
            return "m"
        if word in words("titles", "honorifics_female"):
            return "f"
    first = fold_mention(name).split()
    if len(first) > 1 or (first and not title):
        if first[0] in words("names", "male"):
            return "m"
        if first[0] in words("names", "female"):
            return "f"
    return None


_INITIALS = re.compile(r"((?:[A-Z]\.? ?){1,3})[A-ZÀ-Þ][\w’'-]{2,}")


def initials_of(name: str) -> str:
    """The letters of a name that has nothing but initials before the surname: "rk" of "R. K.
    Menon"."""
    initials = _INITIALS.fullmatch(name)
    return re.sub(r"\W", "", initials[1]).casefold() if initials else ""


def acronym(name: str) -> str:
    """The initials of a name's capitalised words."""
    return "".join(w[0] for w in re.split(r"[\s-]+", name) if w and w[0].isupper())


def is_slip(a: str, b: str) -> bool:
    """Whether two words differ by one letter, or one pair exchanged, and begin alike."""
    if a == b or abs(len(a) - len(b)) > 1 or a[0] != b[0] or len(b) < 5:
        return False
    if len(a) == len(b):
        off = [i for i in range(len(a)) if a[i] != b[i]]
        if len(off) == 1:
            return True
        return (
            len(off) == 2
            and off[1] == off[0] + 1
            and a[off[0]] == b[off[1]]
            and a[off[1]] == b[off[0]]
        )
    if len(a) > len(b):
        a, b = b, a
    return any(b[:i] + b[i + 1 :] == a for i in range(len(b)))
