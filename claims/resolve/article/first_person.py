"""Pronouns as lists, and the writer who says "I". Whom "he" stands for is in salience.py."""

from __future__ import annotations

import re

from claims.model import Article, Header
from claims.resolve.article.salience import FEMALE, MALE, THING

FIRST = frozenset({"i", "me", "my", "myself", "mine"})
MANY = frozenset(
    [
        "they",
        "their",
        "them",
        "theirs",
        "we",
        "us",
        "our",
        "ours",
        "you",
        "your",
        "some",
        "many",
        "others",
        "all",
        "everyone",
        "everybody",
        "nobody",
        "no-one",
        "someone",
        "somebody",
        "one",
        "anyone",
        "anybody",
        "few",
        "several",
        "most",
        "these",
        "those",
        "this",
        "such",
        "another",
        "none",
    ]
) | {"no one", "not everyone", "not all", "not many", "everyone else", "all of them", "a few"}
JOINT = frozenset(
    {"each", "both", "they both", "they all", "both of them", "the two", "the pair", "the duo"}
)
RELATIVE = frozenset({"who", "that", "which", "whom", "whose"})
PIECES = frozenset({"report", "article", "story", "piece"})
_ALL = MALE | FEMALE | THING | FIRST | MANY | JOINT | RELATIVE
_BIO = re.compile(
    r"^\W{0,3}([A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]*|de|van|von|bin|al)){1,3})(?:, (?:an?|the) [^.]{3,120},)?"
    r" (?:is (?:an?|the|author|professor|president|director|editor|founder|playwright|executive|chief|co-"
    r"|former|senior|currently|writing)"
    r"|teaches|writes|served as|covers|was (?:an?|the)|can be reached)"
)
_I = re.compile(r"\b(?:I|my|me)\b")
_PARENTS = re.compile(r"\bmy parents, ([A-Z]\w+) and ([A-Z]\w+)((?: [A-Z][\w’'-]+)?)")
_RELATIVE = re.compile(
    r"\bmy (?:late |older |younger |\w+-year-old )?(wife|husband|father|mother|son|daughter|brother|sister|friend),? "
    r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)


def is_pronoun(word: str) -> bool:
    """Whether a whole source is a pronoun."""
    return word in _ALL or word.endswith((" of whom", " of them", " of us", " of those"))


def author(text: str, article: Article, header: Header, quoted: bytearray) -> str | None:
    """Who "I" is outside quotation marks: the one writer by by-line or metadata, or whom a note
    introduces."""
    if len(header.byline) == 1:
        return header.byline[0].value
    if article.author and not re.search(r" and |[,;&/]", article.author):
        return _signed(article.author)
    if not any(not quoted[m.start()] for m in _I.finditer(text)):
        return None
    for line in [p for p in text.split("\n") if p.strip()][-3:]:
        found = _BIO.match(line.strip())
        if found and len(line) < 600:
            return found[1]
    return None


def _signed(author: str) -> str:
    """A writer's name without "By" and out of capitals."""
    name = re.sub(r"^\s*by\s+", "", author, flags=re.IGNORECASE).strip()
    return name.title() if name.isupper() else name


def kin(text: str) -> dict[str, str]:
    """The writer's relatives that the text names: "my wife, Ada", "my parents, Jon and Mia
    Holm"."""
    out = {found[1]: found[2] for found in _RELATIVE.finditer(text)}
    if found := _PARENTS.search(text):
        out["father"], out["mother"] = found[1] + found[3], found[2] + found[3]
    return out
