"""`store.watching`: lists of feeds, visits of their addresses, and how far readers of `new` have come."""

from __future__ import annotations

from store.doors.door import Door, reads, writes
from store.watching import lists, read_marks, visits


class Watching(Door):
    """What is watched, and what was seen of it."""

    feeds = reads(lists.watched)
    add = writes(lists.watch)
    remove = writes(lists.unwatch)
    visited = reads(visits.visits)
    keep_visits = writes(visits.keep_visits)
    unseen = reads(read_marks.unseen)
    mark_seen = writes(read_marks.mark_seen)
