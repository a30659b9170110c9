"""`store.speakers`: speakers, their names and offices, and pairs that may be one; deciding who is
who is `store.decisions`'."""

from __future__ import annotations

from store.doors.door import Door, reads, streams, writes
from store.queries import joint, speaker_forms, speaker_order, speakers
from store.speakers import enter, proposals


class Speakers(Door):
    """Speakers, each under one name whatever articles call them."""

    select = streams(speakers.stream_speakers)
    these = streams(speakers.stream_these)
    ids = reads(speaker_order.first_speakers)
    count = reads(speaker_order.count_speakers)
    matching_names = reads(speakers.matching_names)
    matching = reads(speakers.match_speakers)
    by_id = reads(speakers.by_id)
    near_names = reads(speakers.near_names)
    forms = reads(speaker_forms.forms)
    roles = reads(speaker_forms.roles)
    joint_claims = reads(joint.joint_claims)
    proposals = reads(proposals.proposals)
    enter = writes(enter.new_speaker)
