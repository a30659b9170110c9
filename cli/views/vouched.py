"""In one line who vouches for a claim, through whom, what stands behind it and who is against it;
pure."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from cli.rows.article_read import Against, How, Vouched, voice_of
from cli.sanitise import one_line, text
from cli.views.cells import counted, plural, speaker_words
from cli.views.verdicts import BY_PERSON, CONTESTED_SIGN, interval, label_sign, label_text
from store.records import ClaimRecord, VerdictRecord

MAX_AGAINST = 3
"""Claims on the other side that are named; of more their number is said."""
OPPOSING: dict[How, str] = {
    "denies": "denied by",
    "holds": "held by",
    "contradicts": "contradicted by",
}


def sign(vouched: Vouched) -> Text:
    """The sign of the label, and that the claim is contested."""
    verdict = vouched.verdict if vouched.role == "supports" else None
    found = label_sign(verdict.label) if verdict else Text("·")
    return found.append(CONTESTED_SIGN, "red") if vouched.against else found


def note(vouched: Vouched) -> Text:
    """As in "Ilse Marrant ← Port Radio · SINGLE: 1 origin, 3 outlets · denied by …"."""
    line = Text.assemble(
        *([f"[{vouched.claim.stance}] "] if vouched.claim.stance != "assert" else [])
    )
    line.append_text(voucher(vouched.claim))
    for link in vouched.claim.chain:
        line.append(" through ").append(one_line(link.intermediary), "bold")
    line.append(" · ").append_text(behind(vouched))
    for begin, words in opponents(vouched):
        line.append(" · ").append(begin, "red").append(f" {words}")
    return line  # fmt: skip


def voucher(claim: ClaimRecord) -> Text:
    """Who vouches, by name, else as the article calls them."""
    words = speaker_words(claim)
    voice = voice_of(claim)
    return text(
        f"{words} (no name)" if voice == "unnamed" else words, "bold" if voice == "named" else "italic"
    )  # fmt: skip


def behind(vouched: Vouched) -> Text:
    """How many independent origins stand behind the claim in the store."""
    verdict = vouched.verdict
    if verdict is None:
        return Text("within another claim" if vouched.claim.nested else "not weighed", "dim")
    if vouched.role == "neutral":
        return Text("neither holds nor denies it", "dim")
    if vouched.role == "denies":
        by_person = f" ({BY_PERSON})" if verdict.decided else ""
        held = f"denies what {_origins(verdict)} hold{'s' * (verdict.origins_max == 1)}"
        return Text(held + by_person)
    words = f": {_origins(verdict)}, {counted(vouched.outlets, 'outlet')}"
    return label_text(verdict).append(words, "default")


def _origins(verdict: VerdictRecord) -> str:
    many = interval(verdict.origins_min, verdict.origins_max)
    return f"{many} {plural('origin', verdict.origins_max)}"


def opponents(vouched: Vouched) -> Iterator[tuple[str, str]]:
    """Who is against it, and where; why, where that is more than a denial."""
    for how, begin in OPPOSING.items():
        several = [against for against in vouched.against if against.how == how]
        where = list(dict.fromkeys(_where(against) for against in several))
        if where:
            more = f" and {len(where) - MAX_AGAINST} more" if len(where) > MAX_AGAINST else ""
            yield begin, f"{'; '.join(where[:MAX_AGAINST])}{more}"


def _where(against: Against) -> str:
    claim = against.claim
    day = f" {claim.published[:10]}" if claim.published else ""
    outlet = one_line(claim.outlet or claim.wire or claim.doc)
    why = f" ({one_line(against.reason)})" if against.how == "contradicts" else ""
    return f"{one_line(speaker_words(claim))} in {outlet}{day}{why}"
