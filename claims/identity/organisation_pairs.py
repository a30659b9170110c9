"""Whether two names of bodies are one body, with reasons."""

from __future__ import annotations

from rapidfuzz import fuzz

from claims.identity.model import Judgement, NamedSpeaker
from claims.identity.organisation_name import BodyName, acronyms_of, body
from claims.rules.lists import words

MIN_LIKENESS = 92.0
"""Of two wordings, of 100, from which they may be one name written wrongly."""
INITIALS_CONFIDENCE = 0.6
SEVERAL_WORDS_CONFIDENCE, ONE_WORD_CONFIDENCE = 0.4, 0.2
SPELLING_CONFIDENCE = 0.5
"""How proposals rank: initials tell most, one common word least."""
OTHER_WORDS = Judgement("apart", ("other words",))


def judge_bodies(a: NamedSpeaker, b: NamedSpeaker) -> Judgement:
    """Joined by itself: the same words but for "the", legal form or order, or a listed acronym;
    else proposed."""
    left, right = body(a.name), body(b.name)
    if not left.words or not right.words:
        return OTHER_WORDS
    if left.key == right.key:
        return Judgement("join", ("the same words",), 1.0)
    if shared := acronyms_of(a.name, a.names) & acronyms_of(b.name, b.names):
        return Judgement("join", (f"{min(shared)} stands for it",), 1.0)
    return _short_form(left, right) or _part(left, right) or _close(left, right)


def _short_form(left: BodyName, right: BodyName) -> Judgement | None:
    for short, long in ((left, right), (right, left)):
        if (
            short.is_acronym
            and not long.is_acronym
            and long.initials
            and long.initials in short.acronyms
        ):
            return Judgement("propose", ("its initials, which others share",), INITIALS_CONFIDENCE)
    return None


def _part(left: BodyName, right: BodyName) -> Judgement | None:
    short, long = sorted((left.words, right.words), key=lambda name: len(set(name)))
    shared = set(short)
    more = [word for word in long if word not in shared]
    generic = words("bodies", "generic")
    if not shared < set(long) or (len(shared) < 2 and shared <= generic):
        return None
    if words("bodies", "camps") & {*more}:
        return Judgement("apart", ("a campaign or office and whom it is named after",))
    confidence = SEVERAL_WORDS_CONFIDENCE if len(shared) > 1 else ONE_WORD_CONFIDENCE
    return Judgement("propose", (f"one name has more words: {' '.join(more)}",), confidence)


def _close(left: BodyName, right: BodyName) -> Judgement:
    acronym = left.is_acronym or right.is_acronym
    numbered = any(character.isdigit() for character in left.key + right.key)
    if acronym or numbered or fuzz.ratio(left.key, right.key) < MIN_LIKENESS:
        return OTHER_WORDS
    return Judgement("propose", ("nearly the same letters",), SPELLING_CONFIDENCE)
