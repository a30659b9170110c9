"""Lists of feeds: what a user adds to one, and pulling them into the store; asking is claims.fetch's."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from claims.errors import UsageError
from claims.model import Failure
from cli import diagnostics
from cli.jobs.add import Adder, Outcome
from cli.jobs.choice import Choice
from cli.jobs.web import Web

if TYPE_CHECKING:
    from claims.fetch.memory import Visit
    from claims.fetch.model import Validators
    from claims.fetch.web import Tally
    from store import Store


class StoreMemory:
    """Visits as the store keeps them: new ones wait until the articles of their batch are saved."""

    def __init__(self, store: Store, *, recheck: bool = False) -> None:
        self._store, self._recheck = store, recheck
        self._visits = store.watching.visited()
        self._waiting: list[Visit] = []
        self._lists = {record.address for record in store.watching.feeds()}

    def validators(self, address: str) -> Validators | None:
        """What makes asking it conditional, None where it is to be asked for in full."""
        from claims.fetch.model import Validators

        visit = self._visits.get(address)
        if visit is None or not (visit.etag or visit.modified):
            return None
        # To look at its pages again, a feed must be there in full.
        return (
            None
            if self._recheck and address in self._lists
            else Validators(visit.etag, visit.modified)
        )

    def mark(self, address: str) -> str | None:
        """What its feed said of it when it was read, None where it was not or is to be asked again."""
        visit = self._visits.get(address)
        return visit.mark if visit is not None and not self._recheck else None

    def any_reserved(self) -> bool:
        """Whether a page was left out because its publisher reserves mining."""
        return any(visit.mark.startswith("reserved ") for visit in self._visits.values())

    def note(self, visit: Visit) -> None:
        """One more visit."""
        self._waiting.append(visit)

    def held(self, origin: str) -> float:
        """For how many seconds a host still asks to be left alone."""
        visit = self._visits.get(origin)
        if visit is None or visit.held_until is None:
            return 0.0
        return (visit.held_until - datetime.now(UTC)).total_seconds()

    def hold(self, origin: str, seconds: float) -> None:
        """A host asks to be left alone for so long, whatever becomes of this run."""
        from store.records import VisitRecord

        until = datetime.now(UTC) + timedelta(seconds=seconds)
        self._store.watching.keep_visits([VisitRecord(origin, held_until=until)])

    def keep(self) -> None:
        """The visits so far, for what they gave is saved."""
        from store.records import VisitRecord

        done, self._waiting = self._waiting, []
        self._store.watching.keep_visits(
            [VisitRecord(v.address, v.validators.etag, v.validators.modified, v.mark) for v in done]
        )


def feeds_of(paths: Iterable[str]) -> list[str]:
    """The addresses that a user names, those of lists in files (OPML) among them; raises UsageError for
    what is no address and holds none."""
    from claims.fetch.addresses import web_address
    from claims.fetch.model import FetchError
    from claims.read import read_paths
    from claims.read.addresses import is_address

    found: list[str] = []
    for path in paths:
        if is_address(path):
            named = [path]
        else:
            items = list(read_paths([path], fetching=True))
            named = [item.address for item in items if isinstance(item, Failure) and item.address]
            if not named:
                raise UsageError(f"{path}: no address of a feed, and no list (OPML) that holds any")
        for address in named:
            try:
                found.append(web_address(address).url)
            except FetchError as error:
                raise UsageError(f"{_shown(address)}: {error.what}; {error.next_step}") from None
    return list(dict.fromkeys(found))


def _shown(address: str) -> str:
    from claims.fetch.addresses import shown_address

    return shown_address(address)


def pull_lists(
    store: Store,
    names: Iterable[str],
    web: Web,
    choice: Choice,
    *,
    recheck: bool = False,
    **told: Any,
) -> tuple[Outcome, Tally]:
    """Everything that the watched lists give and the store lacks; raises UsageError where nothing is
    watched, or no list has a name."""
    from claims.read import read_paths

    addresses = _addresses(store, list(names))
    memory = StoreMemory(store, recheck=recheck)
    loaded = web.loaded(memory)
    adder = Adder(store, choice, "pull", memory.keep)
    outcome = adder.run(read_paths(addresses, web=loaded, **told), addresses)
    if diagnostics.State.worst != diagnostics.Exit.INTERRUPTED:
        memory.keep()
    return outcome, loaded.tally


def _addresses(store: Store, names: list[str]) -> list[str]:
    """What the lists hold; raises UsageError where nothing is watched, or no list has a name."""
    lists = store.watching.feeds()
    if not lists:
        raise UsageError("nothing is watched yet; `onrecord watch NAME FEED` begins a list")
    missing = next((name for name in names if name not in {record.name for record in lists}), None)
    if missing is not None:
        raise UsageError(f"no list {missing!r} is watched; `onrecord watch` names them")
    return list(dict.fromkeys(r.address for r in lists if not names or r.name in names))
