"""Whether a file without an address (a PDF, a document, a message) holds the very article that a page does, with
nothing but what stands around a text besides; which articles are compared is the store's to find."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from claims.folding import name_key
from claims.outlet.outlets import is_agency
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

HEAD_CHARACTERS = 1_500
"""Of a file in which its outlet, title and day stand."""
MAX_DAYS = 8
"""That a file's head shows; one of more days is a list, no article."""
MIN_TEXT_LETTERS = 200
"""Of an article's text, below which two notices of one wording are likely."""
MIN_OUTLET_LETTERS = 4
MAX_GAP_LETTERS = 600
"""Between two stretches of a text, where one page of a file ends and the next begins."""
GOES_ON_LETTERS = 24
"""By which a text is found again behind what stands between."""
MAX_UNKNOWN_WORDS = 8
"""Around a text that are neither its title, outlet, writers, day nor a number."""
_LETTER = re.compile(r"[^\W_]")
_WORD = re.compile(r"[^\W_]+")
_MONTHS = [
    (form.rstrip("."), number)
    for number, forms in enumerate(listed("dates", "months"), 1)
    for form in forms.split()
]
_MONTH = alternation(dict.fromkeys(form for form, _ in _MONTHS))
_DAY = re.compile(
    rf"\b(?:(?P<iso>\d{{4}}-\d\d-\d\d)|(?P<m>{_MONTH})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>\d{{4}})"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[ -](?P<m2>{_MONTH})\.?,?[ -](?P<y2>\d{{4}}))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Form:
    """One form of an article: as much as is known of it."""

    text: str
    title: str | None = None
    outlet: str | None = None
    """As it was given, never inferred."""
    published: str | None = None
    url: str | None = None
    writers: tuple[str, ...] = ()

    @property
    def is_told(self) -> bool:
        """Whether it says of itself what another form must agree with."""
        return bool(self.title and self.outlet and self.published)

    def days(self) -> set[str]:
        """The days on which it may have appeared: its own or, without one, those that its head shows."""
        own = (self.published or "")[:10]
        shown = {own} if own else set(days_in(self.text[:HEAD_CHARACTERS]))
        return shown if len(shown) <= MAX_DAYS and all(map(_is_day, shown)) else set()


def _is_day(words: str) -> bool:
    try:
        return MINYEAR + 1 < date.fromisoformat(words).year < MAXYEAR
    except ValueError:
        return False


def days_in(words: str) -> Iterator[str]:
    """The whole days that are written out, in ISO 8601."""
    numbers = {form.casefold(): number for form, number in _MONTHS}
    for found in _DAY.finditer(words):
        month = found["m"] or found["m2"]
        try:
            if month is None:
                yield date.fromisoformat(found["iso"]).isoformat()
            else:
                year, day = int(found["y"] or found["y2"]), int(found["d"] or found["d2"])
                yield date(year, numbers[month.casefold()], day).isoformat()
        except ValueError:
            continue


def may_be_forms(page: Form, bare: Form) -> bool:
    """Whether a page, or a file that says as much of itself, and a file without an address agree in day and title,
    and are worth comparing."""
    if not page.is_told or bare.url or (bare.is_told and not page.url):
        return False
    if (page.published or "")[:10] not in bare.days():
        return False
    head = bare.title or bare.text[:HEAD_CHARACTERS]
    return _letters(page.title or "") in _letters(head)


def are_forms(page: Form, bare: Form) -> bool:
    """Whether both are one article; in doubt they are two. The whole text of the page stands in the file, and
    what stands around it are its title, outlet, writers and day, of which the first three agree with the page."""
    if not may_be_forms(page, bare):
        return False
    around = _around(page.text, bare.text)
    if around is None:
        return False
    extra = " ".join(around)
    return _is_outlets(page, bare, extra) and not _is_passed_on(extra) and _is_known(page, extra)


def _is_outlets(page: Form, bare: Form, around: str) -> bool:
    """Whether the file names the page's outlet; that of an agency is named wherever its text is printed."""
    outlet = page.outlet or ""
    if bare.outlet:
        return name_key(bare.outlet) == name_key(outlet)
    letters = _letters(outlet)
    named = len(letters) >= MIN_OUTLET_LETTERS and letters in _letters(around)
    return named and not is_agency(outlet)


def _is_passed_on(around: str) -> bool:
    return bool(words("pages", "passed_on") & set(_WORD.findall(around.casefold())))


def _is_known(page: Form, around: str) -> bool:
    """Whether what stands around the text is the article's own."""
    own = " ".join((page.title or "", page.outlet or "", page.url or "", *page.writers))
    known = set(_WORD.findall(own.casefold())) | words("pages", "around_text")
    dated = _DAY.sub(" ", around).casefold()
    unknown = [word for word in _WORD.findall(dated) if word not in known and not word.isdigit()]
    return len(unknown) <= MAX_UNKNOWN_WORDS


def _around(text: str, longer: str) -> list[str] | None:
    """What a text has around and between the letters of another, in order; None where it lacks any of them."""
    wanted, longer = _letters(text), unicodedata.normalize("NFKC", longer)
    places = [match.start() for match in _LETTER.finditer(longer)]
    # One letter for one: folding of letters that become two would move all that follow.
    held = "".join(map(_folded, (longer[place] for place in places)))
    at = held.find(wanted[:GOES_ON_LETTERS])
    if len(wanted) < MIN_TEXT_LETTERS or at < 0:
        return None
    gaps, done = [(0, at)], 0
    while done < len(wanted):
        same = _common(wanted, done, held, at)
        done, at = done + same, at + same
        if done == len(wanted):
            break
        on = held.find(wanted[done : done + GOES_ON_LETTERS], at, at + MAX_GAP_LETTERS)
        if on <= at:
            return None
        gaps.append((at, on))
        at = on
    gaps.append((at, len(held)))
    return [longer[places[a] : places[b - 1] + 1] for a, b in gaps if b > a]


def _common(left: str, a: int, right: str, b: int) -> int:
    """How many letters go on alike from two places."""
    most = min(len(left) - a, len(right) - b)
    if left[a : a + most] == right[b : b + most]:
        return most
    low, high = 0, most  # alike up to low, not up to high
    while high - low > 1:
        middle = (low + high) // 2
        if left[a : a + middle] == right[b : b + middle]:
            low = middle
        else:
            high = middle
    return low


def _letters(text: str) -> str:
    return "".join(map(_folded, _LETTER.findall(unicodedata.normalize("NFKC", text))))


def _folded(letter: str) -> str:
    low = letter.lower()
    return low if len(low) == 1 else letter
