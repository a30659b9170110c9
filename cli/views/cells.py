"""Cells and words that several tables share: ids, counts, who speaks, what is claimed, the sign of
a status; pure."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from claims.detect.standing_alone import Phrase, Words, phrase
from cli.sanitise import one_line
from cli.views.citation import negated
from store.records import ClaimRecord
from store.records.kinds import SHOWN_ID_CHARS

ID_CHARS = SHOWN_ID_CHARS
"""Characters of an id that are shown; any unique prefix is accepted."""
MARKS = {"unreviewed": "·", "correct": "✓", "corrected": "✎", "wrong": "✗", "unsure": "?"}
"""One sign a status: told apart without colour."""
STYLES = {
    "unreviewed": "dim",
    "correct": "green",
    "corrected": "blue",
    "wrong": "red",
    "unsure": "yellow",
}


def grid(*columns: tuple[str, dict[str, object]]) -> Table:
    """A borderless table that copies well and stays readable at 80 columns."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, options in columns:
        table.add_column(name, **options)  # type: ignore[arg-type]
    return table


def plural(word: str, count: int) -> str:
    """The word for so many."""
    if count == 1:
        return word
    if word.endswith("y"):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith("s") else "s")


def counted(count: int, word: str) -> str:
    """As in "1 article" and "2,000 articles"."""
    return f"{count:,} {plural(word, count)}"


def speaker_words(claim: ClaimRecord) -> str:
    """The speaker's name, else the members, else the mention, else that there is none; beside it who
    a reviewer says it is, where the article does not."""
    words = claim.speaker or ", ".join(claim.members) or claim.mention or "(nobody named)"
    return f"{words} (private: {claim.private_speaker})" if claim.private_speaker else words


def claim_words(claim: ClaimRecord) -> str:
    """The quote with its stance, where that is no plain assertion, and with its cue where the quote
    does not stand alone; a stance that the cue says itself stands once."""
    shown = claim_phrase(claim)
    said_by_cue = claim.cue_text.casefold().startswith(claim.stance) and not negated(claim)
    return ("" if shown.cued and said_by_cue else _stance(claim)) + one_line(shown.words)


def stance_words(claim: ClaimRecord) -> str:
    """What the speaker does with the words, where that is more than saying so; else ""."""
    stance: list[str] = [] if claim.stance == "assert" else [claim.stance]
    return ", ".join(stance + ["negative"] * negated(claim))


def _stance(claim: ClaimRecord) -> str:
    words = stance_words(claim)
    return f"[{words}] " if words else ""


def claim_phrase(claim: ClaimRecord) -> Phrase:
    """The quote, with the cue where it does not stand alone."""
    parts = (claim.kind, claim.cue, claim.source, claim.content, claim.cue_text, claim.quote)
    return phrase(Words(*parts))


def quoted_words(claim: ClaimRecord) -> str:
    """The quote in quotation marks, with its cue where it does not stand alone, and its stance before
    it where that is no plain assertion."""
    return f"{_stance(claim)}“{one_line(claim_phrase(claim).words)}”"


def mark(claim: ClaimRecord) -> Text:
    """The sign of a claim's status; + for one that a person entered."""
    sign = "+" if claim.added and claim.status == "correct" else MARKS.get(claim.status, "·")
    return Text(sign, STYLES.get(claim.status, ""))
