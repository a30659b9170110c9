"""Rows of propositions, also flat, and of copies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from cli.formats.flat import flat
from cli.rows.claims import UNIT, as_lists
from store.records import CopyRecord, OtherVerdict, VerdictClaim, VerdictRecord


def verdict_row(verdict: VerdictRecord) -> dict[str, Any]:
    """One proposition with its claims and pairs of origins."""
    return {
        "proposition": verdict.id,
        "label": verdict.label,
        "named": verdict.named,
        "contested": verdict.contested,
        "conflicts_with": list(verdict.conflicts_with),
        "min": verdict.origins_min,
        "max": verdict.origins_max,
        "said": {"min": verdict.channels_min, "max": verdict.channels_max},
        "claims": [_member_row(member) for member in verdict.claims],
        "pairs": [asdict(pair) for pair in verdict.pairs],
        "reasons": list(verdict.reasons),
        "decided": list(verdict.decided),
        "machine": verdict.machine,
        "otherwise": None
        if verdict.otherwise is None
        else [_other_row(other) for other in verdict.otherwise],
    }


def _other_row(other: OtherVerdict) -> dict[str, Any]:
    return {
        "proposition": other.id,
        "label": other.label,
        "named": other.named,
        "contested": other.contested,
        "min": other.origins_min,
        "max": other.origins_max,
    }


def _member_row(member: VerdictClaim) -> dict[str, Any]:
    return {
        "id": member.claim.id,
        "doc": member.claim.doc,
        "outlet": member.claim.outlet,
        "content": as_lists(member.claim.content),
        "quote": member.claim.quote,
        "speaker": member.claim.speaker,
        "stance": member.claim.stance,
        "saying": member.claim.saying,
        "role": member.role,
        "origin": member.origin,
        "copy_of": member.copy_of,
        "reason": member.reason,
        "confirmed": member.confirmed,
    }


def copy_row(copy: CopyRecord) -> dict[str, Any]:
    """One copy, with what both articles declare in common."""
    return {
        "doc": copy.doc, "of": copy.of, "share": copy.share, "evidence": copy.evidence, "credit": copy.credit
    }  # fmt: skip


def flat_proposition(row: Mapping[str, Any]) -> dict[str, Any]:
    """One proposition's columns, begun by what a person looks for: words, speakers and outlets."""
    # Of what was not looked for there are columns of its parts, and none of itself.
    columns = flat({key: value for key, value in row.items() if key != "otherwise" or value})
    claims = row["claims"]
    first = {
        "proposition": row["proposition"],
        "label": row["label"],
        "quote": claims[0]["quote"] if claims else None,
        "speakers": _distinct(claims, "speaker"),
        "outlets": _distinct(claims, "outlet"),
    }
    return (
        first | {key: value for key, value in columns.items() if key not in first} | {"unit": UNIT}
    )


def _distinct(claims: Iterable[Mapping[str, Any]], key: str) -> list[str]:
    return [value for value in dict.fromkeys(claim[key] for claim in claims) if value]
