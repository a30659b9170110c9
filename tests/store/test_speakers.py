"""One speaker over many articles: what joins by itself, what people decide, and that no re-run
overrules it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claims.errors import UsageError
from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance, Versions
from store.records import Filters
from store.store import Store, open_store


def article(
    doc: str,
    *who: str | Speaker,
    published: str | None = "2017-03-17",
    versions: Versions | None = None,
) -> Reading:
    """An article in which each of them says one thing."""
    text, claims = "", []
    for one in who:
        speaker = one if isinstance(one, Speaker) else Speaker("person", one, mention=one)
        start = len(text)
        text += f"{speaker.mention or speaker.name} said {doc} matters. "
        cue = text.index(" said ", start) + 1
        spans = (Span(cue, cue + 4),), (Span(start, cue - 1),), (Span(cue + 5, len(text) - 2),)
        claims.append(Claim(*spans, "indirect", Stance(), speaker))
    return Reading(Article(doc, text, published=published), Header(), tuple(claims), versions)


def counts(store: Store) -> dict[str, int]:
    """Claims of each speaker by the name shown."""
    return {
        f"{one.name}{f' ({one.affiliation})' if one.affiliation else ''}": one.claims
        for one in store.speakers.select()
    }


def the(store: Store, name: str) -> str:
    """The id of the one speaker of the name."""
    (found,) = store.speakers.matching(name)
    return found.id


def test_spellings_of_one_name_are_one_speaker_under_all_of_them(store: Store) -> None:
    """Whatever form is asked for, all claims come, under the fullest name."""
    store.articles.save(article("a", "Mohammed Harun"))
    store.articles.save(article("b", "Muhammad Harun"))
    store.articles.save(article("c", "Dr. Mohamed Harun"))
    assert list(counts(store).values()) == [3]
    for words in ("Mohammed", "Muhammad harun", "Mohamed"):
        assert store.claims.count(Filters(speaker=(words,))) == 3
        assert [len(store.speakers.matching(words)), store.speakers.matching(words)[0].claims] == [
            1,
            3,
        ]
    assert len({claim.speaker for claim in store.claims.select()}) == 1
    assert {claim.named for claim in store.claims.select()} == {
        "Mohammed Harun",
        "Muhammad Harun",
        "Dr. Mohamed Harun",
    }


def test_a_surname_alone_is_joined_only_within_an_article_that_has_the_whole_name(
    store: Store,
) -> None:
    """In another article it stays alone and is proposed, with the reason."""
    store.articles.save(article("a", "Ana Reyes", "Reyes"))
    store.articles.save(article("b", "Reyes"))
    assert counts(store) == {"Ana Reyes": 2, "Reyes": 1}
    (proposal,) = store.speakers.proposals()
    assert (proposal.a_name, proposal.b_name, proposal.reasons) == (
        "Reyes",
        "Ana Reyes",
        ("the surname alone",),
    )


def test_bearers_of_one_name_with_two_affiliations_are_two(store: Store) -> None:
    """And one without affiliation is proposed, not given to either."""
    for doc, affiliation in (("a", "Acme Steel"), ("b", "Harbour Police"), ("c", None)):
        store.articles.save(
            article(
                doc, Speaker("person", "John Smith", mention="John Smith", affiliation=affiliation)
            )
        )
    assert sorted(counts(store).values()) == [1, 1, 1]


def test_the_same_speakers_come_out_in_any_order_of_articles(tmp_path: Path) -> None:
    """Forward, backward: the same groups, the same names shown."""
    forms = [
        "George Bushnell",
        "George W. Bushnell",
        "Jürgen Müller",
        "Juergen Mueller",
        "George H. W. Bushnell",
    ]
    found = []
    for turn, order in enumerate((forms, forms[::-1])):
        with open_store(tmp_path / f"{turn}.db") as opened:
            for name in order:
                opened.articles.save(article(name, name))
            found.append(counts(opened))
    assert found[0] == found[1] == {
        "Jürgen Müller": 2, "George Bushnell": 1, "George W. Bushnell": 1, "George H. W. Bushnell": 1,
    }  # fmt: skip


def _decide_all(store: Store) -> None:
    store.articles.save(article("a", "Ana Reyes", "Viktor Hale"))
    store.articles.save(article("b", "Brand", "Ana Reyes"))
    store.articles.save(article("c", Speaker("unnamed", mention="the mayor of Tarne")))
    store.decisions.merge("me", the(store, "Brand"), the(store, "Hale"), "same interview")
    store.decisions.alias("me", the(store, "Hale"), "the Old Fox")
    store.decisions.role("me", the(store, "Hale"), "mayor of Tarne", "2016", None)
    store.decisions.split_articles("me", the(store, "Ana"), ["b"])


def test_decisions_hold_for_later_articles_and_runs(store: Store) -> None:
    """Merged, renamed, in office, parted: adding again, detecting again and a new article change
    none of it."""
    _decide_all(store)
    wanted = {"Viktor Hale": 3, "Ana Reyes": 1}
    for versions in (None, Versions("1", "m", "d", "x"), Versions("1", "m", "d", "y")):
        for doc, who in (("a", ["Ana Reyes", "Viktor Hale"]), ("b", ["Brand", "Ana Reyes"])):
            store.articles.save(article(doc, *who, versions=versions))
        assert store.speakers.matching("fox")[0].claims == wanted["Viktor Hale"]
        assert sorted(one.claims for one in store.speakers.matching("Ana")) == [1, 1]
    store.articles.save(article("d", "The Old Fox", Speaker("unnamed", mention="Tarne's mayor")))
    assert store.speakers.matching("Viktor")[0].claims == 5
    held = next(claim for claim in store.claims.select() if claim.mention == "Tarne's mayor")
    assert (held.speaker, held.named) == ("Viktor Hale", None)
    assert "mayor of Tarne, 2016 to now, as entered by a person" in (
        held.effective_speaker_reason or ""
    )


def test_every_decision_can_be_taken_back_and_leaves_no_trace_but_its_record(store: Store) -> None:
    """Undone one by one, the last first, the speakers are what the machine made of them."""
    _decide_all(store)
    for _ in range(4):
        store.decisions.take_back("me")
    assert counts(store) == {"Ana Reyes": 2, "Brand": 1, "Viktor Hale": 1}
    assert store.speakers.matching("fox") == [] and store.speakers.roles(the(store, "Hale")) == []
    assert len(store.decisions.select()) == 8
    with pytest.raises(UsageError, match="nothing to undo"):
        store.decisions.take_back("me")


def test_one_decision_among_several_can_be_taken_back(store: Store) -> None:
    """By its number; the others stay in force, and it cannot be taken back twice."""
    _decide_all(store)
    merged = store.decisions.in_force("merge")[0].id
    store.decisions.take_back("me", merged)
    assert store.speakers.matching("Brand")[0].name == "Brand"
    assert store.speakers.matching("fox")[0].name == "Viktor Hale"
    with pytest.raises(UsageError, match="is not in force"):
        store.decisions.take_back("me", merged)


def test_what_the_machine_joined_a_person_can_part(store: Store) -> None:
    """A form that leaves stays away, also when more articles of both come in; a later merge
    overrules the split."""
    store.articles.save(article("a", "Mohammed Harun"))
    store.articles.save(article("b", "Muhammad Harun"))
    every = store.speakers.forms(the(store, "Harun"))
    leaving = [form.id for form in every if form.name.startswith("Muh")]
    store.decisions.split("me", leaving, [form.id for form in every if form.id not in leaving])
    store.articles.save(article("c", "Muhammad Harun", "Lena Brand"))
    assert sorted(one.claims for one in store.speakers.matching("Harun")) == [1, 2]
    assert store.speakers.proposals() == []
    one, other = store.speakers.matching("Harun")
    store.decisions.merge("me", one.id, other.id)
    assert [speaker.claims for speaker in store.speakers.matching("Harun")] == [3]


def test_a_rejected_proposal_does_not_come_back(store: Store) -> None:
    """And an accepted one joins."""
    store.articles.save(article("a", "Bill Tarrant", "Robert Ferrand"))
    store.articles.save(article("b", "William Tarrant", "Bob Ferrand"))
    by_name = {proposal.a_name.split()[-1]: proposal for proposal in store.speakers.proposals()}
    store.decisions.reject("me", by_name["Tarrant"])
    store.decisions.merge("me", by_name["Ferrand"].a, by_name["Ferrand"].b)
    store.articles.save(article("c", "Bill Tarrant"))
    assert store.speakers.proposals() == []
    assert sorted(one.claims for one in store.speakers.matching("Tarrant")) == [1, 2]
    assert len(store.speakers.matching("Ferrand")) == 1


def test_a_speaker_can_hold_an_office_before_saying_anything(store: Store) -> None:
    """Entered first, the holder is found by the first article on a day of the term alone."""
    store.decisions.role(
        "me", store.speakers.enter("Ilse Marrant"), "finance minister of Velmora", "2025", "2026-03"
    )
    minister = Speaker("unnamed", mention="The Velmoran finance minister")
    for doc, published in (("a", "2026-03-31"), ("b", "2026-04-01"), ("c", None)):
        store.articles.save(article(doc, minister, published=published))
    assert [claim.doc for claim in store.claims.select(Filters(speaker=("Marrant",)))] == ["a"]


def test_weighing_takes_all_spellings_for_one_speaker(store: Store) -> None:
    """What corroboration is given is the name that all go under."""
    store.articles.save(article("a", "Mohammed Harun"))
    store.articles.save(article("b", "Muhammad Harun"))
    assert (
        len(
            {
                claim.speaker
                for stated in store.corroboration.stated_articles()
                for claim in stated.claims
            }
        )
        == 1
    )


def test_a_store_of_the_first_revision_joins_its_speakers_when_it_opens(tmp_path: Path) -> None:
    """Derived tables are made from what is there; so they are after every change of rules."""
    path = tmp_path / "store.db"
    with open_store(path) as opened:
        opened.articles.save(article("a", "Mohammed Harun"))
        opened.articles.save(article("b", "Muhammad Harun"))
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE speaker SET canonical_id = id")
        raw.execute("DELETE FROM speakerkey")
        raw.execute("UPDATE meta SET value = 0 WHERE key = 'identity'")
    with open_store(path, create=False) as opened:
        assert list(counts(opened).values()) == [2]


_DECIDER = """
import sys
sys.path[:0] = [".", "tests/store"]
from test_speakers import article, the
from store.store import open_store
with open_store(sys.argv[1]) as store:
    store.articles.save(article("a", "Ana Reyes", "Viktor Hale"))
    store.decisions.merge("me", the(store, "Ana"), the(store, "Hale"))
    print("ready", flush=True)
    for number in range(100000):
        store.articles.save(article(f"b{number}", "Ana Reyes", f"Person Number{number}"))
"""


def test_a_kill_between_leaves_decisions_and_joins_whole(tmp_path: Path) -> None:
    """After kill -9 the merge is in force and every claim counts under it."""
    path = tmp_path / "store.db"
    with subprocess.Popen(
        [sys.executable, "-c", _DECIDER, str(path)], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.1)
        process.kill()
    with open_store(path) as opened:
        (merged,) = opened.speakers.matching("Ana")
        assert merged.name == "Viktor Hale"
        assert merged.claims == 1 + sum(1 for _ in opened.articles.select())
        assert len(opened.decisions.in_force("merge")) == 1


def test_a_joint_claim_is_on_the_record_of_each_party(store: Store) -> None:
    """Also of one that never speaks alone."""
    parties = ("Dock Workers' Union", "Ana Reyes")
    store.articles.save(
        article("a", Speaker("joint", members=parties, mention="The union and Reyes"), "Ana Reyes")
    )
    for name in parties:
        (claim,) = store.speakers.joint_claims(the(store, name))
        assert claim.members == parties
    assert store.speakers.matching("Dock Workers' Union")[0].kind == "organisation"


def test_a_misspelt_name_brings_the_names_that_are_near(store: Store) -> None:
    """By the whole name or one word of it; nothing near brings nothing."""
    store.articles.save(article("a", "Henrike Sollas", "Viktor Hale"))
    assert store.speakers.near_names("Solas") == ["Henrike Sollas"]
    assert store.speakers.near_names("Victor Hale") == ["Viktor Hale"]
    assert store.speakers.near_names("Xanthippe") == []
