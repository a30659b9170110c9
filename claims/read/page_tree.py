"""Takes out of a page's tree what stands among its paragraphs and is none: advertisements, and links to other
articles that are paragraphs of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.rules.lists import listed
from claims.rules.patterns import alternation

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_LINK_CHARACTERS = 160
"""Of a paragraph that is nothing but a link to another article."""
MAX_AD_SHARE = 0.2
"""Of the page's text that an advertisement can be; what is more is the page under a wrong name."""
_FRAMED = (
    "div",
    "aside",
    "section",
    "p",
    "ul",
    "ol",
    "li",
    "span",
    "figure",
    "figcaption",
    "form",
    "a",
    "h2",
    "h3",
    "b",
)
_ADS = frozenset({"ad", "ads", "advert", "advertisement", "advertorial", "sponsored", "promo"})
"""Words of a class or id, whole ones."""
MAX_FRAME_CHARACTERS = 1_500
"""Of an element whose name says that it stands around the article."""
MIN_CELL_CHARACTERS = 300
"""Of a table's cell whose text is in lines."""
MAX_LABEL_WORDS = 4
"""Before a link to another article, in capitals or before a mark: "READ ALSO:", "Also Read |"."""
MAX_FRAME_SHARE = 0.5
"""Of the page's text, where no paragraph of it is as long as an article's."""
MIN_PROSE_CHARACTERS = 120
"""Of a paragraph that may be the article's; an element with two of them stays, whatever it is called."""
_FRAME = re.compile(
    rf"(?:^|[-_]){{1,2}}(?:{alternation(listed('pages', 'frame_names'))})(?:$|[-_])", re.IGNORECASE
)
_HEADS = ("h2", "h3", "h4", "h5", "h6", "p", "b", "strong", "div", "span", "figcaption", "dt")
_LINES = ("p", "h3", "h4", "h5", "h6")
_LISTS = ("ul", "ol", "dl", "div", "nav")
_HEADING = re.compile(
    rf"[^\w]{{0,9}}+(?:{alternation(listed('furniture', 'headings'))})[^\w]{{0,9}}", re.IGNORECASE
)
"""A whole line over a list of other pages."""
_ROOM = re.compile(
    rf"[^\w]{{0,9}}+(?:{alternation(listed('furniture', 'rooms_for_readers'))})[^\w]{{0,9}}",
    re.IGNORECASE,
)
MAX_LISTED = 12
"""Lines without a sentence behind such a heading."""
_OF_POST = re.compile(rf"(?:{alternation(listed('pages', 'filed'))})-")
"""What a system calls an article by its tags and sections, which may be any word."""
_CAPTION = re.compile(r"caption", re.IGNORECASE)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s*$")


def prune(tree: HtmlElement) -> None:
    """Takes them out of the tree, and leaves what follows each in its place; tables that only lay the page
    out become blocks."""
    for table in list(tree.iter("table")):
        if any(map(_is_laid_out, table.iter("td"))):
            for part in table.iter("table", "tbody", "tr", "td", "th"):
                part.tag = "div"
    whole = len(tree.text_content())
    for element in list(tree.iter("div", "aside", "section", "p", "li", "ins")):
        is_line = element.tag in ("p", "li")
        if _is_ad(element, whole) or (is_line and (_is_link(element) or _leads_on(element))):
            _drop(element)
    for element in [e for e in tree.iter(*_HEADS) if _is_heading(e)]:
        _drop_headed(element, whole)
    for element in [
        e for e in tree.iter("div", "section", "aside") if _HEADING.fullmatch(e.text or "")
    ]:
        if element.getparent() is not None and _is_small(element, whole):
            _drop(element)
    for element in list(tree.iter(*_FRAMED)):
        if element.getparent() is not None and _is_frame(element, whole):
            _drop(element)


def _drop(element: HtmlElement) -> None:
    """Takes an element out; what stood before and behind it stays two lines."""
    parent, before = element.getparent(), element.getprevious()
    said = (parent.text if before is None else before.tail) if parent is not None else None
    if parent is not None and (element.tail or "").strip() and (said or "").strip():
        line = parent.makeelement("br")
        line.tail, element.tail = element.tail, None
        element.addnext(line)
    element.drop_tree()


def _is_laid_out(cell: HtmlElement) -> bool:
    """Whether a table's cell holds blocks or a text in lines, as cells of a layout do and those of figures do not."""
    if next(cell.iter("p", "h1", "h2", "div", "table"), None) is not None:
        return True
    breaks = sum(1 for _ in cell.iter("br"))
    return breaks > 1 and len(cell.text_content()) >= MIN_CELL_CHARACTERS


def _is_ad(element: HtmlElement, whole: int) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()
    return not _ADS.isdisjoint(names) and len(element.text_content()) < MAX_AD_SHARE * whole


def _is_frame(element: HtmlElement, whole: int) -> bool:
    """Whether its name says that it stands around the article, and nothing in it says otherwise."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    if not any(_FRAME.search(_HUMP.sub("-", name)) for name in names if not _OF_POST.match(name)):
        return False
    if element.tag in ("p", "li", "span") and not _CAPTION.search(" ".join(names)):
        # Of one paragraph a name may say who is let in, and not what it is.
        return not (_SENTENCE_END.search(element.text_content()) or "paywall" in " ".join(names))
    prose = sum(map(_is_prose, element.iter("p")))
    share = MAX_AD_SHARE if prose else MAX_FRAME_SHARE
    if len(element.text_content()) > min(MAX_FRAME_CHARACTERS, share * whole):
        return False
    return next(element.iter("h1"), None) is None and prose < 2


def _is_prose(paragraph: HtmlElement) -> bool:
    text = paragraph.text_content().strip()
    linked = sum(len(link.text_content()) for link in paragraph.iter("a"))
    return len(text) >= MIN_PROSE_CHARACTERS and linked < len(text) / 2


def _is_link(element: HtmlElement) -> bool:
    """Whether it is a line that is one link, and no sentence."""
    links = element.findall(".//a")
    if len(links) != 1:
        return False
    text = " ".join(element.text_content().split())
    linked = " ".join(links[0].text_content().split())
    return text == linked and len(text) <= MAX_LINK_CHARACTERS and not _SENTENCE_END.search(text)


def _leads_on(element: HtmlElement) -> bool:
    """Whether it is a label and a link to another article: "Also Read | Why prices have not come down"."""
    links = [link for link in element.iter("a") if link.get("href")]
    text = " ".join(element.text_content().split())
    if len(links) != 1 or len(text) > MAX_LINK_CHARACTERS:
        return False
    linked = " ".join(links[0].text_content().split())
    if not linked:
        return False  # a picture
    label, _, rest = text.partition(linked)
    label, words = label.strip(), label.split()
    marked = label.endswith((":", "|", "»", "›", "–", "-")) or label.isupper()
    return bool(words) and marked and len(words) <= MAX_LABEL_WORDS and not rest.strip(" .»›]")


def _drop_headed(heading: HtmlElement, whole: int) -> None:
    """Takes a heading over a list of other pages out with what it stands over: the block that it opens, where that
    is no article, else the list behind it."""
    block = heading.getparent()
    if block is None or block.getparent() is None:
        return
    opens = not (block.text or "").strip() and next(iter(block), None) is heading
    is_room = bool(_ROOM.fullmatch(heading.text_content()))
    if (
        opens
        and block.tag in _FRAMED
        and len(block) > 1
        and _is_small(block, whole, is_room=is_room)
    ):
        _drop(block)
        return
    behind = heading.getnext()
    if behind is not None and behind.tag in _LISTS and _is_small(behind, whole):
        _drop(behind)
    for _ in range(MAX_LISTED):
        line = heading.getnext()
        if line is None or line.tag not in _LINES or _SENTENCE_END.search(line.text_content()):
            break
        _drop(line)
    _drop(heading)


def _is_heading(element: HtmlElement) -> bool:
    words = element.text_content()
    return len(words) <= MAX_LINK_CHARACTERS and bool(
        _HEADING.fullmatch(words) or _ROOM.fullmatch(words)
    )


def _is_small(element: HtmlElement, whole: int, *, is_room: bool = False) -> bool:
    """Whether it is short, and none of its paragraphs a sentence that is no link, but where readers have their room."""
    size = len(element.text_content())
    own = sum(
        1
        for paragraph in element.iter("p")
        if paragraph.find(".//a") is None and _SENTENCE_END.search(paragraph.text_content())
    )
    return (is_room or own == 0) and size <= min(MAX_FRAME_CHARACTERS, MAX_FRAME_SHARE * whole)
