"""Whether two names of people are one person, with reasons; how a name is taken apart stands in
person_name.py."""

from __future__ import annotations

from rapidfuzz.distance import JaroWinkler

from claims.identity import lists
from claims.identity.affiliation import fit
from claims.identity.model import Judgement, NamedSpeaker
from claims.identity.name_word import Word, same
from claims.identity.person_name import PersonName, parse
from claims.rules.lists import words

MAX_YEARS_APART = 60
"""Between two appearances in the news of one person: a public life."""
MIN_WORD_LIKENESS = 0.93
"""By Jaro and Winkler (1990), from which two words may be one written wrongly."""
MIN_MISSPELT_LETTERS = 2
"""That a word needs before it can be another one written wrongly."""
OTHER_NAMES = Judgement("apart", ("other names",))
MAX_PROPOSED_CONFIDENCE = 0.95
"""Below 1, which is a join's."""
OTHER_AFFILIATION_DIVISOR = 3
"""By which another affiliation lowers the confidence of a proposal."""
AGREEING_AFFILIATION = 0.2
"""What a common affiliation adds to the confidence of a proposal."""
_CONFIDENCE = {
    "same": 0.9, "order": 0.6, "middle": 0.8, "one middle": 0.7, "more": 0.5, "initials": 0.6, "initial": 0.4,
    "nickname": 0.6, "spelling": 0.6, "bare": 0.3, "nickname alone": 0.2,
}  # fmt: skip


def judge_people(a: NamedSpeaker, b: NamedSpeaker) -> Judgement:
    """Joined by itself: the same whole name where nothing speaks against it; all other likeness is
    proposed."""
    left, right = parse(a.name), parse(b.name)
    how, reason = likeness(left, right)
    if how == "none":
        return OTHER_NAMES
    if how == "conflict":
        return Judgement("apart", (reason,), incompatible=True)
    if against := _against(a, b, left, right):
        return against
    kind, affiliation = fit(a, b)
    if kind == "differ":
        # Two people of one name: a person may say otherwise.
        return Judgement(
            "propose",
            (reason, affiliation),
            _CONFIDENCE[how] / OTHER_AFFILIATION_DIVISOR,
            incompatible=True,
        )
    reasons = (reason, affiliation) if kind == "agree" else (reason,)
    if _joins(how, kind == "agree", left, right):
        return Judgement("join", reasons, 1.0)
    confidence = _CONFIDENCE[how] + (AGREEING_AFFILIATION if kind == "agree" else 0.0)
    return Judgement("propose", reasons, min(MAX_PROPOSED_CONFIDENCE, confidence))


def likeness(left: PersonName, right: PersonName) -> tuple[str, str]:
    """How two names are alike, and the reason as a phrase; "none" for other names, "conflict" for
    certainly two."""
    if not left.words or not right.words:
        return "none", ""
    if not (left.is_whole and right.is_whole):
        return _bare(left, right)
    if _same_words(left.words, right.words):
        return "same", "the same full name"
    if _turned(left.words, right.words):
        return "order", "the same words in another order"
    if same(left.words[0], right.words[0]) and same(left.words[-1], right.words[-1]):
        return _middle(left, right)
    shorter, longer = sorted((left.words, right.words), key=len)
    if 2 <= len(shorter) < len(longer) and _same_words(shorter, longer[: len(shorter)]):
        return "more", "one goes on with another family name"
    return _alike(left, right)


def _same_words(left: tuple[Word, ...], right: tuple[Word, ...]) -> bool:
    if len(left) == len(right) and all(same(a, b) for a, b in zip(left, right, strict=True)):
        return True
    return "".join(w.plain for w in left) == "".join(w.plain for w in right)


def _turned(left: tuple[Word, ...], right: tuple[Word, ...]) -> bool:
    """The family name first in one and last in the other, as "Kim Jong Un" and "Jong-un Kim"."""
    return _same_words((*left[1:], left[0]), right) or _same_words((*right[1:], right[0]), left)


def _middle(left: PersonName, right: PersonName) -> tuple[str, str]:
    shorter, longer = sorted((left.words[1:-1], right.words[1:-1]), key=len)
    for a, b in zip(left.words[1:-1], right.words[1:-1], strict=False):
        if not (same(a, b) or _initial_of(a, b) or _initial_of(b, a)):
            if not _near(a, b):
                return "conflict", f"another middle name: {a.plain} / {b.plain}"
            return "spelling", "a middle name spelt otherwise"
    more = longer[len(shorter) :]
    if any(word.plain == "bin" for word in more):
        return "one middle", "one names the father"
    if all(word.is_initial for word in more):
        return "middle", "a middle initial more" if more else "a middle name and its initial"
    return "one middle", f"a middle name more: {' '.join(word.plain for word in more)}"


def _initial_of(short: Word, long: Word) -> bool:
    return short.is_initial and long.plain.startswith(short.plain)


def _alike(left: PersonName, right: PersonName) -> tuple[str, str]:
    a, b, family = left.words[0], right.words[0], same(left.words[-1], right.words[-1])
    if family and (_initial_of(a, b) or _initial_of(b, a)):
        return _initials(left, right)
    nickname = (
        lists.is_nickname(a.plain, b.plain) or b.plain == left.nickname or a.plain == right.nickname
    )
    if family and nickname:
        short, long = sorted((a.plain, b.plain), key=lambda word: (len(word), word))
        return "nickname", f"{short} may be short for {long}"
    if len(left.words) == len(right.words) and all(map(_near, left.words, right.words)):
        return "spelling", "nearly the same spelling or sound"
    return "none", ""


def _initials(left: PersonName, right: PersonName) -> tuple[str, str]:
    pairs = list(zip(left.given, right.given, strict=False))
    if not all(same(a, b) or _initial_of(a, b) or _initial_of(b, a) for a, b in pairs):
        return "conflict", "other initials"
    if len(pairs) > 1 and len(left.given) == len(right.given):
        return "initials", "the initials of the other's first names"
    return "initial", "an initial of the other's first name"


def _near(a: Word, b: Word) -> bool:
    if same(a, b):
        return True
    if a.is_initial or b.is_initial or min(len(a.plain), len(b.plain)) < MIN_MISSPELT_LETTERS:
        return False
    alike = lists.spellings(alike=True)
    if not alike.get(a.plain, frozenset()).isdisjoint(alike.get(b.plain, frozenset())):
        return True
    return a.sound == b.sound or JaroWinkler.similarity(a.plain, b.plain) >= MIN_WORD_LIKENESS


def _bare(left: PersonName, right: PersonName) -> tuple[str, str]:
    """A surname or first name alone against another name."""
    left_is_short = len(left.words) <= len(right.words) and not left.is_whole
    short, long = (left, right) if left_is_short else (right, left)
    if not long.is_whole:
        alike = _same_words(short.words, long.words)
        return ("bare", "the same name, no first name") if alike else ("none", "")
    last = short.words[-1]
    initials = [word for word in short.words[:-1] if word.is_initial]
    if same(last, long.words[-1]) and all(_initial_of(w, long.words[0]) for w in initials):
        return "bare", "the surname alone"
    if len(short.words) > 1 or not same(last, long.words[0]):
        return "none", ""
    if last.plain in words("people", "family_first"):
        return "bare", "the surname alone"
    return "nickname alone", "a first name alone"


def _against(
    a: NamedSpeaker, b: NamedSpeaker, left: PersonName, right: PersonName
) -> Judgement | None:
    """What makes two people of one name: another generation, title or time."""
    if left.generation and right.generation and left.generation != right.generation:
        both = f"{left.generation} / {right.generation}"
        return Judgement("apart", (f"another generation: {both}",), incompatible=True)
    if (
        a.years
        and b.years
        and max(a.years[0], b.years[0]) - min(a.years[1], b.years[1]) > MAX_YEARS_APART
    ):
        return Judgement("apart", ("more than a lifetime between them",), incompatible=True)
    if {gender(a), gender(b)} == {"m", "f"}:
        return Judgement("apart", ("a man and a woman by their titles",), incompatible=True)
    return None


def gender(speaker: NamedSpeaker) -> str | None:
    """ "m" or "f" where the titles of its names say so and agree."""
    titles = {title for name in (speaker.name, *speaker.names) for title in parse(name).titles}
    told = {
        letter
        for letter, group in (("m", "men"), ("f", "women"))
        if titles & words("people", group)
    }
    return told.pop() if len(told) == 1 else None


def _joins(how: str, agrees: bool, left: PersonName, right: PersonName) -> bool:
    if left.generation != right.generation and not (agrees and how == "same"):
        return False
    first, last = _frequent(left, right)
    if how == "same":
        # Two romanisations of a name that thousands bear are no more than likely.
        return agrees or not (first and last) or _letters(left) == _letters(right)
    if how == "order":
        return _family_first(left, right)
    if how == "middle":
        return agrees or not (first and last)
    if how == "one middle":
        return (agrees or not (first or last)) and not any(
            w.plain == "bin" for w in (*left.words, *right.words)
        )
    return (
        agrees
        and how in ("more", "initials", "nickname", "spelling")
        and not (how == "spelling" and first and last)
    )


def _family_first(left: PersonName, right: PersonName) -> bool:
    """One reading has a family name first that is one at home, and the other end is none."""
    firsts = {left.words[0].plain, right.words[0].plain}
    return len(firsts & words("people", "family_first")) == 1


def _letters(name: PersonName) -> str:
    return "".join(w.plain for w in name.words)


def _frequent(left: PersonName, right: PersonName) -> tuple[bool, bool]:
    first = words("people", "common_given")
    last = words("people", "common_family")
    return (
        any(
            form.removeprefix("=") in first
            for name in (left, right)
            for form in name.words[0].forms
        ),
        any(
            form.removeprefix("=") in last
            for name in (left, right)
            for form in name.words[-1].forms
        ),
    )
