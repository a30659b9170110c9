"""Sources without a name: unnamed people with their number and principal, classes of people. No
names here."""

from __future__ import annotations

import re

from claims.model import Speaker
from claims.resolve.mentions.head_noun import INDEFINITE, noun_of
from claims.resolve.mentions.index import Index
from claims.resolve.mentions.names import clean, fold
from claims.rules.lists import words

_NUMBERS = {
    w: i
    for i, w in enumerate(
        [
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ],
        2,
    )
} | {"couple": 2, "pair": 2, "half-dozen": 6, "dozen": 12}
_COUNT = re.compile(
    rf"^(?:at least |about |some |nearly |more than |over |the |a |another |other |these |those "
    rf"|all )*({'|'.join(_NUMBERS)}|\d{{1,3}})\b(?!,\d|%| ?percent|-year)",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"^(?:an?|one|another|the|a second|a third)\b(?! (?:few|number|group|couple|pair|dozen|handful|lot|majority))",
    re.IGNORECASE,
)
_BODY_BEFORE = re.compile(
    r"\b([A-Z][\w.&-]*(?: (?:of |for |and )?[A-Z][\w.&-]*)*)(?:['’]s?)? (?:[a-z-]+ ){0,3}(?:spokes\w+|aide"
    r"|official|staffer|adviser|advisor|lawyer|attorney|officer|executive|employee|operative|representative)"
)
_BODY_AFTER = re.compile(
    r"(?:for|to|at|from|of|with|in|by) (?:the |his |her )?([A-Z][\w.&-]*(?: (?:of |for |and )?[A-Z][\w.&-]*)*)"
)
_FOR_BODY = re.compile(
    r"(?<!familiar )(?<!close )(?<!privy )(?:for|of|at|from|to|with) "
    r"(the (?!matter|situation|case|talks|deal|discussions|investigation|plans|record|negotiations|same)"
    r"[a-z][\w -]{2,40}?)"
    r"(?=,| who| and | with | in |$)"
)
_OF_PERSON = re.compile(r" (campaign|administration|foundation)\b")
OFFICIAL_MEDIA = re.compile(
    r"\b(?:official|state|local|national|social|foreign|domestic|mainstream)(?:-run)? (?:media|television|tv"
    r"|radio|press)\b",
    re.IGNORECASE,
)


def declared_count(phrase: str) -> int | None:
    """3 for "three people familiar with the matter"; None where the text gives no number."""
    found = _COUNT.match(phrase)
    if not found:
        return None
    said = found[1].casefold()
    number = int(said) if said.isdigit() else _NUMBERS[said]
    return number if 0 < number < 500 else None


def principal(phrase: str, index: Index) -> str | None:
    """The body or person that a spokesman, aide or official speaks for."""
    phrase = re.sub(
        r"^(?:A|An|One|Another|The|Some|Two|Three|Several|Senior|Former|Top) (?=[a-z])", "", phrase
    )
    found = _BODY_BEFORE.search(phrase) or _BODY_AFTER.search(phrase)
    name = clean(found[1]) if found else ""
    if name and fold(name) not in words("names", "not_names") | {"senior", "one"}:
        return _party(name, phrase) or index.full(name)[0]
    common = _FOR_BODY.search(phrase)
    return common[1].strip() if common else None


def _party(name: str, phrase: str) -> str | None:
    if not _OF_PERSON.search(phrase):
        return None
    found = re.search(rf"\b{re.escape(name)}(?:['’]s)?{_OF_PERSON.pattern}", phrase)
    return f"{name} {found[1]}" if found else None


def is_many(noun: str, plural: bool | None) -> bool:
    """Whether a noun is plural; plural is the tagger's word, None where it has none."""
    if noun in ("people", "men", "women", "police", "children", "folks", "media"):
        return True
    return noun.endswith("s") and not noun.endswith("ss") if plural is None else plural


def unnamed(phrase: str, noun: str, index: Index, plural: bool | None) -> Speaker | None:
    """A speaker without a name, or None where the description may have one."""
    many = is_many(noun, plural)
    single = noun.removesuffix("s") if many else noun
    known = bool({noun, single} & words("nominals", "unnamed"))
    if (
        many
        and single not in words("nominals", "documents")
        and (noun in words("nominals", "groups") or not known)
    ):
        if noun in words("nominals", "bodies") or (
            single in words("nominals", "outlets") and noun == "media"
        ):
            return None
        kind = (
            "unnamed"
            if declared_count(phrase) and noun not in words("nominals", "bodies")
            else "group"
        )
        return _speaker(kind, phrase, index, "A class of people speaks, nobody by name.")
    person = many or INDEFINITE.match(phrase) or noun == "source" or single.startswith("spokes")
    if (
        known
        and person
        and not (
            single.startswith("spokes")
            and phrase[:4].casefold() == "the "
            and " " not in phrase[4:]
        )
    ):
        return _speaker("unnamed", phrase, index, "A person speaks without a name.")
    return None


def _speaker(kind: str, phrase: str, index: Index, reason: str) -> Speaker:
    count = declared_count(phrase)
    if count is None and kind == "unnamed" and not is_many_phrase(phrase) and _ONE.match(phrase):
        count = 1
    return Speaker(
        kind,  # type: ignore[arg-type]
        principal=principal(phrase, index) if kind == "unnamed" else None,
        declared_count=count,
        confidence=0.85,
        reasons=(reason,),
    )


def is_many_phrase(phrase: str) -> bool:
    """Whether a phrase that begins with "a" still means several: "a group of officials"."""
    return bool(
        re.match(
            r"(?:an?|the) (?:few|number|group|couple|pair|dozen|handful|lot|majority|series)\b",
            phrase,
            re.IGNORECASE,
        )
    )


def together(phrase: str, noun: str) -> bool:
    """Whether a phrase means parties named before: "the two sides", "both candidates"."""
    return bool(re.match(r"(?:the )?(?:two|both)\b", phrase, re.IGNORECASE)) and noun in words(
        "nominals", "joint"
    )


def one_person(main: str) -> bool:
    """Whether "A and B" are two descriptions of one person: one article, or a possessor, stands for
    both."""
    found = re.match(r"(?:the|an?|his|her) (.+?) and (.+)$", main, re.IGNORECASE)
    if not found or re.match(r"(?:the|an?|his|her|their|other|several)\b", found[2], re.IGNORECASE):
        return False
    first, second = noun_of(found[1]), noun_of(found[2])
    return not (first.endswith("s") or second.endswith("s")) and found[2].split()[-1][0].islower()


def nobody(phrase: str, noun: str, index: Index) -> Speaker:
    """The speaker of a description that the article settles for nobody."""
    count = declared_count(phrase)
    reason = "Described, and the article does not say who it is."
    return Speaker(
        "unnamed",
        principal=principal(phrase, index),
        declared_count=count,
        confidence=0.7,
        reasons=(reason,),
    )
