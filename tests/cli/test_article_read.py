"""One article, read: each sentence with who vouches for it, what stands behind it and who is against
it, by offsets; for people and for machines."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from claims.model import Article, Claim, Header, Link, Reading, Span, Speaker, Stance, Versions
from claims.sentences import sentences
from cli.jobs.read_article import article_read, unread_article
from cli.main import main
from cli.rows.article_read import ArticleRead, pieces
from cli.rows.article_rows import article_read_row
from cli.views.article_read import FAINT, ArticlePage
from store.store import Store, open_store

MADE = Versions("1", "sm", "net", "aaaa")
LEDGER = (
    "The bridge over the Tarne is shut until the autumn, Mayor Ilse Varga told Port Radio. It rained.\n\n"
    "Officials said tolls rise next year. Reportedly the quay is safe."
)
POST = "Tam Oduya denied that the bridge over the Tarne is shut until the autumn."


def claim(text: str, content: str, cue: str, who: str, name: str | None, *through: str) -> Claim:
    """A claim of the text, each part where its words stand first."""
    place = [
        (Span(text.index(words), text.index(words) + len(words)),) if words else ()
        for words in (cue, who, content)
    ]
    speaker = Speaker("person" if name else "group" if who else "none", name, mention=who)
    stance = Stance("deny") if cue == "denied" else Stance()
    links = tuple(Link(link, None) for link in through)
    return Claim(*place, "indirect", stance, speaker, links, confidence=0.9)


def readings() -> Iterator[Reading]:
    """A claim with a name and a relay, one without a name, one of nobody; a copy; a denial
    elsewhere."""
    shut = "The bridge over the Tarne is shut until the autumn"
    said = (
        claim(LEDGER, shut, "told", "Mayor Ilse Varga", "Ilse Varga", "Port Radio"),
        claim(LEDGER, "tolls rise next year", "said", "Officials", None),
        claim(LEDGER, "the quay is safe", "Reportedly", "", None),
    )
    for doc, outlet in (("north/ledger.txt", "Harrow Ledger"), ("echo.txt", "Dale Echo")):
        given = {"outlet": outlet, "published": "2031-04-02", "title": "Bridge [/b] shut \x1b[31m"}
        yield Reading(Article(doc, LEDGER, **given), Header(), said, MADE)
    denied = claim(POST, POST[POST.index("the bridge") : -1], "denied", "Tam Oduya", "Tam Oduya")
    given = {"outlet": "Coast Post", "published": "2031-04-03"}
    yield Reading(Article("post.txt", POST, **given), Header(), (denied,), MADE)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The articles, weighed."""
    from cli.jobs.corroborate import bring_up_to_date

    with open_store(tmp_path_factory.mktemp("read") / "read.db") as opened:
        for reading in readings():
            opened.articles.save(reading)
        bring_up_to_date(opened)
        yield opened


def read_of(store: Store, doc: str) -> ArticleRead:
    """An article of the store as it is read."""
    return article_read(store, store.articles.get(doc))


def drawn(read: ArticleRead, width: int = 80) -> str:
    """What a terminal without colour shows."""
    file = io.StringIO()
    Console(file=file, width=width, color_system=None).print(ArticlePage(read))
    return file.getvalue()


def test_each_sentence_says_who_stands_by_it(store: Store) -> None:
    """By name, without one, or nobody: the narrator, and a claim without any source."""
    read = read_of(store, "north/ledger.txt")
    words = [(LEDGER[s.start : s.end], s.voice) for s in read.sentences]
    assert words == [
        ("The bridge over the Tarne is shut until the autumn, Mayor Ilse Varga told Port Radio.", "named"),
        ("It rained.", "nobody"),
        ("Officials said tolls rise next year.", "unnamed"),
        ("Reportedly the quay is safe.", "nobody"),
    ]  # fmt: skip
    assert [s.claims for s in read.sentences] == [(0,), (), (1,), (2,)]


def test_what_stands_behind_a_claim_is_counted_over_the_store(store: Store) -> None:
    """One origin, though two outlets carry it; who denies it, and where."""
    first = read_of(store, "north/ledger.txt").claims[0]
    assert first.verdict is not None
    assert (first.verdict.label, first.verdict.origins_max, first.outlets) == ("SINGLE", 1, 2)
    against = [(a.how, a.claim.speaker, a.claim.outlet) for a in first.against]
    assert against == [("denies", "Tam Oduya", "Coast Post")]


def test_a_denial_is_told_who_holds_what_it_denies(store: Store) -> None:
    """The text once, however many copies of it there are."""
    (denial,) = read_of(store, "post.txt").claims
    assert {(a.how, a.claim.speaker) for a in denial.against} == {("holds", "Ilse Varga")}
    assert len(denial.against) == 1


def test_what_a_person_judged_wrong_is_nobodys(store: Store) -> None:
    """Its sentence is the article's own again."""
    from cli.rows.article_read import read_article

    article = store.articles.get("post.txt")
    claims = [replace(c, status="wrong") for c in store.claims.of_article(article.id)]
    read = read_article(article, claims)
    assert not read.claims
    assert [s.voice for s in read.sentences] == ["nobody"]


def test_a_person_reads_it_at_any_width(store: Store) -> None:
    """Signs tell labels apart without colour; nothing of the text is markup or moves the cursor."""
    for width in (80, 130):
        page = drawn(read_of(store, "north/ledger.txt"), width)
        words = " ".join(page.split())
        assert "[◔≠1]" in words and "Bridge [/b] shut" in words and "\x1b" not in page
        assert all(len(line.rstrip()) <= width for line in page.splitlines())
    words = " ".join(drawn(read_of(store, "north/ledger.txt")).split())
    assert "Ilse Varga through Port Radio · SINGLE (contested): 1 origin, 2 outlets" in words
    assert "denied by Tam Oduya in Coast Post 2031-04-03" in words
    assert "Officials (no name) · SINGLE (unnamed): 1 origin" in words
    assert "(nobody named) · UNSOURCED: 0 origins" in words


def test_sentences_that_nobody_is_named_for_are_faint(store: Store) -> None:
    """And no others."""
    from cli.views.article_read import _paragraphs

    faint = set()
    for words, _ in _paragraphs(read_of(store, "north/ledger.txt")):
        faint |= {words.plain[s.start : s.end] for s in words.spans if s.style == FAINT}
    assert {"It rained.", "Reportedly", "the quay is safe"} <= {words.strip() for words in faint}
    assert not any("tolls" in words or "bridge" in words for words in faint)


@pytest.mark.parametrize("name", ["north/ledger.txt", "./north/ledger.txt", "ledger.txt", "id"])
def test_an_article_is_asked_for_by_name_path_or_id(
    store: Store, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its end is enough of a path."""
    asked = store.articles.get("north/ledger.txt").id[:10] if name == "id" else name
    assert main(["check", asked, "--store", store.location]) == 0
    assert "Harrow Ledger · 2031-04-02 · north/ledger.txt" in capsys.readouterr().out


def test_a_file_name_of_several_articles_is_refused_with_their_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rather than one of them shown."""
    location = tmp_path / "two.db"
    with open_store(location) as opened:
        for folder in ("north", "south"):
            opened.articles.save(Reading(Article(f"{folder}/a.txt", folder), Header(), (), MADE))
    assert main(["check", "a.txt", "--store", str(location)]) == 2
    assert "several articles: north/a.txt, south/a.txt" in capsys.readouterr().err


def test_machines_get_text_sentences_and_claims(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beside the propositions that stood there before; offsets are of the text."""
    assert main(["check", "north/ledger.txt", "--json", "--store", store.location]) == 0
    found = json.loads(capsys.readouterr().out)
    (article,) = found["articles"]
    assert found["schema"] == 1 and len(found["propositions"]) == 3
    assert article == json.loads(json.dumps(article_read_row(read_of(store, "north/ledger.txt"))))
    first = article["claims"][0]
    ((start, end),) = first["content"]
    assert article["text"][start:end] == first["quote"]
    assert (first["label"], first["min"], first["max"], first["outlets"]) == ("SINGLE", 1, 1, 2)
    assert first["against"][0]["speaker"] == "Tam Oduya"


def test_a_list_option_lists_the_articles_propositions(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a table, as before."""
    assert main(["check", "north/ledger.txt", "--all", "--store", store.location]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("ID ") and "3 propositions" in printed.err


def test_an_article_in_no_store_is_read_alike() -> None:
    """Nothing is known of what stands behind it."""
    read = unread_article(next(readings()))
    assert [s.voice for s in read.sentences] == ["named", "nobody", "unnamed", "nobody"]
    assert {v.verdict for v in read.claims} == {None}
    assert "Ilse Varga through Port Radio · not weighed" in " ".join(drawn(read).split())


@given(st.text(alphabet='ab. \n"A!?”', max_size=80))
def test_sentences_are_in_order_and_lose_no_word(text: str) -> None:
    """What lies between them is blank."""
    spans, at = list(sentences(text)), 0
    for start, end in [*spans, (len(text), len(text))]:
        assert at <= start <= end and not text[at:start].strip()
        at = end


@given(st.lists(st.tuples(st.integers(0, len(LEDGER)), st.integers(1, 60)), max_size=6))
def test_pieces_are_the_text(places: list[tuple[int, int]]) -> None:
    """Whole and in order, however claims overlap; each knows its sentence and its claims."""
    claims = [
        replace(
            claim(LEDGER, "tolls rise", "said", "Officials", None),
            content=(Span(start, min(len(LEDGER), start + size)),),
        )
        for start, size in places
        if start < len(LEDGER)
    ]
    read = unread_article(Reading(Article("a", LEDGER), Header(), tuple(claims)))
    found = list(pieces(read))
    assert "".join(LEDGER[p.start : p.end] for p in found) == LEDGER
    for piece in found:
        here = {i for i, c in enumerate(claims) if c.content[0][0] <= piece.start < c.content[0][1]}
        assert {i for i, part in piece.parts if part == "content"} == here
        if piece.sentence is not None:
            start, end = read.sentences[piece.sentence][:2]
            assert start <= piece.start < piece.end <= end
