"""What a word's spelling and grammar say of whether it is a name's: capitals, marks, the lists it stands
in, part of speech; no states of the network."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from claims.folding import fold_mention
from claims.rules.lists import words
from claims.tokens import ends_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

Signs = NDArray[np.float32]
_LISTS = (
    ("names", ("male",)), ("names", ("female",)), ("names", ("either",)),
    ("titles", ("titles", "honorifics")), ("titles", ("offices",)), ("titles", ("occupations",)),
    ("people", ("postnominals",)), ("names", ("not_names",)),
    ("names", ("particles", "surname_particles")), ("nominals", ("bodies", "body_words")),
    ("nominals", ("media", "outlets")), ("descriptions", ("demonyms",)),
    ("people", ("common_family",)),
)  # fmt: skip
_INITIAL = re.compile(r"[A-Z]\.?")
_OWNER = ("'s", "’s", "'", "’")
_JOINING = ("of", "for", "and", "&", "the")
_SENTENCE_ENDS = frozenset((".", "!", "?", "“", '"', ":"))
_TAGS = (
    "NNP",
    "NNPS",
    "NN",
    "NNS",
    "JJ",
    "IN",
    "DT",
    "POS",
    "CD",
    "PRP",
    "VBD",
    "VBZ",
    "VBN",
    "HYPH",
)
_DEPENDENCIES = (
    "compound",
    "nsubj",
    "poss",
    "appos",
    "pobj",
    "amod",
    "conj",
    "nmod",
    "dobj",
    "ROOT",
)
Grammar = tuple[str, str]
"""A word's fine part of speech and its dependency, by spaCy's names; empty where nobody tells them."""


@cache
def _groups() -> tuple[frozenset[str], ...]:
    return tuple(words(room, *lists) for room, lists in _LISTS)


@lru_cache(maxsize=20_000)
def _of(word: str) -> bytes:
    bare, folded = word.rstrip("."), fold_mention(word)
    told = (
        word[:1].isupper(),
        len(bare) > 1 and bare.isupper(),
        bool(_INITIAL.fullmatch(word)),
        any(letter.isdigit() for letter in word),
        "-" in word,
        word in _OWNER,
        not any(letter.isalnum() for letter in word),
        len(bare) <= 3,
        word[1:2].isupper() and word[:1].isupper(),
        word.islower(),
        word in _JOINING,
        *(folded in group for group in _groups()),
    )
    return bytes(told)


@lru_cache(maxsize=2_000)
def _grammatical(told: Grammar) -> bytes:
    tag, dependency = told
    return bytes((*(tag == one for one in _TAGS), *(dependency == one for one in _DEPENDENCIES)))


def grammar_of(doc: Doc, starts: Sequence[int]) -> list[Grammar]:
    """What spaCy's tagger and parser tell of the words that begin at code points of the text."""
    strings = doc.vocab.strings
    told = doc.to_array(["TAG", "DEP"])[np.searchsorted(ends_of(doc)[0], starts)]
    return [(strings[tag], strings[dependency]) for tag, dependency in told.tolist()]


def signs(written: Sequence[str], grammar: Sequence[Grammar], lines: Sequence[int]) -> Signs:
    """(words, width): the signs of each word, and whether it opens a sentence; lines: the number of each
    word's line."""
    opens = (
        b"\1" if i == 0 or lines[i] != lines[i - 1] or written[i - 1] in _SENTENCE_ENDS else b"\0"
        for i in range(len(written))
    )
    rows = b"".join(
        chain.from_iterable(zip(map(_of, written), map(_grammatical, grammar), opens, strict=True))
    )
    return np.frombuffer(rows, np.uint8).reshape(len(written), -1).astype(np.float32)


def with_neighbours(own: Signs, lines: Sequence[int], reach: int) -> Signs:
    """(words, (2 * reach + 1) * width): each row between those of the words around it; zeros where
    these stand in another line."""
    numbers = np.asarray(lines)
    out = []
    for step in range(-reach, reach + 1):
        moved = np.zeros_like(own)
        near = slice(max(0, -step), max(0, len(own) - max(0, step)))
        from_ = slice(max(0, step), max(0, len(own) - max(0, -step)))
        moved[near] = own[from_] * (numbers[near] == numbers[from_])[:, None]
        out.append(moved)
    return np.concatenate(out, axis=1)
