"""The shape of machine-readable rows: a contract, schema 1; nothing is written or looked up here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from claims.model import Spans
from cli.formats.flat import flat
from cli.formats.specimens import specimen
from store.records import (
    ClaimRecord,
    CopyRecord,
    DecisionRecord,
    FormRecord,
    ProposalRecord,
    RoleRecord,
    RunRecord,
    SpeakerRecord,
    VerdictRecord,
)

if TYPE_CHECKING:
    from claims.identity.changes import Change

UNIT = "codepoint"
"""What offsets count."""
JOINT = " … "
"""What stands between parts that are apart."""


def claim_row(claim: ClaimRecord) -> dict[str, Any]:
    """One claim with every span."""
    return {
        "id": claim.id,
        "article": claim.article_id,
        "doc": claim.doc,
        "outlet": claim.outlet,
        "wire": claim.wire,
        "published": claim.published,
        "url": claim.url,
        "speaker": claim.speaker,
        "speaker_kind": claim.speaker_kind,
        "mention": claim.mention,
        "members": list(claim.members),
        "named": claim.named,
        "via": claim.via,
        "chain": [link.who for link in claim.chain],
        "said_on": claim.said_on,
        "said_on_precision": claim.said_on_precision,
        "channel": claim.channel,
        "venue": claim.venue,
        "audience": claim.audience,
        "quote": claim.quote,
        "kind": claim.kind,
        "stance": claim.stance,
        "polarity": claim.polarity,
        "hedged": claim.hedged,
        "nested": claim.nested,
        "label": claim.label,
        "confidence": claim.confidence,
        "cue": _spans(claim.cue),
        "source": _spans(claim.source),
        "content": _spans(claim.content),
        "cue_text": claim.cue_text,
        "spans": spans(claim),
        "unit": UNIT,
        **review_keys(claim),
    }


def review_keys(claim: ClaimRecord) -> dict[str, Any]:
    """What people decided on a claim, and what the machine had found where they put something right."""
    machine = {
        key: value
        for key, value in (claim.machine or {}).items()
        if key not in ("speaker_id", "start", "prefix", "suffix")
    }
    if "chain" in machine:
        machine["chain"] = [link["who"] for link in machine["chain"]]
    return {
        "status": claim.status,
        "reviewer": claim.reviewer,
        "reviewed_at": claim.reviewed_at,
        "note": claim.note or None,
        "added": claim.added,
        "found": claim.found,
        "machine": machine or None,
    }


def spans(claim: ClaimRecord) -> list[dict[str, Any]]:
    """Every span of a claim with its part, its place and its own words, in the order of cue, source, content."""
    return [
        {"part": part, "start": start, "end": end, "text": words}
        for part, places, whole in (
            ("cue", claim.cue, claim.cue_text),
            ("source", claim.source, claim.mention),
            ("content", claim.content, claim.quote),
        )
        for (start, end), words in zip(places, _words(places, whole), strict=True)
    ]


def _words(places: Spans, whole: str) -> list[str | None]:
    """The words of each span, cut from all of them as text_of joins them; None where a line's own words differ."""
    if sum(end - start for start, end in places) + len(JOINT) * max(0, len(places) - 1) != len(whole):
        return [None] * len(places)
    at, found = 0, []
    for start, end in places:
        found.append(whole[at : at + end - start])
        at += end - start + len(JOINT)
    return list(found)


def speaker_row(speaker: SpeakerRecord) -> dict[str, Any]:
    """One speaker with counts."""
    return {
        "id": speaker.id,
        "name": speaker.name,
        "kind": speaker.kind,
        "aliases": list(speaker.aliases),
        "affiliation": speaker.affiliation,
        "claims": speaker.claims,
        "articles": speaker.articles,
        "outlets": speaker.outlets,
        "first": speaker.first,
        "last": speaker.last,
    }


def speaker_page_row(
    speaker: SpeakerRecord, forms: Sequence[FormRecord], roles: Sequence[RoleRecord], changes: Sequence[Change]
) -> dict[str, Any]:
    """One speaker with names, offices and what was said otherwise before; claims are added by the caller."""
    return {
        **speaker_row(speaker),
        "names": [
            {"id": f.id, "name": f.name, "affiliation": f.affiliation, "claims": f.claims, "reason": f.reason}
            for f in forms
        ],
        "roles": [{"office": role.office, "from": role.since, "to": role.until} for role in roles],
        "changes": [{"before": c.before, "after": c.after, "reason": c.reason} for c in changes],
    }


def proposal_row(proposal: ProposalRecord) -> dict[str, Any]:
    """One pair of speakers that may be one."""
    return {
        "id": proposal.id,
        "a": {"id": proposal.a, "name": proposal.a_name},
        "b": {"id": proposal.b, "name": proposal.b_name},
        "kind": proposal.kind,
        "reasons": list(proposal.reasons),
        "confidence": round(proposal.confidence, 3),
    }


def decision_row(decision: DecisionRecord) -> dict[str, Any]:
    """One decision."""
    return asdict(decision)


def judgement_row(decision: DecisionRecord, stands: bool) -> dict[str, Any]:
    """One decision, and whether it stands."""
    return {**decision_row(decision), "stands": stands}


def verdict_row(verdict: VerdictRecord) -> dict[str, Any]:
    """One proposition, exactly as DESIGN section 6 has it."""
    claims = [
        {
            "id": m.claim.id,
            "doc": m.claim.doc,
            "outlet": m.claim.outlet,
            "content": _spans(m.claim.content),
            "quote": m.claim.quote,
            "speaker": m.claim.speaker,
            "stance": m.claim.stance,
            "role": m.role,
            "origin": m.origin,
            "copy_of": m.copy_of,
            "reason": m.reason,
            "confirmed": m.confirmed,
        }
        for m in verdict.claims
    ]
    return {
        "proposition": verdict.id,
        "label": verdict.label,
        "named": verdict.named,
        "contested": verdict.contested,
        "conflicts_with": list(verdict.conflicts_with),
        "min": verdict.min,
        "max": verdict.max,
        "said": {"min": verdict.said_min, "max": verdict.said_max},
        "claims": claims,
        "pairs": [asdict(pair) for pair in verdict.pairs],
        "reasons": list(verdict.reasons),
    }


def copy_row(copy: CopyRecord) -> dict[str, Any]:
    """One copy: DESIGN section 6, and what both articles declare in common."""
    return {
        "doc": copy.doc, "of": copy.of, "share": copy.share, "evidence": copy.evidence, "credit": copy.credit
    }  # fmt: skip


def run_row(run: RunRecord) -> dict[str, Any]:
    """One run; times are ISO 8601 UTC, finished is null where it was cut off."""
    return {
        "id": run.id,
        "command": run.command,
        "started": run.started,
        "finished": run.finished,
        "versions": dict(run.versions),
        "counts": dict(run.counts),
        "failures": list(run.failures),
    }


def flat_proposition(row: Mapping[str, Any]) -> dict[str, Any]:
    """One proposition's columns, begun by what a person looks for: words, speakers and outlets."""
    columns = flat(row)
    claims = row["claims"]
    first = {
        "proposition": row["proposition"],
        "label": row["label"],
        "quote": claims[0]["quote"] if claims else None,
        "speakers": _distinct(claims, "speaker"),
        "outlets": _distinct(claims, "outlet"),
    }
    return first | {key: value for key, value in columns.items() if key not in first} | {"unit": UNIT}


FLAT: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {"propositions": flat_proposition}
"""How rows of a list become columns, where `flat` alone would not read well."""
RECORDS: dict[str, tuple[type[Any], Callable[[Any], dict[str, Any]]]] = {
    "claims": (ClaimRecord, claim_row),
    "speakers": (SpeakerRecord, speaker_row),
    "propositions": (VerdictRecord, verdict_row),
    "copies": (CopyRecord, copy_row),
    "runs": (RunRecord, run_row),
}
"""What each list is made of, so that its columns are known where it is empty."""
READ = {
    "claims": ("id", "speaker", "via", "content_text", "content_start", "content_end", "stance", "outlet", "published",
               "label", "url"),
    "propositions": ("proposition", "label", "min", "max", "quote", "speakers", "outlets", "reasons"),
}  # fmt: skip
"""The columns that people read in Markdown; other lists show all of theirs."""


def columns(name: str) -> dict[str, Any]:
    """The columns of a list, each with an empty value of its type; empty where the list is made of loose rows."""
    if name not in RECORDS:
        return {}
    record, row = RECORDS[name]
    return FLAT.get(name, flat)(row(specimen(record)))


def _distinct(claims: Iterable[Mapping[str, Any]], key: str) -> list[str]:
    return [value for value in dict.fromkeys(claim[key] for claim in claims) if value]


def _spans(spans: Spans) -> list[list[int]]:
    return [[span[0], span[1]] for span in spans]
