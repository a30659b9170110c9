"""How the world's press writes place lines, credits and by-lines, as regular expressions; their words
stand in header.json, and no logic here."""

from __future__ import annotations

import re

from claims.rules.lists import listed
from claims.rules.patterns import alternation


def _any(group: str) -> str:
    return f"(?:{alternation(listed('header', group))})"


MONTHS = tuple(month[:3] for month in listed("dates", "months"))
_DAYS = alternation(day[:n] for day in listed("dates", "weekdays") for n in (3, 4, 5, len(day)))
MONTH = rf"(?:{alternation([*MONTHS, *map(str.upper, MONTHS)])})[a-zA-Z]{{0,30}}\.?"
DATE = (
    rf"(?:\d{{4}}-\d\d-\d\d|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, \d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:{MONTH}|{_any('spanish_months')}\.?)(?:,? \d{{4}})?)"
)
WORD = r"(?:[A-ZÀ-Þ][\w.’'-]{0,60}\b\.?)"
_ONE_PLACE = (
    rf"{WORD}(?:[ /](?:{_any('particles')} )?{WORD}){{0,3}}"
    rf"(?:, (?!{MONTH} \d|(?:{_DAYS})\b){WORD}(?: {WORD}){{0,2}})?"
)
PLACE = (
    rf"{_ONE_PLACE}(?:(?:/| / |,? and ){_ONE_PLACE}){{0,3}}"
    rf"(?: ?[(\[][A-Z]\w+[)\]](?=,))?"
)
_IN_BRACKETS = r"[A-Za-z][\w.&’'/, -]{1,40}?"
MARK = r"(?P<mark>\.[-–—]|:|—|–|--|-|_|\.(?= ))"
_WEEKDAY = rf"(?:(?:{_DAYS})\b\.?,?\s*+)?"

# Blanks are taken whole (*+): where each of several may take them in turn, a hundred of them last
# for seconds.
DATELINE = re.compile(
    rf"\s*+(?:[Dd]ate(?:\s*+:\s*+|\s++))?(?P<date>{DATE})?[,:.]?\s*+(?:(?P<place>{PLACE})(?<!\.\.))?"
    rf"[,.]?\s*+{_WEEKDAY}(?P<after>{DATE})?[,.]?\s*+"
    rf"(?:[(\[](?P<agency>{_IN_BRACKETS})[)\]]|/(?P<slashed>[A-Za-z]{{2,20}})/)?\s*+"
    rf"(?:{MARK}\s+|(?(agency)(?P<open>)|(?!)))(?=\S)"
)
"""date 2026-03-17 PLACE: | PLACE, March 17 (Agency) -- | PLACE, March 17. /AGENCY/. | Place, Mar 17
(AGENCY) Text"""
CUT_SHORT = re.compile(r", (?:(?:[A-Z]\.){2,}|[A-Z][a-z]{1,5}\.)$")
"""A state at the end of a place, as D.C., Wis."""
DATE_LINE = re.compile(
    rf"\s*+(?:(?:First )?{_any('dated')}(?: on)?:?\s+)?"
    rf"(?:(?:{_DAYS})\b\.?,?\s+)?(?P<date>{DATE})"
    r"(?:\s*+[,|·–—-]?\s*+(?:at )?\d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s[A-Z]{2,5})?)?\s*+"
)
"""Published: Monday, 17 March 2026, 10:15 a.m. GMT, and nothing else"""
AGENCY_LAST = re.compile(
    rf"\s*+(?P<place>{WORD}(?: {WORD}){{0,2}}),?\s*+(?P<after>{DATE})?"
    rf",?\s*+(?P<agency>[A-Z][A-Za-z]{{1,15}}(?: [A-Z][a-z]+)?)\s?"
    r"(?P<mark>—|–|--|-)\s+(?=\S)"
)
"""Place, March 17, AGENCY – Text"""
AGENCY_FIRST = re.compile(
    rf"\s*+[(\[]?(?P<agency>[A-Z][A-Za-z ]{{1,24}}?)[)\]]?\s*+(?P<mark>-|–|—|--|/)\s*+(?P<place>{PLACE})?"
    rf",?\s*+(?P<after>{DATE})\s*+"
    r"(?:-|–|—|--|:|/|\|)\s*+(?=\S)"
)
"""(AGENCY) - PLACE, MAR 17 - Text"""

GREETING = re.compile(r"\s*(?:Dear )?(?:Sirs?|Madam|Editor)\b")
"""Sir – The ferry …"""
BYLINE = re.compile(
    rf"\s*+(?:(?:Written |Reported )?(?:By|BY|by)\s++)(?P<names>{WORD}(?: {WORD}){{1,3}}(?:(?:, | and | AND | & "
    rf"|, and |, AND ){WORD}(?: {WORD}){{1,3}}){{0,4}})"
    r"(?:\s*+[,|/(–—-]\s*+.{0,60})?\s*+"
)
"""By Ada Lindt and Jon Marsh, whatever is said of them"""
POST = re.compile(rf"\b{_any('no_writers')}\b", re.IGNORECASE)
"""A post, a desk or a stand-in, which is nobody's name."""
OUTLET_NAME = re.compile(rf"\b{_any('outlet_words')}$", re.IGNORECASE)
"""… Gazette, … News: what ends so is an outlet's name."""

_NAME = r"(?P<name>[A-Za-z][\w.&’' ]{1,40}?)"
FOOT_DASH = re.compile(rf"[-—–]{{1,2}}\s?{_NAME}\s*+\.?\s*+$")
FOOT_BRACKET = re.compile(rf"[(\[/]{_NAME}(?:/[\w ]{{1,20}})?[)\]/]\s*+\.?\s*+$")
FOOT_ALONE = re.compile(
    rf"(?<![^\r\n])\s{{0,200}}+{_NAME}(?:/[a-z]{{2,4}}(?:/[a-z]{{2,4}})*)?\s*+\.?\s*+$"
)
FOOT_SOURCE = re.compile(
    rf"(?<![^\r\n])\s{{0,200}}+\(?{_any('credit_labels')}:\s*(?:The )?{_NAME}"
    r"(?:\s*[|/,].{0,80})?\)?\s*$"
)
FOOT_INPUTS = re.compile(
    rf"\(?[Ww]ith (?:(?:additional |agency )?{_any('inputs')}) from "
    rf"(?:the |The )?{_NAME}(?:(?:,| and) [^\r\n]{{0,60}})?\)?\s*+\.?\s*+$"
)
FOOT_CONTRIBUTED = re.compile(
    rf"(?:The )?{_NAME} (?:also )?contributed to this {_any('texts')}\.?\s*$"
)
FOOT_COPYRIGHT = re.compile(
    rf"(?<![^\r\n])\s{{0,200}}+(?:©|\([cC]\)|Copyright(?: ©)?)\s?(?:\d{{4}}\s)?(?:by )?(?:The )?{_NAME}(?:[.,]"
    rf"| [Aa]ll rights| via|\s*$)[^\r\n]*$"
)
FOOT_PUBLISHED = re.compile(
    rf"(?<![^\r\n])[^\r\n.]{{0,20}}{_any('texts')} by (?:The )?{_NAME} "
    rf"(?:was|is|has been) (?:first )?(?:published|distributed)[^\r\n]*$"
)
FOOT_FEED = re.compile(
    rf"(?<![^\r\n])[^\r\n]{{0,140}}\b{_any('feeds')}\b[^\r\n]{{0,50}}?(?:: ?|from (?:the )?"
    rf"|by (?:the )?){_NAME}\)?\.?\s*$"
)
FOOT_REPORTING = re.compile(
    r"\(?(?:Additional r|R)eporting (?:by|for)\b[^\r\n]{0,400}?"
    r"(?:\((?P<name>[A-Z][\w.&’' ]{1,40})\)|;[^\r\n]*|\.?)\s*\)?\s*$"
)
HOUSE_STYLE = re.compile(
    r"\((?:Additional r|R)eporting by [^()\r\n]{3,500}?;\s*[Ee]diting by [^()\r\n]{3,160}\)"
)
"""(Reporting by …; Editing by …): how Reuters, and hardly anybody else, signs off."""
FURNITURE = re.compile(rf"(?<![^\r\n])\s{{0,200}}(?P<name>(?!))?{_any('links')}\b[^\r\n]*$")

FOOT = (
    FOOT_CONTRIBUTED, FOOT_INPUTS, FOOT_SOURCE, FOOT_REPORTING, FURNITURE, FOOT_COPYRIGHT, FOOT_PUBLISHED, FOOT_FEED,
    FOOT_BRACKET, FOOT_DASH, FOOT_ALONE,
)  # fmt: skip
EXPLICIT = (FOOT_CONTRIBUTED, FOOT_INPUTS, FOOT_SOURCE, FOOT_REPORTING, FURNITURE)
"""Lines that are furniture whoever they name."""
CONTRIBUTED = (FOOT_CONTRIBUTED, FOOT_INPUTS)
"""Lines that credit help, not the text's own source."""
