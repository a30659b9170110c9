"""A text under labels is turns, whole to the next label; any other text is none."""

from __future__ import annotations

import pytest

from claims.turns import answers_of, turns_of
from tests.work import MAX_GROWTH, growth

TALK = [
    (
        "HON. SPEAKER.- I give the floor.\n\nHON. A. L. NAVAKO.- Why is it shut?\n\n"
        "HON. T. R. MOTAWE.- The piles failed.",
        [
            ("HON. SPEAKER", "I give the floor."),
            ("HON. A. L. NAVAKO", "Why is it shut?"),
            ("HON. T. R. MOTAWE", "The piles failed."),
        ],
    ),
    (
        "THE SPEAKER.- I give the floor.\n\nMr. HOLM.— I thank you.\n\nA. L. NAVAKO.- It is shut.",
        [("THE SPEAKER", "I give the floor."), ("Mr. HOLM", "I thank you."), ("A. L. NAVAKO", "It is shut.")],
    ),
    (
        "MARGIT SY, ANCHOR: Did they know?\n\nPAVEL RAI: They knew. All did.\n\nMore than once.\n\nSY: You told them?",
        [
            ("MARGIT SY", "Did they know?"),
            ("PAVEL RAI", "They knew. All did. … More than once."),
            ("SY", "You told them?"),
        ],
    ),
    (
        "The Minister for Ferries (Mr Joris Vael): We open in May. [Laughter.]\n"
        "Mrs Moran: Which two? (APPLAUSE)\nMr Vael: Both.",
        [("Mr Joris Vael", "We open in May."), ("Mrs Moran", "Which two?"), ("Mr Vael", "Both.")],
    ),
    (
        "Mr. HOLLAND (during the reading). Madam Chair, I object.\n\nThe CHAIR. Is there objection?\n\n"
        "Mrs. BIS of Norwell. There is.",
        [("Mr. HOLLAND", "Madam Chair, I object."), ("The CHAIR", "Is there objection?"), ("Mrs. BIS", "There is.")],
    ),
    (
        "Operator\n\nOur next question comes from Minh Arden.\n\nMinh Arden -- Larch Bank -- Analyst\n\n"
        "Thank you. Will you close it?\n\nRosalie Quint -- Chief Executive\n\nWe will not.",
        [
            ("Operator", "Our next question comes from Minh Arden."),
            ("Minh Arden", "Thank you. Will you close it?"),
            ("Rosalie Quint", "We will not."),
        ],
    ),
    (
        "Lotte Krag\nHarbour master\n\nThe pier opens in May.\n\nIvo Braga\nFisherman\n\nIt was promised for March.",
        [("Lotte Krag", "The pier opens in May."), ("Ivo Braga", "It was promised for March.")],
    ),
]  # fmt: skip

NO_TALK = [
    "Where: the town hall.\nWhen: Monday at nine.\nCost: nothing, if you ask us.",
    "Ferry to stop: mayor\n\nThe ferry will stop in May, the mayor said. “We have no money,” she said.",
    "OSK: The mayor resigned on Monday.\nTARN: Rain fell on nine villages.\nELLERY: The bank shut two branches.",
    "Ada Holm: \"We are proud.\"\n\nThe film opens in May. You can see it.\n\nBram Orr: \"I have not seen it.\"",
    "The facts are these: nobody asked us.\nThe answer came late: we waited for a year.",
    "LONDON. - The bridge was safe, he said.\n\nPARIS. - The mayor denied it.\n\nROME. - Trains ran late.",
    "THE WEATHER. - It rains.\nSPORT. - Tarn lost.\nDRAMA. - Nothing is on.",
    "Mr. Holland went to Norwell. He said that he objected.\n\nMrs. Bis went home.",
]  # fmt: skip


def _words(text: str) -> list[tuple[str, str]]:
    return [
        (text[slice(*t.label.who)], " … ".join(text[s:e] for s, e in t.content))
        for t in turns_of(text)
    ]


@pytest.mark.parametrize(("text", "turns"), TALK)
def test_a_turn_is_what_stands_under_its_label(text: str, turns: list[tuple[str, str]]) -> None:
    assert _words(text) == turns


@pytest.mark.parametrize("text", NO_TALK)
def test_other_lines_with_colons_or_names_are_no_turns(text: str) -> None:
    assert _words(text) == []


def test_lines_that_ask_and_lines_that_answer_are_an_interview() -> None:
    text = (
        "Nadia Ferro runs the shelter.\n\nHow many came?\nNinety. We have sixty beds.\n\n"
        "What did the city promise?\nA house. I have not seen it.\n\nAnd now?\nI will open the church.\n\nIt shuts."
    )
    found = [
        (text[slice(*e.question)], text[e.answer[0].start : e.answer[-1].end])
        for e in answers_of(text)
    ]
    assert found == [
        ("How many came?", "Ninety. We have sixty beds."),
        ("What did the city promise?", "A house. I have not seen it."),
        ("And now?", "I will open the church."),
    ]


def test_questions_of_a_writer_are_no_interview() -> None:
    text = "Who paid?\nNobody knows.\n\nWho built it?\nThe city did, in 1904.\n\nWho will mend it?\nThe state."
    assert answers_of(text) == ()


@pytest.mark.parametrize("question", ["**{}**", "__{}__", "{}"])
def test_questions_in_bold_with_answers_that_say_i_are_an_interview(question: str) -> None:
    asked = ("How many?", "Who paid?", "And now?")
    text = "\n\n".join(f"{question.format(q)}\n\nI know. We are ten." for q in asked)
    assert len(answers_of(text)) == 3


def test_one_answer_of_three_tells_an_interview_in_bold() -> None:
    text = "**How many?**\n\nTen.\n\n**Who paid?**\n\nI did.\n\n**And now?**\n\nNothing."
    assert len(answers_of(text)) == 3


@pytest.mark.parametrize("question", ["* {}", "*{}*", "**{}**", "_{}"])
def test_what_readers_should_know_is_no_interview(question: str) -> None:
    """Neither as a list nor in bold."""
    asked = ("Is the bridge safe?", "Who pays for it?", "When will it open?")
    text = "\n".join(f"{question.format(q)}\nThe region tells nobody." for q in asked)
    assert answers_of(f"Ada Holm explains: the bridge\n\n{text}") == ()


def test_items_of_a_list_are_not_in_bold() -> None:
    text = "* How many?\nTen.\n* Who paid?\nI did.\n* And now?\nNothing."
    assert answers_of(text) == ()


EXAMINED = (
    "MR ORR: Good morning.\n{line}\nQ. Was it late?\nA. It was.\nQ. Who saw it?\nA. Nobody did."
)


def _questions(line: str) -> set[str | None]:
    """Whom the questions below a line are said to be put by."""
    text = EXAMINED.format(line=line)
    who = [t.label.stands_for for t in turns_of(text) if text.startswith("Q", t.label.who.start)]
    assert who
    return {span and text[slice(*span)] for span in who}


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Questions by MS TALWAR", "MS TALWAR"),
        ("CROSS-EXAMINATION BY MR. HOLM:", "MR. HOLM"),
        ("Further examined by Mr Holm", "Mr Holm"),
        ("BY MS. HARDESTY:", "MS. HARDESTY"),
        ("By Ada Holm:", "Ada Holm"),
    ],
)
def test_a_line_names_who_examines(line: str, who: str) -> None:
    assert _questions(line) == {who}


@pytest.mark.parametrize(
    "line", ["By noon the court had risen", "Examined by the whole committee", "By Ada Holm"]
)
def test_a_line_that_only_begins_so_names_no_examiner(line: str) -> None:
    """Nor is a writer one."""
    assert _questions(line) == {None}


@pytest.mark.parametrize(
    ("unit", "lead"),
    [
        ("Q. Is it so?\nA. It is.\n", "ADA HOLM: Hello.\n"),
        ("MR ORR: Is it so?\nMS HOLM: It is.\n", ""),
        ("Lotte Krag, harbour master\n\nIt is late.\n\nIvo Braga, fisherman\n\nIt is.\n\n", ""),
    ],
)
def test_twice_as_many_turns_are_twice_the_work(unit: str, lead: str) -> None:
    assert growth(turns_of.__wrapped__, unit, lead=lead) < MAX_GROWTH
