"""Ids: 128-bit hashes of what a thing is; nothing about where it is kept."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from claims.folding import name_key
from claims.model import Spans
from claims.rules.lists import listed
from claims.rules.patterns import alternation

_TRACKING = re.compile(
    rf"(?:(?:{alternation(listed('addresses', 'tracking_prefixes'))})_\w+"
    rf"|(?:{alternation(listed('addresses', 'tracking_parameters'))})|wt_mc_\w+)(?:=|$)",
    re.IGNORECASE,
)
"""Parameters by which outlets and networks count where a reader came from; what could choose an article is none."""
MAX_SPEAKERS_KEPT = 4_096
"""Of whom the ids are remembered: a name is asked for many times while an article is saved, and comes in many."""
_NAME_DIGITS = 16
"""Hexadecimal digits of the name that a text without one gets."""


def digest(*parts: str) -> str:
    """The 32 hexadecimal digits of the parts' BLAKE2b hash; parts never run into each other."""
    raws = [part.encode("utf-8", "surrogatepass") for part in parts]
    packed = b"".join([len(raw).to_bytes(8, "big") + raw for raw in raws])
    return hashlib.blake2b(packed, digest_size=16).hexdigest()


def article_id(*, text: str, url: str | None, outlet: str | None, published: str | None) -> str:
    """Equal for two inputs that are one article: the same URL or, without one, the same text,
    outlet and date."""
    if url:
        return digest("article", "url", canonical_url(url), text)
    return digest("article", "text", text, name_key(outlet or ""), published or "")


def text_name(text: str) -> str:
    """What an article is called that has no name: its text's own, for a store takes another text of
    one name for a later edition."""
    return digest("text", text)[:_NAME_DIGITS]


def claim_id(article: str, cue: Spans, source: Spans, content: Spans) -> str:
    """The id that a claim gets at its first detection."""
    return digest("claim", article, repr([list(part) for part in (cue, source, content)]))


@lru_cache(maxsize=MAX_SPEAKERS_KEPT)
def speaker_id(name: str, kind: str, affiliation: str = "", era: str = "") -> str:
    """Equal for one full name in any case, with or without accents and honorific dots; in one
    affiliation and age."""
    kind_key = "person" if kind == "person" else "body"
    body = name_key(affiliation)
    told_apart_by = [body, era] if kind_key == "person" and (body or era) else []
    return digest("speaker", name_key(name), kind_key, *told_apart_by)


def canonical_url(url: str) -> str:
    """The URL without scheme, "www.", fragment, tracking parameters and closing slash."""
    bare = re.sub(r"^https?://(www\.)?", "", url.strip(), flags=re.IGNORECASE)
    bare, _, fragment = bare.partition("#")
    path, _, query = bare.partition("?")
    host, slash, rest = path.partition("/")
    parameters = sorted(p for p in query.split("&") if p and not is_tracking(p))
    address = (host.lower() + slash + rest).rstrip("/")
    # Such a fragment is how a page that a script draws names its article.
    told = f"#{fragment}" if fragment.startswith("!") else ""
    return address + ("?" + "&".join(parameters) if parameters else "") + told


def is_tracking(parameter: str) -> bool:
    """Whether a parameter of a URL says where a reader came from, and nothing of the article."""
    return bool(_TRACKING.match(parameter))
