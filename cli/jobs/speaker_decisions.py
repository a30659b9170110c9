"""Finds the speakers that a decision is about and who decides; what a decision does is the
store's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.errors import UsageError
from claims.named_in_text import means_any
from cli.jobs.speakers import only_speaker
from cli.reviewer import reviewer
from cli.sanitise import one_line

if TYPE_CHECKING:
    from store import Store
    from store.records import FormRecord, ProposalRecord

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def decider() -> str:
    """Whose decision it is, as in review; raises UsageError where nobody can be named."""
    return reviewer()


def merge(store: Store, a: str, b: str, note: str) -> str:
    """Merges one speaker into another; says what was done. Raises UsageError on a person and a
    body, and where a name is nobody's or several speakers'."""
    speaker, other = only_speaker(store, a), only_speaker(store, b)
    if (speaker.kind == "person") != (other.kind == "person"):
        raise UsageError(
            f"{speaker.name} is a {speaker.kind} and {other.name} a {other.kind}; they cannot be one speaker"
        )
    store.decisions.merge(decider(), speaker.id, other.id, note)
    return f"{speaker.name} goes under {other.name}"


def split_names(store: Store, name: str, forms: list[str], note: str) -> str:
    """Parts names from a speaker; says what was done. Raises UsageError on a name of another
    speaker, and where none would stay."""
    speaker = only_speaker(store, name)
    every = store.speakers.forms(speaker.id)
    leaving = [form for form in every if any(_is(form, wanted) for wanted in forms)]
    names = "; ".join(f"{form.name} ({form.id[:8]})" for form in every)
    for wanted in forms:
        if not any(_is(form, wanted) for form in every):
            raise UsageError(
                f"{wanted}: goes not under {speaker.name} by itself; names that do: {names}"
            )
    staying = [form.id for form in every if form not in leaving]
    if not staying:
        raise UsageError(
            f"nothing would stay under {speaker.name}; give --article to part it by articles"
        )
    store.decisions.split(decider(), [form.id for form in leaving], staying, note)
    return f"{'; '.join(form.name for form in leaving)} no longer goes under {speaker.name}"


def split_articles(store: Store, name: str, docs: list[str], note: str) -> str:
    """Gives a speaker's claims in some articles to another bearer of the name; says what was done.
    Raises UsageError on a speaker or an article that is not there."""
    speaker = only_speaker(store, name)
    other = store.decisions.split_articles(decider(), speaker.id, docs, note)
    return f"in {', '.join(docs)}, {speaker.name} is another speaker ({other[:8]})"


def alias(store: Store, name: str, other: str, note: str) -> str:
    """Enters another name of a speaker; says what was done. Raises UsageError on a name without
    letters, and on words for a source that articles leave unnamed."""
    speaker = only_speaker(store, name)
    if not any(c.isalnum() for c in other):
        raise UsageError(f"{other!r} is no name; write letters")
    store.decisions.alias(decider(), speaker.id, one_line(other), note)
    return f"{one_line(other)} is a name of {speaker.name}"


def role(
    store: Store, name: str, office: str, since: str | None, until: str | None, note: str
) -> str:
    """Enters an office of a speaker, who need not have spoken yet; says what was done. Raises
    UsageError on a wrong date or office."""
    for option, value in (("--from", since), ("--to", until)):
        if value and not _DATE.fullmatch(value):
            raise UsageError(f"{option}: {value!r} is no date; write 2017, 2017-03 or 2017-03-27")
    if since and until and until < since[: len(until)]:
        raise UsageError(f"--to {until} lies before --from {since}; an office ends after it begins")
    if not any(c.isalpha() for c in office):
        raise UsageError(
            f"{office!r} is no office; write it as articles do, such as 'army chief of Velmora'"
        )
    if means_any(office):
        raise UsageError(
            f"{office!r} is no office of somebody's; `onrecord review ID --speaker NAME` says of one claim who a "
            "source without a name is, and keeps it private"
        )
    speaker = only_speaker(store, name) if store.speakers.matching(name) else None
    id = speaker.id if speaker else store.speakers.enter(one_line(name))
    store.decisions.role(decider(), id, one_line(office), since, until, note)
    new = "" if speaker else " (entered; no claim of theirs is known yet)"
    return f"{speaker.name if speaker else one_line(name)}{new}: {one_line(office)}, {since or '…'} to {until or 'now'}"


def decide(store: Store, id: str, accept: bool, note: str) -> str:
    """Accepts or rejects a proposal; says what was done. Raises UsageError on an id of none or
    several."""
    proposal = one_proposal(store, id)
    if accept:
        store.decisions.merge(decider(), proposal.a, proposal.b, note)
        return f"{proposal.a_name} and {proposal.b_name} are one speaker"
    store.decisions.reject(decider(), proposal, note)
    return f"{proposal.a_name} and {proposal.b_name} are two speakers"


def one_proposal(store: Store, id: str) -> ProposalRecord:
    """The proposal whose id begins so; raises UsageError on none or several."""
    matching = [p for p in store.speakers.proposals() if id and p.id.startswith(id.strip().lower())]
    if not matching:
        raise UsageError(f"no proposal {id}; see `onrecord proposals`")
    if len(matching) > 1:
        raise UsageError(
            f"{id} is the beginning of {len(matching)} proposals; write more of the id"
        )
    return matching[0]


def _is(form: FormRecord, wanted: str) -> bool:
    from claims.folding import name_key

    return name_key(form.name) == name_key(wanted) or (
        len(wanted) >= 6 and form.id.startswith(wanted.lower())
    )
