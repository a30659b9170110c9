"""A look at a page in linear time, before any parser sees it: what would hold a parser up is
refused."""

from __future__ import annotations

import re

from claims.read.decode import UnreadableError

MAX_PAGE_CHARACTERS = 5_000_000
"""Of a page without what is embedded in it."""
MAX_TAGS = 60_000
"""A page may open."""
MAX_DEPTH_TAGS = 512
"""Tags within one another."""
MAX_ATTRIBUTES = 2_000
"""Of one tag."""
_DATA = re.compile(
    r"data:[\w.+-]{0,60}/?[\w.+-]{0,60}(?:;[\w=.+-]{1,60}){0,4},[A-Za-z0-9+/=%_.~-]*"
)
# With [^>]* many unclosed tags would take quadratic time.
_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]{0,60})([^<>]*)>")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_UNCLOSED = frozenset(
    {
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option",
        "optgroup", "rt", "colgroup", "rp", "area", "base", "br", "col", "embed", "hr",
        "img", "input", "link", "meta", "param", "source", "track", "wbr", "path",
        "circle", "rect", "line", "polygon", "polyline", "use",
    }
)  # fmt: skip
"""Tags that need no end, which therefore say nothing of depth."""


def without_data(page: str) -> str:
    """The page without the pictures and fonts that are written into it."""
    return _DATA.sub("data:,", page)


def check(page: str) -> None:
    """Raises UnreadableError where the page is too long, holds too many tags, nests them too deeply
    or hangs too many attributes on one."""
    if len(page) > MAX_PAGE_CHARACTERS:
        raise _refused(f"longer than {MAX_PAGE_CHARACTERS:,} characters")
    tags = depth = 0
    for tag in _TAG.finditer(page):
        closing, name, attributes = tag.groups()
        tags += 1
        if len(attributes) > MAX_ATTRIBUTES and _count(attributes) > MAX_ATTRIBUTES:
            raise _refused(f"more than {MAX_ATTRIBUTES:,} attributes on one tag")
        if name.lower() in _UNCLOSED or attributes.endswith("/"):
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > MAX_DEPTH_TAGS:
            raise _refused(f"tags nested more than {MAX_DEPTH_TAGS} deep")
    if tags > 2 * MAX_TAGS:
        raise _refused(f"more than {MAX_TAGS:,} tags")


def _count(attributes: str) -> int:
    bare = _QUOTED.sub("", attributes)
    return max(bare.count("="), len(bare.split()))


def _refused(problem: str) -> UnreadableError:
    return UnreadableError(
        f"no page that is safe to read: {problem}", "save the text of the article"
    )
