"""How the world's press writes place lines, credits and by-lines, as regular expressions; no logic."""

from __future__ import annotations

import re

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
DATE = rf"(?:\d{{4}}-\d\d-\d\d|{MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {MONTH}(?:,? \d{{4}})?)"
WORD = r"(?:[A-Z][\w.’'-]*)"
PLACE = rf"{WORD}(?: (?:de |la |el |of )?{WORD}){{0,3}}(?:, {WORD}(?: {WORD}){{0,2}})?"
AGENCY = r"(?P<agency>[A-Z][\w.&’' -]{1,40})"

DATELINE = re.compile(
    rf"\s*(?:[Dd]ate\s*:?\s+)?(?P<date>{DATE})?[,:]?\s*(?P<place>{PLACE})?,?\s*(?P<after>{DATE})?,?\s*"
    rf"(?:[(\[]{AGENCY}[)\]])?\s*(?P<mark>:|—|–|--|-)\s+(?=\S)"
)
"""date 2026-03-17 PLACE: | PLACE, March 17 (Agency) -- | PLACE (AP) — | Place:"""

BYLINE = re.compile(
    rf"\s*(?:By|BY|by)\s+(?P<names>{WORD}(?: {WORD}){{1,3}}(?:(?:, | and | & |, and ){WORD}(?: {WORD}){{1,3}}){{0,4}})"
    r"(?:[,|].{0,60})?\s*"
)

_NAME = r"(?P<name>[A-Z][\w.&’' ]{1,40}?)"
FOOT_DASH = re.compile(rf"[-—–]{{1,2}}\s?{_NAME}\s*\.?\s*$")
FOOT_BRACKET = re.compile(rf"[(\[]{_NAME}[)\]]\s*\.?\s*$")
FOOT_ALONE = re.compile(rf"(?<![^\r\n])\s*{_NAME}\s*$")
FOOT_SOURCE = re.compile(rf"(?<![^\r\n])\s*\(?(?:Source|Courtesy|SOURCE):\s*{_NAME}\)?\s*$")
FOOT_INPUTS = re.compile(rf"\(?[Ww]ith (?:inputs|reporting|files) from (?:the )?{_NAME}\)?\s*\.?\s*$")
FOOT_CONTRIBUTED = re.compile(rf"(?:The )?{_NAME} (?:also )?contributed to this (?:report|story|article)\.?\s*$")
FOOT_REPORTING = re.compile(
    r"\(?(?:Additional r|R)eporting (?:by|for)\b[^\r\n]{0,160}?"
    r"(?:\((?P<name>[A-Z][\w.&’' ]{1,40})\)|;[^\r\n]*|\.?)\s*\)?\s*$"
)
FURNITURE = re.compile(
    r"(?<![^\r\n])\s*(?P<name>(?!))?(?:Read more|READ MORE|Read also|Share this|Editor[’']s note|Click here)\b[^\r\n]*$"
)

FOOT = (FOOT_CONTRIBUTED, FOOT_INPUTS, FOOT_SOURCE, FOOT_REPORTING, FURNITURE, FOOT_BRACKET, FOOT_DASH, FOOT_ALONE)
EXPLICIT = (FOOT_CONTRIBUTED, FOOT_INPUTS, FOOT_SOURCE, FOOT_REPORTING, FURNITURE)
"""Lines that are furniture whoever they name."""
CONTRIBUTED = (FOOT_CONTRIBUTED, FOOT_INPUTS)
"""Lines that credit help, not the text's own source."""
