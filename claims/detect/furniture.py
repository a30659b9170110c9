"""Lines of the page that are no part of the article: share buttons, captions, editor's notes,
links. No credits."""

from __future__ import annotations

import re

from claims.model import Span, Spans

_LINE = re.compile(r"[^\r\n]+")
WIDTH = 400
"""Code points up to which a line can be furniture."""
_PERSON = r"(?-i:[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){1,3})"
_STARTS = (
    r"read (?:more|also|next|the full|our)\b",
    r"related(?: stories| articles| coverage)?\s*:",
    r"see also\b|more (?:on|from)\b.{0,60}$|don[’']t miss\b|recommended (?:for you|stories|reading)",
    r"you (?:may|might) also like|most (?:read|popular|viewed)\b",
    r"(?:click|tap) here\b|share (?:this|on|via)\b|like us on\b",
    r"follow (?:us|our|@\w+|\w+ on (?:twitter|facebook|x))\b",
    r"sign up (?:for|to|here)\b|subscribe (?:to|now|here|for)\b|join (?:our|the) (?:newsletter|mailing|conversation)",
    r"(?:watch|listen|video|photos?|image|picture|caption|graphic|gallery|file photo)(?: (?:captions?|credits?))?\s*:",
    r"watch (?:live|now|the video)\b|advertisements?$|sponsored|copyright\b|©|\(c\) ?\d{4}|all rights reserved",
    r"editor[’']?s?[’']? note\b|(?:correction|clarification)s?\s*[:(]",
    r"this (?:article|story|post) (?:has been|was) (?:updated|corrected|amended)",
    r"(?:last )?(?:updated|modified|published|posted)\s*(?::|(?:at|on|by)\b).{0,60}$",
    r"filed under\b|tags?\s*:|topics?\s*:",
    r"(?:comments?|print|e-?mail|tweet|share|facebook|twitter|whatsapp|linkedin|reddit|save|reply|retweet)"
    r"(?:\s*\(?\d*\)?)?\s*$",
    rf"by {_PERSON}(?:(?:,| and| &) {_PERSON})*"
    r"(?:,? [\w’' ]{0,60}(?:staff|writers?|correspondents?|reporters?|editors?|contributors?)[\w’' ]{0,30})?\s*$",
)
STARTS = re.compile(rf"\s*[\[(*•>|–—-]*\s*(?:{'|'.join(_STARTS)})", re.IGNORECASE)
_ENDS = (
    r"[(\[|/][^()\[\]|]{0,60}(?:photo|image|picture|getty|illustration|handout|courtesy|file)\b[^()\[\]|]{0,60}[)\]]?",
    r"\b(?:AP|AFP|Reuters|EPA|PA)(?: (?:Photo|Images?|Pictures)\b|/)[\w./ ]{0,40}",
    r"Getty Images\)?",
)
ENDS = re.compile(rf"(?:{'|'.join(_ENDS)})\s*\.?\s*$", re.IGNORECASE)


def furniture(text: str) -> Spans:
    """The lines that belong to the page and not to the article, in order."""
    return tuple(Span(m.start(), m.end()) for m in _LINE.finditer(text) if _is_furniture(m.group()))


def _is_furniture(line: str) -> bool:
    return len(line) <= WIDTH and bool(STARTS.match(line) or ENDS.search(line[-140:]))
