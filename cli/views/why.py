"""What the resolution of a claim rests on, for people and as a row; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from claims.model import OutletFacts
from claims.rules.vocabulary import ANONYMITY
from cli.sanitise import one_line, text
from cli.views.cells import ID_CHARS, speaker_words
from cli.views.claims import chain_line
from cli.views.reasons import machine_reasons, speaker_put_right
from store.records import ClaimRecord, DecisionRecord, LinkRecord

_SETTING = ("said_on", "channel", "venue", "audience", "anonymity")


def why_row(
    claim: ClaimRecord, decided: Sequence[DecisionRecord] = (), outlet: OutletFacts | None = None
) -> dict[str, Any]:
    """Speaker, stance, chain and setting, each with its confidence, reasons and evidence."""
    return {
        "id": claim.id,
        **_speaker_values(claim),
        "stance": {
            "stance": claim.stance,
            "polarity": claim.polarity,
            "hedged": claim.hedged,
            "cue": claim.cue_text,
        },
        "chain": [_link_row(link) for link in claim.chain],
        **{name: _noted(claim, name) for name in _SETTING},
        "said_on_precision": claim.said_on_precision,
        "outlet": {"name": claim.outlet, **asdict(outlet)} if claim.outlet and outlet else None,
        "decisions": [
            {"at": d.at, "who": d.reviewer, "what": d.kind, "new": d.after, "note": d.note}
            for d in decided
        ],
    }


def _speaker_values(claim: ClaimRecord) -> dict[str, Any]:
    return {
        "mention": claim.mention,
        "speaker": claim.speaker,
        "speaker_kind": claim.speaker_kind,
        "members": list(claim.members),
        "principal": claim.principal,
        "affiliation": claim.affiliation,
        "declared_count": claim.declared_count,
        "speaker_confidence": round(claim.speaker_confidence, 3),
        "inferred": claim.speaker_inferred,
        "runner_up": claim.runner_up,
        "reasons": list(claim.reasons),
    }


def _link_row(link: LinkRecord) -> dict[str, Any]:
    evidence = list(link.evidence) if link.evidence else None
    return {"who": link.intermediary, "inferred": link.inferred, "evidence": evidence}


def _noted(claim: ClaimRecord, name: str) -> dict[str, Any] | None:
    value, shown = getattr(claim, name), claim.setting_evidence.get(name)
    return {"value": value, "evidence": list(shown) if shown else None} if value else None


def why_view(
    claim: ClaimRecord, decided: Sequence[DecisionRecord] = (), outlet: OutletFacts | None = None
) -> RenderableType:
    """The same in lines: one fact a line, its reason behind it."""
    return Group(
        text(f"{claim.id[:ID_CHARS]} · {claim.doc}", "bold"),
        chain_line(claim),
        Text(""),
        *(_speaker_put_right(claim) if speaker_put_right(claim) else _speaker(claim)),
        _stance(claim),
        *(_link(link) for link in claim.chain),
        *setting_lines(claim),
        *([_outlet(claim.outlet, outlet)] if claim.outlet and outlet else []),
        *(_decision(decision) for decision in decided),
    )


def _speaker_put_right(claim: ClaimRecord) -> list[Text]:
    machine = (claim.machine or {}).get("speaker", claim.speaker) or "nobody"
    lines = [_fact("speaker", speaker_words(claim), "as a person put it right")]
    lines += [_fact("as written", claim.mention, "")] if claim.mention else []
    lines.append(_fact("overruled", machine, "what the machine had, for the reasons below"))
    return lines + _reasons(claim)


def _speaker(claim: ClaimRecord) -> list[Text]:
    sure = f"{claim.speaker_kind}, confidence {claim.speaker_confidence:.2f}"
    inferred = ", inferred" if claim.speaker_inferred else ""
    lines = [_fact("speaker", speaker_words(claim), sure + inferred)]
    if claim.mention:
        lines.append(_fact("as written", claim.mention, ""))
    lines += _reasons(claim)
    if claim.runner_up:
        lines.append(
            _fact("else" if claim.speaker else "might be", claim.runner_up, "the next best")
        )
    for name, value in (("speaks for", claim.principal), ("belongs to", claim.affiliation)):
        if value and not (name == "belongs to" and value == claim.principal):
            lines.append(_fact(name, value, ""))
    if claim.declared_count:
        lines.append(_fact("number", str(claim.declared_count), "as the text declares"))
    return lines


def _reasons(claim: ClaimRecord) -> list[Text]:
    return [
        _fact("overruled" if overruled else "because", reason, "")
        for reason, overruled in machine_reasons(claim)
    ]


def _stance(claim: ClaimRecord) -> Text:
    values = [claim.stance, claim.polarity, *(["hedged"] if claim.hedged else [])]
    reason = f"the cue is “{claim.cue_text}”" if claim.cue_text else "no cue"
    return _fact("stance", ", ".join(values), reason)


def _link(link: LinkRecord) -> Text:
    evidence = link.evidence
    words = f"“{evidence[2]}” at {evidence[0]}" if evidence else "no words of the text"
    return _fact("through", link.intermediary, words + ", carried over (inferred)" * link.inferred)


def _outlet(name: str, outlet: OutletFacts) -> Text:
    owner = f"owner {outlet.owner}" if outlet.owner != name else ""
    facts = (outlet.kind, outlet.domain, owner, outlet.source)
    return _fact("outlet", name, "; ".join(filter(None, facts)))


def _decision(decision: DecisionRecord) -> Text:
    told = f"{decision.reviewer}, {decision.at[:10]} {decision.note}".strip()
    return _fact("decided", f"{decision.kind}: {decision.after or '-'}", told)


def setting_lines(claim: ClaimRecord) -> list[Text]:
    """When, by what means, where and to whom, as far as the text says."""
    lines = []
    for name, label in zip(_SETTING, ("said on", "by", "at", "to", "unnamed"), strict=True):
        value, shown = getattr(claim, name), claim.setting_evidence.get(name)
        if value:
            extra = (
                f" ({claim.said_on_precision})"
                if name == "said_on" and claim.said_on_precision != "day"
                else ""
            )
            lines.append(
                _fact(
                    label,
                    f"{ANONYMITY.get(value, value)}{extra}"
                    if name == "anonymity"
                    else f"{value}{extra}",
                    f"“{shown[2]}” at {shown[0]}" if shown and shown[2] else "",
                )
            )
    return lines


def _fact(name: str, value: str, reason: str) -> Text:
    line = Text(f"{name:11}", "dim")
    line.append(one_line(value))
    return line.append(f"  ({one_line(reason)})", "dim") if reason else line
