"""Whom a description stands for: "the minister", "the daily", "a senior official". No names, no pronouns."""

from __future__ import annotations

import re

from claims.model import Speaker
from claims.resolve.chain import last_outlet
from claims.resolve.lexicon import words
from claims.resolve.mentions import Index
from claims.resolve.names import clean, fold
from claims.resolve.pronouns import antecedent

_COUNT = re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\b", re.IGNORECASE)
_PAIR = re.compile(r"\b([A-Z][\w.-]+(?: [A-Z][\w.-]+)*) and (?:the )?([A-Z][\w.-]+(?: [A-Z][\w.-]+)*)")
_NUMBERS = {w: i for i, w in enumerate(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 2)}
_BODY_BEFORE = re.compile(r"\b([A-Z][\w.-]+(?: [A-Z][\w.-]+)*)(?:['’]s)? (?:[a-z]+ ){0,3}(?:spokes\w+|aide|official)")
_BODY_AFTER = re.compile(r"(?:for|to|at|from|of) (?:the )?([A-Z][\w.-]+(?: [A-Z][\w.-]+)*)")
OFFICIAL_MEDIA = re.compile(
    r"\b(?:official|state|local|national|social|foreign|domestic)(?:-run)? (?:media|television|tv|radio|press)\b",
    re.IGNORECASE,
)


def noun_of(phrase: str) -> str:
    """The head noun of a short description, folded."""
    cut = re.split(
        r",| (?:of|for|in|on|from|to|at|by|with|who|that|which|involved|close|familiar|"
        r"here|looking|titled|conducted|tracking|released|published)\b",
        phrase,
    )[0]
    found = re.findall(r"[A-Za-z][\w-]*", re.sub(r"['’]s?\b", "'", cut))
    return fold(found[-1]) if found else ""


def unnamed(phrase: str, noun: str, index: Index) -> Speaker | None:
    """A speaker without a name, or None where the description may have one."""
    single = noun[:-1] if noun.endswith("s") else noun
    many = noun.endswith("s") or noun in ("people", "men", "women")
    person = {noun, single} & words("nominals", "unnamed")
    group = many and (noun in words("nominals", "groups") or not person)
    if group and single not in words("nominals", "documents"):
        return Speaker("group", reasons=("A class of people speaks, nobody by name.",), confidence=0.8)
    indefinite = re.match(r"(?:an?|one|another|some|any|several|many)\b", phrase, re.IGNORECASE)
    known = single in words("nominals", "unnamed")
    if known and (many or indefinite or noun == "source" or single.startswith("spokes")):
        count = _COUNT.search(phrase)
        said = count.group(1).casefold() if count else ""
        number = int(said) if said.isdigit() else _NUMBERS.get(said)
        return Speaker(
            "unnamed",
            principal=_principal(phrase, index),
            declared_count=number,
            confidence=0.8,
            reasons=("A person speaks without a name.",),
        )
    return None


def _principal(phrase: str, index: Index) -> str | None:
    match = _BODY_BEFORE.search(phrase) or _BODY_AFTER.search(phrase)
    name = clean(match.group(1)) if match else ""
    return index.full(name)[0] if name and name not in ("A", "The", "An") else None


def joint(phrase: str, noun: str, index: Index, at: int) -> Speaker | None:
    """The two parties for "the two sides", where the article pairs them."""
    if not (re.match(r"(?:the )?(?:two|both)\b", phrase, re.IGNORECASE) and noun in words("nominals", "joint")):
        return None
    return pair(index, at)


def pair(index: Index, at: int) -> Speaker:
    """The pair of named parties that the text joined by "and" most recently before a position."""
    members: tuple[str, ...] = ()
    for match in _PAIR.finditer(index.text, max(0, at - 4000), at):
        kinds = [(index.full(g), g) for g in match.groups()]
        if all(k in ("state", "person") for (_, k), _ in kinds) and kinds[0][0][1] == kinds[1][0][1]:
            known = {m.name for m in index.inside(match.start(), match.end())}
            members = tuple(n for (n, _), _ in kinds) if all(n in known for (n, _), _ in kinds) else members
    reason = (
        "The parties are the pair that the article joins before."
        if members
        else "Two parties speak; the article does not settle which."
    )
    return Speaker("joint", members=members, confidence=0.7 if members else 0.3, reasons=(reason,))


def described(
    phrase: str,
    noun: str,
    index: Index,
    at: int,
    own: tuple[str | None, ...],
    last: tuple[str, int] | None,
    quoted: bytearray,
) -> Speaker:
    """Who a definite description is; name None where the article does not settle it."""
    if OFFICIAL_MEDIA.search(phrase):
        return Speaker("outlet", confidence=0.7, reasons=("Media speak, none by name.",))
    single = noun[:-1] if noun.endswith("s") else noun
    if single in words("nominals", "outlets") or (
        noun in {"report", "article", "story", "piece"} and phrase[:4].casefold() == "the "
    ):
        name = last_outlet(index, at, own)
        return Speaker(
            "outlet" if name else "document",
            name,
            confidence=0.7 if name else 0.3,
            reasons=("The outlet named last before.",) if name else ("No outlet is named before.",),
        )
    if single in words("nominals", "documents"):
        return Speaker("document", confidence=0.6, reasons=("A document that the article gives to nobody.",))
    if noun in words("nominals", "bodies"):
        return _body(noun, index, at)
    name = role(phrase, noun, index, at)
    if name:
        return Speaker("person", name, confidence=0.7, reasons=("The article gives the person this role.",))
    if noun in words("nominals", "women") | words("nominals", "men"):
        word = "she" if noun in words("nominals", "women") else "he"
        name = antecedent(index, at, word, last, quoted) if phrase[:4].casefold() == "the " else None
        return Speaker(
            "person" if name else "unnamed", name, confidence=0.5, reasons=("The person spoken of last who fits.",)
        )
    return Speaker("unnamed", confidence=0.3, reasons=("Described, and the article does not say who it is.",))


def role(phrase: str, noun: str, index: Index, at: int) -> str | None:
    """The person whose title or apposition holds the description's words."""
    wanted = {fold(w) for w in re.findall(r"[A-Za-z-]+", phrase)} - {"the", "a", "an", "s", "former", "of", "for"}
    people = {n: {w for t in ts for w in t.split()} for n, ts in index.titles.items()}
    fits = [index.full(n, "person")[0] for n, held in people.items() if noun in held]
    if not fits or re.match(r"(?:an?|one|another)\b", phrase, re.IGNORECASE):
        fits = []
    if len(set(fits)) == 1:
        return fits[0]
    near = [m.name for m in index.before(at) if m.name in fits]
    if near:
        return near[0]
    pattern = re.compile(rf"\b([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)+), (?:[\w’'.-]+ ){{0,6}}{re.escape(noun)}\b")
    for match in pattern.finditer(index.text, max(0, at - 8000), at + 4000):
        name, kind = index.full(match.group(1))
        if kind == "person" and len(wanted & {fold(w) for w in match.group().split()}) >= 1:
            return name
    return None


def _body(noun: str, index: Index, at: int) -> Speaker:
    for mention in index.before(at, 200):
        hit = noun in fold(mention.name).split() or (len(mention.name) > 8 and fold(mention.name).startswith(noun))
        if mention.kind == "organisation" and hit and fold(mention.name) != noun:
            return Speaker(
                "organisation", mention.name, confidence=0.7, reasons=("The body of this kind named last before.",)
            )
    return Speaker("organisation", confidence=0.3, reasons=(f"A body ({noun}) that the article does not name.",))
