"""Shapes that words alone show: a plea, an opening "According to", a name that is cited. No
model."""

from __future__ import annotations

import pytest
import spacy

from claims.detect.postprocess import postprocess
from claims.model import Attribution, Span

NLP = spacy.blank("en")


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def said(text: str, found: Attribution) -> list[str]:
    return [text[s:e] for s, e in found.content]


def test_a_plea_to_nothing_named_is_the_content() -> None:
    """What follows says when, not what."""
    text = "The ferryman pleaded not guilty after the charges were read."
    plea = Attribution(
        (at(text, "pleaded"),), (at(text, "The ferryman"),), (Span(21, len(text) - 1),), 0.9
    )
    (found,) = postprocess(NLP(text), [plea])
    assert said(text, found) == ["not guilty"] and text[slice(*found.cue[0])] == "pleaded"


def test_a_plea_to_a_charge_belongs_to_the_cue() -> None:
    """The charge is the content."""
    text = "The ferryman pleaded not guilty to sinking the boat."
    plea = Attribution(
        (at(text, "pleaded"),), (at(text, "The ferryman"),), (Span(21, len(text) - 1),), 0.9
    )
    (found,) = postprocess(NLP(text), [plea])
    assert said(text, found) == ["sinking the boat"]


TEXT = (
    "According to two dockers, who asked not to be named, at least 60 sailors will go. It rained."
)


def test_a_sentence_that_opens_with_according_to_is_its_sources_claim() -> None:
    """The clause about the source is no part of either."""
    (found,) = postprocess(NLP(TEXT), [])
    assert said(TEXT, found) == ["at least 60 sailors will go"]
    assert [TEXT[s:e] for s, e in found.source] == ["two dockers"]


def test_a_claim_about_that_source_keeps_to_its_clause() -> None:
    """The detector ran on from the clause into the sentence."""
    ran_on = Attribution(
        (at(TEXT, "asked"),),
        (at(TEXT, "who"),),
        (at(TEXT, "not to be named, at least 60 sailors will go"),),
        0.6,
    )
    contents = [said(TEXT, found) for found in postprocess(NLP(TEXT), [ran_on])]
    assert contents == [["at least 60 sailors will go"], ["not to be named"]]


def test_what_is_found_already_is_left_alone() -> None:
    """The detector knows the opening."""
    known = Attribution(
        (at(TEXT, "According to"),),
        (at(TEXT, "two dockers"),),
        (at(TEXT, "at least 60 sailors will go"),),
        0.9,
    )
    assert postprocess(NLP(TEXT), [known]) == [known]


def test_a_name_that_is_cited_claims_nothing_but_what_is_cited_may() -> None:
    """The name says by whose word the paper reported."""
    text = "The quay will close, the Herald reported, citing the mayor, Ilse Brandt."
    doc = NLP(text)
    doc.ents = [doc.char_span(*at(text, "Ilse Brandt"), label="PERSON")]
    name = Attribution(
        (at(text, "citing"),), (at(text, "the Herald"),), (at(text, "the mayor, Ilse Brandt"),), 0.9
    )
    assert postprocess(doc, [name]) == []
    figures = "The Herald warned of losses, citing Ilse Brandt's figures."
    doc = NLP(figures)
    doc.ents = [doc.char_span(*at(figures, "Ilse Brandt"), label="PERSON")]
    kept = Attribution(
        (at(figures, "citing"),),
        (at(figures, "The Herald"),),
        (at(figures, "Ilse Brandt's figures"),),
        0.9,
    )
    assert postprocess(doc, [kept]) == [kept]


@pytest.mark.parametrize(
    "who",
    ["the fire brigade", "two people familiar with the inquiry", "a police officer", "villagers"],
)
def test_a_kind_of_speaker_that_is_cited_claims_nothing(who: str) -> None:
    """ "Citing the fire brigade" says by whose word."""
    text = f"The quay will close, the Herald reported, citing {who}."
    found = Attribution((at(text, "citing"),), (at(text, "the Herald"),), (at(text, who),), 0.9)
    assert postprocess(NLP(text), [found]) == []


def test_who_cited_a_kind_of_speaker_claims_nothing_but_as_what_they_cited_it() -> None:
    """ "Who cited the fire brigade" names a source; "as the owner" says something of it."""
    text = "Two were hurt, said the mayor, who cited the fire brigade."
    found = Attribution(
        (at(text, "cited"),), (at(text, "who"),), (at(text, "the fire brigade"),), 0.9
    )
    assert postprocess(NLP(text), [found]) == []
    text = "The mayor cited the fire brigade as the owner of the shed."
    said = at(text, "the fire brigade as the owner of the shed")
    found = Attribution((at(text, "cited"),), (at(text, "The mayor"),), (said,), 0.9)
    assert postprocess(NLP(text), [found]) == [found]


@pytest.mark.parametrize(
    "why", ["the cost of the repairs", "safety", "“the police state of the north”"]
)
def test_a_reason_that_is_cited_is_claimed(why: str) -> None:
    """A reason is no speaker."""
    text = f"The Herald warned of losses, citing {why}."
    found = Attribution((at(text, "citing"),), (at(text, "The Herald"),), (at(text, why),), 0.9)
    assert postprocess(NLP(text), [found]) == [found]
