"""What the press calls a person instead of the name: an age, a people, a place on the field. Offices and
occupations that tell people apart are person_descriptions.py's."""

from __future__ import annotations

import re

from claims.model import Speaker
from claims.resolve.article.context import ArticleContext
from claims.resolve.mentions.traits import one_form
from claims.rules.lists import listed
from claims.rules.patterns import alternation

_AGED = re.compile(r"[Tt]he (\d{1,3})-year-old(?: [a-z-]+)?")
_PEOPLE = re.compile(rf"[Tt]he (?:{alternation(listed('descriptions', 'demonyms'))})")
_FIELD = re.compile(rf"[Tt]he (?:[a-z]+ )?(?:{alternation(listed('descriptions', 'players'))})")
_YEARS = re.compile(r",? (?:aged )?(\d{1,3})(?=[,.) ])")
MAX_CHARACTERS_BACK = 600
"""How far back whoever is meant may have been named."""
SURE, LIKELY = 0.9, 0.62
"""Where the text gives the age, and where the person spoken of last is meant."""


def epithet(context: ArticleContext, bare: str, at: int) -> Speaker | None:
    """Whom an epithet stands for; a speaker without a name where nobody fits, None for any other
    phrase."""
    bare = bare.split(", who ")[0]
    aged = _AGED.fullmatch(bare)
    if not (aged or _PEOPLE.fullmatch(bare) or _FIELD.fullmatch(bare)):
        return None
    if aged and (name := _of_age(context, aged[1], at)):
        reason = "The article gives this age."
        return Speaker("person", name, confidence=SURE, reasons=(reason,))
    if name := _of_trait(context, bare.split()[-1], at):
        reason = "The article gives the person this role."
        return Speaker("person", name, confidence=SURE, reasons=(reason,))
    name = _spoken_of(context, at, bool(aged))
    if name is None:
        reason = "An epithet of somebody whom the article does not name."
        return Speaker("unnamed", declared_count=1, confidence=0.7, reasons=(reason,))
    return Speaker("person", name, confidence=LIKELY, reasons=("The person spoken of last.",))


def _of_age(context: ArticleContext, years: str, at: int) -> str | None:
    """The one person beside whose name the age stands."""
    given = {
        m.name
        for m in context.index.mentions
        if m.kind == "person" and _age(context, m.end) == years and m.start < at
    }
    return next(iter(given)) if len(given) == 1 else None


def _of_trait(context: ArticleContext, noun: str, at: int) -> str | None:
    """The one person named before whom the article itself calls so: "rookie goaltender Ada Holm"."""
    before = {m.name for m in context.index.before(at) if m.kind == "person"}
    called = {
        name
        for name in before
        if any(one_form(noun) in trait.words for trait in context.index.traits.get(name, ()))
    }
    return next(iter(called)) if len(called) == 1 else None


def _spoken_of(context: ArticleContext, at: int, aged: bool) -> str | None:
    """The subject of the nearest sentence before that has a person for it, whose own age, where the
    epithet is one, is not given."""
    speaker = context.last_speaker
    for mention in context.index.before(at):
        if at - mention.start > MAX_CHARACTERS_BACK:
            return None
        spoke = speaker is not None and mention.name == speaker[0] and mention.end <= speaker[2]
        if mention.kind != "person" or not (mention.role == "subject" or spoke):
            continue
        ages = (_age(context, m.end) for m in context.index.of_name[mention.name])
        if not (aged and any(ages)):
            return mention.name
    return None


def _age(context: ArticleContext, end: int) -> str | None:
    match = _YEARS.match(context.text, end)
    return match[1] if match else None
