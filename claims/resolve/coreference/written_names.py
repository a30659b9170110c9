"""Sources that hold a name: found by the parse, by its shape, or beside an office; no pronouns, no
descriptions."""

from __future__ import annotations

import re
from functools import partial

from claims.folding import fold_mention
from claims.model import Speaker
from claims.outlet.outlets import is_outlet as is_listed
from claims.resolve.article.context import ArticleContext
from claims.resolve.coreference import names_in_source
from claims.resolve.mentions import appositions
from claims.resolve.mentions.head_noun import INDEFINITE
from claims.resolve.mentions.index import Mention
from claims.resolve.mentions.names import clean, strip_title
from claims.resolve.model import KINDS
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

_UNNAMED = re.compile(
    rf"(?:{alternation(listed('descriptions', 'unnamed_openings'))}) ?(?:[\w-]{{1,60}} ){{0,3}}"
    rf"(?:spokes\w+|(?:{alternation(listed('roles', 'staff', 'near_body'))})s?) "
    rf"(?:{alternation(listed('function_words', 'prepositions'))}|close|familiar)\b",
    re.IGNORECASE,
)
_OF_PERSON = re.compile(r" (?:campaign|team|administration|foundation)\b")
_DECADE = re.compile(r"['’]?\d+['’]?s")
_ADDRESS = re.compile(r"[\w-]{2,60}\.(?:com|net|org|co\.[a-z]{2})")
_INITIALS = re.compile(r"(?:[Tt]he )([A-Z]{2,6})")
SOURCE_CHARACTERS = 60
"""How far behind the beginning of a source its surname may begin."""
SELF_NAME_CHARACTERS = 80
"""How far behind a source the name may stand that a group gives itself."""


def by_form(context: ArticleContext, bare: str) -> Speaker | None:
    """Outlets in small letters or by their address, and initialisms that are a small word as well:
    "dpa", "tarnpost.com", "the WHO"."""
    if _ADDRESS.fullmatch(bare) or (bare.islower() and " " not in bare and is_listed(bare)):
        return Speaker("outlet", bare, confidence=0.9, reasons=("The name as written.",))
    initials = _INITIALS.fullmatch(bare)
    if not initials or fold_mention(initials[1]) not in words("pronouns", "relative"):
        return None
    name = context.index.full(initials[1], "organisation")[0]
    return Speaker("organisation", name, confidence=0.9, reasons=("The name as written.",))


def office_holder(context: ArticleContext, bare: str, at: int) -> Speaker | None:
    """The holder whom an office or a self-given name brings in: "the state Commissioner, Ada
    Holm"."""
    name = appositions.self_named(
        context.text[at : at + len(bare) + SELF_NAME_CHARACTERS], len(bare)
    )
    if name:
        return Speaker(
            "organisation",
            name,
            confidence=0.85,
            reasons=("The name that the group gives itself.",),
        )
    title, written = strip_title(bare.split(",")[0])
    of_field = (
        re.search(r" (?:of|for) ", title)
        and 1 < len(written.split()) < 5
        and not _UNNAMED.match(bare)
    )
    name = (
        written
        if of_field
        else _of_field(context, bare, at) or appositions.holder(bare, partial(_is_person, context))
    )
    name = name or appositions.relative(bare)
    return _speaker_named(context, name, "person", at) if name else None


_FIELD = re.compile(
    r"(?:[Tt]he )?(?:[\w-]{1,60} ){0,2}?([\w-]{1,60}) (?:of|for) [A-ZÀ-Þ][^,.;]{1,80}"
)


def _of_field(context: ArticleContext, bare: str, at: int) -> str | None:
    """The name of whom the article knows by it behind an office with its field: "Minister of Water Ada Holm"."""
    field = _FIELD.fullmatch(bare)
    if field is None or fold_mention(field[1]) not in words("titles", "offices"):
        return None
    last = next(reversed(context.index.inside(at, at + len(bare))), None)
    if last is None or last.kind != "person" or last.end < at + len(bare):
        return None
    name = context.text[last.start : last.end]
    return name if " " in name and bare.endswith(f" {name}") else None


def _is_person(context: ArticleContext, name: str) -> bool:
    """Whether a name is surely a person's: the article takes it for one, or it begins with a
    first name."""
    first = words("names", "male", "female", "either")
    return (
        context.index.full(name, "organisation")[1] == "person"
        or fold_mention(name.split()[0]) in first
    )


def named_by_parse(context: ArticleContext, bare: str, start: int, end: int) -> Speaker | None:
    """The name, or the names joined, that the parse shows as heads of the source."""
    heads = names_in_source.by_parse(context.index, context.doc, start, end)
    if not heads or any(not _heads(context, m, bare) for m in heads[:1]):
        return None
    if len(heads) > 1:
        reason = "Several speak together."
        return Speaker(
            "joint", members=tuple(m.name for m in heads), confidence=0.8, reasons=(reason,)
        )
    return _speaker_named(
        context, context.text[heads[0].start : heads[0].end], heads[0].kind, start
    )


def _heads(context: ArticleContext, mention: Mention, bare: str) -> bool:
    if INDEFINITE.match(bare) and not bare[0].isdigit() and mention.kind != "person":
        return False
    written = context.text[mention.start : mention.end]
    last = fold_mention(clean(written).split()[-1]) if clean(written) else ""
    if _UNNAMED.match(bare) and not bare.startswith(written):
        return False
    if (
        last in context.index.peoples or fold_mention(clean(written)) in context.index.peoples
    ) and mention.kind != "person":
        return False
    if last in words("nominals", "groups") or fold_mention(clean(written)) in words(
        "nominals", "groups"
    ):
        return False
    if names_in_source.KIN.search(bare) and mention.kind != "person":
        return False
    return not (
        _OF_PERSON.search(bare)
        and re.search(rf"{re.escape(written)}(?:['’]s?)?{_OF_PERSON.pattern}", bare)
    )


def _speaker_named(context: ArticleContext, written: str, kind: str | None, at: int) -> Speaker:
    written = " ".join(written.split())
    name, kind = context.index.full(_trimmed(context, written), kind)
    rivals = context.index.people.rivals(name) if kind == "person" else []
    alone = clean(written) != name and len(strip_title(clean(written))[1].split()) == 1
    if rivals and alone and (bearer := _bearer(context, at, written, (name, *rivals))):
        rivals = [other for other in (name, *rivals) if other != bearer]
        name = bearer
    sure = 0.97 if clean(written) == name else 0.95 if not (rivals and alone) else 0.8
    reason = (
        "The name as written."
        if clean(written) == name
        else f"“{clean(written)}” is the article's {name}."
    )
    return Speaker(
        KINDS.get(kind, "person"),
        name,
        confidence=sure,
        reasons=(reason,),
        runner_up=rivals[0] if rivals and alone else None,
    )


def _bearer(context: ArticleContext, at: int, written: str, names: tuple[str, ...]) -> str | None:
    """Whom of several bearers a surname in a source at a position was found to mean."""
    surname = written.split()[-1]
    for mention in context.index.inside(at, at + SOURCE_CHARACTERS):
        if mention.name in names and surname in context.text[mention.start : mention.end]:
            return mention.name
    before = [m for m in context.index.before(at) if m.name in names]
    return next((m.name for m in before if m.role == "subject"), None)


def _trimmed(context: ArticleContext, written: str) -> str:
    """A run of capitals without what is not the name: "CNN's Ada Holm", "Ada Holm Slams
    Board"."""
    name = re.split(r"['’]s (?=[A-Z])", written)[-1]
    parts = name.split()
    if context.index.people.is_person(clean(name)) or len(parts) < 3:
        return name
    cuts = [parts[i:] for i in range(1, len(parts) - 1)] + [
        parts[:i] for i in range(len(parts) - 1, 1, -1)
    ]
    return next(
        (" ".join(c) for c in cuts if context.index.people.find("", " ".join(c)) and len(c) > 1),
        name,
    )


def named_by_shape(
    context: ArticleContext, bare: str, plural: bool | None, at: int
) -> Speaker | None:
    """The name that the capitals of the source show, where it is no people and no description."""
    written = names_in_source.by_shape(bare, context.index)
    if (
        not written
        or _DECADE.fullmatch(written)
        or (_UNNAMED.match(bare) and not bare.startswith(written))
        or fold_mention(clean(written)) in context.index.peoples
        or (plural and (" " not in clean(written) or INDEFINITE.match(bare)))
    ):
        return None
    return _speaker_named(context, written, None, at)
