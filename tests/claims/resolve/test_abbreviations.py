"""Abbreviations of offices and callings name nobody; with the real model, for what stands before a noun is the
parse's."""

from __future__ import annotations

import pytest
from spacy.language import Language

from claims import engine
from claims.resolve.mentions.index import Index


@pytest.fixture(scope="module")
def nlp() -> Language:
    return engine.load(None, "fast")


def named(nlp: Language, text: str) -> set[str]:
    """Every name of a text in its fullest form."""
    return {mention.name for mention in Index(nlp(text)).mentions}


@pytest.mark.parametrize("office", ["An MP", "The Tarn MP", "The PM", "A Labour MEP", "One NGO"])
def test_an_office_by_its_letters_names_nobody(nlp: Language, office: str) -> None:
    text = f"The river rose on Monday. {office} said that the dam was safe."
    assert not any(name.endswith(office.split()[-1]) for name in named(nlp, text))


def test_letters_that_one_of_many_bears_name_nobody_in_that_text(nlp: Language) -> None:
    """No list holds them."""
    text = "A super PAC paid for it. The PAC said that it would pay again."
    assert "PAC" not in named(nlp, text)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("In an email the FBI said the case is closed. The FBI said it had no more to say.", "FBI"),
        ("It was an order the EPA issued in May. The EPA said it would stand by it.", "EPA"),
        ("The chair of one DNC said so. The DNC said that it was late.", "DNC"),
    ],
)
def test_an_article_that_belongs_to_another_noun_makes_no_letters_one_of_many(
    nlp: Language, text: str, body: str
) -> None:
    assert body in named(nlp, text)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Rolf Orr told the BBC Ada Holm had resigned. The BBC said it stood by it.", "BBC"),
        ("Ada Holm told the BBC Maria Lund knew of it. The BBC said it stood by it.", "BBC"),
        ("The EPA Maria Lund runs is small. The EPA said yes to the plan.", "EPA"),
    ],
)
def test_letters_that_the_parse_parts_from_the_name_behind_them_are_no_office(
    nlp: Language, text: str, body: str
) -> None:
    assert body in named(nlp, text)


def test_letters_before_a_persons_name_are_an_office(nlp: Language) -> None:
    text = "Assistant DA Clara Holm said the trial would begin. The DA said that it was late."
    assert named(nlp, text) == {"Clara Holm"}


def test_a_body_that_is_called_by_its_letters_keeps_them(nlp: Language) -> None:
    text = "A KPD source said two were hurt. The KPD said that nobody was."
    assert "KPD" in named(nlp, text)


def test_letters_that_the_text_spells_out_are_that_body(nlp: Language) -> None:
    text = "The Public Accounts Committee (PAC) met. A PAC of nine, it said. The PAC said no."
    assert "Public Accounts Committee" in named(nlp, text)


def test_who_has_the_office_behind_his_name_is_whom_it_means(nlp: Language) -> None:
    index = Index(nlp("Clara Holm MP said the dam was unsafe. The MP said that it would break."))
    assert {mention.name for mention in index.mentions} == {"Clara Holm"}
    assert any(
        trait.head == "parliament" or "mp" in trait.words for trait in index.traits["Clara Holm"]
    )
