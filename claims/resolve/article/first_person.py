"""Pronouns as lists, and the writer who says "I". Whom "he" stands for is in salience.py."""

from __future__ import annotations

import re

from claims.folding import fold_mention
from claims.model import Article, Header
from claims.resolve.article.salience import FEMALE, MALE, THING
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

FIRST = words("pronouns", "first")
MANY = words("pronouns", "many")
JOINT = words("pronouns", "joint")
RELATIVE = words("pronouns", "relative")
PIECES = words("documents", "pieces")
_ALL = MALE | FEMALE | THING | FIRST | MANY | JOINT | RELATIVE
_BIO = re.compile(
    r"^\W{0,3}([A-Z][\w.’'-]{1,60}"
    rf"(?: (?:[A-Z][\w.’'-]{{0,60}}|{alternation(listed('names', 'inner_particles'))})){{1,3}})"
    r"(?:, (?:an?|the) [^.]{3,120},)?"
    rf" (?:is (?:{alternation(listed('roles', 'writer_is'))})|{alternation(listed('roles', 'writer_does'))})"
)
_I = re.compile(r"\b(?:I|my|me)\b")
_COLUMN = re.compile(r"([A-Z][\w’'-]{1,60} (?:[A-Z]\. )?[A-Z][\w’'-]{1,60}): [A-Z]")
"""The writer of a column whose title begins with the name: "Ada Holm: Who Pays for the Weir"."""
_PARENTS = re.compile(r"\bmy parents, ([A-Z]\w+) and ([A-Z]\w+)((?: [A-Z][\w’'-]{1,60})?)")
_RELATIVE = re.compile(
    r"\bmy (?:late |older |younger |\w+-year-old )?"
    rf"({alternation(listed('kin', 'close', 'of_writer'))}),? ([A-Z][\w’'-]{{1,60}}(?: [A-Z][\w’'-]{{1,60}})*)"
)
NOTE_PARAGRAPHS = 3
"""Paragraphs at the end in one of which a note introduces the writer."""
MAX_NOTE_CHARACTERS = 600


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
    if column := _columnist(article.title or "", text):
        return column
    for line in [p for p in text.split("\n") if p.strip()][-NOTE_PARAGRAPHS:]:
        note = _BIO.match(line.strip())
        if note and len(line) < MAX_NOTE_CHARACTERS:
            return note[1]
    return None


def _columnist(title: str, text: str) -> str | None:
    """The writer whom a title names first, where the text itself does not speak of the name."""
    match = _COLUMN.match(title)
    first = words("names", "male", "female", "either")
    if not match or fold_mention(match[1].split()[0]) not in first:
        return None
    surname = match[1].split()[-1]
    body = text[len(title) :] if text.startswith(title) else text
    return None if re.search(rf"\b{re.escape(surname)}\b", body) else match[1]


def _signed(author: str) -> str:
    """A writer's name without "By" and out of capitals."""
    name = re.sub(r"^\s*by\s+", "", author, flags=re.IGNORECASE).strip()
    return name.title() if name.isupper() else name


def kin(text: str) -> dict[str, str]:
    """The writer's relatives that the text names: "my wife, Ada", "my parents, Jon and Mia
    Holm"."""
    out = {relative[1]: relative[2] for relative in _RELATIVE.finditer(text)}
    if parents := _PARENTS.search(text):
        out["father"], out["mother"] = parents[1] + parents[3], parents[2] + parents[3]
    return out
