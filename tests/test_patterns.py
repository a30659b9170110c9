"""No pattern of the project takes more than its share of time, whatever run of characters an article
holds: twice as long a run, twice the time."""

from __future__ import annotations

import re
import time
from itertools import product
from typing import Any, NamedTuple

import pytest

from tests.patterns import Found, collect

RUNS = (
    " ", "\n", " \n", "\u00a0", ".", ", ", "-", "—", "'", "’", '"', "“", "“”", "''", "(", "()", "[", "<a ", "&",
    "/", "://", "@", "=", "1", "1.", "1,", "1 ", "a", "A", "a ", "A ", "A. ", "A.", "a.", "a-", "A-", "É", "漢",
    "a, ", "A, ", "Aa, ", "Aa ", "and ", "of ", "the ", "said ", "By ", "by a and ", "Mr. A ", "Aa and Bb ", "a’s ",
    "A’s ", "told ", "(AP) ", "AP - ", "Jan 1, ", "12:30 ", "two ", "a.b/", "Q: ", "\nA: ", "“a” ", '"a" ', " “a",
    "said: “", "_", "# ", "| ", "\x1b[", "pwd=", "a:b@",
)  # fmt: skip
LEADS = ("", "By ", "“", "a", "http://", "(")
"""What a run may follow: many patterns look no further unless they begin."""
END = "!"
"""In no run, so that a pattern that wants the run to end the text fails at the last moment."""
FEW = (20, 30, 45)
"""Characters of a run over which nothing takes time that can be measured, but what doubles its time with
each character."""
SIZES = (200, 1_000)
"""Characters of a run over which every pattern is tried."""
LONGER = 4_000
"""Characters of one over which only what took its time is tried."""
AT_ONCE_S = 0.0004
"""Seconds below which a run of SIZES hurts nobody: looking to the end of the run from each of its places
takes longer."""
CHANCE_S = 0.001
"""Seconds below which the time over twice as long a run tells nothing."""
ENOUGH_S = 0.03
"""Seconds after which no longer run is tried."""
MAX_RATIO = 2.5
SURE_RATIO = 3.5
"""Too much for chance: tried again twice."""
REPEATS = (1, 2, 3, 10, 30)
"""How often a time is taken, the shortest counts: again where the ratio was too much, for a busy
machine makes times longer and never shorter."""


class Case(NamedTuple):
    """A pattern in one way of using it, over one kind of run."""

    pattern: re.Pattern[Any]
    way: str
    unit: str
    lead: str

    def seconds(self, size: int) -> float:
        """Of the processor, once."""
        text: Any = self.lead + self.unit * (size // len(self.unit)) + END
        text = text.encode() if isinstance(self.pattern.pattern, bytes) else text
        method = getattr(self.pattern, self.way)
        start = time.process_time()
        if self.way == "finditer":
            for _match in method(text):
                pass
        else:
            method(text)
        return time.process_time() - start

    def best(self, size: int, times: int) -> float:
        """Of so many times the shortest."""
        return min(self.seconds(size) for _ in range(times))


def growth(case: Case) -> float:
    """How many times longer twice as long a run takes, 1 where all of it is too quick to tell; what has
    a bound grows until it is reached, so that the longest run counts."""
    if any(case.seconds(few) > AT_ONCE_S and case.best(few, 3) > AT_ONCE_S for few in FEW):
        return float("inf")
    slow = next((n for n, size in enumerate(SIZES) if case.seconds(size) > AT_ONCE_S), None)
    ratio = 1.0
    for size in (*SIZES, LONGER)[slow:] if slow is not None else ():
        ratio, seconds = _ratio(case, size)
        if seconds > ENOUGH_S or (size >= max(SIZES) and ratio <= MAX_RATIO):
            break
    return ratio


def _ratio(case: Case, size: int) -> tuple[float, float]:
    """Of twice the size to the size, and the seconds of twice the size."""
    once = twice = ratio = float("inf")
    for times in REPEATS:
        once = min(once, case.best(size, times))
        twice = min(twice, case.best(2 * size, times))
        ratio = twice / once if twice > CHANCE_S else 1.0
        if ratio <= MAX_RATIO or (times > 2 and ratio > SURE_RATIO):
            break
    return ratio, twice


def growing(found: Found) -> str:
    """The first way and run over which a pattern takes more than its share, "" where none is found."""
    own = [word + blank for word in found.words for blank in ("", " ")]
    for way, (unit, lead) in product(found.ways, [*product(RUNS, LEADS), *product(own, LEADS[:1])]):
        if (ratio := growth(Case(found.pattern, way, unit, lead))) > MAX_RATIO:
            return f"{found.where} {way} {lead!r} + {unit!r}: {ratio:.1f}"
    return ""


PATTERNS = collect()
PARTS = 4


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_twice_as_long_a_run_takes_twice_the_time(part: int) -> None:
    slow = [told for found in PATTERNS[part::PARTS] if (told := growing(found))]
    assert not slow, "\n".join(slow)


def test_every_pattern_is_among_those_tried() -> None:
    names = {found.where for found in PATTERNS}
    assert len(PATTERNS) > 150
    assert {"store.database.location._NAMED", "claims.long_runs._LONG_RUN"} <= names
    assert any("cli.sanitise" in name or "cli." in name for name in names)
    assert len(set(RUNS)) >= 50


@pytest.mark.parametrize(
    "slow",
    [
        pytest.param(r"\s+$|x", id="from each place"),
        pytest.param(r"\s*[(]?\s*by\b", id="two in turn"),
        pytest.param(r"(?:\w+\.)*\w+@", id="words in words", marks=pytest.mark.slow),
        pytest.param(r"(?:a|aa)+$", id="exponential"),
        pytest.param(r"\s*\(?\s*\)?\s*x", id="cubic"),
    ],
)
def test_a_pattern_that_is_slow_would_be_found(slow: str) -> None:
    assert growing(Found(re.compile(slow), "made"))


@pytest.mark.parametrize("quick", [r"(?<!\s)\s++$|x", r"[A-Z]\w{0,60}(?: [A-Z]\w{0,60}){0,3}$"])
def test_a_pattern_that_has_a_bound_is_not(quick: str) -> None:
    assert growing(Found(re.compile(quick), "made")) == ""
