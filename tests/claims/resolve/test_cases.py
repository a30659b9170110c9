"""Who speaks, case by case, on sentences of our own; spaCy parses, the spans are given."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from claims.model import Article, Attribution, Header, Span
from claims.resolve import resolve
from claims.resolve.model import Resolution

pytestmark = pytest.mark.model


@dataclass(frozen=True)
class Case:
    """A text in which [source|said] marks each source and cue; the sentence's rest is the
    content."""

    name: str
    text: str
    expected: tuple[str | None, ...]


CASES = [
    Case(
        "behind indirect speech who asks goes on",
        "The mayor, Peter Lund, spoke. [Mary Tollan|said] she had heard that. [she|asked] why.",
        ("Mary Tollan", "Mary Tollan"),
    ),
    Case(
        "called by the given name in the middle",
        "[Mohd Zulkefli bin Awang|said] it would rain. [Zulkefli|said] it had.",
        ("Mohd Zulkefli bin Awang", "Mohd Zulkefli bin Awang"),
    ),
    Case(
        "the elder of a family name that comes first",
        "Chairwoman Noh Mi-ran and her nephew, Noh Tae-gyu, met. [The elder Noh|said] no. [The younger Noh|said] yes.",
        ("Noh Mi-ran", "Noh Tae-gyu"),
    ),
    Case(
        "a son with nothing but the mark",
        "Walter Kinsolving Sr. sold nails. [His son, Walter Jr.,|said] the store would close.",
        ("Walter Kinsolving Jr.",),
    ),
    Case(
        "the deputy prosecutor is the prosecutor",
        "[Deputy Public Prosecutor Mary Tollan|asked] for a fine. [The prosecutor|said] he had done it before.",
        ("Mary Tollan", "Mary Tollan"),
    ),
    Case(
        "a deputy mayor is not the mayor",
        "[Deputy mayor Mary Tollan|said] no. [The mayor|said] yes.",
        ("Mary Tollan", None),
    ),
    Case(
        "an assistant coach is not the coach",
        "[Assistant Coach Peter Lund|said] no. [The coach|said] yes.",
        ("Peter Lund", None),
    ),
    Case(
        "a deputy prosecutor is not the prosecutor",
        "The deputy prosecutor, Mary Tollan, sat down. [The prosecutor|said] the case was closed.",
        (None,),
    ),
    Case(
        "a former mayor is not the mayor",
        "Former mayor Mary Tollan attended the meeting. [The mayor|said] the road was open.",
        (None,),
    ),
    Case(
        "the counterpart has the office",
        "Tarnian agriculture minister Peter Lund received his Malorian counterpart, Mary Tollan, at noon. "
        "[The Malorian minister|said] it was late.",
        ("Mary Tollan",),
    ),
    Case(
        "the guard is whom the text calls so",
        "The guard, Peter Lund, came to court. [The guard|said] he had heard it.",
        ("Peter Lund",),
    ),
    Case(
        "the guard is the body of guards that was named last",
        "The guard, Peter Lund, sat. The Coast Guard came. [The guard|said] the sea was rough.",
        ("Coast Guard",),
    ),
    Case(
        "the accused",
        "The accused, Peter Lund, came to court. [The accused|said] he had heard it.",
        ("Peter Lund",),
    ),
    Case(
        "a body's person",
        "[The fisheries directorate's Mary Tollan|said] the cod were gone.",
        ("Mary Tollan",),
    ),
    Case(
        "who it was and who it was not",
        "It was the chemist, Mary Tollan, not the manager, Peter Lund, [who|said] the water was bad.",
        ("Mary Tollan",),
    ),
    Case(
        "what it was clear of",
        "It was clear to Mary Tollan that the board did not trust the drivers [who|said] the road was safe.",
        (None,),
    ),
    Case(
        "where it was",
        "It was in Tarn that Mary Tollan did not meet the men [who|warned] that the road was unsafe.",
        (None,),
    ),
    Case(
        "whose matter it is",
        "It is a matter for Mary Tollan and not for the drivers [who|said] the road was safe.",
        (None,),
    ),
    Case(
        "close to somebody named",
        "[A person close to the prosecutor, Mary Tollan,|said] the warrant would stand.",
        (None,),
    ),
    Case(
        "whom the sentence before brings in without a name",
        "[Mary Tollan|said] the fare was high. A fourth driver shook her head. [she|said] it was not.",
        ("Mary Tollan", None),
    ),
    Case(
        "the company that the sentence is about",
        "Nordvest Kabel AS will deliver cable to the port of Tarne, [the company|said] on Monday.",
        ("Nordvest Kabel AS",),
    ),
    Case(
        "he among men, by subject",
        "Jon Marsh met Peter Lund in Tarne. [Marsh|said] it went well. [He|added] that talks go on.",
        ("Jon Marsh", "Jon Marsh"),
    ),
    Case(
        "she and he by first name",
        "Mary Tollan and Peter Lund came. [She|said] yes. [He|said] no.",
        ("Mary Tollan", "Peter Lund"),
    ),
    Case(
        "gender by title",
        "Mr. Lindqvist met Mrs. Orban. [She|said] the talks were good.",
        ("Orban",),
    ),
    Case("who", "The bill was written by Mary Tollan, [who|said] it would pass.", ("Mary Tollan",)),
    Case(
        "who after an apposition",
        "The plan came from Peter Lund, a banker [who|said] it was safe.",
        ("Peter Lund",),
    ),
    Case(
        "possessor",
        "Mary Tollan came back. [Her|promise] to build a bridge was kept.",
        ("Mary Tollan",),
    ),
    Case(
        "a name that comes later",
        "[Tarne's harbour commissioner|said] boats would stay in. Commissioner Mary Tollan spoke on Monday.",
        ("Mary Tollan",),
    ),
    Case(
        "shared surname by title",
        "Peter Lund and his wife, Mary Lund, spoke. [Mrs. Lund|said] yes. [Mr. Lund|said] no.",
        ("Mary Lund", "Peter Lund"),
    ),
    Case(
        "spokesman, then the spokesman",
        "[The Harbour Ministry spokesman, Peter Lund,|said] it was closed. Ships waited. "
        "[The spokesman|added] that it would open.",
        ("Peter Lund", "Peter Lund"),
    ),
    Case(
        "title with a name, then without",
        "[Mayor Mary Tollan|said] the road is shut. Later [the mayor|said] it would open.",
        ("Mary Tollan", "Mary Tollan"),
    ),
    Case(
        "apposition after",
        "[Peter Lund, an economist at Tarne University,|said] prices fall.",
        ("Peter Lund",),
    ),
    Case("apposition before", "[The economist Peter Lund|said] prices fall.", ("Peter Lund",)),
    Case(
        "a longer description before",
        "[One of the family's lawyers, Peter Lund,|said] they would sue.",
        ("Peter Lund",),
    ),
    Case(
        "acronym",
        "The Tarne Fishing Association met. [The TFA|said] quotas fell.",
        ("Tarne Fishing Association",),
    ),
    Case(
        "the report",
        "The port will grow, officials told state-run Harbour Watch. [The report|said] work starts soon.",
        ("Harbour Watch",),
    ),
    Case(
        "the agency",
        "The strike is over, the Tarne Wire news agency reported on Monday. "
        "Reuters was closed. [The agency|said] ships sail.",
        ("Reuters",),
    ),
    Case(
        "the company",
        "Norvik Mining Corp. cut jobs. Norvik is old. [The company|said] it had no choice.",
        ("Norvik Mining Corp.",),
    ),
    Case(
        "her campaign",
        "Mary Tollan ran again. [Her campaign|said] she would win.",
        ("Tollan campaign",),
    ),
    Case(
        "the ad of an issuer",
        "A new ad by the Harbour Union attacks the mayor. [The ad|says] she lied.",
        ("Harbour Union",),
    ),
    Case(
        "a film by its title",
        "Her new documentary “Tides” opened. [The film|says] the sea rises.",
        ("Tides",),
    ),
    Case(
        "a slip of the pen",
        "Mary Tollander spoke. [Tolander|said] the bridge is safe.",
        ("Mary Tollander",),
    ),
    Case(
        "classes of people",
        "[Critics|said] it was late. [Many residents|said] it was loud.",
        (None, None),
    ),
    Case("somebody of a body", "[A spokesman for Mayor Mary Tollan|said] she was away.", (None,)),
    Case("unnamed", "[Three people familiar with the matter|said] the deal is off.", (None,)),
    Case("official media", "[Official media|reported] that talks began.", (None,)),
    Case(
        "no office in the text",
        "Mary Tollan is a poet. [The harbour inspector|said] the pier is rotten.",
        (None,),
    ),
]


def read(nlp, marked: str, article: Article | None = None) -> list[Resolution]:  # type: ignore[no-untyped-def]
    """Resolves a text whose attributions are marked."""
    text, found, at = "", [], 0
    for match in re.finditer(r"\[([^|\]]+)\|([^\]]+)\]", marked):
        text += marked[at : match.start()]
        source = Span(len(text), len(text) + len(match[1]))
        cue = Span(source.end + 1, source.end + 1 + len(match[2]))
        text += f"{match[1]} {match[2]}"
        end = re.compile(r"[.\]]|$").search(marked, match.end())
        assert end is not None
        content = Span(cue.end + 1, cue.end + end.start() - match.end())
        found.append(Attribution((cue,), (source,), (content,), 1.0))
        at = match.end()
    text += marked[at:]
    return resolve(nlp(text), found, article or Article("a", text), Header())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_source_is_resolved_as_a_reader_would(nlp, case: Case) -> None:  # type: ignore[no-untyped-def]
    """A name where the text settles it, none where it does not; a reason always."""
    found = read(nlp, case.text)
    assert tuple(r.speaker.name for r in found) == case.expected
    assert all(r.speaker.reasons for r in found)


def test_a_joint_source_has_its_members(nlp) -> None:  # type: ignore[no-untyped-def]
    """Two who speak together are no name but members."""
    (one,) = read(nlp, "[Mary Tollan and Peter Lund|said] the bridge is safe.")
    assert (one.speaker.name, set(one.speaker.members)) == (None, {"Mary Tollan", "Peter Lund"})


def test_a_spokesman_speaks_as_himself_for_his_principal(nlp) -> None:  # type: ignore[no-untyped-def]
    """The body is no speaker, but it is kept, also for his later words."""
    first, second = read(
        nlp,
        "[Peter Lund, a spokesman for the Harbour Board,|said] it is closed. Later [Lund|said] it opens.",
    )
    assert {(r.speaker.name, r.speaker.principal) for r in (first, second)} == {
        ("Peter Lund", "Harbour Board")
    }


@pytest.mark.parametrize(
    "phrase,number",
    [
        ("Three people", 3),
        ("At least 12 officials", 12),
        ("A couple of aides", 2),
        ("A senior official", 1),
        ("Officials", None),
    ],
)
def test_unnamed_people_are_counted_as_declared(nlp, phrase: str, number: int | None) -> None:  # type: ignore[no-untyped-def]
    """No number is made up."""
    (one,) = read(nlp, f"[{phrase} familiar with the matter|said] the deal is off.")
    assert (one.speaker.name, one.speaker.declared_count) == (None, number)


def test_the_writer_is_whom_the_by_line_or_a_closing_note_names(nlp) -> None:  # type: ignore[no-untyped-def]
    """First person in a column."""
    (one,) = read(nlp, "[I|believe] the port should close.\n\nMary Tollan is a writer in Tarne.")
    assert one.speaker.name == "Mary Tollan"
    (other,) = read(nlp, "[I|believe] the port should close.")
    assert other.speaker.name is None


def test_two_who_fit_leave_the_weaker_one_as_runner_up(nlp) -> None:  # type: ignore[no-untyped-def]
    """Who else it might be stays on record."""
    _, second = read(
        nlp, "Jon Marsh met Peter Lund. [Marsh|said] it went well. [He|added] that talks go on."
    )
    assert (second.speaker.name, second.speaker.runner_up) == ("Jon Marsh", "Peter Lund")
    assert second.speaker.confidence < 1


def test_below_the_bar_a_source_stays_open_and_says_what_it_might_be(nlp) -> None:  # type: ignore[no-untyped-def]
    """A wrong name is worse than none."""
    (one,) = read(
        nlp,
        "The Harbour Board met. The Tarne Council met. Rain fell. Nobody came. [It|said] the pier was shut.",
    )
    assert one.speaker.name is None
    assert one.speaker.runner_up in ("Harbour Board", "Tarne Council")
    assert any("might be" in reason for reason in one.speaker.reasons)


def test_an_interview_is_not_carried_past_a_new_venue(nlp) -> None:  # type: ignore[no-untyped-def]
    """Words at a news conference did not come through the paper."""
    found = read(
        nlp,
        "[Mary Tollan|told the Guardian] that the port opens. [Tollan|said] it is safe. "
        "At a news conference in Tarne, [Tollan|said] boats may leave.",
    )
    assert [[(k.intermediary, k.inferred) for k in r.chain] for r in found] == [
        [("Guardian", False)],
        [("Guardian", True)],
        [],
    ]
    assert (
        found[2].setting.venue is not None
        and found[2].setting.venue.value == "news conference in Tarne"
    )


@pytest.mark.parametrize(
    "text,channel",
    [
        ("In a statement, [Tollan|said] it is safe.", "statement"),
        ("[Tollan|tweeted] that it is safe.", "tweet"),
        ("[Tollan|said] it is safe in an e-mail to voters.", None),
    ],
)
def test_a_channel_is_recorded_and_no_intermediary(nlp, text: str, channel: str | None) -> None:  # type: ignore[no-untyped-def]
    """Words inside the content are no channel."""
    (one,) = read(nlp, text)
    assert (one.setting.channel.value if one.setting.channel else None, one.chain) == (channel, ())


def test_an_audience_is_recorded_and_no_intermediary(nlp) -> None:  # type: ignore[no-untyped-def]
    """ "told donors" names no medium."""
    (one,) = read(nlp, "[Mary Tollan|told donors] the bridge would open.")
    assert (one.setting.audience.value if one.setting.audience else None, one.chain) == (
        "donors",
        (),
    )


@pytest.mark.parametrize(
    "words,date,precision",
    [("on Tuesday", "2026-03-17", "day"), ("yesterday", "2026-03-18", "day"), ("on March 3", "2026-03-03", "day"),
     ("last month", "2026-02", "month"), ("in 2024", "2024", "year"), ("last week", "2026-03-09", "week")],
)  # fmt: skip
def test_a_day_is_counted_from_the_articles_own_date(
    nlp, words: str, date: str, precision: str
) -> None:  # type: ignore[no-untyped-def]
    """19 March 2026 is a Thursday."""
    text = f"[Mary Tollan|said {words}] that the bridge would open."
    (one,) = read(nlp, text, Article("a", text, published="2026-03-19"))
    said = one.setting.said_on
    assert said is not None and (said.date, said.precision) == (date, precision)


def test_without_the_articles_date_a_weekday_stays_unknown(nlp) -> None:  # type: ignore[no-untyped-def]
    """Unknown stays unknown, and a day ahead is no day on which something was said."""
    (one,) = read(nlp, "[Mary Tollan|said on Tuesday] that the bridge would open.")
    assert one.setting.said_on is None
