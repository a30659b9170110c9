"""Whether two texts cannot mean one person: a pronoun of one tells a woman, the other a man."""

from __future__ import annotations

from claims.folding import name_key
from claims.proof.model import Voice
from claims.proof.mouths import is_named
from claims.rules.lists import listed, words

SURE_NAME = 0.95
"""Confidence from which a first name tells whether a pronoun may mean its bearer."""


def clash(ours: Voice, theirs: Voice) -> bool:
    """Whether one is called by a woman's pronoun and the other by a man's, or by a man's first name."""
    pronouns, names = [(sex(ours), sex(theirs)) for sex in (_sex, _sex_of_name)]
    pairs = (pronouns, (pronouns[0], names[1]), (names[0], pronouns[1]))
    return any(a * b < 0 for a, b in pairs)


def _sex(voice: Voice) -> int:
    """-1 and 1 of who is called by a woman's and a man's pronoun; 0 else."""
    said = voice.mention.casefold()
    return (said in listed("pronouns", "male")) - (said in listed("pronouns", "female"))


def _sex_of_name(voice: Voice) -> int:
    """The same of who is surely named, by the first name."""
    first = name_key(voice.name or "").split()[:-1][:1]
    if voice.kind != "person" or not first or not is_named(voice) or voice.confidence < SURE_NAME:
        return 0
    return (first[0] in words("names", "male")) - (first[0] in words("names", "female"))
