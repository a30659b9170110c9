"""How names are taken apart, grouped, and matched with offices and former statements."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from claims.identity.blocking_keys import join_keys, likeness_keys
from claims.identity.changes import Statement, changes
from claims.identity.clustering import group
from claims.identity.model import NamedSpeaker, Office, SpeakerDecisions
from claims.identity.offices import holder
from claims.identity.organisation_name import body
from claims.identity.pairs import judge
from claims.identity.person_name import parse
from claims.identity.within_article import settle
from claims.model import Claim, Speaker, Stance
from claims.rules.lists import words


def _words(name: str) -> list[str]:
    return [word.plain for word in parse(name).words]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Gen. Qamar Javed Bajwa", ["qamar", "javed", "bajwa"]),
        ("The Rt Hon. Dame Judith Hale, MP", ["judith", "hale"]),
        ("Oduya, Mira", ["mira", "oduya"]),
        ("Hale, Jr.", ["hale"]),
        ("ex-President Olusegun Adeyemi", ["olusegun", "adeyemi"]),
        ("Abd al-Aziz Saud", ["abdulaziz", "saud"]),
        ("Ursula von der Heyden", ["ursula", "heyden"]),
        ("M.K. Vaidyanathan", ["m", "k", "vaidyanathan"]),
        ("Rep. Gwen Tillery, R-Ohio", ["gwen", "tillery"]),
        ("Владимир Краснов", ["vladimir", "krasnov"]),
        ("Const. Mara Quill", ["mara", "quill"]),
        ("CTO Mara Quill", ["mara", "quill"]),
        ("Attorney-General Mara Quill", ["mara", "quill"]),
        ("Dr.", ["dr"]),
        ("", []),
    ],
)
def test_titles_marks_and_particles_are_no_words_of_a_name(name: str, words: list[str]) -> None:
    """What is left are first and family names, folded, in spoken order."""
    assert _words(name) == words


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("Tarn police", "Tarn Police Department", True),
        ("Tarn Police Service", "Tarn Police Department", True),
        ("United States Harbour Survey", "U.S. Harbour Survey", True),
        ("Tarn Fire Department", "Tarn Police Department", False),
        ("the police", "Police Department", False),
        ("Tarn Fire", "Tarn Fire Department", False),
    ],
)
def test_a_force_is_one_under_its_long_name_and_a_state_under_its_letters(
    left: str, right: str, one: bool
) -> None:
    """The word that a police force's name may leave out does not tell two forces apart."""
    assert (body(left).key == body(right).key) is one


@pytest.mark.parametrize(
    ("form", "outcome"),
    [
        ("Quillon Pump Devices (QPD)", "join"),
        ("Quillon Pump Devices (NYSE: QPD)", "join"),
        ("Quillon Pump Devices (NYSE: QUIL)", "propose"),
        ("Quillon Pump Devices", "propose"),
    ],
)
def test_an_acronym_given_in_any_form_of_a_body_stands_for_it(form: str, outcome: str) -> None:
    """A share's letters count only where they are the body's initials."""
    whole = NamedSpeaker("a", "Quillon Pump Devices", "organisation", names=(form,))
    short = NamedSpeaker("b", "QPD", "organisation")
    assert judge(whole, short).outcome == outcome
    assert outcome != "join" or join_keys(whole) & join_keys(short)


def test_a_name_in_capitals_is_not_the_one_shown() -> None:
    """A headline's capitals give way to the name as it is written elsewhere."""
    loud, plain = (
        NamedSpeaker("a", "MARA QUILL", "person"),
        NamedSpeaker("b", "Mara Quill", "person"),
    )
    joined = group([loud, plain], SpeakerDecisions())
    assert {place.canonical for place in joined.values()} == {"b"}


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_any_text_can_be_read_as_a_name(text: str) -> None:
    """Reading, keys and judging never raise, and give the same answer twice."""
    person, organisation = (
        NamedSpeaker("a", text, "person", text),
        NamedSpeaker("b", text, "organisation", text),
    )
    for known in (person, organisation):
        assert join_keys(known) == join_keys(known)
        assert likeness_keys(known) == likeness_keys(known)
        assert judge(known, known).outcome in ("join", "propose", "apart")
    assert parse(text) == parse(text) and body(text) == body(text)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="abcdefghij -.'éüø", min_size=1, max_size=30))
def test_reading_what_was_read_changes_nothing(text: str) -> None:
    """The folded words of a name, read again, are the same words, unless one of them is a title or
    mark by itself."""
    once = _words(text)
    # "Aa-Aa-Ba" is a name; of "Aa Aa Ba" the last word is a degree.
    kinds = ("honorifics", "offices_before", "regnal", "generations", "postnominals")
    assume(not any(words("people", kind) & set(once) for kind in kinds))
    assert _words(" ".join(once)) == once or len(once) < 2 or any(len(word) == 1 for word in once)


def _known(
    name: str, affiliation: str | None = None, years: tuple[int, int] | None = None
) -> NamedSpeaker:
    return NamedSpeaker(
        f"{name}|{affiliation or ''}|{years or ''}", name, "person", affiliation, years=years
    )


def _groups(
    members: list[NamedSpeaker], decided: SpeakerDecisions | None = None
) -> set[frozenset[str]]:
    joined = group(members, decided or SpeakerDecisions())
    heads = {found.canonical for found in joined.values()}
    return {
        frozenset(id.split("|")[0] for id, found in joined.items() if found.canonical == head)
        for head in heads
    }


def test_a_name_that_fits_two_speakers_stays_by_itself() -> None:
    """ "George Bushnell" may be the father or the son: he is neither."""
    members = [
        _known("George Bushnell"),
        _known("George W. Bushnell"),
        _known("George H. W. Bushnell"),
    ]
    assert len(_groups(members)) == 3


def test_bearers_of_one_name_with_two_bodies_stay_apart() -> None:
    """Two John Smiths of two bodies are two, and the third, of none, is not given to either."""
    members = [
        _known("John Smith", "Acme Steel"),
        _known("John Smith", "Harbour Police"),
        _known("John Smith"),
    ]
    assert len({found.canonical for found in group(members, SpeakerDecisions()).values()}) == 3
    assert len({found.canonical for found in group(members[::2], SpeakerDecisions()).values()}) == 1


def test_a_lifetime_apart_is_another_bearer() -> None:
    """The same name in the news of 1890 and of 2017 is not one speaker."""
    old, new = _known("Ana Reyes", years=(1800, 1899)), _known("Ana Reyes", years=(2016, 2017))
    assert judge(old, new).outcome == "apart"


def test_groups_do_not_depend_on_the_order_of_names() -> None:
    """Whatever article came first, the speakers are the same."""
    members = [
        _known("Jürgen Müller"), _known("Juergen Mueller"), _known("J. Müller"), _known("Jurgen Muller", "Lake Bank"),
    ]  # fmt: skip
    assert len({frozenset(map(str, _groups(list(order)))) for order in permutations(members)}) == 1


def test_people_overrule_the_machine_both_ways() -> None:
    """A decision joins what differs and parts what is alike."""
    a, b, c = _known("Brand"), _known("Ilse Marrant"), _known("Dr. Ilse Marrant")
    one, two = frozenset([frozenset((a.id, b.id))]), frozenset([frozenset((b.id, c.id))])
    assert _groups([a, b, c], SpeakerDecisions(merged=one)) == {
        frozenset(["Brand", "Ilse Marrant", "Dr. Ilse Marrant"])
    }
    assert len(_groups([b, c], SpeakerDecisions(parted=two))) == 2


OFFICES = [
    Office("bajwa", "army chief of Velmora", "2016-11-29", "2022"),
    Office("raheel", "army chief of Velmora", "2013", "2016-11-28"),
    Office("oster", "mayor of Tarne", "2016", None),
]


@pytest.mark.parametrize(
    ("mention", "date", "speaker"),
    [
        ("the army chief", "2017-03-17", "bajwa"),
        ("The Velmoran army chief", "2014-05-01", "raheel"),
        ("Velmora's army chief", "2022-12-31T10:00:00Z", "bajwa"),
        ("the army chief", "2023-01-01", None),
        ("the army chief", "2016", None),
        ("the army chief", "", None),
        ("the army chief", None, None),
        ("the former army chief", "2017-03-17", None),
        ("the deputy army chief", "2017-03-17", None),
        ("the army chief of Norland", "2017-03-17", None),
        ("the chief", "2017-03-17", None),
        ("Tarne's mayor", "2020-01", "oster"),
    ],
)
def test_an_office_is_its_holder_on_the_date(
    mention: str, date: str | None, speaker: str | None
) -> None:
    """Only the office itself, on a known date, with one holder, names somebody."""
    found = holder(mention, date, OFFICES)
    assert (found[0].speaker if found else None) == speaker


def test_two_holders_of_one_office_name_nobody() -> None:
    """ "The army chief" of one of two countries may be either."""
    other = Office("singh", "army chief of Norland", "2016", None)
    assert holder("the army chief", "2017-03-17", [*OFFICES, other]) is None
    found = holder("Norland's army chief", "2017-03-17", [*OFFICES, other])
    assert found and found[0].speaker == "singh"


def _said(
    id: str, when: str, quote: str, stance: str = "assert", polarity: str = "positive"
) -> Statement:
    return Statement(id, when, quote, stance, polarity)


def test_the_opposite_of_an_earlier_claim_is_a_change() -> None:
    """Negation, or a denial, of the same words on a later day."""
    before = _said("a", "2026-01-01", "the fuel subsidy would end in September")
    turned = _said("b", "2026-02-01", "the fuel subsidy would not end in September")
    denied = _said("c", "2026-02-01", "the fuel subsidy would end in September", "deny", "negative")
    assert [(c.before, c.after, c.reason) for c in changes([turned, before])] == [
        ("a", "b", "the opposite")
    ]
    assert [(c.before, c.after) for c in changes([before, denied])] == [("a", "c")]


def test_another_number_on_the_same_topic_is_a_change() -> None:
    """The same words with another number, the earlier number said."""
    before = _said("a", "2026-01-01", "the subsidy costs 90 million crowns a month")
    after = _said("b", "2026-02-01", "the subsidy costs 120 million crowns a month")
    assert [c.reason for c in changes([before, after])] == ["another number: 90, now 120"]


@pytest.mark.parametrize(
    ("when", "quote", "stance"),
    [
        ("2026-02-01", "the fuel subsidy would end in September", "assert"),
        ("2026-01-01", "the fuel subsidy would not end in September", "assert"),
        ("", "the fuel subsidy would not end in September", "assert"),
        ("2026-02-01", "the harbour bridge would not open in spring", "assert"),
        ("2026-02-01", "would the fuel subsidy not end in September", "ask"),
    ],
)
def test_what_cannot_be_shown_is_no_change(when: str, quote: str, stance: str) -> None:
    """The same again, the same day, no date, another topic or a question."""
    before = _said("a", "2026-01-01", "the fuel subsidy would end in September")
    assert changes([before, _said("b", when, quote, stance)]) == []


def _claim(speaker: Speaker) -> Claim:
    return Claim((), (), (), "indirect", Stance(), speaker)


def test_a_surname_beside_one_full_name_is_that_person() -> None:
    """The same article names in full whom it then calls by the surname; the reason says so."""
    settled = settle([_claim(Speaker("person", "Ana Reyes")), _claim(Speaker("person", "Reyes"))])
    assert settled[1].speaker.name == "Ana Reyes"
    assert "names Ana Reyes in full" in settled[1].speaker.reasons[-1]


def test_a_surname_beside_two_full_names_stays_alone() -> None:
    """Two Reyes in one article: "Reyes" is neither."""
    names = ("Ana Reyes", "Tom Reyes", "Reyes")
    assert settle([_claim(Speaker("person", name)) for name in names])[2].speaker.name == "Reyes"


def test_an_affiliation_said_once_holds_for_the_article() -> None:
    """Whoever is "of the Harbour Board" once is so in the whole article."""
    settled = settle(
        [
            _claim(Speaker("person", "Ana Reyes", affiliation="Harbour Board")),
            _claim(Speaker("person", "Ana Reyes")),
        ]
    )
    assert settled[1].speaker.affiliation == "Harbour Board"
