"""Closed lists of the domain, each once, with what is said of each member; lists of words stand in
`en/`.

Choices, ranks, roles and most wording derive from here; for the rest tests/test_vocabulary.py fails
where a consumer lacks a member.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["direct", "mixed", "indirect"]
StanceName = Literal["assert", "deny", "believe", "plan", "ask", "promise", "accuse", "decline"]
SayingName = Literal["statement", "attitude", "intention", "demand", "none"]
"""In the order of lists: what can be checked comes first."""
Polarity = Literal["positive", "negative"]
SpeakerKind = Literal[
    "person", "unnamed", "organisation", "group", "state", "document", "outlet", "joint", "none"
]
Role = Literal["supports", "denies", "neutral"]
Relation = Literal["same", "different", "undetermined"]
"""How two origins stand to each other."""
Label = Literal["SINGLE", "POSSIBLY SINGLE", "UNSOURCED", "CORROBORATED", "UNSTATED"]
"""In the order of lists: what rests on least comes first."""
Anonymity = Literal[
    "unauthorised", "rules", "fear", "sensitive", "candour", "privacy", "other", "condition"
]
"""Why a source is unnamed, as its article says; "condition" where it gives no reason."""
Status = Literal["unreviewed", "correct", "corrected", "wrong", "unsure"]

KINDS: tuple[Kind, ...] = get_args(Kind)
STATUSES: tuple[Status, ...] = get_args(Status)
STATUS_FILTERS = (*STATUSES, "reviewed", "open", "decided", "vanished", "current")
"""A status, several together, or whether the article's current edition still holds the claim."""
GIVEN_STATUSES: tuple[Status, ...] = ("correct", "wrong", "unsure", "unreviewed")
"""What a reviewer can say of a claim; corrected follows from what was put right."""


@dataclass(frozen=True)
class Stance:
    """What one stance means, wherever it shows."""

    meaning: str
    """What the speaker does, as the browser's question says it."""
    doing: str
    """The same in a citation; "" for what needs no word."""
    role: Role = "neutral"
    """What a claim that is not negated says of its content; neutral unless known otherwise."""
    holds: bool = True
    """Whether the speaker says by it what he holds; to ask, accuse or decline departs from nothing
    that was said before."""
    policy: bool = False
    """Whether it is about what is to be done, which is restated in ever other words."""


STANCES: dict[StanceName, Stance] = {
    "assert": Stance("says that it is so", "", "supports"),
    "deny": Stance("says that it is not so", "denying", "denies"),
    "believe": Stance("thinks, hopes or fears it", "believing", "supports"),
    "plan": Stance("intends it", "planning", "supports", policy=True),
    "ask": Stance("asks for it, or whether", "asking", holds=False, policy=True),
    "promise": Stance("promises it, or agrees to it", "promising", "supports", policy=True),
    "accuse": Stance("blames somebody for it", "accusing", "supports", holds=False),
    "decline": Stance("would not say, or refuses", "declining", holds=False),
}


SAYINGS: dict[SayingName, str] = {
    "statement": "somebody says that it is so, or is not",
    "attitude": "somebody thinks, feels, supports or opposes it",
    "intention": "somebody will do it, or will not",
    "demand": "somebody asks for it, or whether",
    "none": "nothing is claimed: an act, a topic, a fragment",
}
"""What each kind of saying means."""
SAYING_FILTERS = (*SAYINGS, "any")
"""A kind, or every one of them, what claims nothing included."""
_SAYING_OF_STANCE: dict[str, SayingName] = {
    "believe": "attitude",
    "plan": "intention",
    "promise": "intention",
    "decline": "intention",
    "ask": "demand",
}


def saying_of_stance(stance: str) -> SayingName:
    """The kind of saying as the stance alone tells it, where nothing else was looked at."""
    return _SAYING_OF_STANCE.get(stance, "statement")


@dataclass(frozen=True)
class SpeakerFacts:
    """What is so of every speaker of one kind."""

    named: bool = False
    """Whether it has a name of its own, under which its claims are listed."""
    may_hold_office: bool = False
    """Whether "the army chief" may have come out as it, so that a dated office says who that is."""


SPEAKER_KINDS: dict[SpeakerKind, SpeakerFacts] = {
    "person": SpeakerFacts(named=True, may_hold_office=True),
    "unnamed": SpeakerFacts(may_hold_office=True),
    "organisation": SpeakerFacts(named=True, may_hold_office=True),
    "group": SpeakerFacts(),
    "state": SpeakerFacts(named=True, may_hold_office=True),
    "document": SpeakerFacts(named=True),
    "outlet": SpeakerFacts(named=True),
    "joint": SpeakerFacts(),
    "none": SpeakerFacts(),
}
NAMED_KINDS = tuple(name for name, kind in SPEAKER_KINDS.items() if kind.named)
OFFICE_KINDS = tuple(name for name, kind in SPEAKER_KINDS.items() if kind.may_hold_office)


@dataclass(frozen=True)
class LabelFacts:
    """What one label means to a reader."""

    caution: str = ""
    """The sentence that a page handed on says of it; "" where the label says enough."""
    weak: bool = True
    """Whether `check` lists it unasked: it rests on one origin, or may."""


LABELS: dict[Label, LabelFacts] = {
    "SINGLE": LabelFacts(
        "SINGLE means single among the articles that were added. Others were not looked at."
    ),
    "POSSIBLY SINGLE": LabelFacts(),
    "UNSOURCED": LabelFacts(),
    "CORROBORATED": LabelFacts(
        "CORROBORATED means that two origins were found that do not derive from each other. "
        "Both can be wrong.",
        weak=False,
    ),
    "UNSTATED": LabelFacts(
        "UNSTATED means that nobody states it: somebody asks for it, asks whether it is so, refuses it "
        "or leaves it open.",
        weak=False,
    ),
}
LABEL_FILTERS = (*LABELS, "UNNAMED", "CONTESTED")
"""What lists can be narrowed to: a label, single without a name, or contested beside any label."""
WEAK_LABELS = tuple(name for name, label in LABELS.items() if label.weak)
CHOICES: dict[str, tuple[str, ...]] = {
    "kind": KINDS,
    "stance": tuple(STANCES),
    "saying": SAYING_FILTERS,
    "status": STATUS_FILTERS,
    "label": LABEL_FILTERS,
}
"""What each word that filters a list can be, where it cannot be anything."""
ACCUSING_STANCES: tuple[StanceName, ...] = ("accuse",)
"""What blames somebody: no page that is handed on repeats it while nobody has reviewed it."""
HELD_STANCES = frozenset(name for name, stance in STANCES.items() if stance.holds)
POLICY_STANCES = frozenset(name for name, stance in STANCES.items() if stance.policy)

ANONYMITY: dict[Anonymity, str] = {
    "unauthorised": "not authorised to speak",
    "rules": "rules or an agreement",
    "fear": "fear for safety or standing",
    "sensitive": "a sensitive or ongoing matter",
    "candour": "to speak freely",
    "privacy": "privacy",
    "other": "another reason",
    "condition": "unnamed, no reason given",
}
"""What a page says of each."""

_ROLES: dict[str, Role] = {name: stance.role for name, stance in STANCES.items()}


def role_of(stance: str, polarity: str) -> Role:
    """What a claim says of its content; an unknown or negated stance says nothing of it.

    "Did not deny that P" holds neither P nor its contrary.
    """
    return _ROLES.get(stance, "neutral") if polarity == "positive" else "neutral"
