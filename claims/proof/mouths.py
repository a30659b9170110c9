"""Whether two texts put words into one mouth; what else the words are stands elsewhere."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from claims.folding import name_key
from claims.identity.organisation_name import acronyms_of, body
from claims.identity.person_name import parse
from claims.identity.person_pairs import likeness
from claims.model import Span
from claims.named_in_text import means_any
from claims.proof.model import Voice
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

Mouth = Literal["same", "other", "unknown", "either"]
"""Either: two people are read, and it is not sure that they are two."""
NAMES_REMEMBERED = 100_000
_SAME = ("same", "order", "middle", "one middle", "more", "initials", "initial", "nickname", "bare",
         "spelling", "nickname alone")  # fmt: skip
SPOKES = re.compile(r"\bspokes\w+", re.IGNORECASE)
_BODIES = ("organisation", "state", "outlet", "document", "group")


def same_mouth(draft: Voice, record: Voice) -> Mouth:
    """Whether the draft's speaker is the record's; unknown where one of them has no name that tells."""
    if draft.members or record.members:
        return _joint(draft, record)
    if not _told(draft) or not _told(record):
        return _described(draft, record)
    if name_key(draft.name or "") == name_key(record.name or ""):
        return "same"
    if (draft.kind == "person") == (record.kind == "person"):
        same = _one_name(draft.name or "", record.name or "", draft.kind == "person")
        return "same" if same or _speaks_for(draft, record) else "other"
    if _speaks_for(draft, record) or _bare_surname(draft.name or "", record.name or ""):
        return "same"
    return "other"


def _bare_surname(a: str, b: str) -> bool:
    """Whether one is a single word and the other a name that ends in it: of a bare surname a reader cannot
    always tell that it is a person's."""
    shorter, longer = sorted((name_key(a).split(), name_key(b).split()), key=len)
    return len(shorter) == 1 and longer[-1] == shorter[0]


def _told(voice: Voice) -> bool:
    return bool(voice.name)


def _joint(draft: Voice, record: Voice) -> Mouth:
    """Of several, one who is named in both is enough."""
    ours, theirs = (v.members or ((v.name,) if v.name else ()) for v in (draft, record))
    if not ours or not theirs:
        return "unknown"
    one = any(_one_name(a, b, True) or _one_name(a, b, False) for a in ours for b in theirs)
    return "same" if one else "other"


@lru_cache(NAMES_REMEMBERED)
def _one_name(a: str, b: str, people: bool) -> bool:
    if name_key(a) == name_key(b):
        return True
    if people:
        return likeness(parse(a), parse(b))[0] in _SAME or _within(a, b)
    left, right = body(a), body(b)
    if not left.words or not right.words:
        return False
    if left.key == right.key or acronyms_of(a, ()) & acronyms_of(b, ()):
        return True
    if left.initials and left.initials in right.acronyms:
        return True
    if right.initials and right.initials in left.acronyms:
        return True
    return {*left.words} <= {*right.words} or {*right.words} <= {*left.words}


def _within(a: str, b: str) -> bool:
    """Whether one name is the other with words before it, as an occupation that was read as part of it."""
    left, right = name_key(a).split(), name_key(b).split()
    shorter, longer = sorted((left, right), key=len)
    return bool(shorter) and longer[-len(shorter) :] == shorter


def _speaks_for(draft: Voice, record: Voice) -> bool:
    """Whether one is a body and the other somebody who speaks for it; a spokesman is never the person
    for whom he speaks."""
    for one, other in ((draft, record), (record, draft)):
        if one.kind in _BODIES and one.name and other.kind not in _BODIES:
            bodies = [name for name in (other.principal, other.affiliation) if name]
            if any(_one_name(one.name, name, False) for name in bodies):
                return True
    return False


def _described(draft: Voice, record: Voice) -> Mouth:
    """Of a description, whether its noun is that of the other; else nothing is known."""
    ours, theirs = _nouns(draft.mention), _nouns(record.mention)
    if not _told(draft) and not _told(record) and ours and theirs and ours & theirs:
        return "same"
    if not _told(record) and any(_one_name(draft.name or "", one, True) for one in record.via):
        return "other"
    if _names(draft, record) or _names(record, draft):
        return "same"
    if _told(draft) and not _told(record) and _is_nameless(record, theirs):
        return "other" if draft.kind == "person" else "unknown"
    return "unknown"


def _names(named: Voice, described: Voice) -> bool:
    """Whether a description tells the name of who is named: "a mother who gave her name only as Ana"."""
    name, told = name_key(named.name or "").split(), name_key(described.mention).split()
    return bool(name) and len(told) > 1 and not _told(described) and name[-1] in told[1:]


def _is_nameless(record: Voice, nouns: frozenset[str]) -> bool:
    """Whether the record has them from a paper or from somebody who gives no name."""
    if record.kind in ("document", "outlet"):
        return bool(record.mention)
    if record.kind != "unnamed" or SPOKES.search(record.mention):
        return False  # another text may name a spokesman
    first = record.mention.casefold().split()[:1]
    brought_in = bool({*first} & words("proof", "bringing_in"))
    described = bool(nouns & words("proof", "described_sources")) or means_any(record.mention)
    return described or brought_in or is_pronoun(record)


@lru_cache(NAMES_REMEMBERED)
def _nouns(mention: str) -> frozenset[str]:
    small = words("function_words", "small")
    return frozenset(word for word in name_key(mention).split() if word not in small)


_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]+")


def is_named(voice: Voice) -> bool:
    """Whether the words that stand for the speaker have a name in them, which a first word's capital is not
    unless it is the speaker's own."""
    own = name_key(voice.name or "").split()[-1:]
    said = name_key(voice.mention).split()
    if voice.kind == "person" and own:
        return own[0] in said  # of "the leader of Ossmark's opposition" the capital is another's
    return bool(_CAPITALISED.search(voice.mention[1:])) or bool(own and own[0] in said)


def is_pronoun(voice: Voice) -> bool:
    """Whether a single small word stands for the speaker, or none."""
    return len(voice.mention.split()) <= 1 and not is_named(voice)


NAMED_WITHIN = 250
"""Characters before a passage in which a text may say whose words somebody passes on."""
_RELAYED = re.compile(
    r"\bthat\s+(?:[^“\"‘.;:]{0,60}?\s)??((?:[A-Z][\w’'-]+\s+){1,3}|(?:[A-Z][\w’'-]+\s?){1,3},\s+)"
    rf"(?:had\s+)?(?:{alternation(listed('proof', 'relaying'))})\s+(?:him|her|them|it)\b"
    r"[^“\"‘.;:]{0,60}[“\"‘\s]*$"
)


_TOLD_BY = re.compile(
    r"\b(?:was|were|been)\s+told\s+by\s+"
    rf"((?:{alternation(listed('proof', 'describing'))})\s+[^“\"‘.;:,]{{2,60}}?|"
    r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2})\s+(?:that|to)\b[^“\"‘.;:]{0,60}[“\"‘\s]*$"
)


_SHOWN = re.compile(
    rf"\b(?:{alternation(listed('proof', 'showing'))})\s+that\s+(?:[^“\"‘.;:]{{0,60}}?\s)??"
    r"(?P<who>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){1,3}),?\s"
    rf"(?:{alternation(listed('proof', 'writing'))})\b(?:[^“”\"‘.;]|\.m\.){{0,80}}[:,]?\s*[“\"‘][^“”\"\n]*$"
)
"""A document that shows what its author wrote, in one quotation up to the passage."""


def relayed(text: str, span: Span, outer: Voice) -> Voice:
    """Whose words they are where somebody says that another told him, or that he was told by another; the one
    who says so else."""
    line = max(text.rfind("\n", 0, span.start) + 1, span.start - NAMED_WITHIN)
    before = text[line : span.start]
    inner = _RELAYED.search(before) or _TOLD_BY.search(before) or _SHOWN.search(before)
    if not inner:
        return outer
    name = inner[1].strip(" ,")
    through = tuple(filter(None, (outer.name, *outer.via)))
    if not name[0].isupper():
        return Voice(None, "unnamed", name, via=through)
    return Voice(name, "person", name, via=through)
