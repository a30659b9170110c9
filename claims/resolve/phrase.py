"""The order in which a source as written is tried: pronoun, pair, name, joint, description.

How each is done stands in coreference.
"""

from __future__ import annotations

import re
from functools import partial

from claims.folding import fold_mention
from claims.model import Attribution, Speaker
from claims.resolve.article import first_person
from claims.resolve.article.context import ArticleContext
from claims.resolve.coreference import anonymous, names_in_source, organisation_descriptions
from claims.resolve.coreference.descriptions import nominal
from claims.resolve.coreference.epithets import epithet
from claims.resolve.coreference.generations import of_generation
from claims.resolve.coreference.joint import coordinated, two_bodies
from claims.resolve.coreference.plural_pronouns import pair
from claims.resolve.coreference.possessive_names import made
from claims.resolve.coreference.pronouns import pronoun
from claims.resolve.coreference.written_names import (
    by_form,
    named_by_parse,
    named_by_shape,
    office_holder,
)
from claims.resolve.mentions.head_noun import INDEFINITE, noun_of
from claims.resolve.model import named
from claims.rules.lists import listed, words
from claims.rules.patterns import BLANKS, alternation

SOURCE_CHARACTERS = 400
"""How much of a source is read; a longer one is a sentence run together."""
_CLITIC = re.compile(rf"['’](?:{alternation(listed('function_words', 'clitics'))})?$")
_ASIDE = re.compile(rf"{BLANKS}\([^)]{{0,{SOURCE_CHARACTERS}}}\)")
_BASED = re.compile(
    r"(?<=[Tt]he )(?:[A-Z][\w.]{1,60}(?: [A-Z][\w.]{1,60})*,? ){0,3}?[A-Z][\w.]{1,60}-based "
)
"""Where a body sits, before what it is: "the Tarn, Mich.-based company"."""
_OPENING = re.compile(r"([A-Z][a-z]{1,60}), ")
_FORMAL = re.compile(
    rf"[Tt]he ([A-Z][a-z]+)(?: (?:{alternation(listed('descriptions', 'adverbs_behind'))}))?"
)


def resolve_phrase(
    context: ArticleContext,
    phrase: str,
    at: int,
    attribution: Attribution | None = None,
    depth: int = 0,
) -> Speaker:
    """Who a source as written is; at is where it begins."""
    phrase, at = _without_adverb(context, phrase, at)
    resolve = partial(resolve_phrase, context)
    bare = _bare(phrase)
    word = _CLITIC.sub("", bare).casefold()
    if first_person.is_pronoun(word):
        return pronoun(context, word, at, attribution, depth, resolve)
    noun, plural = _noun(context, bare, at, at + len(phrase))
    if anonymous.together(bare, noun):
        return pair(context.index, at, noun)
    by_whom = anonymous.of_a_person(bare, plural, context.index, at)
    return (
        _beside_names(context, bare, at)
        or (nominal(context, bare, noun, plural, at) if by_whom else None)
        or office_holder(context, bare, at)
        or _formal(context, bare, at)
        or two_bodies(bare, at, depth, resolve)
        or named_by_parse(context, bare, at, at + len(phrase))
        or coordinated(context, bare, at, depth, resolve)
        or made(bare, noun, at, context.index, context.focus)
        or (None if _is_a_document(bare, noun) else named_by_shape(context, bare, plural, at))
        or nominal(context, bare, noun, plural, at)
    )


def _beside_names(context: ArticleContext, bare: str, at: int) -> Speaker | None:
    """What looks like a name or holds one and means somebody else, or whom the article names."""
    return (
        by_form(context, bare)
        or anonymous.beside_a_person(bare)
        or _kin(context, bare, at)
        or of_generation(context, bare)
        or epithet(context, bare, at)
    )


def _bare(phrase: str) -> str:
    """A source without the preposition before it, asides and where a body sits."""
    written = " ".join(phrase[:SOURCE_CHARACTERS].split()).strip(" ,;:—-")
    return _BASED.sub("", _ASIDE.sub("", re.sub(r"^(?:from|by|of) ", "", written)))


def _without_adverb(context: ArticleContext, phrase: str, at: int) -> tuple[str, int]:
    """A source without the adverb that opens its sentence, and where it begins: "Outside, the mayor"."""
    opening = _OPENING.match(phrase)
    head = names_in_source.head_token(context.doc, at, at + opening.end(1)) if opening else None
    if opening is None or head is None or head[1].tag_ not in ("IN", "RB", "VBG"):
        return phrase, at
    return phrase[opening.end() :], at + opening.end()


def _is_a_document(bare: str, noun: str) -> bool:
    """Whether a source is a document that is named by nothing: "a paper filed in Tarn"."""
    return noun in words("nominals", "documents") and bool(INDEFINITE.match(bare))


def _formal(context: ArticleContext, bare: str, at: int) -> Speaker | None:
    """ "The Ministry": the ministry named before, else none that the article names."""
    match = _FORMAL.fullmatch(bare)
    noun = fold_mention(match[1]) if match else ""
    if noun not in words("nominals", "formal_bodies"):
        return None
    guess = organisation_descriptions.formal(
        noun, context.index, at
    ) or organisation_descriptions.body(noun, bare.lower(), context.index, at)
    reason = f"A body ({noun}) that the article does not name."
    return named(guess) if guess else Speaker("organisation", confidence=0.6, reasons=(reason,))


def _noun(context: ArticleContext, bare: str, start: int, end: int) -> tuple[str, bool | None]:
    noun = noun_of(bare)
    head = names_in_source.head_token(context.doc, start, end)
    if head is None or not head[1].tag_:
        return noun, None
    tags = {t.lower_: t.tag_ for t in head[0]}
    tag = tags.get(noun, "")
    if tag.startswith("VB") and head[1].tag_.startswith("NN"):
        noun, tag = head[1].lower_, head[1].tag_  # "a message pushed to subscribers"
    return noun, tag in ("NNS", "NNPS") if tag.startswith("NN") else None


def _kin(context: ArticleContext, bare: str, at: int) -> Speaker | None:
    match = re.match(r"my (\w+)$", bare, re.IGNORECASE)
    name = context.kin.get(match[1].casefold()) if match and not context.is_quoted(at) else None
    if not name:
        return None
    return Speaker("person", name, confidence=0.85, reasons=("The writer names this relative.",))
