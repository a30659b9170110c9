"""Which names an article's index holds, where they begin and what bears them."""

from __future__ import annotations

from claims.resolve.mentions.index import Index
from claims.resolve.mentions.people import People
from claims.resolve.mentions.repeated import repeated
from claims.resolve.mentions.spot import Spot


def _names(nlp, text: str) -> dict[str, str]:  # type: ignore[no-untyped-def]
    doc = nlp(text)
    index = Index(doc, doc._.onrecord_attributions)
    return {text[one.start : one.end]: one.kind for one in index.mentions}


def test_an_article_is_no_title(nlp) -> None:  # type: ignore[no-untyped-def]
    """ "The Lanterns" are no person for their "The"."""
    found = _names(nlp, "It was the third season.\n\nThe Rising, the Tarn Hawks said, is a show.")
    assert not [name for name, kind in found.items() if kind == "person"]


def test_a_body_before_its_leader_stays_a_name(nlp) -> None:  # type: ignore[no-untyped-def]
    """The title that it begins is its leader's all the same."""
    found = _names(nlp, "The roads are safe, Senate Majority Leader Ada Holm said on Monday.")
    assert found["Majority Leader Ada Holm"] == "person"
    assert found["Senate"] == "organisation"


def test_a_city_is_not_its_team(nlp) -> None:  # type: ignore[no-untyped-def]
    found = _names(nlp, "The Philadelphia Eagles won.\n\nPeople in Philadelphia cheered on Monday.")
    assert found["Philadelphia"] == "state"


def test_a_surname_that_was_missed_once_is_found_again(nlp) -> None:  # type: ignore[no-untyped-def]
    """Alone; not where it is part of another name, nor where something else was found."""
    text = "Ada Felt spoke. Felt left. Felt Tower stands."
    doc = nlp.make_doc(text)
    doc.ents = [doc.char_span(0, 8, label="PERSON")]
    found = [(s.start, s.kind) for s in repeated(doc, [Spot(0, 8, "person")])]
    assert found == [(text.index("Felt left"), "person")]


def test_of_two_given_names_the_usual_one_is_shown() -> None:
    """ "Charles" once, "Chuck" three times."""
    people = People()
    for name in ("Chuck Brandt", "Charles Brandt", "Chuck Brandt", "Chuck Brandt"):
        people.add("", name, "")
    people.close()
    assert people.find("", "Brandt") == people.find("", "Charles Brandt") == "Chuck Brandt"


def test_father_and_son_are_two_and_no_third(nlp) -> None:  # type: ignore[no-untyped-def]
    """Their surname alone makes no full name without the mark."""
    text = "Hugo Brandt Sr. built it and Hugo Brandt Jr. runs it. Brandt, said Brandt, is old."
    doc = nlp(text)
    assert len(Index(doc, doc._.onrecord_attributions).people.everybody()) == 2
