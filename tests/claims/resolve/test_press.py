"""Who speaks, in the manners of the world's press: titles, offices, bodies and outlets that no list
has all of."""

from __future__ import annotations

import pytest

from tests.claims.resolve.test_cases import Case, read

pytestmark = pytest.mark.model

TITLES = [
    Case(
        "a lawyer's title",
        "[Advocate Sunil Wagle, for the traders,|argued] that the order was late.",
        ("Sunil Wagle",),
    ),
    Case(
        "a district officer", "[Tehsildar R. Maruthi|said] boats must stay ashore.", ("R. Maruthi",)
    ),
    Case("a Malay honour", "[Datuk Seri Hafiz Omar|said] the bridge would open.", ("Hafiz Omar",)),
    Case("a Nigerian honour", "[Alhaji Bala Dogara|said] the market was full.", ("Bala Dogara",)),
    Case(
        "a councillor",
        "[Cllr Anne Budge (Lab), who leads the group,|said] bins would wait.",
        ("Anne Budge",),
    ),
    Case(
        "a party's member", "[Opposition MP Tom Arkwright|called] it a scandal.", ("Tom Arkwright",)
    ),
    Case(
        "two titles", "[Seismologist Dr Maria Calder|said] the ground was calm.", ("Maria Calder",)
    ),
    Case(
        "a learned occupation that no list has",
        "[Palynologist Erik Strand|said] pollen rose.",
        ("Erik Strand",),
    ),
    Case(
        "an owner that is a body",
        "[Operator Brightwater Holdings|said] it was sorry.",
        ("Brightwater Holdings",),
    ),
    Case(
        "a constable, abbreviated",
        "[Tarn police Const. Mara Quill|said] the road was shut.",
        ("Mara Quill",),
    ),
    Case(
        "a company and its officer",
        "[Quillon CTO Mara Holm|said] the pumps were sold.",
        ("Mara Holm",),
    ),
    Case(
        "a force, a rank and the name",
        "[TRPD Sgt. Mara Holm|said] the road was shut.",
        ("Mara Holm",),
    ),
    Case(
        "a first name that is a rank elsewhere",
        "[Farmer Col Harrow|said] the shed was lost.",
        ("Col Harrow",),
    ),
    Case(
        "what a company makes is no part of its name",
        "[Chipmaker Quillon Micro Inc.|said] it would hire.",
        ("Quillon Micro Inc.",),
    ),
    Case(
        "a maker and its acronym alone",
        "[Chipmaker QPD|said] it would hire.",
        ("QPD",),
    ),
    Case(
        "a woman's title settles she",
        "Madam Tan Bee Choo met Peter Lund. [She|said] the stall was shut.",
        ("Tan Bee Choo",),
    ),
]
OFFICES = [
    Case(
        "an office, then its holder",
        "[The state Commissioner for Works, Mrs Amaka Obiora,|said] roads were safe.",
        ("Amaka Obiora",),
    ),
    Case(
        "without article",
        "[Chief Veterinary Officer, Dr Lena Brandt,|said] herds were well.",
        ("Lena Brandt",),
    ),
    Case(
        "with marks after the name",
        "[Counsel for Moss, Peter Lund KC,|said] it was an accident.",
        ("Peter Lund",),
    ),
    Case("an office alone", "[The Prime Minister|said] aid would come.", (None,)),
    Case(
        "an unnamed holder is not the one named later",
        "[An unnamed minister|said] talks went on. Minister Ada Holm told the Tarne Gazette that they had not.",
        (None,),
    ),
]
BODIES = [
    Case(
        "the Ministry",
        "The Ministry of Roads and Bridges opened a ferry. [The Ministry|said] it would be free.",
        ("Ministry of Roads and Bridges",),
    ),
    Case(
        "a ministry that nobody named",
        "Rain fell on Tarne. [The Ministry|said] it would stop.",
        (None,),
    ),
    Case(
        "the Trust",
        "The Tarne Heritage Trust bought the mill. [The Trust|said] it would be restored.",
        ("Tarne Heritage Trust",),
    ),
    Case(
        "the company",
        "Shares in insurer Medland fell. [The company|said] it had been attacked.",
        ("Medland",),
    ),
    Case(
        "a self-given name",
        "[A group calling itself Grey Heron|said] it had taken the files.",
        ("Grey Heron",),
    ),
    Case(
        "a whole name with and",
        "[The Ministry of Labour and Housing|said] work stops.",
        ("Ministry of Labour and Housing",),
    ),
    Case(
        "two bodies",
        "[The Tarne Water Board and the health ministry|said] taps were safe.",
        (None,),
    ),
]
GROUPS = [
    Case("a class and its place", "[Fish traders in Lomba State|said] prices would rise.", (None,)),
    Case(
        "a team that is no campaign",
        "Ingrid Holm read the maps. [Her team|said] the ice was thin.",
        (None,),
    ),
    Case(
        "a person of a body",
        "[Olga Brandt of Brandt Shipping|said] freight was cheap.",
        ("Olga Brandt",),
    ),
    Case(
        "an age described",
        "Amir Sood, 17, won in Tarne. Jon Marsh, the captain, watched. [The teenager|said] he was tired.",
        ("Amir Sood",),
    ),
]


@pytest.mark.parametrize("case", [*TITLES, *OFFICES, *BODIES, *GROUPS], ids=lambda case: case.name)
def test_the_press_of_the_world_names_its_speakers(nlp, case: Case) -> None:  # type: ignore[no-untyped-def]
    assert [r.speaker.name for r in read(nlp, case.text)] == list(case.expected)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("[Doctor Ada Holm|told Radio Kisalu] that wards were open.", "Radio Kisalu"),
        ("[Peter Lund|told Harbour FM] that boats were late.", "Harbour FM"),
        ("[Peter Lund|told local broadcaster TV Norte] that boats were late.", "TV Norte"),
        ("[Peter Lund|told The Cricket Desk] that he was out.", "Cricket Desk"),
        ("Speaking on Coral FM's breakfast show, [Peter Lund|said] boats were late.", "Coral FM"),
    ],
)
def test_an_outlet_that_no_list_has_is_told_by_its_shape(nlp, text: str, outlet: str) -> None:  # type: ignore[no-untyped-def]
    assert [link.intermediary for link in read(nlp, text)[0].chain] == [outlet]


@pytest.mark.parametrize("outlet", ["Harlen Courier", "Tarn Radio", "Ostley Daily Post"])
def test_a_medium_that_no_rule_has_is_told_by_what_was_learned(nlp, outlet: str) -> None:  # type: ignore[no-untyped-def]
    text = f"In an appearance Monday on the {outlet}, [Peter Lund|said] boats were late."
    assert [link.intermediary for link in read(nlp, text)[0].chain] == [outlet]


def test_a_bare_surname_is_whom_mister_means_most(nlp) -> None:  # type: ignore[no-untyped-def]
    text = (
        "[Lund|said] that the mole was old. Peter Lund met Anna Lund, and Anna Lund met the mayor. "
        "Mr. Lund was late. Mr. Lund was ill. Mr. Lund went home, and Anna Lund stayed."
    )
    assert read(nlp, text)[0].speaker.name == "Peter Lund"


def test_a_source_of_two_people_is_less_sure_than_one(nlp) -> None:  # type: ignore[no-untyped-def]
    text = "[Dana Holm|said] that the mole was old."
    several = "[Dana Holm and her friend Peter Lund|said] that the mole was old."
    one, two = (read(nlp, given)[0].speaker for given in (text, several))
    assert two.name is None or two.confidence < one.confidence


def test_a_body_that_is_only_told_something_is_no_outlet(nlp) -> None:  # type: ignore[no-untyped-def]
    assert read(nlp, "[Peter Lund|told the Tarne Council] that boats were late.")[0].chain == ()


def test_two_bodies_that_speak_together_are_both_members(nlp) -> None:  # type: ignore[no-untyped-def]
    speaker = read(nlp, "[The Tarne Water Board and the Harbour Police|said] taps were safe.")[
        0
    ].speaker
    assert speaker.members == ("Tarne Water Board", "Harbour Police")
