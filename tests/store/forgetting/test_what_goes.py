"""What is forgotten is in no table, no index, no page and no log; what stays is as if it had never been
there."""

from __future__ import annotations

from sqlalchemy import create_engine, text
from stored_bytes import beyond, standing, stored_bytes

from claims.model import Reading
from store.records import Move
from store.store import Store
from tests.store.forgetting.newsroom import (
    BOTH,
    BRIDGE,
    MARKET,
    Make,
    as_shown,
    assert_sound,
    bridge,
    claim_with,
    forget,
    market,
    said,
)


@BOTH
def test_a_forgotten_article_leaves_no_run_of_its_text(desk: Store, make: Make) -> None:
    """Nor of its title, URL, claims, names and what was decided about it; of what another article
    says too, no more than that one's store holds."""
    one, two = claim_with(desk, "Quellmoor"), claim_with(desk, "the plan")
    desk.decisions.decide("Kim", [Move("speaker", two, "Zebulon Krantz")], "rang from a payphone")
    desk.decisions.decide("Kim", [Move("speaker", one, "Philippa Drummond")], "as the minutes say")
    desk.decisions.decide(
        "Kim", [Move("outlet", desk.articles.get("news/bridge.txt").id, "Gullwing Echo")]
    )
    desk.runs.finish(desk.runs.start(None, "add"), {}, ["news/bridge.txt: a broken byte"])
    texts = [
        BRIDGE, "Bruckvale span", "courier.example/bruckvale", "news/bridge.txt", "Quellmoor Harbour Trust",
        "Zebulon Krantz", "rang from a payphone", "Philippa Drummond", "as the minutes say", "Gullwing Echo",
        "Fenwick Courier",
    ]  # fmt: skip
    assert len(standing(desk.location, texts)) > 200
    forget(desk, "news/bridge.txt")
    other = make(market())
    assert beyond(stored_bytes(desk.location), stored_bytes(other.location), texts) == set()
    assert as_shown(desk) == as_shown(other)
    assert_sound(desk)


def test_a_forgotten_speaker_leaves_the_words_of_articles_alone(desk: Store) -> None:
    """Claims, names as entered, offices and notes go; the articles stay as they were published."""
    two = claim_with(desk, "the plan")
    (speaker,) = desk.speakers.matching("Odessa Thrumble")
    desk.decisions.alias("Kim", speaker.id, "Dessie the Crane")
    desk.decisions.role("Kim", speaker.id, "wharfinger of Quellmoor", "2020", None)
    desk.decisions.role("Kim", speaker.id, "Zwibblefax steward", None, None)
    desk.decisions.decide("Kim", [Move("status", two, "wrong")], "Odessa Thrumble rang us twice")
    entered = ["Dessie the Crane", "wharfinger of Quellmoor", "rang us twice", "Zwibblefax"]
    assert standing(desk.location, entered)
    preview = desk.forgetting.preview(desk.forgetting.find("odessa thrumble"))
    assert (preview.articles, preview.claims, preview.decisions) == (0, 3, 3)
    assert preview.stands_in == ("news/bridge.txt", "news/market.txt")
    forget(desk, "Odessa Thrumble")
    gone = ["Dessie the Crane", "wharfinger", "rang us twice", "Zwibblefax steward"]
    assert not standing(desk.location, gone)
    assert {claim.mention for claim in desk.claims.select()} == {
        "A senior dockmaster",
        "Ivor Pellgrave",
        "the mayor",
    }
    assert desk.claims.get(two).status == "wrong" and desk.claims.get(two).note == ""
    assert desk.articles.get("news/bridge.txt").text == BRIDGE
    assert not desk.speakers.matching("Thrumble")
    assert_sound(desk)


def test_a_name_entered_for_a_speaker_goes_wherever_it_was_decided(desk: Store) -> None:
    """Also from a claim that was given to another since, and from notes; not where another bears it."""
    one = claim_with(desk, "Quellmoor")
    (odessa,) = (s.id for s in desk.speakers.select() if s.name == "Odessa Thrumble")
    desk.decisions.decide("Kim", [Move("alias", odessa, "Hyacinth Bramwell")])
    desk.decisions.decide("Kim", [Move("speaker", one, "Hyacinth Bramwell")])
    desk.decisions.decide("Kim", [Move("speaker", one, "Ivor Pellgrave")], "not Hyacinth Bramwell")
    assert standing(desk.location, ["Hyacinth Bramwell"])
    forget(desk, "Hyacinth Bramwell")
    assert not standing(desk.location, ["Hyacinth Bramwell"])
    assert desk.claims.get(one).speaker == "Ivor Pellgrave"
    assert_sound(desk)


@BOTH
def test_who_an_unnamed_source_is_can_be_forgotten(desk: Store) -> None:
    """By the name that a reviewer entered, in every spelling, taken back or not; the claim stays, and no
    digest of the name is kept."""
    two = claim_with(desk, "the plan")
    for name in ("Zebulon Krantz", "ZEBULON KRANTZ"):
        desk.decisions.decide("Kim", [Move("speaker", two, name)], "met by ferryboat")
        desk.decisions.undo("Kim")
    desk.decisions.decide(
        "Lu", [Move("speaker", two, "Zebulon Krantz"), Move("status", two, "unsure")]
    )
    before = desk.claims.get(claim_with(desk, "Quellmoor"))
    forget(desk, "Zebulon Krantz")
    assert not standing(desk.location, ["Zebulon Krantz", "met by ferryboat"])
    assert desk.claims.get(two).mention == "A senior dockmaster"
    assert desk.claims.get(before.id) == before
    assert desk.forgetting.counted() == {}
    assert_sound(desk)


def test_a_forgotten_outlet_takes_its_articles_along(desk: Store, make: Make) -> None:
    """And no article of it comes back."""
    forget(desk, "outlet:Lake Gazette")
    other = make(bridge())
    texts = [MARKET, "Lake Gazette", "Ivor Pellgrave", "gazette.example/market"]
    assert beyond(stored_bytes(desk.location), stored_bytes(other.location), texts) == set()
    assert as_shown(desk) == as_shown(other)
    again = desk.articles.save(
        market(text="Another text of theirs.", doc="c.txt", url="https://g.example/c")
    )
    assert again.status == "forgotten"
    assert_sound(desk)


def test_what_was_asked_on_the_web_goes_along(desk: Store) -> None:
    """When an address was asked, and how far readers of a speaker's claims have come."""
    where = desk.location if "://" in desk.location else f"sqlite:///{desk.location}"
    with create_engine(where).begin() as raw:
        at = "'2026-03-01 10:00:00'"
        raw.execute(
            text(
                "INSERT INTO visit (address, mark, at) VALUES "
                f"('https://www.courier.example/bruckvale?utm_source=x', '', {at}),"
                f" ('https://other.example/', '', {at})"
            )
        )
        raw.execute(text(
            "INSERT INTO readmark (reader, query, number, claim_id, at) VALUES "
            f"('Kim', 'speaker:Thrumble', 1, 'c', {at}), ('Kim', 'speaker:Pellgrave', 1, 'c', {at})"
        ))  # fmt: skip
    forget(desk, "news/bridge.txt", "Odessa Thrumble")
    assert not standing(desk.location, ["courier.e", "bruckvale?utm", "r:thrumbl"])
    assert standing(desk.location, ["other.example"]) and standing(desk.location, ["r:pellgrave"])


def test_every_edition_goes(desk: Store) -> None:
    """The words of a former one too."""
    later = BRIDGE.replace("a month", "ten weeks")
    reading = bridge(text=later)
    claims = tuple(
        said(later, content, cue, mention, "Odessa Thrumble")
        for content, cue, mention in (
            ("The Quellmoor bridge will shut on Tuesday", "told", "Odessa Thrumble"),
        )
    )
    desk.articles.save(Reading(reading.article, reading.header, claims))
    forget(desk, "https://courier.example/bruckvale")
    assert not standing(
        desk.location, ["Bruckvale span reopens", "would last a month", "would last ten weeks"]
    )
    assert [a.doc for a in desk.articles.select()] == ["news/market.txt"]
    assert_sound(desk)


def test_what_was_merged_stays_merged_without_the_one_that_goes(desk: Store) -> None:
    """A decision on three names becomes one on two."""
    third = market(
        doc="t.txt",
        url="https://t.example",
        text=MARKET.replace("Odessa Thrumble", "Dessa Thrumbull"),
    )
    claims = (
        said(
            third.article.text, "pumps were old", "said the", "Dessa Thrumbull", "Dessa Thrumbull"
        ),
    )
    desk.articles.save(Reading(third.article, third.header, claims))
    ids = {s.name: s.id for s in desk.speakers.select()}
    desk.decisions.merge("Kim", ids["Dessa Thrumbull"], ids["Odessa Thrumble"])
    desk.decisions.merge("Kim", ids["Ivor Pellgrave"], ids["Odessa Thrumble"])
    forget(desk, "t.txt")
    assert [s.name for s in desk.speakers.select()] == ["Odessa Thrumble"]
    assert_sound(desk)
