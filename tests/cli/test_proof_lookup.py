"""In which articles of a store a passage is looked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event, text

from claims.errors import StoreError
from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance
from claims.proof.asked import Lookup
from claims.proof.model import Finding
from cli.jobs import proof_record
from cli.jobs.proof import prove_reading
from cli.jobs.proof_record import MAX_ARTICLES, OF_SPEAKER, StoreRecord
from store import Store, open_store
from store.records import NO_FILTER


def _reading(doc: str, said: str, who: str) -> Reading:
    text = f"“{said},” {who} said."
    spans = [(Span(at, at + len(w)),) for w in (said, who, "said") if (at := text.index(w)) >= 0]
    made = Claim(
        spans[2], spans[1], spans[0], "direct", Stance(), Speaker("person", who, mention=who)
    )
    return Reading(Article(doc, text, outlet="Tarne Herald"), Header(), (made,))


def test_stock_phrases_elsewhere_do_not_hide_the_speakers_own_words(tmp_path: Path) -> None:
    """Two runs of words that anybody says stand in one article, the speaker's words in another."""
    stock = "At the end of the day we will have to wait and see what happens"
    own = "The weir gauge was moved at dusk"
    with open_store(tmp_path / "made.db") as made:
        for reading in (
            _reading("a.txt", stock, "Tam Lorne"),
            _reading("b.txt", own, "Mira Oduya"),
        ):
            made.articles.save(reading)
        asked = Lookup(
            ("the end of the day", "have to wait and see"), ("gauge", "weir", "dusk"), ("Oduya",)
        )
        found = StoreRecord(made, NO_FILTER).near(asked)
    assert {one.stated.doc for one in found} == {"a.txt", "b.txt"}


@pytest.mark.parametrize(("indirect", "docs"), [(False, {"a.txt", "b.txt"}), (True, {"a.txt"})])
def test_indirect_speech_is_not_looked_for_where_few_of_its_words_stand(
    tmp_path: Path, indirect: bool, docs: set[str]
) -> None:
    """A quotation is: the words may stand in what the paper itself says, which the index does not hold."""
    with open_store(tmp_path / "made.db") as made:
        for doc, said in (
            ("a.txt", "The weir gauge fell over the mast at dusk"),
            ("b.txt", "A gauge and a weir"),
        ):
            made.articles.save(_reading(doc, said, "Tam Lorne"))
        asked = Lookup((), ("gauge", "weir", "dusk", "mast"), (), indirect=indirect)
        found = StoreRecord(made, NO_FILTER).near(asked)
    assert {one.stated.doc for one in found} == docs


MOST_STATEMENTS = 14
"""Three that ask the index, two that read articles and what their claims say, two claims and their links, one what
stands behind these, and the beginning of each."""
OTHERS = ("gauge", "weir", "ferry", "quay", "lamp", "mast", "rope", "tide", "crane", "shed")


def _draft(passages: int) -> Reading:
    """A draft that quotes as many people, each by words that stand in many articles."""
    lines = [_reading(f"{n}", _said(n), f"Mira Oduya{n}") for n in range(passages)]
    text, claims = "", list[Claim]()
    for one in lines:
        (claim,), at = one.claims, len(text)
        moved = {
            name: tuple(Span(s + at, e + at) for s, e in getattr(claim, name))
            for name in ("cue", "source", "content")
        }
        claims.append(replace(claim, **moved))
        text += one.article.text + "\n"
    return Reading(Article("draft.txt", text), Header(), tuple(claims))


def _said(number: int) -> str:
    words = (OTHERS[(number + at) % len(OTHERS)] for at in range(6))
    return f"The {' and the '.join(words)} were moved at dusk on day {number}"


@pytest.mark.parametrize("articles", [40, 400])
def test_what_is_asked_and_read_for_a_draft_does_not_grow_with_the_store(
    tmp_path: Path, articles: int
) -> None:
    """Neither does the number of statements with the passages of the draft."""
    with open_store(tmp_path / "made.db") as made:
        every = [_reading(f"{n}.txt", _said(n), f"Mira Oduya{n}") for n in range(articles)]
        made.articles.save_many(every, None)
        for passages in (2, 30):
            record, run = StoreRecord(made, NO_FILTER), list[str]()
            event.listen(
                made._engine, "before_cursor_execute", lambda *a, run=run: run.append(a[2])
            )
            proof = prove_reading(made, record, _draft(passages), articles)
            assert len(proof.findings) == passages
            assert {finding.verdict for finding in proof.findings} == {"verbatim"}
            assert sum("claim_search" in statement for statement in run) <= 3
            assert len(run) <= MOST_STATEMENTS
            assert len(record._read) <= passages * (MAX_ARTICLES + OF_SPEAKER)


def _proved(made: Store, said: str, who: str) -> tuple[Finding, set[str]]:
    """The finding on one quotation, and which articles were read for it."""
    record = StoreRecord(made, NO_FILTER)
    (finding,) = prove_reading(made, record, _reading("draft.txt", said, who), 1).findings
    return finding, {article.stated.doc for article, _ in record._read.values()}


SAID = "The weir gauge was moved at dusk by the crew"
LIKE_IT = "A gauge of the weir is no good"


@pytest.mark.parametrize(
    ("said", "who", "verdict", "read"),
    [
        (SAID, "Mira Oduya", "verbatim", {"a.txt"}),
        ("The weir gauge was moved by the crew", "Mira Oduya", "altered", {"a.txt"}),
        (SAID, "Tam Lorne", "other speaker", {"a.txt", "b.txt"}),
        ("No gauge of the weir ever moved", "Mira Oduya", "altered", {"a.txt", "b.txt"}),
    ],
)
def test_others_are_read_only_where_the_likeliest_leave_anything_open(
    tmp_path: Path, said: str, who: str, verdict: str, read: set[str]
) -> None:
    """What its speaker says there, word for word or nearly, needs no other article; in other words it does."""
    with open_store(tmp_path / "made.db") as made:
        made.articles.save(_reading("a.txt", SAID, "Mira Oduya"))
        made.articles.save(_reading("b.txt", LIKE_IT, "Tam Lorne"))
        finding, articles = _proved(made, said, who)
    assert (finding.verdict, articles) == (verdict, read)


def test_a_long_draft_meets_more_articles_than_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What its passages were looked up in together is judged all the same."""
    monkeypatch.setattr(proof_record, "ARTICLES_KEPT", 2)
    with open_store(tmp_path / "made.db") as made:
        made.articles.save_many(
            [_reading(f"{n}.txt", _said(n), f"Mira Oduya{n}") for n in range(9)], None
        )
        proof = prove_reading(made, StoreRecord(made, NO_FILTER), _draft(9), 9)
    assert [finding.verdict for finding in proof.findings] == ["verbatim"] * 9


def test_a_claim_that_goes_while_a_draft_is_looked_up_is_told(tmp_path: Path) -> None:
    """Its article was read before."""
    with open_store(tmp_path / "made.db") as made:
        reading = _reading("a.txt", SAID, "Mira Oduya")
        made.articles.save(reading)
        record = StoreRecord(made, NO_FILTER)
        ((article,),) = record.read([[next(iter(made.claims.select(NO_FILTER))).article_id]])
        with made._engine.begin() as connection:
            connection.execute(text("UPDATE claim SET vanished = 1"))
        with pytest.raises(StoreError, match="run it again"):
            article.claims[0]
