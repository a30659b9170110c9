"""What people decide: effect, undo, redo, re-runs and editions, on a real file."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from claims.errors import UsageError
from claims.model import Article, Header, Reading, Speaker, Versions
from store.records import Filters, Move
from store.store import Store, open_store

TEXT = (
    "The bridge will open in May, Ana Reyes told the Harbour Post. "
    "Reyes said tolls would rise. Officials denied a delay."
)
V1, V2 = Versions("1", "sm", "net", "aaaa"), Versions("1", "sm", "net", "bbbb")


@pytest.fixture
def desk(store: Store, make_reading: Any) -> Store:
    """A store of one article with three claims, read by a model."""
    store.articles.save(replace(make_reading(), versions=V1))
    return store


def claims(store: Store) -> list[Any]:
    """Every claim, in text order."""
    return list(store.claims.select(Filters()))


def decide(store: Store, *moves: tuple[str, str, str], who: str = "Kim") -> None:
    """Writes moves as one act."""
    store.decisions.decide(
        reviewer=who, moves=[Move(what, subject, new) for what, subject, new in moves]
    )


def test_a_claim_nobody_looked_at_is_unreviewed(desk: Store) -> None:
    """Without a decision the machine's values stand."""
    assert {claim.status for claim in claims(desk)} == {"unreviewed"}
    assert all(claim.machine is None for claim in claims(desk))


def test_a_corrected_speaker_stands_beside_the_machines(desk: Store) -> None:
    """The claim is listed under the new speaker, and the old value is kept."""
    id = claims(desk)[0].id
    decide(desk, ("speaker", id, "Marta Quill"))
    claim = desk.claims.get(id)
    assert (claim.speaker, claim.status, claim.reviewer) == ("Marta Quill", "corrected", "Kim")
    assert claim.machine is not None and claim.machine["speaker"] == "Ana Reyes"
    assert [c.id for c in desk.claims.select(Filters(speaker=("Quill",)))] == [id]
    assert id in [c.id for c in desk.claims.search("Quill")]
    assert desk.decisions.select(id)[0].before == "Ana Reyes"


def test_an_empty_speaker_means_nobody(desk: Store) -> None:
    """A source can be found to name no one."""
    id = claims(desk)[0].id
    decide(desk, ("speaker", id, ""))
    assert (desk.claims.get(id).speaker, desk.claims.get(id).speaker_kind) == (None, "unnamed")


def test_corrected_spans_change_the_words(desk: Store) -> None:
    """Content, cue and source are given as spans of the text."""
    id = claims(desk)[0].id
    decide(desk, ("content", id, "[[4, 10], [24, 27]]"), ("cue", id, "[[29, 32]]"))
    claim = desk.claims.get(id)
    assert (claim.quote, claim.cue_text) == ("bridge … May", "Ana")
    assert claim.machine is not None and claim.machine["content"] == [[0, 27]]
    assert [c.id for c in desk.claims.search("May")] == [id]


def test_spans_outside_the_text_are_not_applied(desk: Store) -> None:
    """A decision that points nowhere leaves the machine's spans."""
    id = claims(desk)[0].id
    decide(desk, ("content", id, "[[4, 99999]]"))
    assert desk.claims.get(id).quote == "The bridge will open in May"


def test_stance_and_chain_are_corrected(desk: Store) -> None:
    """A stance may carry its polarity; a chain is a list of names, with evidence where the text
    holds the name."""
    id = claims(desk)[1].id
    decide(
        desk, ("stance", id, "deny/negative"), ("chain", id, '["the Harbour Post", "Port Radio"]')
    )
    claim = desk.claims.get(id)
    assert (claim.stance, claim.polarity) == ("deny", "negative")
    assert [link.intermediary for link in claim.chain] == ["the Harbour Post", "Port Radio"]
    assert claim.chain[0].evidence is not None and claim.chain[1].evidence is None
    assert claim.machine is not None and claim.machine["chain"] == []


def test_correct_on_corrected_values_stays_corrected(desk: Store) -> None:
    """The machine was not right, whatever is confirmed later."""
    id = claims(desk)[0].id
    decide(desk, ("speaker", id, "Marta Quill"))
    decide(desk, ("status", id, "correct"))
    assert desk.claims.get(id).status == "corrected"
    decide(desk, ("status", id, "wrong"))
    assert desk.claims.get(id).status == "wrong"


def test_undo_takes_back_one_act_after_another_and_redo_brings_them_back(desk: Store) -> None:
    """What was decided together goes together."""
    id = claims(desk)[0].id
    decide(desk, ("status", id, "unsure"))
    decide(desk, ("speaker", id, "Marta Quill"), ("stance", id, "deny"))
    assert len(desk.decisions.undo("Kim")) == 2
    assert (
        desk.claims.get(id).speaker,
        desk.claims.get(id).stance,
        desk.claims.get(id).status,
    ) == (
        "Ana Reyes",
        "assert",
        "unsure",
    )
    desk.decisions.undo("Kim")
    assert desk.claims.get(id).status == "unreviewed" and desk.decisions.undo("Kim") == []
    desk.decisions.redo("Kim")
    desk.decisions.redo("Kim")
    assert (desk.claims.get(id).speaker, desk.claims.get(id).stance) == ("Marta Quill", "deny")
    assert desk.decisions.redo("Kim") == []
    desk.decisions.undo("Kim")
    assert desk.claims.get(id).status == "unsure"


def test_one_decision_of_an_act_takes_the_whole_act_along(desk: Store) -> None:
    """Whichever of its numbers is named; another act stays, and redo brings all of it back."""
    one, two = (claim.id for claim in claims(desk)[:2])
    decide(desk, ("speaker", one, "Marta Quill"), ("stance", one, "deny"))
    decide(desk, ("status", two, "wrong"))
    stance = desk.decisions.in_force("stance")[0]
    taken = desk.decisions.take_back("Kim", stance.id)
    assert {decision.kind for decision in taken} >= {"speaker", "stance"}
    assert (desk.claims.get(one).speaker, desk.claims.get(one).stance, desk.claims.get(one).status) == (
        "Ana Reyes", "assert", "unreviewed",
    )  # fmt: skip
    assert desk.claims.get(two).status == "wrong"
    desk.decisions.redo("Kim")
    assert (desk.claims.get(one).speaker, desk.claims.get(one).stance) == ("Marta Quill", "deny")


def test_a_new_decision_ends_what_can_be_redone(desk: Store) -> None:
    """As in an editor."""
    id = claims(desk)[0].id
    decide(desk, ("status", id, "wrong"))
    desk.decisions.undo("Kim")
    decide(desk, ("status", id, "correct"))
    assert desk.decisions.redo("Kim") == []


def test_undo_is_the_reviewers_own_and_outlives_the_session(desk: Store) -> None:
    """Lu's undo leaves what Kim decided, and a store opened again still knows."""
    one, two = (claim.id for claim in claims(desk)[:2])
    decide(desk, ("status", one, "wrong"), who="Kim")
    decide(desk, ("status", two, "wrong"), who="Lu")
    desk.close()
    with open_store(desk.location) as again:
        again.decisions.undo("Kim")
        assert (again.claims.get(one).status, again.claims.get(two).status) == (
            "unreviewed",
            "wrong",
        )


def test_history_tells_what_was_taken_back(desk: Store) -> None:
    """Every judgement is kept, with whether it stands."""
    id = claims(desk)[0].id
    decide(desk, ("status", id, "wrong"))
    desk.decisions.undo("Kim")
    decide(desk, ("status", id, "correct"))
    assert [(d.after, stands) for d, stands in desk.decisions.history([id])] == [
        ("wrong", False),
        ("correct", True),
    ]


def test_status_words_filter(desk: Store) -> None:
    """unreviewed, the four decided ones, and reviewed for all of these."""
    one, two, three = (claim.id for claim in claims(desk))
    decide(desk, ("status", one, "wrong"))
    decide(desk, ("status", two, "unsure"))

    def found(*status: str) -> list[str]:
        return [claim.id for claim in desk.claims.select(Filters(status=status))]

    assert (found("wrong"), found("unsure"), found("unreviewed")) == ([one], [two], [three])
    assert found("reviewed") == [one, two] and found("wrong", "unreviewed") == [one, three]


def test_coverage_counts_a_list(desk: Store) -> None:
    """Two of three looked at, one of them unsure."""
    one, two, _ = (claim.id for claim in claims(desk))
    decide(desk, ("status", one, "correct"))
    decide(desk, ("status", two, "unsure"))
    found = desk.claims.coverage(Filters())
    assert (found.reviewed, found.total, found.unsure) == (2, 3, 1)
    assert desk.claims.coverage(Filters(speaker=("Reyes",))).total == 2


def test_a_claim_the_machine_missed_is_entered_and_taken_back(desk: Store) -> None:
    """It has no machine value, counts as decided, and disappears with its undo."""
    article = claims(desk)[0].article_id
    found = {
        "article": article,
        "content": [[62, 67]],
        "source": [[29, 38]],
        "speaker": "Ana Reyes",
    }
    id = desk.decisions.add_claim("Kim", found)
    claim = desk.claims.get(id)
    assert (claim.quote, claim.mention, claim.speaker, claim.added) == (
        "Reyes",
        "Ana Reyes",
        "Ana Reyes",
        True,
    )
    assert claim.status == "correct" and len(claims(desk)) == 4
    desk.decisions.undo("Kim")
    assert len(claims(desk)) == 3
    desk.decisions.redo("Kim")
    assert len(claims(desk)) == 4
    with pytest.raises(UsageError):
        desk.decisions.add_claim("Kim", {"article": article, "content": [[5, 99999]]})


def test_the_effect_can_be_made_again_from_the_decisions(desk: Store) -> None:
    """Every derived row is rebuilt the same."""
    one, two, three = (claim.id for claim in claims(desk))
    decide(desk, ("speaker", one, "Marta Quill"), ("content", one, "[[4, 10]]"))
    decide(desk, ("status", two, "wrong"))
    decide(desk, ("chain", three, '["Port Radio"]'))
    before = claims(desk)
    desk.decisions.rebuild()
    assert claims(desk) == before


def test_a_new_model_keeps_what_a_person_decided(desk: Store, make_claim: Any) -> None:
    """The re-run writes the machine's values, and the person's stand on top; what it lost but a
    person judged stays."""
    one, two, three = (claim.id for claim in claims(desk))
    decide(desk, ("speaker", one, "Marta Quill"))
    decide(desk, ("status", two, "correct"))
    other = make_claim(
        TEXT,
        "bridge will open in May",
        "told",
        "Ana Reyes",
        Speaker("person", "A. Reyes", mention="Ana"),
    )
    result = desk.articles.save(Reading(Article("a.txt", TEXT), Header(), (other,), V2))
    assert result.status == "redetected" and result.held == (two,) and result.vanished == (three,)
    claim = desk.claims.get(one)
    assert (claim.speaker, claim.quote) == ("Marta Quill", "bridge will open in May")
    assert claim.machine is not None and claim.machine["speaker"] == "A. Reyes"
    assert desk.claims.get(two).found is False and [c.id for c in claims(desk)] == [one, two]
    desk.decisions.undo("Kim")
    assert [c.id for c in claims(desk)] == [one]


def test_a_corrected_content_is_matched_to_a_better_model(desk: Store, make_claim: Any) -> None:
    """What the person put right is what the new model finds: the id stays."""
    id = claims(desk)[0].id
    decide(desk, ("content", id, json.dumps([[24, 27]])))
    fresh = make_claim(TEXT, "May", "told", "Ana Reyes")
    desk.articles.save(Reading(Article("a.txt", TEXT), Header(), (fresh,), V2))
    claim = desk.claims.get(id)
    assert claim.quote == "May" and claim.found and claim.machine is None


def test_a_decision_moves_to_the_next_edition(desk: Store, make_claim: Any) -> None:
    """Spans a person gave are found again by their words; a decided claim that the reading lost
    moves too."""
    one, two, _ = (claim.id for claim in claims(desk))
    decide(desk, ("content", one, "[[4, 10]]"))
    decide(desk, ("status", two, "correct"))
    longer = "UPDATED. " + TEXT
    fresh = make_claim(longer, "The bridge will open in May", "told", "Ana Reyes")
    result = desk.articles.save(Reading(Article("a.txt", longer), Header(), (fresh,), V1))
    assert result.status == "edition"
    assert (desk.claims.get(one).quote, desk.claims.get(one).content[0].start) == ("bridge", 13)
    moved = desk.claims.get(two)
    assert moved.article_id == result.article_id and not moved.vanished
    assert longer[slice(*moved.content[0])] == "tolls would rise"


def test_wrong_claims_do_not_weigh_and_corrected_ones_say_so(desk: Store) -> None:
    """What weighing takes in is what people left."""
    one, two, _ = (claim.id for claim in claims(desk))
    decide(desk, ("status", one, "wrong"))
    decide(desk, ("speaker", two, "Marta Quill"))
    (article,) = desk.corroboration.stated_articles()
    assert (
        one not in [claim.id for claim in article.claims] and article.overruled[0].id == f"{one}~"
    )
    corrected = next(claim for claim in article.claims if claim.id == two)
    assert corrected.speaker == "Marta Quill" and "was Ana Reyes" in corrected.reviewed


def test_a_corrected_outlet_is_known_from_then_on(store: Store, make_reading: Any) -> None:
    """Later articles of the same wrong name, or of the same site, get the right one; undo forgets
    it."""
    first = store.articles.save(make_reading(outlet="Harbr Post", url="https://harbour.example/1"))
    decide(store, ("outlet", first.article_id, "Harbour Post"))
    assert store.articles.get(first.article_id).outlet == "Harbour Post"
    same = store.articles.save(make_reading(text=TEXT + " More.", doc="b.txt", outlet="Harbr Post"))
    site = store.articles.save(
        make_reading(text=TEXT + " Else.", doc="c.txt", url="https://www.harbour.example/2")
    )
    assert {store.articles.get(saved.article_id).outlet for saved in (same, site)} == {
        "Harbour Post"
    }
    store.articles.save(make_reading(outlet="Harbr Post", url="https://harbour.example/1"))
    assert store.articles.get(first.article_id).outlet == "Harbour Post"
    store.decisions.undo("Kim")
    assert store.articles.get(first.article_id).outlet == "Harbr Post"


def test_what_was_taught_of_outlets_is_put_to_an_article_once(
    store: Store, make_reading: Any
) -> None:
    """Two that were taken for each other: alone, among others and where a double stands beside it."""
    for n, (read, right) in enumerate((("Post", "Herald"), ("Herald", "Post"))):
        saved = store.articles.save(make_reading(text=f"{TEXT} {n}.", doc=f"{n}.txt", outlet=read))
        decide(store, ("outlet", saved.article_id, right))
    texts = [TEXT + " One.", TEXT + " Two.", TEXT + " Two."]
    saved = store.articles.save_many(
        [make_reading(text=t, doc=f"d{n}.txt", outlet="Post") for n, t in enumerate(texts)]
    )
    alone = store.articles.save(make_reading(text=TEXT + " Three.", doc="e.txt", outlet="Post"))
    outlets = {store.articles.get(one.article_id).outlet for one in (*saved, alone)}
    assert outlets == {"Herald"}


def test_an_alias_is_known_at_once_and_forgotten_with_its_undo(desk: Store) -> None:
    """Search by the taught form finds the speaker."""
    speaker = str(claims(desk)[0].speaker_id)
    decide(desk, ("alias", speaker, "Ferry Queen"))
    assert desk.claims.coverage(Filters(speaker=("ferry queen",))).total == 2
    desk.decisions.undo("Kim")
    assert desk.claims.coverage(Filters(speaker=("ferry queen",))).total == 0


def test_an_article_is_marked_as_read_wholly(desk: Store) -> None:
    """By whom is kept; an empty value takes the mark away."""
    article = claims(desk)[0].article_id
    decide(desk, ("read", article, "yes"))
    assert desk.articles.read_by(article) == "Kim"
    decide(desk, ("read", article, ""))
    assert desk.articles.read_by(article) is None


def test_quality_counts_name_what_was_wrong(desk: Store) -> None:
    """Kinds of error by claim, and what a fully read article lacked."""
    one, two, _ = (claim.id for claim in claims(desk))
    decide(desk, ("speaker", one, "Marta Quill"))
    decide(desk, ("status", two, "wrong"))
    decide(desk, ("read", desk.claims.get(one).article_id, "yes"))
    desk.decisions.add_claim(
        "Kim", {"article": desk.claims.get(one).article_id, "content": [[62, 67]]}
    )
    found = desk.claims.quality(Filters())
    assert {(row.status, row.missed, row.wrong) for row in found} == {
        ("corrected", False, ("speaker",)), ("wrong", False, ()), ("unreviewed", False, ()), ("correct", True, ()),
    }  # fmt: skip
    assert all(row.read for row in found)


@pytest.mark.parametrize(
    "typed", ['"', "tol", '"tol', "AND NEAR(", "tolls*", "col:umn", "^", "-", "'", "tölls", "\0"]
)
def test_what_is_typed_is_never_syntax(desk: Store, typed: str) -> None:
    """Any half-typed text is a search."""
    found = desk.claims.coverage(Filters(text=(typed,), unfinished="text")).total
    assert found == (
        1
        if any(word in typed for word in ("tol", "töl"))
        else 3
        if not any(map(str.isalnum, typed))
        else 0
    )


def test_a_store_whose_reviews_are_missing_makes_them_from_the_decisions(desk: Store) -> None:
    """As after an upgrade of a store that held decisions before there were reviews."""
    from sqlalchemy import create_engine, text

    id = claims(desk)[0].id
    decide(desk, ("status", id, "wrong"))
    where = desk.location if "://" in desk.location else f"sqlite:///{desk.location}"
    with create_engine(where).begin() as raw:
        raw.execute(text("DELETE FROM review"))
    desk.decisions.rebuild()
    assert desk.claims.get(id).status == "wrong"
