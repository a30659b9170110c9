"""When, where, by what means, to whom and why unnamed, as JSON and back; the rest of a line is roundtrip's."""

from __future__ import annotations

from typing import Any, get_args

from claims.model import Evidence, Inferred, Precision, SaidOn, Setting, Span
from claims.rules.vocabulary import ANONYMITY


def setting_keys(setting: Setting) -> dict[str, Any]:
    """The five keys of an attribution; null where the text does not say."""
    said = setting.said_on
    return {
        "said_on": said
        and {
            "date": said.date,
            "precision": said.precision,
            "evidence": evidence_row(said.evidence),
        },
        "channel": _noted(setting.channel),
        "venue": _noted(setting.venue),
        "audience": _noted(setting.audience),
        "anonymity": _noted(setting.anonymity),
    }


def setting_of(item: dict[str, Any], text: str) -> Setting:
    """The setting that an attribution's keys hold; raises ValueError or TypeError on a wrong
    one."""
    said = item.get("said_on")
    return Setting(
        said_on=_said_on(said, text) if said else None,
        channel=_inferred(item.get("channel"), text),
        venue=_inferred(item.get("venue"), text),
        audience=_inferred(item.get("audience"), text),
        anonymity=_anonymity(item.get("anonymity"), text),
    )


def evidence_row(evidence: Evidence | None) -> list[Any] | None:
    """Start, end and words."""
    return [*evidence.span, evidence.text] if evidence else None


def evidence_of(raw: list[Any] | None, text: str) -> Evidence | None:
    """The evidence at a span of the text; raises ValueError where it lies outside."""
    if not raw:
        return None
    start, end = int(raw[0]), int(raw[1])
    if not 0 <= start <= end <= len(text):
        raise ValueError("evidence lies outside the text")
    return Evidence(Span(start, end), text[start:end])


def _noted(value: Inferred | None) -> dict[str, Any] | None:
    return {"value": value.value, "evidence": evidence_row(value.evidence)} if value else None


def _said_on(raw: dict[str, Any], text: str) -> SaidOn:
    """The date with its precision; raises ValueError, KeyError or TypeError for a wrong one."""
    if raw["precision"] not in get_args(Precision):
        raise ValueError(f"{raw['precision']!r} is none of {', '.join(get_args(Precision))}")
    return SaidOn(
        _words(raw["date"]), raw["precision"], evidence_of(raw.get("evidence"), text) or _NOWHERE
    )


def _inferred(raw: dict[str, Any] | None, text: str) -> Inferred | None:
    return (
        Inferred(_words(raw["value"]), evidence_of(raw.get("evidence"), text) or _NOWHERE)
        if raw
        else None
    )


def _anonymity(raw: dict[str, Any] | None, text: str) -> Inferred | None:
    """Why a source is unnamed; raises ValueError for a reason that there is not."""
    if raw and raw["value"] not in ANONYMITY:
        raise ValueError(f"{raw['value']!r} is none of {', '.join(ANONYMITY)}")
    return _inferred(raw, text)


def _words(raw: object) -> str:
    """A text that is not empty; raises TypeError for anything else."""
    if not isinstance(raw, str) or not raw:
        raise TypeError(f"{raw!r} is no text")
    return raw.encode("utf-8", "replace").decode()


_NOWHERE = Evidence(Span(0, 0), "")
