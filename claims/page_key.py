"""Which addresses are forms of one page's address; what an article's own address is stands in ids.py."""

from __future__ import annotations

import re
from urllib.parse import unquote

from claims.ids import canonical_url

_FORMS = re.compile(r"^(?:(?:www\d?|m|mobile|amp|touch)\.)+(?=[^.]+\.)")
_FAST_PAGE = re.compile(r"\.amp(?=\.\w{2,5}$|$)", re.IGNORECASE)
_INDEX = re.compile(r"index\.(?:html?|php)", re.IGNORECASE)
_PORT = re.compile(r":(?:80|443)$")
_FORM_PARAMETER = re.compile(r"amp(?:=(?:1|true)?)?|(?:outputType|view)=amp|m=1", re.IGNORECASE)


def page_key(url: str) -> str:
    """The same without the forms in which a site shows one page: to telephones, as a fast page (AMP), under
    its folder's index, with a default port, with letters written as numbers. Other pages may share it, so that it
    tells nothing where their texts differ."""
    address, _, query = canonical_url(unquote(url)).partition("?")
    place, _, path = address.partition("/")
    parts = [part for part in path.split("/") if part and part.lower() != "amp"]
    if parts:
        parts[-1] = _FAST_PAGE.sub("", parts[-1])
    if parts and _INDEX.fullmatch(parts[-1]):
        parts.pop()
    kept = sorted(p for p in query.split("&") if p and not _FORM_PARAMETER.fullmatch(p))
    return "/".join([site(_PORT.sub("", place)), *parts]) + ("?" + "&".join(kept) if kept else "")


def site(host: str) -> str:
    """A host without the labels under which a site serves telephones."""
    return _FORMS.sub("", host.lower())
