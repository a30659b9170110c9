"""The front door of the matching: two speakers, one judgement."""

from __future__ import annotations

from claims.identity.model import Judgement, NamedSpeaker
from claims.identity.organisation_pairs import judge_bodies
from claims.identity.person_pairs import judge_people


def judge(a: NamedSpeaker, b: NamedSpeaker) -> Judgement:
    """Whether two names are one speaker; a person is never a body."""
    if a.is_person != b.is_person:
        return Judgement("apart", ("a person and a body",), incompatible=True)
    return judge_people(a, b) if a.is_person else judge_bodies(a, b)
