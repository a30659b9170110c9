"""What contradicts and what does not, over pairs of made-up claims."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from claims.corroborate.matching.comparison import compare_words
from claims.corroborate.matching.content import read_claim
from claims.corroborate.matching.pair_model import PairDecision, decide
from claims.corroborate.matching.same_speaker import same_voice
from claims.corroborate.model import StatedClaim
from claims.model import Span

spec = importlib.util.spec_from_file_location(
    "corroborate_newsroom", Path(__file__).with_name("newsroom.py")
)
assert spec and spec.loader
newsroom = importlib.util.module_from_spec(spec)
sys.modules[spec.name] = newsroom
spec.loader.exec_module(newsroom)
article, claim = newsroom.article, newsroom.claim

BANK = "that the central bank had agreed to end the fuel subsidy in September"


def decided(one: StatedClaim, other: StatedClaim, together: bool = False) -> PairDecision:
    """The decision on two claims of one day, in one article or in two."""
    if together:
        both = article("a", one, other, published="2026-03-09")
        rows = [(both, c) for c in both.claims]
    else:
        parted = [article(doc, c, published="2026-03-09") for doc, c in (("a", one), ("b", other))]
        rows = [(a, a.claims[0]) for a in parted]
    (x, a), (y, b) = rows
    return decide(a, read_claim(a, x), b, read_claim(b, y))


def test_denying_that_somebody_agreed_to_a_thing_does_not_deny_the_thing() -> None:
    """What is denied is the bank's consent; the subsidy may end all the same."""
    denial = claim("Petra Lindqvist", quote=BANK, stance="deny")
    ends = claim(
        "Ilse Marrant",
        quote="that the fuel subsidy would end in September, a year earlier than planned",
    )
    assert decided(ends, denial).relation != "conflict"


def test_denying_what_was_said_is_a_conflict() -> None:
    """The same consent, asserted and denied."""
    denial = claim("Petra Lindqvist", quote=BANK, stance="deny")
    assert decided(claim("Ilse Marrant", quote=BANK), denial).relation == "conflict"


def test_denying_words_that_state_nothing_contradicts_nobody() -> None:
    """Nor is it the same as saying them."""
    denial = claim(
        "Petra Lindqvist",
        quote="the minister’s new measures to regulate ferry tolls",
        stance="deny",
    )
    said = claim(
        "Ilse Marrant", quote="the minister’s new measures to regulate ferry tolls are worth little"
    )
    assert decided(said, denial).relation == "apart"


@pytest.mark.parametrize(("together", "what"), [(True, "apart"), (False, "conflict")])
def test_nobody_contradicts_himself_within_one_text(together: bool, what: str) -> None:
    """What reads as a contrary there is another point of his; over two texts it is a change of
    mind."""
    quotes = [
        "the harbour bridge at Velmora was closed after inspectors noticed cracks in its pillars"
    ]
    quotes.append(quotes[0].replace("was closed", "was not closed"))
    one, other = (claim("Ilva Dorn", quote=quote) for quote in quotes)
    assert decided(one, other, together).relation == what


def test_what_shares_an_office_alone_is_no_conflict() -> None:
    """Two people speak of one office and of nothing else in common."""
    one = claim(
        "Ilva Dorn",
        quote="Petar Quill is totally unqualified to be president of the United Isles of Velmora",
    )
    other = claim(
        "Joris Hallam", quote="I am going to be the next president of the United Isles of Velmora"
    )
    assert decided(one, other).relation == "apart"


@pytest.mark.parametrize(
    ("one", "other", "voice"),
    [
        ("Ilva Dorn", "Petar Dorn", -1),
        ("Robert Dorn", "Bob Dorn", 1),
        ("Ilva Dorn", "Ilva M. Dorn", 1),
        ("I. Dorn", "Ilva Dorn", 1),
        ("Dorn", "Ilva Dorn", 1),
        ("President Dorn", "Ilva Dorn", 1),
    ],
)
def test_one_family_name_is_one_voice_unless_first_names_differ(
    one: str, other: str, voice: int
) -> None:
    """Husband and wife are two voices; nicknames, initials and titles make no second person."""
    assert same_voice(claim(one), claim(other)) == voice


def test_a_heading_repeats_its_text_and_a_later_sentence_does_not() -> None:
    """Two sentences of one article are mostly two statements; of a heading and a sentence that says
    so less."""
    quotes = [
        "tolls at Velmora bridge double",
        "that bridge tolls at Velmora would double this autumn",
    ]
    low = decided(*(claim("Ilva Dorn", quote=q) for q in quotes), together=True).likelihood
    head = article("a", *(claim("Ilva Dorn", quote=q) for q in quotes), published="2026-03-09")
    later = (replace(c, content=(Span(8, 8 + len(c.quote)),)) for c in head.claims)
    body = article("a", *later, text="A town.\n" + max(quotes, key=len), published="2026-03-09")
    assert (
        low == decide(*(part for c in head.claims for part in (c, read_claim(c, head)))).likelihood
    )
    assert (
        low > decide(*(part for c in body.claims for part in (c, read_claim(c, body)))).likelihood
    )


@pytest.mark.parametrize(
    ("one", "other", "aside"),
    [
        (
            "Twelve people were injured when the tram left the rails in Oskarvik",
            "The brakes of the tram that left the rails in Oskarvik had failed",
            True,
        ),
        (
            "The tram left the rails in Oskarvik",
            "The tram left the rails in Oskarvik when its brakes failed",
            False,
        ),
        (
            "When the tram left the rails, nobody was hurt",
            "Nobody was hurt when the tram left the rails",
            False,
        ),
    ],
)
def test_words_said_in_passing_make_no_two_origins(one: str, other: str, aside: bool) -> None:
    """What both share only names the event in one of them, which speaks of something else."""
    claims = (claim("Hans Lie", quote=one), claim("Ida Bo", quote=other))
    articles = [article(doc, c) for doc, c in zip("ab", claims, strict=True)]
    (a, x), (b, y) = ((s.claims[0], read_claim(s.claims[0], s)) for s in articles)
    agreement = compare_words(a, x, b, y)
    assert agreement is not None and agreement.difference.aside == aside
