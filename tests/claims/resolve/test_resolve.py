"""Who speaks and through whom, on sentences of our own."""

from __future__ import annotations

import random

import pytest

from claims.folding import fold_mention
from claims.model import Article, Attribution, Header, Span
from claims.resolve import resolve
from claims.resolve.mentions.names import strip_title
from claims.resolve.model import Resolution
from claims.resolve.provenance.nested import nested

TEXT = (
    "Talks between Norland and Estmark opened. The new bridge will open soon, Gen. Peter Vandal, a military expert, "
    "told state-run Harbour Watch.\n\nThe road is safe, Vandal said. The tunnel is next, he said.\n\n"
    "The two sides agreed to meet. The report said the harbour is deep. "
    "Three officials familiar with the matter said the port would close. Critics said it would not.\n\n"
    "The daily quoted Mary Tollan as saying the ferry was late."
)


def _read(nlp, text: str, *parts: tuple[str, str, str]) -> list[Resolution]:  # type: ignore[no-untyped-def]
    found = []
    for source, cue, content in parts:
        at = text.index(content)
        near = max(0, at - 120)
        spans = [Span(text.index(w, near), text.index(w, near) + len(w)) for w in (source, cue)]
        found.append(Attribution((spans[1],), (spans[0],), (Span(at, at + len(content)),), 1.0))
    return resolve(nlp(text), found, Article("a", text), Header())


@pytest.fixture(scope="module")
def read(nlp) -> list[Resolution]:  # type: ignore[no-untyped-def]
    return _read(
        nlp,
        TEXT,
        ("Gen. Peter Vandal, a military expert", "told", "The new bridge will open soon"),
        ("Vandal said", "said", "The road is safe"),
        ("he said", "said", "The tunnel is next"),
        ("The two sides", "agreed", "to meet"),
        ("The report", "said", "the harbour is deep"),
        ("Three officials familiar with the matter", "said", "the port would close"),
        ("Critics", "said", "it would not"),
        ("Mary Tollan", "quoted", "the ferry was late"),
    )


@pytest.mark.model
def test_a_name_is_given_without_its_title(read: list[Resolution]) -> None:
    """Rank and apposition are no part of the name."""
    assert read[0].speaker.name == "Peter Vandal"


@pytest.mark.model
def test_an_outlet_that_was_told_is_an_intermediary(read: list[Resolution]) -> None:
    """ "told state-run X" names X as the relay."""
    assert [link.intermediary for link in read[0].chain] == ["Harbour Watch"]


@pytest.mark.model
def test_a_part_in_a_broadcast_is_nobody(nlp) -> None:  # type: ignore[no-untyped-def]
    """Nor does a pronoun behind its label mean it."""
    text = (
        "PRESENTER: Jon Marsh came. READER: “We dig by hand.” PRESENTER: He said the road was shut."
    )
    parts = (("READER", ":", "We dig by hand"), ("He", "said", "the road was shut"))
    assert [one.speaker.name for one in _read(nlp, text, *parts)] == [None, "Jon Marsh"]


@pytest.mark.model
def test_the_two_sides_are_the_pair_named_before(read: list[Resolution]) -> None:
    """A joint speaker has no name but members."""
    assert read[3].speaker.name is None
    assert read[3].speaker.kind == "joint"
    assert set(read[3].speaker.members) <= {"Norland", "Estmark"}


@pytest.mark.model
def test_the_report_is_the_outlets_named_last(read: list[Resolution]) -> None:
    """An outlet found as an intermediary answers for "the report"."""
    assert read[4].speaker.name == "Harbour Watch"


@pytest.mark.model
def test_unnamed_people_are_counted(read: list[Resolution]) -> None:
    """ "Three officials" speak unnamed, three of them."""
    assert (read[5].speaker.kind, read[5].speaker.name, read[5].speaker.declared_count) == (
        "unnamed",
        None,
        3,
    )


@pytest.mark.model
def test_a_class_of_people_is_a_group(read: list[Resolution]) -> None:
    """Critics have no name."""
    assert (read[6].speaker.kind, read[6].speaker.name) == ("group", None)


@pytest.mark.model
def test_the_daily_that_quotes_is_an_intermediary(read: list[Resolution]) -> None:
    """A common noun for a medium is resolved, and the quoted person is the speaker."""
    assert (read[7].speaker.name, read[7].chain[0].intermediary) == ("Mary Tollan", "Harbour Watch")


@pytest.mark.model
def test_the_intermediary_is_carried_over_as_inferred(nlp) -> None:  # type: ignore[no-untyped-def]
    """The same interview goes on while no venue appears."""
    text = "The road is safe, Peter Vandal told state-run Harbour Watch. The bridge is old, Vandal said."
    first, second = _attributions(
        text, ("Peter Vandal", "told", "The road is safe"), ("Vandal", "said", "The bridge is old")
    )
    out = resolve(nlp(text), [first, second], Article("a", text), Header())
    assert [(r.speaker.name, r.chain[0].intermediary, r.chain[0].inferred) for r in out] == [
        ("Peter Vandal", "Harbour Watch", False),
        ("Peter Vandal", "Harbour Watch", True),
    ]


def _attributions(text: str, *parts: tuple[str, str, str]) -> list[Attribution]:
    out = []
    for source, cue, content in parts:
        c = text.index(content)
        s = text.index(source, c)
        q = text.index(cue, s)
        out.append(
            Attribution(
                (Span(q, q + len(cue)),),
                (Span(s, s + len(source)),),
                (Span(c, c + len(content)),),
                1.0,
            )
        )
    return out


@pytest.mark.model
def test_any_text_and_any_spans_are_survived(nlp) -> None:  # type: ignore[no-untyped-def]
    """Odd texts give one resolution for each attribution and never an error."""
    dice = random.Random(7)
    for text in (
        "",
        " ",
        "\n\n",
        "“",
        "The The The",
        "Dr. Mr. said 's",
        "a" * 500,
        "told the , he said “",
        TEXT,
        "\u202e\u0301 . -",
    ):
        cut = [sorted((dice.randint(0, len(text)), dice.randint(0, len(text)))) for _ in range(40)]
        spans = [(Span(*c),) if c[0] < c[1] else () for c in cut]
        found = [Attribution(dice.choice(spans), s, dice.choice(spans), 0.5) for s in spans]
        assert len(resolve(nlp(text), found, Article("a", text), Header())) == len(found)


def test_titles_are_stripped_and_names_folded() -> None:
    """Offices before a name go, accents and dots fold."""
    assert strip_title("Norland Prime Minister Ada Holm")[1] == "Ada Holm"
    assert fold_mention("J. Élan’s") == "j elan"


def test_a_claim_inside_anothers_content_is_nested() -> None:
    """Strictly inside only: two claims of the same content are not nested."""
    outer = Attribution((Span(0, 4),), (Span(5, 8),), (Span(10, 60),), 1.0)
    inner = Attribution((Span(20, 24),), (Span(15, 19),), (Span(30, 50),), 1.0)
    assert nested([outer, inner]) == [False, True]
    assert nested([outer, outer]) == [False, False]
