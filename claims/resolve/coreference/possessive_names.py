"""Bodies and documents named by what they belong to: "the Holm campaign", "a Harbour Board
report"."""

from __future__ import annotations

import re

from claims.folding import fold_mention
from claims.model import Speaker
from claims.resolve.article.salience import Focus
from claims.resolve.mentions import outlets
from claims.resolve.mentions.index import Index
from claims.resolve.mentions.name_kind import bodily
from claims.resolve.mentions.names import clean
from claims.rules.lists import listed, words
from claims.rules.patterns import MAX_WORDS, alternation

_CAP = r"[A-ZÀ-Þ0-9][\w.’'&-]{0,60}"
_OWNED = re.compile(
    rf"(?:[Tt]he |[Aa]n? )?({_CAP}(?: {_CAP}){{0,{MAX_WORDS}}}?)(?:['’]s?)? ([a-z]+)\b(.*)"
)
_ISSUED = re.compile(
    rf"\b(?:{alternation(listed('documents', 'issuer_openers'))}) (?:the |a )?(?:\d{{4}} )?"
    rf"(?:(?:[a-z-]+ ){{0,2}}(?:{alternation(listed('media', 'nouns'))}) )?"
    r"((?:[A-Z][\w.&’'-]{0,60})(?: (?:of |for |and |the ){0,4}[A-Z][\w.&’'-]{0,60})*)"
)
_TITLE = re.compile(r"[“\"‘]([^”\"’]{2,60}?),?[”\"’]")
_ABOUT = re.compile(rf"\b(?:{alternation(listed('documents', 'about'))}) ")
_PLACE = re.compile(rf"\b(?:{alternation(listed('documents', 'place_openers'))}) nearby $")
_OWNER = re.compile(rf"(?:([Hh]is|[Hh]er)|({_CAP}(?: {_CAP}){{0,{MAX_WORDS}}}?)['’]s?) ")
_NOUN_ENDS = re.compile(
    rf" (?:{alternation(listed('function_words', 'noun_openers'))})\b|(?! [a-z])"
)


def made(bare: str, noun: str, at: int, index: Index, focus: Focus) -> Speaker | None:
    """The body or the issuer that a source names through another noun, None where it does not."""
    return (
        _campaign(bare, at, index.text, focus)
        or _body(bare, index)
        or _own_document(bare, noun, at, index, focus)
        or _document(bare, noun, at, index)
    )


def _campaign(bare: str, at: int, text: str, focus: Focus) -> Speaker | None:
    if not re.match(r"(?:her|his) (?:\w+ )?(?:campaign|team)$", bare, re.IGNORECASE):
        return None
    owner = focus.third(at, bare[:3].casefold())
    if owner is None or (bare.endswith("team") and "campaign" not in text):
        return None
    name = f"{owner.name.split()[-1]} campaign"
    return Speaker(
        "organisation",
        name,
        confidence=owner.confidence,
        reasons=("The campaign of the person before.",),
    )


def _body(bare: str, index: Index) -> Speaker | None:
    match = _OWNED.match(bare)
    if (
        not match
        or match[2] not in words("nominals", "made_bodies") | {"team"}
        or not _NOUN_ENDS.match(match[3])
    ):
        return None
    owner = clean(match[1])
    if not owner or fold_mention(owner) in words("names", "not_names") | words(
        "organisations", "adjectives"
    ):
        return None
    if match[2] == "family" and "," in bare:
        return None
    noun = "campaign" if match[2] == "team" else match[2]
    name, kind = index.full(owner)
    known = " " not in owner or index.people.is_person(name) or _begins_as_a_name(owner)
    campaign = kind == "person" and known and noun == "campaign"
    shown = name.split()[-1] if campaign else owner
    if noun == "office":
        shown = match[0][match.start(1) - match.start() : match.start(2) - match.start()].rstrip()
    return Speaker(
        "organisation", f"{shown} {noun}", confidence=0.85, reasons=("A body known by this name.",)
    )


def _begins_as_a_name(owner: str) -> bool:
    """Whether a run of capitals is a person's with the given name; "Stop Holm" is no Holm."""
    return fold_mention(owner.split()[0]) in words("names", "male", "female", "either")


def _own_document(bare: str, noun: str, at: int, index: Index, focus: Focus) -> Speaker | None:
    """Whoever wrote or spoke a document that the source calls theirs: "Holm's testimony", "her
    tweet"."""
    match = _OWNER.match(bare)
    if not match or not _is_document(noun):
        return None
    if match[1]:
        guess = focus.third(at, match[1].casefold())
        if guess is None or guess.kind != "person":
            return None
        name, confidence = guess.name, guess.confidence
    else:
        name, kind = index.full(match[2])
        if kind != "person" or not index.people.is_person(name):
            return None
        confidence = 0.8
    reason = "A document speaks for the person whose it is."
    return Speaker("person", name, confidence=confidence, reasons=(reason,))


def _is_document(noun: str) -> bool:
    return bool({noun, noun.removesuffix("s")} & words("nominals", "documents"))


def _document(bare: str, noun: str, at: int, index: Index) -> Speaker | None:
    if not _is_document(noun):
        return None
    if outlets.is_outlet(bare):
        return Speaker("outlet", clean(bare), confidence=0.9, reasons=("The name as written.",))
    title = _TITLE.search(bare)
    if title and (title[1][0].isupper() or title[1][0].isdigit()) and len(title[1].split()) < 9:
        return Speaker(
            "document", title[1], confidence=0.8, reasons=("A work that goes by its title.",)
        )
    for mention in index.inside(at, at + len(bare) + 4):
        if (
            mention.kind in ("outlet", "organisation")
            and not _about(bare, index.text[mention.start : mention.end])
            and not (_PLACE.search(index.text, at, mention.start) and not bodily(mention.name))
        ):
            reason = "A document speaks for whoever issued it."
            return Speaker("document", mention.name, confidence=0.75, reasons=(reason,))
    issued = _ISSUED.search(bare)
    if not issued or not _issues(issued, index):
        return None
    name = index.full(issued[1], "organisation")[0]
    return Speaker(
        "document", name, confidence=0.7, reasons=("A document speaks for whoever issued it.",)
    )


def _issues(issued: re.Match[str], index: Index) -> bool:
    """Whether a name behind a document is of whoever issued it, and not where it was made."""
    name, kind = index.full(issued[1])
    if fold_mention(issued[1]) in words("names", "not_names") or kind == "state":
        return False
    if set(issued[0].split()) & set(listed("media", "nouns")):
        return True
    place = issued[0].split()[0].casefold() in words("documents", "place_openers")
    return not place or name in index.of_name or bodily(issued[1])


def _about(bare: str, name: str) -> bool:
    """Whether a document is about a name rather than from it."""
    return bool(_ABOUT.search(bare)) and bool(
        re.search(rf"{_ABOUT.pattern}(?:the )?{re.escape(name)}", bare)
    )
