"""A claim as one line to cite, and as a record for reference managers; pure, and the one place that
words them.

A paraphrase never stands in quotation marks: its words are the article's, not the speaker's.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from claims.rules.vocabulary import STANCES
from cli.formats.cells import visible
from cli.sanitise import one_line
from store.records import ClaimRecord

CITED_ID_CHARS = 8
"""Characters of an id in a citation."""
_DOING = {str(name): stance.doing for name, stance in STANCES.items() if stance.doing}
_MARKS = "\"“”„«»''‘’"
_MARKUP = re.compile(r"([\\`*_\[\]<>|~&$])")


def citation(claim: ClaimRecord, *, private: bool = False) -> str:
    """Speaker, words, through whom, outlet, date and link on one line; text of articles is cleaned.
    private: also who the unnamed source is, as a reviewer's word."""
    link = f", {link_of(claim)}" if link_of(claim) else ""
    aside = _aside(claim) if private else ""
    return f"{said(claim)} — {_where(claim)}{link} [onrecord {_id(claim)}]{aside}"


def markdown_citation(claim: ClaimRecord, *, private: bool = False) -> str:
    """The same line in Markdown, the outlet's name a link; no letter of an article is markup."""
    where = _escaped(_where(claim))
    link = link_of(claim)
    place = f"[{where}](<{link}>)" if link else where
    aside = _escaped(_aside(claim)) if private else ""
    return f"{_escaped(said(claim))} — {place} \\[onrecord {_id(claim)}\\]{aside}"


def csl_item(claim: ClaimRecord, *, private: bool = False) -> dict[str, Any]:
    """The article as a CSL-JSON item (citationstyles.org, schema 1.0.2) with the claim in its
    note."""
    item: dict[str, Any] = {
        "id": f"onrecord-{claim.id[:CITED_ID_CHARS]}",
        "type": "article-newspaper",
        "title": one_line(claim.title or claim.doc),
        "container-title": _plain(claim.outlet),
        "source": _plain(claim.wire),
        "issued": _issued(claim.published),
        "URL": link_of(claim),
        "note": said(claim) + f" [{_id(claim)}]" + (_aside(claim) if private else ""),
        "custom": {
            "claim": claim.id,
            "speaker": _plain(claim.mention if named_by_reviewer(claim) else claim.speaker),
            "speaker_by_reviewer": _plain(claim.speaker if named_by_reviewer(claim) else None),
            "through": [one_line(link.intermediary) for link in claim.chain],
            "quote": visible(claim.quote),
            "kind": claim.kind,
            "stance": claim.stance,
        },
    }
    return {key: value for key, value in item.items() if value}


def link_of(claim: ClaimRecord) -> str | None:
    """The article's address where it is one of the web; else None."""
    return web_address(claim.url)


def web_address(raw: str | None) -> str | None:
    """An address where it is one of the web, its odd characters as percent codes; else None."""
    url = one_line(raw or "").replace(" ", "%20")
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return re.sub(r"[<>\"'`{}|\\^()\[\]]", lambda match: f"%{ord(match[0]):02X}", url)


def speaker_of(claim: ClaimRecord) -> str:
    """The name, the parties, or the source as written; where a reviewer says who it is, the article's
    words, and beside them the reviewer's."""
    if named_by_reviewer(claim):
        written = one_line(claim.mention) or "Nobody named"
        return f"{written} (by a reviewer: {one_line(claim.speaker or 'nobody')})"
    return one_line(claim.speaker or " and ".join(claim.members) or claim.mention) or "Nobody named"


def named_by_reviewer(claim: ClaimRecord) -> bool:
    """Whether the speaker is as a person says, and not as the machine read it in the article."""
    said = "speaker" in (claim.machine or {}) or claim.effective_speaker_reason is not None
    return said or (claim.added and claim.speaker is not None)


def standing(claim: ClaimRecord) -> str:
    """While nobody has looked at the claim, that this is so and how sure the machine is; else ""."""
    unreviewed = claim.status == "unreviewed"
    return f"unreviewed, confidence {claim.confidence:.2f}" if unreviewed else ""


def negated(claim: ClaimRecord) -> bool:
    """Whether a claim's polarity says more than its stance: who denies or declines says no
    anyway."""
    return claim.polarity == "negative" and claim.stance not in ("deny", "decline")


def said(claim: ClaimRecord) -> str:
    """The speaker and the words: quoted where they are the speaker's, else marked as the
    article's."""
    words = one_line(claim.quote).strip(_MARKS) if claim.kind == "direct" else one_line(claim.quote)
    notes = ["unnamed"] if claim.speaker_kind in ("unnamed", "group") and claim.mention else []
    notes += ["speaker inferred"] if claim.speaker_inferred and claim.speaker else []
    notes += [_DOING[claim.stance]] if claim.stance in _DOING else []
    notes += ["stance by a reviewer"] if "stance" in (claim.machine or {}) else []
    notes += ["negated"] if negated(claim) else []
    notes += ["hedged"] if claim.hedged else []
    notes += [] if claim.kind == "direct" else ["in the article's words"]
    said = f"“{words}”" if claim.kind == "direct" else words
    return f"{speaker_of(claim)}{' (' + ', '.join(notes) + ')' if notes else ''}: {said}"


def _id(claim: ClaimRecord) -> str:
    return ", ".join(filter(None, (claim.id[:CITED_ID_CHARS], standing(claim))))


def _aside(claim: ClaimRecord) -> str:
    """Who the unnamed source is, as words that are plainly a reviewer's and not the article's."""
    name = one_line(claim.private_speaker or "")
    return (
        f" [private, a reviewer's word and not the article's: the source is {name}]" if name else ""
    )


def _where(claim: ClaimRecord) -> str:
    through = "; ".join(one_line(link.intermediary) for link in claim.chain)
    through += " (by a reviewer)" if through and "chain" in (claim.machine or {}) else ""
    outlet = one_line(claim.outlet or "") or f"outlet unknown ({one_line(claim.doc)})"
    wire = f" (agency: {one_line(claim.wire)})" if claim.wire and claim.wire != claim.outlet else ""
    date = one_line(claim.published or "")[:10] or "no date"
    return f"{'through ' + through + ', in ' if through else ''}{outlet}{wire}, {date}"


def _issued(published: str | None) -> dict[str, list[list[int]]] | None:
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", published or "")
    return {"date-parts": [[int(part) for part in match.groups() if part]]} if match else None


def _plain(raw: str | None) -> str | None:
    return one_line(raw) if raw else None


def _escaped(raw: str) -> str:
    return _MARKUP.sub(r"\\\1", raw)
